namespace Sluice.Optimization;

/// <summary>Foresees roughly how long the methods take, to choose one or to let two race.</summary>
/// <remarks>Constants are from the public instances; they decide nothing but time.</remarks>
internal static class MethodChoice
{
    // Seconds.
    private const double EquivalentRow = 3e-5, EquivalentStart = 2e-3, ManyRows = 5000, EquivalentGrowth = 0.2;
    private const double NestedEntry = 4e-9, NestedSolve = 8e-6, NestedNode = 6e-4;
    private const double Passes = 14, SampledPasses = 60, SampledJobs = 4;

    internal static double EquivalentSeconds(EquivalentSize size) =>
        EquivalentStart + EquivalentRow * size.Rows * Math.Pow(Math.Max(1, size.Rows / ManyRows), EquivalentGrowth);

    /// <summary>Of a nested decomposition.</summary>
    internal static double NestedSeconds(StochasticProblem problem)
    {
        var (nodes, solves, time) = (0, 0.0, 0.0);
        var histories = new double[problem.Nodes.Length];
        foreach (var first in problem.Root) histories[first.Node] += 1;
        var all = NestedBenders.TakesAll(problem);
        foreach (var n in problem.Order)
        {
            var node = problem.Nodes[n];
            nodes++;
            var here = all ? 2 * histories[n] * node.JointOutcomes : SampledJobs * (1 + node.JointOutcomes);
            solves += here;
            time += here * (NestedSolve + NestedEntry * node.Subproblem.Rows * node.Subproblem.Columns);
            foreach (var next in node.Successors) histories[next.Node] += histories[n] * node.JointOutcomes;
        }
        return nodes * NestedNode + (all ? Passes : SampledPasses) * time;
    }
}
