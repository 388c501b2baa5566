namespace Sluice.Optimization;

/// <summary>One call of <see cref="Sddp.Train"/>: passes, and upper bounds at growing intervals while a gap is asked for.</summary>
internal sealed class Training(Sddp policy, StoppingRules rules, TimeProvider clock, BoundEstimator estimator)
{
    // Passes before an estimate must cost this many times what the estimate costs.
    private const double TrainingPerBound = 3;
    // A programme of an inner approximation takes about 3.5 times one of a pass. Its bound is wide for want of points long after the lower bound has settled, so
    // passes before it need cost half of it only; the first is tried once there are some points.
    private const double InnerSolve = 3.5;
    private const double TrainingPerInner = 0.5;
    private const int FirstInnerPoints = 40;

    private const double LeastGrowth = 1.15;
    private const double MostGrowth = 2;

    private readonly long start = clock.GetTimestamp();
    private readonly SolverCounts before = policy.Counts;
    private readonly double boundSolves = rules.Bound is { } bound ? estimator.ExpectedSolves(bound) : 0;
    private readonly bool inner = rules.Bound?.IsInner(estimator.Averse) ?? false;
    private readonly int passesBefore = policy.Passes;
    private UpperBound upper = UpperBound.Missing;
    private bool upperIsOld = true;
    private TimeSpan boundTime;
    private long boundSolvesDone;
    private double nextBound;
    private double lower;

    private int Passes => policy.Passes - passesBefore;
    private TimeSpan Elapsed => clock.GetElapsedTime(start);

    internal TrainingResult Run(IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        lower = policy.LowerBound;
        nextBound = inner ? FirstInnerPoints * estimator.SolvesPerPass : TrainingPerBound * boundSolves;
        var reason = Loop(progress, cancellation);
        if (reason != StopReason.Cancelled && rules.Bound is not null && upperIsOld && !(reason == StopReason.Gap)) Estimate(double.NegativeInfinity, cancellation);
        var after = policy.Counts;
        return new TrainingResult(
            reason, Passes, lower, upper, after.Solves - before.Solves, after.SimplexIterations - before.SimplexIterations, Elapsed, boundTime);
    }

    private StopReason Loop(IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        // A policy that was refreshed, loaded or trained before may be good enough as it is.
        if (rules.AsksForGap && policy.KnowsSomething && !Estimate(rules.GapAllowed(lower), cancellation)) return StopReason.Cancelled;
        while (true)
        {
            if (cancellation.IsCancellationRequested) return StopReason.Cancelled;
            if (GapReached()) return StopReason.Gap;
            if (Passes >= rules.Passes) return StopReason.Passes;
            if (Elapsed + TimeOfABound() >= rules.Time) return StopReason.Time;
            if (!policy.RunPass(cancellation)) return StopReason.Cancelled;
            lower = policy.LowerBound;
            upperIsOld = true;
            if (rules.AsksForGap && TrainingSolves() >= nextBound && !Estimate(rules.GapAllowed(lower), cancellation)) return StopReason.Cancelled;
            progress?.Report(new TrainingProgress(Passes, lower, upper.Value, Elapsed, policy.Counts.Solves - before.Solves));
        }
    }

    // An upper bound of an earlier policy stays a bound on the optimum while the lower bound rises.
    private bool GapReached() => upper.Value - lower <= rules.GapAllowed(lower);

    private bool Estimate(double enough, CancellationToken cancellation)
    {
        var (from, solves) = (clock.GetTimestamp(), policy.Counts.Solves);
        var bound = estimator.Estimate(rules.Bound!, policy.Graph.InitialState.AsSpan(), lower, enough, cancellation);
        boundTime += clock.GetElapsedTime(from);
        boundSolvesDone += policy.Counts.Solves - solves;
        if (bound is null) return false;
        (upper, upperIsOld) = (bound, false);
        var trained = TrainingSolves();
        var growth = Math.Clamp(Math.Sqrt((upper.Value - lower) / Math.Max(enough, 1e-300)), LeastGrowth, MostGrowth);
        nextBound = Math.Max(growth * trained, trained + (inner ? TrainingPerInner * InnerSolve : TrainingPerBound) * (policy.Counts.Solves - solves));
        return true;
    }

    private long TrainingSolves() => policy.Counts.Solves - before.Solves - boundSolvesDone;

    private TimeSpan TimeOfABound()
    {
        if (rules.Time is null) return TimeSpan.Zero;
        var solves = Math.Max(1, policy.Counts.Solves - before.Solves);
        return Elapsed * Math.Min(1, (inner ? InnerSolve : 1) * boundSolves / solves);
    }
}
