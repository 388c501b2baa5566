using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>The programme of directions in which a node's solutions may move for ever: its own with every finite bound at 0, priced by what moves cost later.</summary>
internal static class RecessionProgramme
{
    /// <param name="node">The node.</param>
    /// <param name="rise">Cost of one unit more of each outgoing state; empty at the last stage.</param>
    /// <param name="fall">Cost of one unit less.</param>
    /// <param name="unlimited">Size from which a bound counts as none.</param>
    /// <param name="cancellation">Stops it between two outcomes.</param>
    internal static NodeProgramme Of(StageNode node, double[] rise, double[] fall, double unlimited, CancellationToken cancellation)
    {
        var from = node.Subproblem;
        var to = new Subproblem(from.IncomingStates, 0);
        for (var j = 0; j < from.Columns; j++) to.AddColumn(from.Costs[j], Lower(from.ColumnLower[j]), Upper(from.ColumnUpper[j]));
        for (var i = 0; i < from.Rows; i++) to.AddRow(Lower(from.RowLower[i]), Upper(from.RowUpper[i]));
        foreach (var (row, column, value) in from.Matrix) to.Set(row, column, value);
        foreach (var (row, state, value) in from.Incoming) to.SetIncoming(row, state, value);
        for (var i = 0; i < from.IncomingStates; i++) to.SetIncomingCost(i, from.IncomingCosts[i]);
        for (var i = 0; i < rise.Length; i++)
        {
            var move = to.AddRow(0, 0);
            to.Set(move, from.Outgoing[i], 1);
            to.Set(move, Way(rise[i]), -1);
            to.Set(move, Way(fall[i]), 1);
        }
        return new NodeProgramme(to, [.. node.Outcomes.Select(Directions)], cancellation);

        int Way(double price) => double.IsFinite(price) ? to.AddColumn(price, 0, double.PositiveInfinity) : to.AddColumn(0, 0, 0);
        double Lower(double bound) => bound > -unlimited ? 0 : double.NegativeInfinity;
        double Upper(double bound) => bound < unlimited ? 0 : double.PositiveInfinity;
        Outcome Directions(Outcome outcome)
        {
            cancellation.ThrowIfCancellationRequested();
            return new Outcome(outcome.Probability, [.. outcome.Changes.Select(Recession)]);
        }
        Change Recession(Change change) => change.Kind switch
        {
            ChangeKind.RowBounds => Change.RowBounds(change.Row, Lower(change.First), Upper(change.Second)),
            ChangeKind.ColumnBounds => Change.ColumnBounds(change.Column, Lower(change.First), Upper(change.Second)),
            _ => change,
        };
    }
}
