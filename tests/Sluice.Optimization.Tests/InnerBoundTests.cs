namespace Sluice.Optimization.Tests;

public class InnerBoundTests
{
    public static IEnumerable<TheoryDataRow<int>> Seeds => Enumerable.Range(1, 30).Select(seed => new TheoryDataRow<int>(seed));

    private static readonly BoundOptions ByPoints = new() { Method = BoundMethod.Inner };

    [Theory, MemberData(nameof(Seeds))]
    public void An_inner_approximation_lies_above_the_optimum_and_meets_it_under_any_measure(int seed)
    {
        RiskMeasure[] measures = [RiskMeasure.Expectation, RiskMeasure.Averse(0.25, 0.2), RiskMeasure.WorstCase, RiskMeasure.CVaR(0.5)];
        var graph = new InventoryProblem(seed, stages: 3 + seed % 2).Graph(t => measures[(seed / 2 + t * (seed % 3)) % 4]);
        var exact = DeterministicEquivalent.Solve(graph).Value;
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 0 });
        foreach (var passes in new[] { 3, 60 })
        {
            var trained = policy.Train(new StoppingRules { Passes = passes, Bound = ByPoints });
            Assert.Equal(UpperBound.Inner, trained.UpperBound.Kind);
            Assert.True(trained.UpperBound.Value >= exact - 1e-6, $"inner {trained.UpperBound.Value} below the optimum {exact}");
            Assert.True(trained.LowerBound <= exact + 1e-6);
        }
        Assert.Equal(exact, policy.EstimateUpperBound(ByPoints).Value, 0.02 * (1 + Math.Abs(exact)));
    }

    [Fact]
    public void Training_under_risk_stops_at_the_gap_of_the_inner_approximation()
    {
        using var policy = new Sddp(new InventoryProblem(12, stages: 5).Graph(_ => RiskMeasure.Averse(0.25, 0.1)), new SddpOptions { Threads = 2 });
        var result = policy.Train(new StoppingRules { RelativeGap = 0.02, Passes = 400 });
        Assert.Equal((StopReason.Gap, UpperBound.Inner), (result.Reason, result.UpperBound.Kind));
        Assert.True(result.RelativeGap <= 0.02);
    }

    [Fact]
    public void A_gap_to_a_mean_along_paths_is_refused_under_risk()
    {
        using var policy = new Sddp(new InventoryProblem(1).Graph(_ => RiskMeasure.WorstCase), new SddpOptions { Threads = 1 });
        Assert.Contains("which is none", Assert.Throws<ArgumentException>(
            () => policy.Train(new StoppingRules { RelativeGap = 0.01, Bound = new BoundOptions { Method = BoundMethod.Paths } })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Slopes_that_the_caller_states_hold_too_and_help()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var graph = new InventoryProblem(seed).Graph(_ => RiskMeasure.Averse(0.25, 0.2));
            var exact = DeterministicEquivalent.Solve(graph).Value;
            using var policy = new Sddp(graph, new SddpOptions { Threads = 1 });
            policy.Train(new StoppingRules { Passes = 8, Bound = null });
            // No stage is dearer than a rush at 11 and a disposal at 2 for every unit, and holding costs at most 3 a stage.
            var slopes = Enumerable.Repeat(new StateSlopes([20, 20], [30, 30]), graph.Stages.Length - 1);
            var alone = policy.EstimateUpperBound(ByPoints).Value;
            var helped = policy.EstimateUpperBound(ByPoints with { Inner = new InnerOptions { Slopes = [.. slopes] } }).Value;
            Assert.InRange(helped, exact - 1e-6, alone + 1e-6);
        }
    }

    [Fact]
    public void Slopes_of_another_size_or_without_convexity_are_refused()
    {
        using var policy = new Sddp(new InventoryProblem(1).Graph(), new SddpOptions { Threads = 1 });
        string Refused(params StateSlopes[] slopes) =>
            Assert.Throws<ArgumentException>(() => policy.EstimateUpperBound(ByPoints with { Inner = new InnerOptions { Slopes = [.. slopes] } })).Message;
        Assert.Contains("slopes for 1 stages; 4 stages need 3", Refused(new StateSlopes([1, 1], [1, 1])), StringComparison.Ordinal);
        Assert.Contains("2 entries", Refused(Enumerable.Repeat(new StateSlopes([1], [1]), 3).ToArray()), StringComparison.Ordinal);
        Assert.Contains("-5 up and 1 down", Refused(Enumerable.Repeat(new StateSlopes([-5, 1], [1, 1]), 3).ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void One_seed_gives_the_same_inner_bound_for_one_and_more_threads()
    {
        static long Bits(int threads)
        {
            using var policy = new Sddp(new InventoryProblem(11, stages: 5).Graph(_ => RiskMeasure.Averse(0.3, 0.2)), new SddpOptions { Threads = threads });
            policy.Train(new StoppingRules { Passes = 15, Bound = null });
            return BitConverter.DoubleToInt64Bits(policy.EstimateUpperBound(ByPoints).Value);
        }
        Assert.Equal(Bits(1), Bits(3));
    }

    [Fact]
    public void A_cancelled_inner_approximation_throws()
    {
        using var policy = new Sddp(new InventoryProblem(4).Graph(), new SddpOptions { Threads = 1 });
        Assert.Throws<OperationCanceledException>(() => policy.EstimateUpperBound(ByPoints, new CancellationToken(true)));
    }
}
