using System.Collections.Immutable;
using Sluice.Gates.Screening;
using Sluice.Market;

namespace Sluice.Gates;

/// <summary>One part before both gates, for one day of knowledge. What follows from the part alone is worked out once.</summary>
public sealed class PartScreening
{
    readonly GateBook book;
    readonly ExportScreen export;
    readonly ImportScreen import;

    PartScreening(GateBook book, Part part, DateOnly asOf) =>
        (this.book, Part, export, import) = (book, part, ExportScreen.Of(book, part, asOf), ImportScreen.Of(book, part, asOf));

    /// <summary>The part.</summary>
    public Part Part { get; }

    /// <summary>Prepares a part. Nothing known after <paramref name="asOf"/> is used.</summary>
    public static PartScreening Of(GateBook book, Part part, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(part);
        return new(book, part, asOf);
    }

    /// <summary>Both verdicts on a day.</summary>
    /// <param name="to">Country of delivery, ISO 3166 alpha-2.</param>
    /// <param name="buyer">Who buys.</param>
    /// <param name="day">Day judged.</param>
    public Screened On(string to, Buyer buyer, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(buyer);
        return Make(export.Full(to, buyer.Headquarters, day), import.On(to, buyer, day), day, day);
    }

    /// <summary>Both verdicts over a span, one item per interval in which they stay the same.</summary>
    /// <param name="to">Country of delivery.</param>
    /// <param name="buyer">Who buys.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day.</param>
    public ImmutableArray<Screened> Over(string to, Buyer buyer, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(buyer);
        if (until < from) throw new ArgumentException($"The span ends on {until:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}.", nameof(until));
        var spans = ImmutableArray.CreateBuilder<Screened>();
        foreach (var day in book.Changes.Where(d => d > from && d <= until).Prepend(from))
        {
            var plain = Make(export.Plain(to, buyer.Headquarters, day), import.On(to, buyer, day), day, until);
            if (spans.Count > 0 && spans[^1].Says(plain)) spans[^1] = Joined(spans[^1], plain);
            else
            {
                if (spans.Count > 0) spans[^1] = spans[^1] with { Until = day.AddDays(-1) };
                spans.Add(Make(export.Full(to, buyer.Headquarters, day), plain.Verdicts[1], day, until));
            }
        }

        return spans.ToImmutable();
    }

    /// <summary>The earlier interval, with the rules that came to bind within it.</summary>
    static Screened Joined(Screened earlier, Screened later) =>
        earlier with { Verdicts = [.. earlier.Verdicts.Zip(later.Verdicts, (a, b) => a with { Rules = [.. a.Rules.Concat(b.Rules).Distinct(StringComparer.Ordinal)], LastKnown = b.LastKnown })] };

    static Screened Make(Verdict export, Verdict import, DateOnly on, DateOnly until) => new(on, until, [export, import], OriginScreen.Conflicts(export));
}
