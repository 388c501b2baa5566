namespace Sluice.Optimization;

/// <summary>Teaches an untrained policy what holds at given states: every node is solved at them, from the last stage to the first.</summary>
internal static class Relearning
{
    /// <param name="stages">The untrained stages.</param>
    /// <param name="points">[stage, all but the last]: states that leave it, each with its 1.</param>
    /// <param name="pool">Workers.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal static void Run(StageSolver[] stages, IReadOnlyList<double[]>[] points, WorkerPool pool, CancellationToken cancellation)
    {
        for (var t = stages.Length - 1; t >= 1; t--)
        {
            var (here, before, at) = (stages[t], stages[t - 1], points[t - 1]);
            var functions = new double[at.Count][];
            for (var k = 0; k < at.Count; k++)
            {
                functions[k] = new double[here.Functions.Length];
                before.Leaving!.Add(at[k]);
            }
            var whole = pool.Run(here.Nodes.Length, (n, room) => Learn(here, n, at, functions, room), cancellation)
                && pool.Run(before.Nodes.Length, (n, room) => AddCuts(before, n, at, functions, room), cancellation);
            if (!whole) throw new OperationCanceledException(cancellation);
        }
    }

    private static void Learn(StageSolver here, int n, IReadOnlyList<double[]> points, double[][] functions, Workspace room)
    {
        var (node, from) = (here.Nodes[n], here.FirstPart(n) * here.Width);
        for (var k = 0; k < points.Count; k++)
        {
            var mine = functions[k].AsSpan(from, node.Parts * here.Width);
            node.Evaluate(points[k].AsSpan(0, here.Incoming), mine, room.Cancellation);
            node.Keep(mine);
        }
        // Where training goes on, the node is solved before anything is said of how much it still rises.
        node.Lift = double.PositiveInfinity;
    }

    private static void AddCuts(StageSolver before, int n, IReadOnlyList<double[]> points, double[][] functions, Workspace room)
    {
        for (var k = 0; k < points.Count; k++) before.AddCut(n, functions[k], points[k], room);
    }
}
