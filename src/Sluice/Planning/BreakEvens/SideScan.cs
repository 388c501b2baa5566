using Sluice.Cases;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.BreakEvens;

/// <summary>
/// One side of a number, looked at value by value from today's to an end of the range up to the first that crosses the indifference; then the step that crosses is
/// halved.
/// </summary>
/// <param name="search">What looks at a value.</param>
/// <param name="assumption">The number.</param>
/// <param name="end">End of its range.</param>
/// <param name="threads">Threads on which a value is looked at.</param>
sealed class SideScan(BreakEvenSearch search, Assumption assumption, double end, int threads)
{
    readonly int values = search.Options.Scan;
    double right = assumption.Value, inside, surely;
    double? unsure;
    BreakEvenSearch.Regret? wrong;
    bool suspicious, broken;
    int halved;

    /// <summary>The number.</summary>
    public Assumption Assumption => assumption;

    /// <summary>Values looked at so far.</summary>
    public int Looked { get; private set; }

    /// <summary>Whether nothing is left to look at.</summary>
    public bool IsDone => broken || end == assumption.Value || (wrong is null ? Looked == values : halved == search.Options.Refinements);

    /// <summary>What was found.</summary>
    public BreakEvenSearch.Side Found =>
        broken ? new(null, null, false)
        : wrong is null ? new(unsure is { } from ? Ordered(from, end) : null, null, true)
        : new(Ordered(right, surely), wrong, true);

    /// <summary>Looks at one more value. Returns whether there is another.</summary>
    public bool Advance(CancellationToken cancellation)
    {
        if (IsDone)
            return false;
        if (wrong is null)
            LookFarther(cancellation);
        else
            Halve(cancellation);
        return !IsDone;
    }

    void LookFarther(CancellationToken cancellation)
    {
        var value = assumption.Value + (end - assumption.Value) * (Looked + 1) / values;
        // Where a value has raised doubt, those beyond it are looked at in full at once.
        var quick = suspicious ? null : search.Unsuspicious(assumption, value, threads, cancellation);
        suspicious |= quick is null;
        if ((quick ?? search.At(assumption, value, cancellation, threads)) is not { } regret)
        {
            broken = true;
            return;
        }
        Looked++;
        if (regret.Mean > search.Indifference)
        {
            wrong = regret;
            inside = unsure is null ? right : value - (end - assumption.Value) / values;
            surely = regret.Low > search.Indifference ? value : end;
        }
        else if (regret.High <= search.Indifference)
            (right, unsure) = (value, null);
        else
            unsure ??= value;
    }

    void Halve(CancellationToken cancellation)
    {
        var middle = (inside + wrong!.Value) / 2;
        if (search.At(assumption, middle, cancellation, threads) is not { } regret)
        {
            halved = search.Options.Refinements;
            return;
        }
        halved++;
        if (regret.Mean > search.Indifference)
            wrong = regret;
        else
            inside = middle;
        if (regret.High <= search.Indifference && unsure is null)
            right = middle;
        if (regret.Low > search.Indifference)
            surely = middle;
    }

    static Bracket Ordered(double one, double other) => new(Math.Min(one, other), Math.Max(one, other));
}
