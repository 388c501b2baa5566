namespace Sluice.Optimization;

/// <summary>A problem unfolded by depth: the nodes that can stand at each place of a path, and the weights between neighbouring depths.</summary>
/// <remarks>
/// The weights of outcomes are moved into those of the arcs; a factor common to a depth is taken out and multiplies its costs. What is then missing to 1 leads to
/// an end that costs nothing. So weights that sum to 1.0002 and discounts of 0.9 give probabilities that sum to 1.
/// </remarks>
internal sealed class GraphLevels
{
    private const double MostOutcomes = 100_000;
    private const double Negligible = 1e-12;

    internal GraphLevels(StochasticProblem problem)
    {
        if (!problem.IsAcyclic) throw new NotSupportedException("The problem is cyclic; only acyclic ones are taken.");
        foreach (var node in problem.Nodes)
            if (node.JointOutcomes > MostOutcomes) throw new NotSupportedException($"Node {node.Name} has {node.JointOutcomes:0} joint outcomes; at most {MostOutcomes:0} are listed.");
        Problem = problem;
        var roots = problem.Root.Where(next => next.Probability > 0).ToList();
        HasRootStage = roots.Count > 1;
        double[][] arcs;
        if (HasRootStage)
        {
            Nodes.Add([RootNode]);
            Factors.Add(1);
            Nodes.Add([.. roots.Select(next => next.Node).Distinct()]);
            arcs = [Row(roots, Nodes[1])];
        }
        else
        {
            Nodes.Add([roots[0].Node]);
            Factors.Add(roots[0].Probability * problem.Nodes[roots[0].Node].Weight);
            arcs = [];
        }
        if (HasRootStage) Close(arcs);
        while (Next() is { } rows) Close(rows);
    }

    internal const int RootNode = -1, EndNode = -2;

    internal StochasticProblem Problem { get; }

    /// <summary>True when a first stage was put before several first nodes.</summary>
    internal bool HasRootStage { get; }

    /// <summary>[depth]: nodes of the problem, <see cref="RootNode"/> or <see cref="EndNode"/>.</summary>
    internal List<int[]> Nodes { get; } = [];

    /// <summary>[depth]: what multiplies the costs.</summary>
    internal List<double> Factors { get; } = [];

    /// <summary>[depth][from][to] to the next depth, rows sum to 1.</summary>
    internal List<double[][]> Transitions { get; } = [];

    private double[][]? Next()
    {
        var from = Nodes[^1];
        int[] to = [.. from.Where(n => n >= 0).SelectMany(n => Problem.Nodes[n].Successors).Where(next => next.Probability > 0).Select(next => next.Node).Distinct()];
        if (to.Length == 0) return null;
        Nodes.Add(to);
        return [.. from.Select(n => n < 0 ? new double[to.Length] : Row(Problem.Nodes[n].Successors, to))];
    }

    private double[] Row(IEnumerable<Successor> successors, int[] to)
    {
        var row = new double[to.Length];
        foreach (var next in successors)
            if (next.Probability > 0) row[Array.IndexOf(to, next.Node)] += next.Probability * Problem.Nodes[next.Node].Weight;
        return row;
    }

    private void Close(double[][] rows)
    {
        var factor = rows.Max(row => row.Sum());
        Factors.Add(Factors[^1] * factor);
        var needsEnd = rows.Any(row => row.Sum() / factor < 1 - Negligible);
        if (needsEnd) Nodes[^1] = [.. Nodes[^1], EndNode];
        Transitions.Add([.. rows.Select(row =>
        {
            var sum = row.Sum() / factor;
            if (!needsEnd) return row.Select(weight => weight / factor / sum).ToArray();
            return row.Select(weight => weight / factor).Append(Math.Max(0, 1 - sum)).ToArray();
        })]);
    }
}
