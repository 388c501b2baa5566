namespace Sluice.Optimization;

/// <summary>A node's programme in which the cost of later stages is the cheapest mix of points that, with penalised moves, gives the outgoing state.</summary>
internal static class InnerProgramme
{
    /// <param name="node">The node.</param>
    /// <param name="points">Points that the outgoing state may be mixed of.</param>
    /// <param name="values">Value of what follows at each; +∞ leaves a point out.</param>
    /// <param name="rise">Penalty for one unit more than the mix, for each state; +∞ forbids it.</param>
    /// <param name="fall">Penalty for one unit less.</param>
    /// <param name="cancellation">Stops it between two outcomes.</param>
    internal static NodeProgramme Of(StageNode node, List<double[]> points, ReadOnlySpan<double> values, ReadOnlySpan<double> rise, ReadOnlySpan<double> fall, CancellationToken cancellation)
    {
        var from = node.Subproblem;
        var to = new Subproblem(from.IncomingStates, 0);
        for (var j = 0; j < from.Columns; j++) to.AddColumn(from.Costs[j], from.ColumnLower[j], from.ColumnUpper[j]);
        for (var i = 0; i < from.Rows; i++) to.AddRow(from.RowLower[i], from.RowUpper[i]);
        foreach (var (row, column, value) in from.Matrix) to.Set(row, column, value);
        foreach (var (row, state, value) in from.Incoming) to.SetIncoming(row, state, value);
        for (var i = 0; i < from.IncomingStates; i++) to.SetIncomingCost(i, from.IncomingCosts[i]);
        var link = to.Rows;
        for (var i = 0; i < rise.Length; i++)
        {
            to.AddRow(0, 0);
            to.Set(link + i, from.Outgoing[i], 1);
            if (double.IsFinite(rise[i])) to.Set(link + i, to.AddColumn(rise[i], 0, double.PositiveInfinity), -1);
            if (double.IsFinite(fall[i])) to.Set(link + i, to.AddColumn(fall[i], 0, double.PositiveInfinity), 1);
        }
        var whole = to.AddRow(1, 1);
        for (var k = 0; k < points.Count; k++)
        {
            if (!double.IsFinite(values[k])) continue;
            var share = to.AddColumn(values[k], 0, 1);
            to.Set(whole, share, 1);
            for (var i = 0; i < rise.Length; i++)
                if (points[k][i] != 0) to.Set(link + i, share, -points[k][i]);
        }
        return new NodeProgramme(to, node.Outcomes, cancellation);
    }
}
