using System.Collections.Immutable;
using Sluice.Optimization;

namespace Sluice.Planning;

/// <summary>One programme for a future without news: the periods behind each other, the state between them as plain columns.</summary>
/// <param name="opening">State that enters the first period; uninitialised: it stays open, and the programme is that of a node.</param>
/// <param name="incoming">Number of its entries, where it stays open.</param>
sealed class WholePath(ImmutableArray<double> opening, int incoming = 0)
{
    readonly List<(double Lower, double Upper)> bounds = [];
    int[]? entering;
    int[] leaving = [];
    bool started;

    public Subproblem Subproblem { get; } = new(incoming, 0);

    /// <summary>Starts the next period, which leaves so many entries.</summary>
    public void Enter(int outgoing)
    {
        entering = started ? leaving : null;
        started = true;
        leaving = new int[outgoing];
    }

    public void Leave(int entry, int column) => leaving[entry] = column;

    public int AddRow(double lower, double upper)
    {
        bounds.Add((lower, upper));
        return Subproblem.AddRow(lower, upper);
    }

    /// <summary>Adds an entry of the incoming state to a row: the column that it is, or at first what it stands at.</summary>
    public void Take(int row, int entry, double coefficient)
    {
        if (entering is not null)
        {
            Subproblem.Set(row, entering[entry], coefficient);
            return;
        }
        if (opening.IsDefault)
        {
            Subproblem.SetIncoming(row, entry, coefficient);
            return;
        }
        var (lower, upper) = bounds[row];
        bounds[row] = (lower - coefficient * opening[entry], upper - coefficient * opening[entry]);
        Subproblem.SetRowBounds(row, bounds[row].Lower, bounds[row].Upper);
    }
}
