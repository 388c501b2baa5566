namespace Sluice.Optimization;

/// <summary>The rounds of a two-stage decomposition.</summary>
internal sealed class BendersSearch(
    BendersMaster master, int states, DecompositionOptions options, int usualRounds, Action<int> useThreads, Func<double[], BendersCuts, CancellationToken, bool> evaluate)
{
    private const int MostRounds = 20_000;

    private readonly long start = options.Clock.GetTimestamp();
    private readonly double[] state = new double[states], masterState = new double[states];
    private readonly BendersCuts cuts = new();
    private readonly Foresight foresight = new(options.Tolerance, usualRounds);
    private double step = 1;

    internal double Lower { get; private set; } = double.NegativeInfinity;
    internal double Upper { get; private set; } = double.PositiveInfinity;
    internal double[] Best { get; private set; } = [];
    internal int Rounds { get; private set; }

    /// <summary>True when the bounds have met.</summary>
    internal bool Reached => double.IsFinite(Upper) && Upper - Lower <= options.Tolerance * Math.Max(1e-10, Math.Abs(Upper));

    internal void Run(CancellationToken cancellation)
    {
        while (Rounds < MostRounds && !cancellation.IsCancellationRequested && !(options.Clock.GetElapsedTime(start) >= options.Time))
        {
            master.Solve();
            if (master.IsBound) Lower = Math.Max(Lower, master.Value);
            if (Reached) return;
            Rounds++;
            var point = Point();
            master.CopyState(point, state);
            master.CopyState(master.Solution, masterState);
            if (!evaluate(state, cuts, cancellation)) return;
            if (cuts.Feasible) Improve(point);
            if (Reached) return;
            step = AddCuts() ? options.Step : 1;
            if (options.Watch is { } watch) useThreads(watch.Foresee(foresight.After(options.Clock.GetElapsedTime(start).TotalSeconds, Lower, Upper)));
        }
    }

    private double[] Point()
    {
        var point = master.Solution.ToArray();
        if (Best.Length > 0 && step < 1)
            for (var j = 0; j < point.Length; j++) point[j] = step * point[j] + (1 - step) * Best[j];
        return point;
    }

    private void Improve(double[] point)
    {
        var cost = Vectors.Dot(master.Costs, point) + cuts.Total;
        if (cost < Upper) (Upper, Best) = (cost, point);
    }

    // Returns whether a cut changes the master's solution; if none does, the next round goes there.
    private bool AddCuts()
    {
        var moves = false;
        foreach (var (value, gradient) in cuts.Rejections)
        {
            master.AddFeasibilityCut(value, gradient, state);
            moves |= Height(value, gradient) > 0;
        }
        for (var k = 0; k < cuts.Count; k++)
        {
            if (!cuts.IsWhole(k)) continue;
            var height = Height(cuts.Value(k), cuts.Gradient(k));
            var theta = master.Theta(k);
            if (height <= theta + 1e-9 * Math.Max(1, Math.Abs(theta))) continue;
            moves = true;
            master.AddCut(k, cuts.Value(k), cuts.Gradient(k), state);
        }
        master.Commit();
        return moves;
    }

    // Height of a plane at the master's solution.
    private double Height(double value, ReadOnlySpan<double> gradient)
    {
        for (var i = 0; i < states; i++) value += gradient[i] * (masterState[i] - state[i]);
        return value;
    }
}
