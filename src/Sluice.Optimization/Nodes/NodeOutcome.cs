using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>One outcome laid out for solving: the rows whose bounds it or the incoming state can move, and its other changes.</summary>
internal sealed class NodeOutcome
{
    private NodeOutcome(Outcome outcome) => (Probability, Changes) = (outcome.Probability, outcome.Changes);

    internal double Probability { get; }
    internal ImmutableArray<Change> Changes { get; }

    /// <summary>Rows that depend on the incoming state or on the outcome, ascending; the same for every outcome of a node.</summary>
    internal int[] Rows { get; private init; } = [];

    internal double[] Lower { get; private init; } = [];
    internal double[] Upper { get; private init; } = [];

    /// <summary>T restricted to <see cref="Rows"/>.</summary>
    internal SparseRows Incoming { get; private init; } = SparseRows.From(0, []);

    internal Change[] Costs { get; private init; } = [];
    internal Change[] Bounds { get; private init; } = [];
    internal Change[] Coefficients { get; private init; } = [];

    /// <summary>True when costs and matrix are those of the subproblem itself.</summary>
    internal bool SharesMatrix => Costs.Length + Coefficients.Length == 0;

    /// <exception cref="OperationCanceledException">The token asks for it between two outcomes.</exception>
    internal static NodeOutcome[] All(Subproblem subproblem, ImmutableArray<Outcome> outcomes, CancellationToken cancellation)
    {
        var moving = new SortedSet<int>(subproblem.Incoming.Select(entry => entry.Row));
        foreach (var change in outcomes.SelectMany(outcome => outcome.Changes))
            if (change.Kind is ChangeKind.RowBounds or ChangeKind.IncomingCoefficient) moving.Add(change.Row);
        int[] rows = [.. moving];
        var position = rows.Index().ToDictionary(p => p.Item, p => p.Index);
        var incoming = SparseRows.From(rows.Length, subproblem.Incoming.Select(entry => entry with { Row = position[entry.Row] }));
        var all = new NodeOutcome[outcomes.Length];
        for (var w = 0; w < all.Length; w++)
        {
            cancellation.ThrowIfCancellationRequested();
            all[w] = Lay(subproblem, outcomes[w], rows, position, incoming);
        }
        return all;
    }

    /// <summary>Bounds of the moving rows at an incoming state.</summary>
    internal void RowBounds(ReadOnlySpan<double> state, Span<double> lower, Span<double> upper)
    {
        var (start, index, value) = (Incoming.Start, Incoming.Index, Incoming.Value);
        for (var r = 0; r < Rows.Length; r++)
        {
            var shift = 0.0;
            for (var k = start[r]; k < start[r + 1]; k++) shift += value[k] * state[index[k]];
            lower[r] = Lower[r] - shift;
            upper[r] = Upper[r] - shift;
        }
    }

    /// <summary>gradient −= weight · T'π over the moving rows.</summary>
    internal void SubtractStatePrices(double weight, ReadOnlySpan<double> rowDuals, Span<double> gradient)
    {
        var (start, index, value) = (Incoming.Start, Incoming.Index, Incoming.Value);
        for (var r = 0; r < Rows.Length; r++)
        {
            var dual = weight * rowDuals[Rows[r]];
            if (dual == 0) continue;
            for (var k = start[r]; k < start[r + 1]; k++) gradient[index[k]] -= value[k] * dual;
        }
    }

    // An outcome that changes no entry of T shares that of the subproblem.
    private static NodeOutcome Lay(Subproblem subproblem, Outcome outcome, int[] rows, Dictionary<int, int> position, SparseRows incoming)
    {
        double[] lower = [.. rows.Select(row => subproblem.RowLower[row])];
        double[] upper = [.. rows.Select(row => subproblem.RowUpper[row])];
        List<Subproblem.Entry>? entries = null;
        foreach (var change in outcome.Changes)
        {
            if (change.Kind == ChangeKind.RowBounds) (lower[position[change.Row]], upper[position[change.Row]]) = (change.First, change.Second);
            if (change.Kind != ChangeKind.IncomingCoefficient) continue;
            entries ??= [.. subproblem.Incoming.Select(entry => entry with { Row = position[entry.Row] })];
            entries.RemoveAll(entry => entry.Row == position[change.Row] && entry.Column == change.Column);
            entries.Add(new Subproblem.Entry(position[change.Row], change.Column, change.First));
        }
        return new NodeOutcome(outcome)
        {
            Rows = rows,
            Lower = lower,
            Upper = upper,
            Incoming = entries is null ? incoming : SparseRows.From(rows.Length, entries),
            Costs = Of(outcome, ChangeKind.ColumnCost),
            Bounds = Of(outcome, ChangeKind.ColumnBounds),
            Coefficients = Of(outcome, ChangeKind.MatrixCoefficient),
        };
    }

    // Where an outcome names one place twice, the last word holds.
    private static Change[] Of(Outcome outcome, ChangeKind kind) =>
        [.. outcome.Changes.Where(change => change.Kind == kind).GroupBy(change => (change.Row, change.Column)).Select(same => same.Last())];
}
