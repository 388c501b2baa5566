namespace Sluice.Optimization.Tests;

public class StoppingTests
{
    [Fact]
    public void Training_stops_at_the_gap_asked_for()
    {
        var problem = new InventoryProblem(12, stages: 6);
        using var policy = new Sddp(problem.Graph(), new SddpOptions { Threads = 1 });
        var result = policy.Train(new StoppingRules { RelativeGap = 0.02, Passes = 500 });
        Assert.Equal(StopReason.Gap, result.Reason);
        Assert.True(result.RelativeGap <= 0.02);
        Assert.InRange(result.Passes, 1, 499);
        Assert.Equal(UpperBound.Statistical, result.UpperBound.Kind);
        Assert.True(result.Solves > 0 && result.SimplexIterations > 0);
    }

    [Fact]
    public void A_gap_in_money_stops_training_too()
    {
        using var policy = new Sddp(new InventoryProblem(12, stages: 6).Graph(), new SddpOptions { Threads = 1 });
        var result = policy.Train(new StoppingRules { AbsoluteGap = 0.5, Passes = 500 });
        Assert.Equal(StopReason.Gap, result.Reason);
        Assert.True(result.Gap <= 0.5);
    }

    [Fact]
    public void The_pass_limit_counts_the_passes_of_this_call_and_still_gives_an_upper_bound()
    {
        using var policy = new Sddp(new InventoryProblem(2).Graph(), new SddpOptions { Threads = 1 });
        foreach (var passes in new[] { 3, 4 })
        {
            var result = policy.Train(new StoppingRules { Passes = passes });
            Assert.Equal((StopReason.Passes, passes), (result.Reason, result.Passes));
            Assert.True(double.IsFinite(result.UpperBound.Value));
        }
        Assert.Equal(7, policy.Passes);
    }

    [Fact]
    public void A_time_ceiling_is_kept_by_the_clock_passed_in()
    {
        var clock = new SteppingClock(TimeSpan.FromMilliseconds(10));
        using var policy = new Sddp(new InventoryProblem(3, stages: 5).Graph(), new SddpOptions { Threads = 1, Clock = clock });
        var result = policy.Train(new StoppingRules { Time = TimeSpan.FromSeconds(5) });
        Assert.Equal(StopReason.Time, result.Reason);
        Assert.True(result.Elapsed <= TimeSpan.FromSeconds(6));
        Assert.True(double.IsFinite(result.UpperBound.Value));
    }

    [Fact]
    public void Cancelling_ends_training_and_leaves_the_policy_usable()
    {
        var problem = new InventoryProblem(4, stages: 6);
        using var policy = new Sddp(problem.Graph(), new SddpOptions { Threads = 2 });
        using var source = new CancellationTokenSource();
        var result = policy.Train(
            new StoppingRules { Passes = int.MaxValue },
            new Recorder(progress => { if (progress.Passes == 10) source.Cancel(); }),
            source.Token);
        Assert.Equal((StopReason.Cancelled, 10, UpperBound.None), (result.Reason, result.Passes, result.UpperBound.Kind));
        Assert.True(result.LowerBound <= problem.Recursion() + 1e-7);
        Assert.Equal(problem.Recursion(), policy.Train(new StoppingRules { Passes = 300 }).LowerBound, 1e-6);
    }

    [Fact]
    public void A_cancelled_estimate_throws()
    {
        using var policy = new Sddp(new InventoryProblem(4).Graph(), new SddpOptions { Threads = 1 });
        Assert.Throws<OperationCanceledException>(() => policy.EstimateUpperBound(cancellation: new CancellationToken(true)));
        Assert.Throws<OperationCanceledException>(() => policy.Simulate(10, 1, (in SimulationStep _) => { }, cancellation: new CancellationToken(true)));
    }

    /// <summary>A clock that advances by the same span at every reading.</summary>
    private sealed class SteppingClock(TimeSpan step) : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks += step.Ticks;
    }
}
