namespace Sluice.Optimization.Tests;

/// <summary>The nested measure of the cost of a policy, by walking every history. Measures are taken by their dual: the worst weights of the envelope.</summary>
internal static class NestedCost
{
    public static double Of(Sddp policy) =>
        Node(policy, 0, 0, policy.Graph.InitialState.AsSpan()).Sum(outcome => outcome.Chance * outcome.Cost);

    // The cost under each outcome of a node.
    private static List<(double Chance, double Cost)> Node(Sddp policy, int t, int n, ReadOnlySpan<double> state)
    {
        var (graph, costs) = (policy.Graph, new List<(double, double)>());
        var outcomes = graph.Stages[t].Nodes[n].Outcomes;
        for (var w = 0; w < outcomes.Length; w++)
        {
            if (outcomes[w].Probability == 0) continue;
            var solution = policy.Solve(t, n, state, w);
            var after = new List<(double Chance, double Cost)>();
            for (var to = 0; t < graph.Stages.Length - 1 && to < graph.Stages[t + 1].Nodes.Length; to++)
                if (graph.Stages[t].Transitions[n][to] is > 0 and var chance)
                    after.AddRange(Node(policy, t + 1, to, solution.OutgoingState.AsSpan()).Select(pair => (chance * pair.Chance, pair.Cost)));
            costs.Add((outcomes[w].Probability, solution.StageCost + (after.Count == 0 ? 0 : Measure(graph.Stages[t].Risk, after))));
        }
        return costs;
    }

    // min over the levels of Rockafellar and Uryasev; some cost is an optimal level.
    private static double Measure(RiskMeasure measure, List<(double Chance, double Cost)> pairs) => measure.Parts.Sum(part => part.Weight * part.Tail switch
    {
        0 => pairs.Max(pair => pair.Cost),
        _ => pairs.Min(level => level.Cost + pairs.Sum(pair => pair.Chance * Math.Max(0, pair.Cost - level.Cost)) / part.Tail),
    });
}
