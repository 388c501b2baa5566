namespace Sluice.Optimization;

/// <summary>Teaches an untrained policy what holds at given states: every node is solved at them, from the last stage to the first.</summary>
internal static class Relearning
{
    /// <param name="stages">The untrained stages.</param>
    /// <param name="points">[stage, all but the last]: states that leave it, each with its 1.</param>
    /// <param name="by">Which nodes are rare.</param>
    /// <param name="pool">Workers.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal static void Run(StageSolver[] stages, IReadOnlyList<double[]>[] points, RefreshOptions by, WorkerPool pool, CancellationToken cancellation)
    {
        var occupancy = by.RareBelow > 0 ? Occupancy(stages) : null;
        for (var t = stages.Length - 1; t >= 1; t--)
        {
            var (here, before, at) = (stages[t], stages[t - 1], points[t - 1]);
            var functions = new double[at.Count][];
            var (stage, apart) = (t, Math.Max(1, at.Count / by.RarePoints));
            int stride(int n) => occupancy is not null && occupancy[stage][n] < by.RareBelow ? apart : 1;
            for (var k = 0; k < at.Count; k++)
            {
                functions[k] = new double[here.Functions.Length];
                before.Leaving!.Add(at[k]);
            }
            var whole = pool.Run(here.Nodes.Length, (n, room) => Learn(here, n, at, functions, stride(n), room), cancellation)
                && pool.Run(before.Nodes.Length, (n, room) => AddCuts(before, n, at, functions, room), cancellation);
            if (!whole) throw new OperationCanceledException(cancellation);
        }
    }

    private static void Learn(StageSolver here, int n, IReadOnlyList<double[]> points, double[][] functions, int stride, Workspace room)
    {
        var (node, from) = (here.Nodes[n], here.FirstPart(n) * here.Width);
        // From the most recent point back, so that a stride never leaves that one out.
        for (var k = points.Count - 1; k >= 0; k -= stride)
        {
            var mine = functions[k].AsSpan(from, node.Parts * here.Width);
            node.Evaluate(points[k].AsSpan(0, here.Incoming), mine, room.Cancellation);
            node.Keep(mine);
        }
        for (var k = points.Count - 1; stride > 1 && k >= 0; k--)
            if ((points.Count - 1 - k) % stride != 0) node.Best(points[k], functions[k].AsSpan(from, node.Parts * here.Width), room);
        // Where training goes on, the node is solved before anything is said of how much it still rises.
        node.Lift = double.PositiveInfinity;
    }

    // [stage][node] probability of reaching the node.
    private static double[][] Occupancy(StageSolver[] stages)
    {
        var occupancy = stages.Select(stage => new double[stage.Nodes.Length]).ToArray();
        occupancy[0][0] = 1;
        for (var t = 0; t + 1 < stages.Length; t++)
            for (var from = 0; from < occupancy[t].Length; from++)
                foreach (var to in stages[t].Next!.Reachable(from)) occupancy[t + 1][to] += occupancy[t][from] * stages[t].Next![from, to];
        return occupancy;
    }

    private static void AddCuts(StageSolver before, int n, IReadOnlyList<double[]> points, double[][] functions, Workspace room)
    {
        for (var k = 0; k < points.Count; k++) before.AddCut(n, functions[k], points[k], room);
    }
}
