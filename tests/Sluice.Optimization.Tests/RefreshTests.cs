namespace Sluice.Optimization.Tests;

public class RefreshTests
{
    public static IEnumerable<TheoryDataRow<int>> Seeds => Enumerable.Range(1, 16).Select(seed => new TheoryDataRow<int>(seed));

    [Theory, MemberData(nameof(Seeds))]
    public void A_refreshed_policy_bounds_the_changed_problem_from_below_and_reaches_it(int seed)
    {
        var problem = new InventoryProblem(seed);
        using var policy = new Sddp(problem.Graph(), new SddpOptions { Threads = 2, SkipThreshold = 0 });
        var before = policy.Train(new StoppingRules { Passes = 60 }).LowerBound;
        foreach (var changed in (PolicyGraph[])[OtherChances(problem.Graph()), Cheaper(problem), Narrower(problem), problem.Graph(_ => RiskMeasure.Averse(0.5, 0.2))])
        {
            var exact = DeterministicEquivalent.Solve(changed).Value;
            using var refreshed = policy.Refreshed(changed);
            Assert.True(refreshed.LowerBound <= exact + 1e-6, $"{refreshed.LowerBound} exceeds the optimum {exact}");
            Assert.Equal(exact, refreshed.LowerBound, 0.25 * (5 + Math.Abs(exact)));
            Assert.Equal(exact, refreshed.Train(new StoppingRules { Passes = 80, Bound = null }).LowerBound, 1e-5);
        }
        Assert.Equal(before, policy.LowerBound, 1e-9);
    }

    [Fact]
    public void A_refresh_on_the_same_data_loses_nothing_that_its_points_know()
    {
        var graph = new InventoryProblem(5).Graph();
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 0 });
        var value = policy.Train(new StoppingRules { Passes = 60 }).LowerBound;
        using var refreshed = policy.Refreshed(graph);
        Assert.Equal(value, refreshed.LowerBound, 1e-6);
    }

    [Fact]
    public void A_refreshed_policy_that_is_good_enough_trains_no_further()
    {
        var graph = new InventoryProblem(12, stages: 6).Graph();
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1 });
        policy.Train(new StoppingRules { RelativeGap = 0.005, Passes = 500 });
        using var refreshed = policy.Refreshed(graph);
        var result = refreshed.Train(new StoppingRules { RelativeGap = 0.02, Passes = 100 });
        Assert.Equal((StopReason.Gap, 0), (result.Reason, result.Passes));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_refresh_that_solves_rare_nodes_at_few_points_still_bounds_from_below_and_reaches_the_optimum(int seed)
    {
        var problem = new InventoryProblem(seed);
        using var policy = new Sddp(problem.Graph(), new SddpOptions { Threads = 1, SkipThreshold = 0 });
        policy.Train(new StoppingRules { Passes = 60, Bound = null });
        var changed = OtherChances(problem.Graph());
        var exact = DeterministicEquivalent.Solve(changed).Value;
        using var whole = policy.Refreshed(changed);
        using var thin = policy.Refreshed(changed, new RefreshOptions { RareBelow = 0.6, RarePoints = 3 });
        Assert.True(thin.LowerBound <= exact + 1e-6 && thin.LowerBound <= whole.LowerBound + 1e-6, $"thin {thin.LowerBound}, whole {whole.LowerBound}, optimum {exact}");
        Assert.True(thin.Counts.Solves <= whole.Counts.Solves);
        Assert.Equal(exact, thin.Train(new StoppingRules { Passes = 80, Bound = null }).LowerBound, 1e-5);
    }

    [Fact]
    public void A_graph_of_another_shape_is_refused()
    {
        using var policy = new Sddp(new InventoryProblem(1, stages: 4).Graph(), new SddpOptions { Threads = 1 });
        Assert.Contains("3 stages where there were 4", Assert.Throws<ArgumentException>(() => policy.Refreshed(new InventoryProblem(1, stages: 3).Graph())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_refresh_throws()
    {
        var graph = new InventoryProblem(1).Graph();
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1 });
        policy.Train(new StoppingRules { Passes = 5 });
        Assert.Throws<OperationCanceledException>(() => policy.Refreshed(graph, null, new CancellationToken(true)));
    }

    private static PolicyGraph OtherChances(PolicyGraph graph) => new(
        [.. graph.Stages.Select((stage, t) => t == graph.Stages.Length - 1 ? stage : stage with { Transitions = [.. stage.Transitions.Select(row => row.Select(_ => 1.0 / row.Length).ToArray())] })],
        graph.InitialState);

    private static PolicyGraph Cheaper(InventoryProblem problem) => Changed(problem, node => node with { RushCost = Math.Max(1, node.RushCost - 3) });

    private static PolicyGraph Narrower(InventoryProblem problem) => Changed(problem, node => node with { OrderLimit = Math.Max(0, node.OrderLimit - 1) });

    private static PolicyGraph Changed(InventoryProblem problem, Func<InventoryProblem.Node, InventoryProblem.Node> change)
    {
        var graph = problem.Graph();
        return new([.. Enumerable.Range(0, graph.Stages.Length).Select(t => problem.StageAt(t, change))], graph.InitialState);
    }
}
