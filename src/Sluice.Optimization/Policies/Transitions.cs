namespace Sluice.Optimization;

/// <summary>Transition probabilities from the nodes of one stage to those of the next: dense for reading, sparse rows for summing.</summary>
internal sealed class Transitions
{
    private readonly double[][] rows;
    private readonly int[][] reachable;
    private readonly double[][] chances;

    internal Transitions(IReadOnlyList<double[]> rows)
    {
        this.rows = [.. rows];
        reachable = [.. rows.Select(row => Enumerable.Range(0, row.Length).Where(to => row[to] > 0).ToArray())];
        chances = [.. reachable.Select((nodes, from) => nodes.Select(to => rows[from][to]).ToArray())];
    }

    /// <summary>Nodes that rows start from.</summary>
    internal int From => rows.Length;

    internal double this[int from, int to] => rows[from][to];

    /// <summary>Nodes of positive probability from a node, ascending.</summary>
    internal int[] Reachable(int from) => reachable[from];

    /// <summary>Their probabilities.</summary>
    internal double[] Chances(int from) => chances[from];

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
