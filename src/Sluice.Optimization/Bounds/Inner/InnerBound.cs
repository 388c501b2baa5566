namespace Sluice.Optimization;

/// <summary>A deterministic upper bound on the optimum, by valuing every node from above at stored points, from the last stage to the first.</summary>
internal sealed class InnerBound(PolicyGraph graph, StageSolver[] stages, WorkerPool pool, SddpOptions options)
{
    private readonly PolicyGraph graph = graph;
    private readonly StageSolver[] stages = stages;
    private readonly SddpOptions options = options;
    private SlopeLimits[]? limits;
    private InnerOptions? limitsFor;
    private SolverCounts counts;

    /// <summary>Work done so far.</summary>
    internal SolverCounts Counts => counts;

    /// <summary>The bound, +∞ when the points do not reach far enough; null when cancelled.</summary>
    internal double? Value(InnerOptions by, CancellationToken cancellation)
    {
        if (limits is null || limitsFor != by)
        {
            limits = SlopeLimits.All(graph, stages, by, pool, cancellation);
            limitsFor = by;
            if (limits is null) return null;
        }
        List<double[]> points = [];
        double[][] values = [];
        for (var t = stages.Length - 1; t >= 0; t--)
        {
            var here = new Sweep(this, t, points, values, limits, t == 0 ? [[.. graph.InitialState]] : InnerPoints.Of(stages[t - 1], limits[t - 1], by));
            if (!pool.Run(stages[t].Nodes.Length, here.Visit, cancellation)) return null;
            (points, values) = (here.Points, here.Values);
        }
        return values[0][0] + 0.0;
    }

    /// <summary>One stage: the value of each part at each point.</summary>
    private sealed class Sweep
    {
        private readonly InnerBound bound;
        private readonly int stage;
        private readonly StageSolver here;
        private readonly List<double[]> next;
        private readonly double[][] nextValues;
        private readonly SlopeLimits[] limits;

        internal Sweep(InnerBound bound, int stage, List<double[]> next, double[][] nextValues, SlopeLimits[] limits, List<double[]> points)
        {
            (this.bound, this.stage, this.next, this.nextValues, this.limits, Points) = (bound, stage, next, nextValues, limits, points);
            here = bound.stages[stage];
            Values = [.. points.Select(_ => new double[here.Parts])];
        }

        internal List<double[]> Points { get; }

        /// <summary>[point][part].</summary>
        internal double[][] Values { get; }

        private bool IsLast => stage == bound.stages.Length - 1;

        internal void Visit(int n, Workspace room)
        {
            using var solver = new NodeSolver(Programme(n, room), new NodeAddress(stage, n, null, null), 0, null, bound.options);
            for (var k = 0; k < Points.Count; k++) ValueAt(k, n, solver, room);
            lock (bound) bound.counts = solver.AddTo(bound.counts);
        }

        private NodeProgramme Programme(int n, Workspace room)
        {
            if (IsLast) return here.Nodes[n].Programme;
            var (risk, after, values) = (here.Risk, here.After(n), new double[next.Count]);
            for (var k = 0; k < values.Length; k++) values[k] = after.Measure(risk, nextValues[k], room);
            return InnerProgramme.Of(bound.graph.Stages[stage].Nodes[n], next, values, limits[stage].Rise(n), limits[stage].Fall(n), room.Cancellation);
        }

        private void ValueAt(int k, int n, NodeSolver solver, Workspace room)
        {
            var (part, outcomes) = (here.FirstPart(n), solver.Programme.Outcomes);
            for (var w = 0; w < outcomes.Length; w++)
            {
                if (outcomes[w].Probability == 0) continue;
                room.Cancellation.ThrowIfCancellationRequested();
                var value = solver.TrySolve(Points[k], w, null, room.Cancellation) == ModelStatus.Optimal ? solver.Objective : double.PositiveInfinity;
                if (here.KeepsOutcomes) Values[k][part + w] = value;
                else Values[k][part] += outcomes[w].Probability * value;
            }
        }
    }
}
