namespace Sluice.Optimization.Tests;

public class RiskTests
{
    public static IEnumerable<TheoryDataRow<int>> Seeds => Enumerable.Range(1, 24).Select(seed => new TheoryDataRow<int>(seed));

    private static readonly RiskMeasure[] Measures =
    [
        RiskMeasure.CVaR(0.3), RiskMeasure.WorstCase, RiskMeasure.Averse(0.25, 0.1),
        RiskMeasure.Mix((0.5, RiskMeasure.Expectation), (0.3, RiskMeasure.CVaR(0.4)), (0.2, RiskMeasure.WorstCase)),
    ];

    [Theory, MemberData(nameof(Seeds))]
    public void Training_the_extensive_form_and_a_walk_over_all_histories_agree_under_risk(int seed)
    {
        var graph = new InventoryProblem(seed, stages: 3 + seed % 2).Graph(t => t == 1 && seed % 3 == 0 ? RiskMeasure.Expectation : Measures[(seed + t) % Measures.Length]);
        var exact = DeterministicEquivalent.Solve(graph).Value;
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 0, Seed = (ulong)seed });
        var lower = policy.Train(new StoppingRules { Passes = 150, Bound = null }).LowerBound;
        Assert.True(lower <= exact + 1e-6, $"the lower bound {lower} exceeds the optimum {exact}");
        Assert.Equal(exact, lower, 1e-5);
        Assert.Equal(exact, NestedCost.Of(policy), 1e-4);
    }

    [Fact]
    public void Risk_stated_at_one_stage_alone_costs_something_between_none_and_everywhere()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var problem = new InventoryProblem(seed);
            double Cost(Func<int, RiskMeasure> risk) => DeterministicEquivalent.Solve(problem.Graph(risk)).Value;
            var none = Cost(_ => RiskMeasure.Expectation);
            var one = Cost(t => t == 1 ? RiskMeasure.CVaR(0.2) : RiskMeasure.Expectation);
            var all = Cost(_ => RiskMeasure.CVaR(0.2));
            var worst = Cost(_ => RiskMeasure.WorstCase);
            Assert.Equal(problem.Recursion(), none, 1e-6);
            Assert.True(none <= one + 1e-7 && one <= all + 1e-7 && all <= worst + 1e-7, $"{none} {one} {all} {worst}");
        }
    }

    [Fact]
    public void Skipping_successors_leaves_the_lower_bound_below_the_optimum_under_risk()
    {
        var graph = new InventoryProblem(14, stages: 4).Graph(_ => RiskMeasure.Averse(0.5, 0.2));
        var exact = DeterministicEquivalent.Solve(graph).Value;
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 10 });
        for (var pass = 0; pass < 60; pass++)
            Assert.True(policy.Train(new StoppingRules { Passes = 1, Bound = null }).LowerBound <= exact + 1e-6);
    }

    [Fact]
    public void Cvar_is_the_mean_of_the_worst_share()
    {
        double[] chances = [0.5, 0.3, 0.2], costs = [1, 10, 4];
        Assert.Equal(0.5 * 1 + 0.3 * 10 + 0.2 * 4, RiskMeasure.Expectation.Of(chances, costs), 1e-12);
        Assert.Equal(10, RiskMeasure.CVaR(0.3).Of(chances, costs), 1e-12);
        Assert.Equal((0.3 * 10 + 0.1 * 4) / 0.4, RiskMeasure.CVaR(0.4).Of(chances, costs), 1e-12);
        Assert.Equal(10, RiskMeasure.WorstCase.Of(chances, costs));
        Assert.Equal(10, RiskMeasure.WorstCase.Of([0.5, 0.5, 0], [10, 1, 99]));
        Assert.Equal(0.75 * 4.3 + 0.25 * 10, RiskMeasure.Averse(0.25, 0.1).Of(chances, costs), 1e-12);
        Assert.Equal(RiskMeasure.CVaR(0.1), RiskMeasure.Averse(1, 0.1));
        Assert.Equal(RiskMeasure.Expectation, RiskMeasure.Averse(0, 0.1));
        Assert.Equal("0.75 E + 0.25 CVaR(0.1)", RiskMeasure.Averse(0.25, 0.1).ToString());
    }

    [Fact]
    public void A_measure_out_of_range_is_refused()
    {
        Assert.Contains("tail is 1.5", Assert.Throws<ArgumentException>(() => RiskMeasure.CVaR(1.5)).Message, StringComparison.Ordinal);
        Assert.Contains("sum to 0.5", Assert.Throws<ArgumentException>(() => RiskMeasure.Mix((0.5, RiskMeasure.WorstCase))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Along_paths_a_policy_under_risk_gives_an_estimate_and_no_bound()
    {
        using var policy = new Sddp(new InventoryProblem(3).Graph(_ => RiskMeasure.CVaR(0.2)), new SddpOptions { Threads = 1 });
        policy.Train(new StoppingRules { Passes = 20, Bound = null });
        Assert.Equal(UpperBound.Estimate, policy.EstimateUpperBound(new BoundOptions { Method = BoundMethod.Paths }).Kind);
    }

    [Fact]
    public void A_branch_may_measure_risk_where_its_parent_does()
    {
        var problem = new InventoryProblem(4);
        var graph = problem.Graph(_ => RiskMeasure.Averse(0.5, 0.3));
        using var parent = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 0 });
        var value = parent.Train(new StoppingRules { Passes = 80, Bound = null }).LowerBound;
        using var same = parent.Branch([graph.Stages[0]], graph.InitialState);
        Assert.Equal(value, same.LowerBound, 1e-6);
        var neutral = graph.Stages[0] with { Risk = RiskMeasure.Expectation };
        using var milder = parent.Branch([neutral], graph.InitialState);
        var exact = DeterministicEquivalent.Solve(new PolicyGraph([neutral, .. graph.Stages[1..]], graph.InitialState)).Value;
        Assert.Equal(exact, milder.Train(new StoppingRules { Passes = 60, Bound = null }).LowerBound, 1e-5);
    }

    [Fact]
    public void A_branch_cannot_measure_risk_over_noise_of_which_its_parent_kept_the_mean()
    {
        var problem = Enumerable.Range(1, 20).Select(seed => new InventoryProblem(seed)).First(p => p.StageAt(1).Nodes.Any(node => node.Outcomes.Length > 1));
        var graph = problem.Graph();
        using var parent = new Sddp(graph, new SddpOptions { Threads = 1 });
        Assert.Contains("keeps only the mean", Assert.Throws<ArgumentException>(
            () => parent.Branch([graph.Stages[0] with { Risk = RiskMeasure.WorstCase }], graph.InitialState)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_seed_gives_the_same_bits_under_risk_for_one_and_more_threads()
    {
        static long Bits(int threads)
        {
            using var policy = new Sddp(new InventoryProblem(11, stages: 5).Graph(_ => RiskMeasure.Averse(0.3, 0.2)), new SddpOptions { Threads = threads });
            return BitConverter.DoubleToInt64Bits(policy.Train(new StoppingRules { Passes = 25, Bound = null }).LowerBound);
        }
        Assert.Equal(Bits(1), Bits(2));
        Assert.Equal(Bits(1), Bits(3));
    }
}
