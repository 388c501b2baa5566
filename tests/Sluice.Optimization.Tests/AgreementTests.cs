namespace Sluice.Optimization.Tests;

public class AgreementTests
{
    public static IEnumerable<TheoryDataRow<int>> Seeds => Enumerable.Range(1, 36).Select(seed => new TheoryDataRow<int>(seed));

    [Theory, MemberData(nameof(Seeds))]
    public void Training_the_extensive_form_and_a_recursion_over_whole_states_agree(int seed)
    {
        var problem = new InventoryProblem(seed, stages: 3 + seed % 2);
        var graph = problem.Graph();
        var exact = problem.Recursion();
        var extensive = DeterministicEquivalent.Solve(graph).Value;
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 0, Seed = (ulong)seed });
        var trained = policy.Train(new StoppingRules { AbsoluteGap = 1e-7, Passes = 120 });
        Assert.Equal(exact, extensive, 1e-6);
        Assert.Equal(exact, trained.LowerBound, 1e-6);
        Assert.True(trained.LowerBound <= trained.UpperBound.Value + 1e-6);
        Assert.Equal(exact, trained.UpperBound.Mean, 1e-5);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_node_left_to_HiGHS_gives_the_same_value_as_a_dense_tableau(int seed)
    {
        var graph = new InventoryProblem(seed, stages: 3).Graph();
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 0, DenseEntries = 0 });
        var trained = policy.Train(new StoppingRules { Passes = 60 });
        Assert.Equal(DeterministicEquivalent.Solve(graph).Value, trained.LowerBound, 1e-6);
        Assert.Equal(trained.Solves, policy.Counts.HighsRuns);
    }

    [Fact]
    public void The_lower_bound_never_falls_and_stays_below_the_optimum()
    {
        var problem = new InventoryProblem(5);
        var exact = problem.Recursion();
        using var policy = new Sddp(problem.Graph(), new SddpOptions { Threads = 1 });
        var before = double.NegativeInfinity;
        for (var pass = 0; pass < 30; pass++)
        {
            var bound = policy.Train(new StoppingRules { Passes = 1 }).LowerBound;
            Assert.InRange(bound, before, exact + 1e-7);
            before = bound;
        }
    }

    [Fact]
    public void A_change_of_the_matrix_is_an_outcome_like_any_other()
    {
        // One unit of use needs 1 or 2 units bought, with equal chance, after the purchase of the first stage.
        var buy = new Subproblem(0, 1);
        buy.SetOutgoing(0, buy.AddColumn(1, 0, 10));
        var use = new Subproblem(1, 0);
        var used = use.AddColumn(0, 0, 5);
        var missing = use.AddColumn(3, 0, 5);
        var stock = use.AddRow(double.NegativeInfinity, 0);
        use.Set(stock, used, 1);
        use.SetIncoming(stock, 0, -1);
        var demand = use.AddRow(4, 4);
        use.Set(demand, used, 1);
        use.Set(demand, missing, 1);
        var graph = new PolicyGraph(
            [
                new Stage([new StageNode(buy, 0)], [[1.0]]),
                new Stage([new StageNode(use, [new Outcome(0.5, []), new Outcome(0.5, [Change.MatrixCoefficient(stock, used, 2)])], 0)]),
            ],
            []);
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1 });
        // Below 4 bought a unit saves 3 and 1.5; between 4 and 8 only 1.5 half the time.
        Assert.Equal(4 + 0.5 * 3 * 2, policy.Train(new StoppingRules { Passes = 10 }).LowerBound, 1e-9);
        Assert.Equal(7, DeterministicEquivalent.Solve(graph).Value, 1e-9);
    }

    [Fact]
    public void The_extensive_form_is_refused_beyond_the_stated_size()
    {
        var graph = new InventoryProblem(3).Graph();
        var error = Assert.Throws<ArgumentException>(() => DeterministicEquivalent.Solve(graph, 10));
        Assert.Contains($"{DeterministicEquivalent.Columns(graph):0} columns", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_extensive_form_gives_the_decision_of_the_first_stage()
    {
        var graph = new InventoryProblem(2).Graph();
        var solution = DeterministicEquivalent.Solve(graph);
        Assert.Equal(graph.Stages[0].Nodes[0].Outcomes.Length, solution.RootColumns.Length);
        Assert.Equal(4, solution.RootColumns[0].Length);
    }
}
