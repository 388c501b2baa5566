namespace Sluice.Optimization.Tests;

public class DecompositionTests
{
    public static IEnumerable<TheoryDataRow<int, int>> Cases =>
        from seed in Enumerable.Range(1, 12) from noise in Enumerable.Range(0, 3) select new TheoryDataRow<int, int>(seed, noise);

    [Theory, MemberData(nameof(Cases))]
    public void Two_stages_cost_the_same_by_either_method(int seed, int noise) =>
        Agree(RandomProblem.Make(seed, 2, (RandomProblem.Noise)noise, shortage: true, products: 3, values: 4));

    [Theory, MemberData(nameof(Cases))]
    public void Two_stages_in_which_some_decisions_cannot_be_met_cost_the_same(int seed, int noise) =>
        Agree(RandomProblem.Make(seed, 2, (RandomProblem.Noise)noise, shortage: false));

    [Theory, MemberData(nameof(Cases))]
    public void Three_stages_cost_the_same_by_either_method(int seed, int noise) =>
        Agree(RandomProblem.Make(seed, 3, (RandomProblem.Noise)noise, shortage: true));

    [Theory, MemberData(nameof(Cases))]
    public void Three_stages_in_which_some_decisions_cannot_be_met_cost_the_same(int seed, int noise) =>
        Agree(RandomProblem.Make(seed, 3, (RandomProblem.Noise)noise, shortage: false));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_number_of_threads_gives_the_same_bits(int seed)
    {
        foreach (var stages in (int[])[2, 3])
        {
            var problem = RandomProblem.Make(seed, stages, RandomProblem.Noise.RightHandSides, shortage: true, products: 3, values: 4);
            var results = Enumerable.Range(1, 3).Select(threads => StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition, Threads = threads })).ToList();
            Assert.All(results, r => Assert.Equal((results[0].Value, results[0].Lower, results[0].Solves), (r.Value, r.Lower, r.Solves)));
            Assert.All(results, r => Assert.Equal(results[0].FirstDecision.AsSpan(), r.FirstDecision.AsSpan()));
        }
    }

    [Fact]
    public void Two_stages_may_share_one_subproblem_whose_prices_differ()
    {
        // Buy at a price of 2 now or of 5 or 6 later; demand is 1 now and 3 or 4 later: all four are bought now and kept for 0.5 each.
        var stage = new Subproblem(1, 1);
        var (bought, kept) = (stage.AddColumn(1, 0, 10), stage.AddColumn(0.5, 0, 10));
        var balance = stage.AddRow(0, 0);
        stage.Set(balance, bought, 1);
        stage.Set(balance, kept, -1);
        stage.SetIncoming(balance, 0, 1);
        stage.SetOutgoing(0, kept);
        Outcome Of(double chance, double price, double demand) => new(chance, [Change.ColumnCost(bought, price), Change.RowBounds(balance, demand, demand)]);
        var problem = new StochasticProblem("shared", Sense.Minimise, [0], [new Successor(0, 1)],
            [new ProblemNode("now", stage, [[Of(1, 2, 1)]], [new Successor(1, 1)]), new ProblemNode("later", stage, [[Of(0.5, 5, 3), Of(0.5, 6, 4)]], [])]);
        Assert.Equal(2 * 5 + 0.5 * 4 + 0.5 * 0.5, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-9);
        Agree(problem);
    }

    [Fact]
    public void Demands_that_meet_in_no_row_fall_apart()
    {
        // Twelve independent demands of ten values: a billion thousand scenarios, 120 programmes a round.
        var (first, second) = (new Subproblem(0, 12), new Subproblem(12, 0));
        var sources = new List<System.Collections.Immutable.ImmutableArray<Outcome>>();
        for (var i = 0; i < 12; i++)
        {
            first.SetOutgoing(i, first.AddColumn(1, 0, 100));
            var missing = second.AddColumn(4, 0, double.PositiveInfinity);
            var demand = second.AddRow(0, double.PositiveInfinity);
            second.Set(demand, missing, 1);
            second.SetIncoming(demand, i, 1);
            sources.Add([.. Enumerable.Range(1, 10).Select(d => new Outcome(0.1, [Change.RowBounds(demand, d, double.PositiveInfinity)]))]);
        }
        var problem = new StochasticProblem("apart", Sense.Minimise, [], [new Successor(0, 1)],
            [new ProblemNode("first", first, [], [new Successor(1, 1)]), new ProblemNode("second", second, [.. sources], [])]);
        Assert.Equal(1e12, problem.Scenarios);
        var solution = StochasticSolver.Solve(problem);
        // A newsvendor each: buy up to the 0.75 quantile, 8, and miss 1 or 2 with chance 0.1 each.
        Assert.Equal(12 * (8 + 4 * 0.1 * (1 + 2)), solution.Value, 1e-6);
        Assert.Equal("benders", solution.Method);
    }

    [Fact]
    public void A_first_stage_without_bounds_is_no_trouble()
    {
        var (first, second) = (new Subproblem(0, 1), new Subproblem(1, 0));
        first.SetOutgoing(0, first.AddColumn(-1, double.NegativeInfinity, double.PositiveInfinity));
        var row = second.AddRow(0, double.PositiveInfinity);
        second.Set(row, second.AddColumn(3, 0, double.PositiveInfinity), 1);
        second.SetIncoming(row, 0, -1);
        var problem = new StochasticProblem("open", Sense.Minimise, [], [new Successor(0, 1)],
        [
            new ProblemNode("first", first, [], [new Successor(1, 1)]),
            new ProblemNode("second", second, [[new Outcome(0.5, [Change.RowBounds(row, -2, double.PositiveInfinity)]), new Outcome(0.5, [Change.RowBounds(row, -4, double.PositiveInfinity)])]], []),
        ]);
        foreach (var method in (SolveMethod[])[SolveMethod.Equivalent, SolveMethod.Decomposition])
            Assert.Equal(-2, StochasticSolver.Solve(problem, new SolveOptions { Method = method }).Value, 1e-6);
    }

    [Fact]
    public void An_infeasible_problem_says_so_by_every_method()
    {
        var problem = RandomProblem.Make(1, 2, RandomProblem.Noise.Costs, shortage: false);
        var node = problem.Nodes[1];
        var impossible = new StochasticProblem("impossible", Sense.Minimise, [], problem.Root,
            [problem.Nodes[0], node with { Noise = [[new Outcome(1, [Change.RowBounds(1, 500, double.PositiveInfinity)])]] }]);
        foreach (var method in Enum.GetValues<SolveMethod>())
            Assert.Throws<InvalidOperationException>(() => StochasticSolver.Solve(impossible, new SolveOptions { Method = method }));
    }

    [Fact]
    public void A_ceiling_on_time_gives_what_was_found_so_far()
    {
        var problem = RandomProblem.Make(3, 4, RandomProblem.Noise.RightHandSides, shortage: true, products: 4, values: 5);
        var solution = StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition, Time = TimeSpan.FromMilliseconds(1) });
        Assert.True(solution.Lower <= solution.Upper);
    }

    private static void Agree(StochasticProblem problem)
    {
        if (Equivalent.Solve(problem).Status == ModelStatus.Infeasible)
        {
            Assert.Throws<InvalidOperationException>(() => StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }));
            return;
        }
        var equivalent = StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Equivalent });
        var decomposition = StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition });
        Assert.True(decomposition.Reached);
        Assert.Equal(equivalent.Value, decomposition.Value, 2e-6 * Math.Abs(equivalent.Value));
        Assert.InRange(decomposition.Lower, double.NegativeInfinity, equivalent.Value + 1e-6 * Math.Abs(equivalent.Value));
        Assert.NotEqual("equivalent", decomposition.Method);
    }
}
