namespace Sluice.Optimization;

/// <summary>One pass: a fresh path forward, then cuts for every node of every stage backward.</summary>
/// <remarks>
/// The successors' values at the path's state serve all nodes of the stage before, each with its own transition row.
/// A successor whose probability (under a risk measure: its largest possible weight) × mean recent rise is small gives its best stored support instead of a solve.
/// Paths are drawn by the probabilities under any measure.
/// </remarks>
internal sealed class TrainingPass
{
    // A skipped node's rise grows a little each time, so that none is forgotten.
    private const double SkippedGrowth = 1.05;

    // In a stage as small as this nothing is won by skipping.
    private const int SmallStage = 10;

    private readonly StageSolver[] stages;
    private readonly int firstShared;
    private readonly WorkerPool pool;
    private readonly SddpOptions options;
    private readonly double[][] trial;
    private readonly int[] path;
    private readonly Action<int, Workspace> backward;
    private int stage;
    private double threshold;
    private bool everySuccessor;
    private bool adding;
    private RandomStream random;

    internal TrainingPass(StageSolver[] stages, int firstShared, WorkerPool pool, SddpOptions options, ulong stream)
    {
        (this.stages, this.firstShared, this.pool, this.options) = (stages, firstShared, pool, options);
        trial = [.. stages.Select(s => Point(s.Outgoing))];
        path = new int[stages.Length];
        random = new RandomStream(options.Seed, stream);
        backward = Backward;
    }

    /// <summary>Runs pass number <paramref name="number"/>, from 1. Returns false when cancelled half-way; what was learnt stays.</summary>
    internal bool Run(int number, ReadOnlySpan<double> initialState, double lowerBound, CancellationToken cancellation)
    {
        try
        {
            if (!Forward(initialState, cancellation)) return false;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        threshold = options.SkipThreshold ?? options.RelativeSkipThreshold * (double.IsFinite(lowerBound) ? Math.Abs(lowerBound) : 0);
        for (var t = stages.Length - 1; t >= 1; t--)
        {
            stage = t;
            // A branch's first passes are new to its own stages only.
            everySuccessor = stages[t].Nodes.Length < SmallStage || number % options.FullPassEvery == 0 || (number <= options.FirstFullPasses && t < firstShared);
            adding = t < stages.Length - 1;
            if (adding) stages[t].Leaving!.Add(trial[t]);
            if (!pool.Run(stages[t].Nodes.Length, backward, cancellation)) return false;
        }
        if (stages.Length > 1)
        {
            stages[0].Leaving!.Add(trial[0]);
            stages[0].AddCut(0, stages[1], trial[0], pool.Own);
        }
        return true;
    }

    private bool Forward(ReadOnlySpan<double> initialState, CancellationToken cancellation)
    {
        var state = initialState;
        path[0] = 0;
        for (var t = 0; t < stages.Length - 1; t++)
        {
            if (cancellation.IsCancellationRequested) return false;
            var node = stages[t].Nodes[path[t]];
            node.Solve(state, node.Programme.DrawOutcome(random.Next()), null, cancellation);
            node.CopyOutgoing(trial[t]);
            state = trial[t].AsSpan(0, stages[t].Outgoing);
            path[t + 1] = stages[t].Next!.Draw(path[t], random.Next());
        }
        return true;
    }

    private void Backward(int n, Workspace room)
    {
        var here = stages[stage];
        if (adding) here.AddCut(n, stages[stage + 1], trial[stage], room);
        var node = here.Nodes[n];
        ReadOnlySpan<double> point = trial[stage - 1];
        var functions = here.FunctionsOf(n);
        var known = node.Best(point, functions, room);
        if (!everySuccessor && double.IsFinite(known) && stages[stage - 1].MostWeight(path[stage - 1], n) * node.Lift < threshold)
        {
            node.Lift *= SkippedGrowth;
            return;
        }
        var value = node.Evaluate(point[..here.Incoming], functions, room.Cancellation);
        if (double.IsFinite(known))
        {
            var rise = Math.Max(0, value - known);
            node.Lift = double.IsFinite(node.Lift) ? 0.5 * (node.Lift + rise) : rise;
        }
        node.Keep(functions);
    }

    // A state followed by the 1 that multiplies intercepts.
    private static double[] Point(int states)
    {
        var point = new double[Vectors.Width(states)];
        point[states] = 1;
        return point;
    }
}
