using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>The rules that a policy graph must meet.</summary>
internal static class GraphRules
{
    private const double ProbabilityTolerance = 1e-9;

    internal static void Check(ImmutableArray<Stage> stages, ImmutableArray<double> initialState)
    {
        if (stages.IsDefaultOrEmpty) throw new ArgumentException("There are 0 stages; a graph needs at least one.", nameof(stages));
        if (stages[0].Nodes.Length != 1)
            throw new ArgumentException($"Stage 0 has {stages[0].Nodes.Length} nodes; the first stage must have exactly one.", nameof(stages));
        for (var t = 0; t < stages.Length; t++)
        {
            if (stages[t].Risk is null) throw new ArgumentException($"Stage {t} has no measure of risk; the plain one is RiskMeasure.Expectation.", nameof(stages));
            CheckNodes(stages, t);
            CheckTransitions(stages, t);
        }
        Checks.State(initialState.AsSpan(), stages[0].Nodes[0].Subproblem.IncomingStates, nameof(initialState));
    }

    private static void CheckNodes(ImmutableArray<Stage> stages, int t)
    {
        if (stages[t].Nodes.IsDefaultOrEmpty) throw new ArgumentException($"Stage {t} has 0 nodes; it needs at least one.", nameof(stages));
        var last = t == stages.Length - 1;
        var first = stages[t].Nodes[0].Subproblem;
        for (var n = 0; n < stages[t].Nodes.Length; n++)
        {
            var node = stages[t].Nodes[n];
            var (incoming, outgoing) = (node.Subproblem.IncomingStates, node.Subproblem.OutgoingStates);
            if (incoming != first.IncomingStates || outgoing != first.OutgoingStates)
                throw Broken(t, n, $"takes {incoming} and leaves {outgoing} states; the nodes of one stage must agree, and node 0 has {first.IncomingStates} and {first.OutgoingStates}");
            if (!last && stages[t + 1].Nodes is [var next, ..] && next.Subproblem.IncomingStates != outgoing)
                throw Broken(t, n, $"leaves {outgoing} states; stage {t + 1} takes {next.Subproblem.IncomingStates}");
            if (!last && !double.IsFinite(node.CostToGoLowerBound))
                throw Broken(t, n, $"has the cost-to-go lower bound {node.CostToGoLowerBound}; it must be finite");
            CheckOutgoing(node.Subproblem, t, n);
            CheckOutcomes(node, t, n);
        }
    }

    private static void CheckOutgoing(Subproblem subproblem, int t, int n)
    {
        var seen = new HashSet<int>();
        for (var i = 0; i < subproblem.OutgoingStates; i++)
        {
            var column = subproblem.Outgoing[i];
            if (column < 0) throw Broken(t, n, $"gives no column for outgoing state {i}; each needs one");
            if (!seen.Add(column)) throw Broken(t, n, $"uses column {column} for two outgoing states; each needs its own");
        }
    }

    private static void CheckOutcomes(StageNode node, int t, int n)
    {
        if (node.Outcomes.IsDefaultOrEmpty) throw Broken(t, n, "has 0 outcomes; it needs at least one");
        var sum = 0.0;
        foreach (var outcome in node.Outcomes)
        {
            if (!(outcome.Probability >= 0 && outcome.Probability <= 1))
                throw Broken(t, n, $"has an outcome of probability {outcome.Probability}; it must lie between 0 and 1");
            sum += outcome.Probability;
            foreach (var change in outcome.Changes) CheckChange(node.Subproblem, change, t, n);
        }
        if (Math.Abs(sum - 1) > ProbabilityTolerance) throw Broken(t, n, $"has outcome probabilities that sum to {sum}; they must sum to 1 within {ProbabilityTolerance}");
    }

    private static void CheckChange(Subproblem subproblem, Change change, int t, int n)
    {
        var rows = change.Kind is ChangeKind.ColumnCost or ChangeKind.ColumnBounds ? -1 : subproblem.Rows;
        var columns = change.Kind switch
        {
            ChangeKind.RowBounds => -1,
            ChangeKind.IncomingCoefficient => subproblem.IncomingStates,
            _ => subproblem.Columns,
        };
        if (rows >= 0 && (uint)change.Row >= (uint)rows) throw Broken(t, n, $"has a change of {change.Kind} at row {change.Row}; it has {rows} rows");
        if (columns >= 0 && (uint)change.Column >= (uint)columns)
            throw Broken(t, n, $"has a change of {change.Kind} at column {change.Column}; it has {columns}");
    }

    private static void CheckTransitions(ImmutableArray<Stage> stages, int t)
    {
        var (from, rows) = (stages[t].Nodes.Length, stages[t].Transitions);
        if (t == stages.Length - 1)
        {
            if (rows is { Length: > 0 }) throw new ArgumentException($"Stage {t} is the last and has {rows.Length} transition rows; it must have none.", nameof(stages));
            return;
        }
        if (rows is null || rows.Length != from)
            throw new ArgumentException($"Stage {t} has {rows?.Length ?? 0} transition rows for {from} nodes; it needs one for each.", nameof(stages));
        CheckRows(rows, stages[t + 1].Nodes.Length, t);
    }

    /// <summary>Checks other transition probabilities for the same graph.</summary>
    internal static void CheckTransitions(ImmutableArray<Stage> stages, ImmutableArray<double[][]> transitions)
    {
        if (transitions.Length != stages.Length - 1)
            throw new ArgumentException($"There are {transitions.Length} tables of transitions; {stages.Length} stages need {stages.Length - 1}.", nameof(transitions));
        for (var t = 0; t < transitions.Length; t++)
        {
            if (transitions[t].Length != stages[t].Nodes.Length)
                throw new ArgumentException($"Stage {t} has {transitions[t].Length} transition rows for {stages[t].Nodes.Length} nodes; it needs one for each.", nameof(transitions));
            CheckRows(transitions[t], stages[t + 1].Nodes.Length, t);
        }
    }

    private static void CheckRows(double[][] rows, int to, int t)
    {
        for (var n = 0; n < rows.Length; n++) CheckRow(rows[n], to, t, n);
    }

    /// <summary>Checks one row of transition probabilities.</summary>
    internal static void CheckRow(ReadOnlySpan<double> row, int to, int t, int n)
    {
        if (row.Length != to) throw Broken(t, n, $"has {row.Length} transition probabilities; stage {t + 1} has {to} nodes");
        var sum = 0.0;
        foreach (var p in row)
        {
            if (!(p >= 0 && p <= 1)) throw Broken(t, n, $"has a transition probability of {p}; it must lie between 0 and 1");
            sum += p;
        }
        if (Math.Abs(sum - 1) > ProbabilityTolerance) throw Broken(t, n, $"has transition probabilities that sum to {sum}; they must sum to 1 within {ProbabilityTolerance}");
    }

    /// <summary>Cuts bound convex functions; the cost-to-go of whole numbers is none.</summary>
    internal static void RefuseIntegers(PolicyGraph graph)
    {
        for (var t = 0; t < graph.Stages.Length; t++)
            for (var n = 0; n < graph.Stages[t].Nodes.Length; n++)
                if (graph.Stages[t].Nodes[n].Subproblem.Integers.Count > 0)
                    throw new NotSupportedException($"Node {n} of stage {t} has a column of whole numbers; only the extensive form obeys that.");
    }

    private static ArgumentException Broken(int stage, int node, string what) => new($"Node {node} of stage {stage} {what}.");
}
