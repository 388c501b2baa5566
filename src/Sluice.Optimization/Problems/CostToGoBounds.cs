namespace Sluice.Optimization;

/// <summary>Lower bounds on the cost of all later stages, one for each depth.</summary>
/// <remarks>
/// Backward: the least that a stage can cost with the best outcome, the best bounds-satisfying incoming state, and the bound of the stage after it. Where nothing
/// bounds a state, it is kept within ±1e6, where nothing bounds a cost, it is kept above −1e9: decisions beyond are taken to be of no use.
/// </remarks>
internal static class CostToGoBounds
{
    private const double StateLimit = 1e6, CostLimit = 1e9;
    private const int MostOutcomes = 64;

    internal static double[] Of(GraphLevels levels, double slackPrice)
    {
        var result = new double[levels.Nodes.Count];
        var seen = new Dictionary<(Subproblem, int), double>();
        for (var t = levels.Nodes.Count - 2; t >= 0; t--)
        {
            var (low, high) = Box(levels, t);
            var least = levels.Nodes[t + 1].Contains(GraphLevels.EndNode) ? 0 : double.PositiveInfinity;
            foreach (var group in levels.Nodes[t + 1].Where(n => n >= 0).Select(n => levels.Problem.Nodes[n]).GroupBy(node => node.Subproblem, ReferenceEqualityComparer.Instance))
                least = Math.Min(least, Least((Subproblem)group.Key!, [.. group], low, high, levels.Factors[t + 1], slackPrice));
            result[t] = Math.Max(-CostLimit * Math.Max(1, levels.Factors[t + 1]), least) + result[t + 1];
            // Rounding in the solver must not make the bound too high.
            result[t] -= 1e-6 * Math.Max(1, Math.Abs(result[t]));
        }
        return result;
    }

    private static (double[] Low, double[] High) Box(GraphLevels levels, int t)
    {
        var states = levels.Nodes[t][0] == GraphLevels.RootNode
            ? levels.Problem.InitialState.Length
            : levels.Problem.Nodes[levels.Nodes[t].First(n => n >= 0)].Subproblem.OutgoingStates;
        var (low, high) = (new double[states], new double[states]);
        if (levels.Nodes[t][0] == GraphLevels.RootNode) return ([.. levels.Problem.InitialState], [.. levels.Problem.InitialState]);
        Array.Fill(low, StateLimit);
        Array.Fill(high, -StateLimit);
        foreach (var node in levels.Nodes[t].Where(n => n >= 0).Select(n => levels.Problem.Nodes[n]))
        {
            for (var i = 0; i < states; i++)
            {
                var column = node.Subproblem.Outgoing[i];
                var (least, most) = (node.Subproblem.ColumnLower[column], node.Subproblem.ColumnUpper[column]);
                foreach (var change in node.Noise.SelectMany(s => s).SelectMany(o => o.Changes).Where(c => c.Kind == ChangeKind.ColumnBounds && c.Column == column))
                    (least, most) = (Math.Min(least, change.First), Math.Max(most, change.Second));
                (low[i], high[i]) = (Math.Min(low[i], Math.Max(least, -StateLimit)), Math.Max(high[i], Math.Min(most, StateLimit)));
            }
        }
        return (low, high);
    }

    // Right-hand sides and bounds of all outcomes are taken together at their widest; other changes one by one, as far as they are few.
    private static double Least(Subproblem source, List<ProblemNode> nodes, double[] low, double[] high, double factor, double slackPrice)
    {
        var changes = nodes.SelectMany(node => node.Noise).SelectMany(s => s).SelectMany(o => o.Changes).ToList();
        var block = new LinearBlock(slackPrice > 0 ? source.WithSlacks(slackPrice / factor) : source, changes);
        var structural = changes.Exists(c => c.Kind is not (ChangeKind.RowBounds or ChangeKind.ColumnBounds));
        if (!structural)
        {
            Widen(block, changes);
            return factor * Solve(block, low, high);
        }
        if (nodes.Sum(node => node.JointOutcomes) > MostOutcomes) return -CostLimit;
        var least = double.PositiveInfinity;
        foreach (var outcome in nodes.SelectMany(node => node.Outcomes()).Where(o => o.Probability > 0))
        {
            block.Apply(outcome.Changes);
            least = Math.Min(least, factor * Solve(block, low, high));
            block.Undo(outcome.Changes);
        }
        return least;
    }

    private static void Widen(LinearBlock block, List<Change> changes)
    {
        foreach (var rows in changes.Where(c => c.Kind == ChangeKind.RowBounds).GroupBy(c => c.Row))
            (block.RowLower[rows.Key], block.RowUpper[rows.Key]) =
                (Math.Min(block.RowLower[rows.Key], rows.Min(c => c.First)), Math.Max(block.RowUpper[rows.Key], rows.Max(c => c.Second)));
        foreach (var columns in changes.Where(c => c.Kind == ChangeKind.ColumnBounds).GroupBy(c => c.Column))
            (block.ColumnLower[columns.Key], block.ColumnUpper[columns.Key]) =
                (Math.Min(block.ColumnLower[columns.Key], columns.Min(c => c.First)), Math.Max(block.ColumnUpper[columns.Key], columns.Max(c => c.Second)));
    }

    private static double Solve(LinearBlock block, double[] low, double[] high)
    {
        var all = LocalProgramme.Of(block, [.. Enumerable.Range(0, block.Rows)], [.. Enumerable.Range(0, block.Columns)]);
        var (start, index, value) = (new int[all.Rows + 1], new List<int>(), new List<double>());
        for (var i = 0; i < all.Rows; i++)
        {
            for (var k = all.Start[i]; k < all.Start[i + 1]; k++) Entry(all.Index[k], all.Value[k]);
            for (var k = all.IncomingStart[i]; k < all.IncomingStart[i + 1]; k++) Entry(all.Columns + all.IncomingIndex[k], all.IncomingValue[k]);
            start[i + 1] = index.Count;
        }
        using var solver = new Highs();
        solver.SetOption("presolve", "on");
        solver.Load(
            [.. all.Costs, .. block.Source.IncomingCosts], [.. all.ColumnLower, .. low], [.. all.ColumnUpper, .. high], all.RowLower, all.RowUpper,
            start, [.. index], [.. value]);
        var status = all.Columns + low.Length == 0 ? ModelStatus.Empty : solver.Run();
        return status switch
        {
            ModelStatus.Optimal => solver.Objective,
            ModelStatus.Empty => 0,
            _ => -CostLimit,
        };

        void Entry(int column, double coefficient)
        {
            index.Add(column);
            value.Add(coefficient);
        }
    }
}
