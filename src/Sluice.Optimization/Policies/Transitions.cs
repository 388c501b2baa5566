namespace Sluice.Optimization;

/// <summary>Transition probabilities from the nodes of one stage to those of the next: dense for reading, sparse rows for summing.</summary>
internal sealed class Transitions
{
    private readonly double[][] rows;
    private readonly int[][] reachable;

    internal Transitions(IReadOnlyList<double[]> rows)
    {
        this.rows = [.. rows];
        reachable = [.. rows.Select(row => Enumerable.Range(0, row.Length).Where(to => row[to] > 0).ToArray())];
    }

    internal double this[int from, int to] => rows[from][to];

    internal double[] Row(int from) => rows[from];

    /// <summary>Nodes of positive probability from a node, ascending.</summary>
    internal int[] Reachable(int from) => reachable[from];

    internal int Draw(int from, double uniform)
    {
        var to = 0;
        foreach (var candidate in reachable[from])
        {
            to = candidate;
            uniform -= rows[from][candidate];
            if (uniform < 0) break;
        }
        return to;
    }
}
