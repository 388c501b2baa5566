namespace Sluice.Optimization;

/// <summary>Paths walked together stage by stage: where each is, in which state, and which node owns it.</summary>
internal sealed class PathBatch
{
    private readonly RandomStream[] random;
    private readonly StageSolver[] stages;
    private readonly IReadOnlyList<Transitions>? otherChances;
    private int[] start = [];
    private readonly int[] order;

    internal PathBatch(StageSolver[] stages, ulong seed, int first, int count, ReadOnlySpan<double> initialState, IReadOnlyList<Transitions>? otherChances = null)
    {
        (this.stages, this.otherChances, Count) = (stages, otherChances, count);
        random = [.. Enumerable.Range(first, count).Select(path => new RandomStream(seed, (ulong)path))];
        (Node, Previous, Outcome, order) = (new int[count], new int[count], new int[count], new int[count]);
        Entering = new double[count * initialState.Length];
        for (var j = 0; j < count; j++) initialState.CopyTo(Entering.AsSpan(j * initialState.Length));
        Leaving = new double[count * stages[0].Outgoing];
        Arrive();
    }

    internal int Count { get; }
    internal int Stage { get; private set; }
    internal int[] Node { get; }

    /// <summary>Node of the stage before; 0 at the first stage.</summary>
    internal int[] Previous { get; }

    internal int[] Outcome { get; }

    /// <summary>States entering the present stage, [path × state].</summary>
    internal double[] Entering { get; private set; }

    /// <summary>States leaving it, filled by the caller.</summary>
    internal double[] Leaving { get; private set; }

    internal ReadOnlySpan<double> State(int path) => Entering.AsSpan(path * stages[Stage].Incoming, stages[Stage].Incoming);

    internal Span<double> Outgoing(int path) => Leaving.AsSpan(path * stages[Stage].Outgoing, stages[Stage].Outgoing);

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
        Entering = Leaving;
        Leaving = new double[Count * stages[Stage].Outgoing];
        Arrive();
        return true;
    }

    private void Arrive()
    {
        var nodes = stages[Stage].Nodes;
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
