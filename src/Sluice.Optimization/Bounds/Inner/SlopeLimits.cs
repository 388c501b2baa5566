namespace Sluice.Optimization;

/// <summary>Limits on the slopes of the cost of later stages, for each node and each state that leaves it.</summary>
/// <remarks>
/// Where a direction z of the recession cone of a node's programme makes up for one unit more (or less) of an incoming state at cost c'z, every solution plus
/// δz solves the node at the moved state: the cost grows by at most δc'z and by what the move of the outgoing state costs later. The cheapest such direction is
/// a small programme, solved from the last stage backward. A coherent measure of later costs grows at most by the measure of their growths.
/// </remarks>
internal sealed class SlopeLimits
{
    private readonly double[][] rise, fall;

    private readonly bool[] openUp, openDown;

    private SlopeLimits(int nodes, int states)
    {
        (rise, fall) = ([.. Enumerable.Range(0, nodes).Select(_ => new double[states])], [.. Enumerable.Range(0, nodes).Select(_ => new double[states])]);
        (openUp, openDown) = (new bool[states], new bool[states]);
    }

    /// <summary>Whether the programmes of some node limit no slope of a state upward, whatever the caller states.</summary>
    internal bool IsOpenUp(int state) => openUp[state];

    /// <summary>The same downward.</summary>
    internal bool IsOpenDown(int state) => openDown[state];

    internal ReadOnlySpan<double> Rise(int node) => rise[node];

    internal ReadOnlySpan<double> Fall(int node) => fall[node];

    /// <summary>Limits for every stage but the last; null when cancelled.</summary>
    internal static SlopeLimits[]? All(PolicyGraph graph, StageSolver[] stages, InnerOptions options, WorkerPool pool, CancellationToken cancellation)
    {
        var limits = new SlopeLimits[stages.Length - 1];
        for (var t = stages.Length - 1; t >= 1; t--)
        {
            var (here, after) = (stages[t], t < stages.Length - 1 ? limits[t] : null);
            var growth = new double[2 * here.Incoming][];
            for (var d = 0; d < growth.Length; d++) growth[d] = new double[here.Parts];
            var at = t;
            if (!pool.Run(here.Nodes.Length, (n, room) => Directions(graph.Stages[at].Nodes[n], here, n, after, options, growth, room), cancellation)) return null;
            limits[t - 1] = Combine(stages[t - 1], here, growth, options.Slopes.IsDefault ? null : options.Slopes[t - 1], pool.Own);
        }
        return limits;
    }

    private static SlopeLimits Combine(StageSolver from, StageSolver here, double[][] growth, StateSlopes? stated, Workspace room)
    {
        var (limits, states) = (new SlopeLimits(from.Nodes.Length, here.Incoming), here.Incoming);
        for (var n = 0; n < from.Nodes.Length; n++)
            for (var d = 0; d < 2 * states; d++)
            {
                var limit = from.After(n).Measure(from.Risk, growth[d], room);
                var known = (d < states ? stated?.Rise : stated?.Fall)?[d % states] ?? double.PositiveInfinity;
                (d < states ? limits.openUp : limits.openDown)[d % states] |= double.IsPositiveInfinity(limit);
                (d < states ? limits.rise : limits.fall)[n][d % states] = Math.Min(limit, known);
            }
        return limits;
    }

    private static void Directions(StageNode node, StageSolver here, int n, SlopeLimits? after, InnerOptions options, double[][] growth, Workspace room)
    {
        var programme = RecessionProgramme.Of(node, after is null ? [] : after.rise[n], after is null ? [] : after.fall[n], options.UnlimitedFrom, room.Cancellation);
        using var engine = new HighsEngine(programme, null, 0);
        var result = new NodeResult(programme.Columns, programme.Rows);
        var (state, states) = (new double[here.Incoming], here.Incoming);
        for (var d = 0; d < 2 * states; d++)
        {
            var way = d < states ? 1 : -1;
            state[d % states] = way;
            for (var w = 0; w < programme.Outcomes.Length; w++)
            {
                room.Cancellation.ThrowIfCancellationRequested();
                if (programme.Outcomes[w].Probability == 0) continue;
                var cost = engine.Solve(state, w, null, result) == ModelStatus.Optimal
                    ? result.Objective + way * programme.IncomingCosts[d % states]
                    : double.PositiveInfinity;
                if (here.KeepsOutcomes) growth[d][here.FirstPart(n) + w] = cost;
                else growth[d][here.FirstPart(n)] += programme.Outcomes[w].Probability * cost;
            }
            state[d % states] = 0;
        }
    }
}
