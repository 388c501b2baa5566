namespace Sluice.Optimization.Tests;

public class SimulationTests
{
    [Fact]
    public void Steps_come_stage_by_stage_and_path_by_path_and_states_are_handed_on()
    {
        using var policy = Trained(8, out var graph);
        var left = new Dictionary<int, double[]>();
        var (stage, path) = (0, -1);
        policy.Simulate(50, 3, (in SimulationStep step) =>
        {
            if (step.Stage != stage) (stage, path) = (step.Stage, -1);
            Assert.Equal(++path, step.Path);
            if (step.Stage == 0) Assert.Equal(graph.InitialState.ToArray(), step.IncomingState.ToArray());
            else Assert.Equal(left[step.Path], step.IncomingState.ToArray());
            left[step.Path] = step.OutgoingState.ToArray();
        });
        Assert.Equal((graph.Stages.Length - 1, 49), (stage, path));
    }

    [Fact]
    public void The_mean_cost_of_plain_paths_agrees_with_the_control_variate_estimate()
    {
        using var policy = Trained(8, out _);
        var costs = new double[4000];
        policy.Simulate(costs.Length, 5, (in SimulationStep step) => costs[step.Path] += step.StageCost);
        var mean = costs.Average();
        var error = Math.Sqrt(costs.Sum(cost => (cost - mean) * (cost - mean)) / costs.Length / costs.Length);
        var bound = policy.EstimateUpperBound();
        Assert.InRange(bound.Mean, mean - 4 * error, mean + 4 * error);
        Assert.True(bound.StandardError < error);
    }

    [Fact]
    public void Costs_along_paths_have_the_mean_of_the_bound_and_under_other_chances_that_of_the_forced_path()
    {
        using var policy = Trained(8, out var graph);
        var bound = policy.EstimateUpperBound(new BoundOptions { Paths = 64, MaximumPaths = 64 });
        Assert.Equal(bound.Mean, policy.CostsAlongPaths(new BoundOptions { Paths = 64, MaximumPaths = 64 }).Average(), 1e-9);

        // Where one path is forced, only the noise inside the nodes is left: the plain mean over many draws is the witness.
        var forced = graph.Stages[..^1].Select(s => s.Transitions.Select(row => row.Select((_, to) => to == 0 ? 1.0 : 0).ToArray()).ToArray()).ToArray();
        var plain = new double[4000];
        policy.Simulate(plain.Length, 5, (in SimulationStep step) => plain[step.Path] += step.StageCost, new SimulationOptions { Transitions = [.. forced] });
        var error = Math.Sqrt(plain.Sum(cost => (cost - plain.Average()) * (cost - plain.Average())) / plain.Length / plain.Length);
        Assert.Equal(plain.Average(), policy.CostsAlongPaths(new BoundOptions { Paths = 400, MaximumPaths = 400 }, [.. forced]).Average(), 4 * error + 1e-6);
    }

    [Fact]
    public void The_lagrangian_at_a_solution_is_its_stage_cost_and_a_stored_support_is_no_higher_than_the_value()
    {
        using var policy = Trained(8, out var graph);
        policy.Simulate(40, 3, (in SimulationStep step) =>
        {
            var value = Lagrangian.At(graph.Stages[step.Stage].Nodes[step.Node], step.Outcome, step.Columns, step.RowDuals, step.ReducedCosts, step.IncomingState);
            Assert.Equal(step.StageCost, value, 1e-6 * (1 + Math.Abs(step.StageCost)));
            if (step.Stage > 0)
                Assert.True(policy.Support(step.Stage, step.Node, step.IncomingState).Value <= policy.Value(step.Stage, step.Node, step.IncomingState).Value + 1e-6);
        });
    }

    [Fact]
    public void The_estimate_of_an_untrained_policy_is_above_its_lower_bound_and_near_its_plain_cost()
    {
        using var policy = new Sddp(new InventoryProblem(8, stages: 5).Graph(), new SddpOptions { Threads = 1 });
        var costs = new double[4000];
        policy.Simulate(costs.Length, 5, (in SimulationStep step) => costs[step.Path] += step.StageCost);
        var bound = policy.EstimateUpperBound(new BoundOptions { Paths = 2000, MaximumPaths = 2000 });
        Assert.Equal(costs.Average(), bound.Mean, 1.0);
        Assert.True(policy.LowerBound <= bound.Mean);
    }

    [Fact]
    public void A_rule_decides_for_its_solve_alone()
    {
        using var policy = Trained(8, out var graph);
        var before = policy.Solve(0, 0, graph.InitialState.AsSpan());
        var habit = new SimulationOptions
        {
            Rule = (stage, node, outcome, state, edit) =>
            {
                edit.SetBounds(1, 0, 0);
                edit.SetCost(2, 0.5);
                edit.IgnoreCostToGo();
            },
        };
        var costs = new double[200];
        policy.Simulate(costs.Length, 1, (in SimulationStep step) =>
        {
            Assert.Equal(0, step.Columns[1]);
            costs[step.Path] += step.StageCost;
        }, habit);
        Assert.Equal(before.Columns, policy.Solve(0, 0, graph.InitialState.AsSpan()).Columns);
        Assert.True(costs.Average() >= policy.LowerBound);
        var estimate = policy.EstimateUpperBound(new BoundOptions { Rule = habit.Rule, Paths = 400, MaximumPaths = 400 });
        Assert.True(estimate.Mean > policy.LowerBound);
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(0)]
    public void A_rule_that_changes_nothing_costs_what_the_policy_costs(int denseEntries)
    {
        using var policy = Trained(8, out _, denseEntries);
        // At its own bounds the column is as free as before.
        var same = new SimulationOptions { Rule = (_, _, _, _, edit) => edit.SetBounds(3, 0, double.PositiveInfinity) };
        var (plain, ruled) = (0.0, 0.0);
        policy.Simulate(100, 1, (in SimulationStep step) => plain += step.StageCost);
        policy.Simulate(100, 1, (in SimulationStep step) => ruled += step.StageCost, same);
        Assert.Equal(plain, ruled, 1e-6 * Math.Abs(plain));
    }

    [Fact]
    public void Other_chances_force_a_path_and_another_state_starts_it()
    {
        using var policy = Trained(8, out var graph);
        double[][][] forced = [.. graph.Stages.SkipLast(1).Select(stage => stage.Transitions.Select(row => row.Select((_, to) => to == row.Length - 1 ? 1.0 : 0).ToArray()).ToArray())];
        policy.Simulate(5, 1, (in SimulationStep step) =>
        {
            Assert.Equal(graph.Stages[step.Stage].Nodes.Length - 1, step.Node);
            if (step.Stage == 0) Assert.Equal([4, 0], step.IncomingState.ToArray());
        }, new SimulationOptions { InitialState = [4, 0], Transitions = [.. forced] });
        Assert.Throws<ArgumentException>(() => policy.Simulate(5, 1, (in SimulationStep _) => { }, new SimulationOptions { Transitions = [] }));
    }

    [Fact]
    public void State_prices_and_duals_are_slopes_of_the_value()
    {
        using var policy = Trained(8, out _);
        const double step = 1e-4;
        foreach (var stock in new[] { 0.31, 1.47, 3.62 })
        {
            var solution = policy.Solve(1, 0, [stock, 0.5]);
            var moved = policy.Solve(1, 0, [stock + step, 0.5]);
            Assert.Equal(solution.Objective + step * solution.StatePrices[0], moved.Objective, 1e-9);
            Assert.Equal(solution.Objective, solution.StageCost + solution.CostToGo, 1e-9);
            // T is −1 in the only row, so that the price of stock is the dual of the balance.
            Assert.Equal(solution.RowDuals[0], solution.StatePrices[0], 1e-9);
        }
    }

    private static Sddp Trained(int seed, out PolicyGraph graph, int denseEntries = 40_000)
    {
        graph = new InventoryProblem(seed, stages: 5).Graph();
        var policy = new Sddp(graph, new SddpOptions { Threads = 2, DenseEntries = denseEntries });
        policy.Train(new StoppingRules { Passes = 60 });
        return policy;
    }
}
