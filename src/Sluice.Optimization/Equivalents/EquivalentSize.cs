namespace Sluice.Optimization;

/// <summary>Size of an extensive form.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Entries">Entries of the matrix.</param>
/// <param name="Integers">Columns that take whole numbers only.</param>
public readonly record struct EquivalentSize(double Rows, double Columns, double Entries, double Integers)
{
    internal static EquivalentSize Of(StochasticProblem problem)
    {
        if (!problem.IsAcyclic) return new EquivalentSize(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, 0);
        var histories = new double[problem.Nodes.Length];
        foreach (var first in problem.Root)
            if (first.Probability > 0) histories[first.Node]++;
        var size = default(EquivalentSize);
        foreach (var n in problem.Order)
        {
            var node = problem.Nodes[n];
            var (programme, blocks) = (node.Subproblem, histories[n] * node.JointOutcomes);
            size = new EquivalentSize(
                size.Rows + blocks * programme.Rows, size.Columns + blocks * programme.Columns,
                size.Entries + blocks * (programme.Matrix.Count + programme.Incoming.Count), size.Integers + blocks * programme.Integers.Count);
            foreach (var next in node.Successors)
                if (next.Probability > 0) histories[next.Node] += blocks;
        }
        return size;
    }
}
