namespace Sluice.Optimization;

/// <summary>Paths walked together stage by stage: where each is, in which state, and which node owns it.</summary>
internal sealed class PathBatch
{
    private readonly RandomStream[] random;
    private readonly StageSolver[] stages;
    private readonly IReadOnlyList<Transitions>? otherChances;
    private int[] start = [];
    private double[] entering, leaving;
    private readonly int[] order;

    internal PathBatch(StageSolver[] stages, ulong seed, int first, int count, ReadOnlySpan<double> initialState, IReadOnlyList<Transitions>? otherChances = null)
    {
        (this.stages, this.otherChances, Count) = (stages, otherChances, count);
        random = [.. Enumerable.Range(first, count).Select(path => new RandomStream(seed, (ulong)path))];
        (Node, Previous, Outcome, order) = (new int[count], new int[count], new int[count], new int[count]);
        entering = new double[count * Vectors.Width(initialState.Length)];
        for (var j = 0; j < count; j++) initialState.CopyTo(entering.AsSpan(j * Vectors.Width(initialState.Length)));
        leaving = new double[count * Vectors.Width(stages[0].Outgoing)];
        Arrive();
    }

    internal int Count { get; }
    internal int Stage { get; private set; }
    internal int[] Node { get; }

    /// <summary>Node of the stage before; 0 at the first stage.</summary>
    internal int[] Previous { get; }

    internal int[] Outcome { get; }

    /// <summary>State entering the present stage.</summary>
    internal ReadOnlySpan<double> State(int path) => Point(path)[..stages[Stage].Incoming];

    /// <summary>The same followed by a 1 and zeros.</summary>
    internal ReadOnlySpan<double> Point(int path)
    {
        var width = Vectors.Width(stages[Stage].Incoming);
        return entering.AsSpan(path * width, width);
    }

    /// <summary>State leaving the present stage, filled by the caller.</summary>
    internal Span<double> Outgoing(int path)
    {
        var width = Vectors.Width(stages[Stage].Outgoing);
        return leaving.AsSpan(path * width, stages[Stage].Outgoing);
    }

    /// <summary>Paths at a node, ascending.</summary>
    internal ReadOnlySpan<int> At(int node) => order.AsSpan(start[node], start[node + 1] - start[node]);

    /// <summary>Moves every path to the next stage. Returns false at the end.</summary>
    internal bool Advance()
    {
        if (Stage == stages.Length - 1) return false;
        var chances = otherChances?[Stage] ?? stages[Stage].Next!;
        for (var j = 0; j < Count; j++)
        {
            Previous[j] = Node[j];
            Node[j] = chances.Draw(Node[j], random[j].Next());
        }
        Stage++;
        entering = leaving;
        leaving = new double[Count * Vectors.Width(stages[Stage].Outgoing)];
        Arrive();
        return true;
    }

    private void Arrive()
    {
        var (nodes, incoming) = (stages[Stage].Nodes, stages[Stage].Incoming);
        for (var j = 0; j < Count; j++) entering[j * Vectors.Width(incoming) + incoming] = 1;
        start = new int[nodes.Length + 1];
        for (var j = 0; j < Count; j++)
        {
            Outcome[j] = nodes[Node[j]].Programme.DrawOutcome(random[j].Next());
            start[Node[j] + 1]++;
        }
        for (var n = 0; n < nodes.Length; n++) start[n + 1] += start[n];
        var place = start[..^1];
        for (var j = 0; j < Count; j++) order[place[Node[j]]++] = j;
    }
}
