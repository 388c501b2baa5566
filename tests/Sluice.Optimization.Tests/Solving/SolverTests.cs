using System.Collections.Immutable;

namespace Sluice.Optimization.Tests;

public class SolverTests
{
    [Fact]
    public void A_race_returns_the_winner_and_ends_the_loser()
    {
        var ended = false;
        var quick = new Solution(1, 1, 1, Solution.Exact, "quick", true, 1, 1, []);
        var result = Race.Run(
            _ => quick,
            stop =>
            {
                stop.WaitHandle.WaitOne(TimeSpan.FromSeconds(20));
                ended = stop.IsCancellationRequested;
                return quick with { Method = "slow", Reached = false };
            },
            CancellationToken.None);
        Assert.Equal("quick", result.Method);
        Stragglers.Settle();
        Assert.True(ended);
    }

    [Fact]
    public void A_race_in_which_one_fails_is_won_by_the_other()
    {
        var quick = new Solution(1, 1, 1, Solution.Exact, "quick", true, 1, 1, []);
        Assert.Equal("quick", Race.Run(_ => throw new InvalidOperationException("no"), _ => quick, CancellationToken.None).Method);
        Assert.Throws<InvalidOperationException>(() => Race.Run(_ => throw new InvalidOperationException("no"), _ => throw new InvalidOperationException("neither"), CancellationToken.None));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        var problem = RandomProblem.Make(1, 2, RandomProblem.Noise.Costs, shortage: true);
        Assert.Throws<ArgumentOutOfRangeException>(() => StochasticSolver.Solve(problem, new SolveOptions { Tolerance = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => StochasticSolver.Solve(problem, new SolveOptions { Threads = 0 }));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Auto_finds_the_value_whatever_it_chooses(int stages)
    {
        foreach (var noise in Enum.GetValues<RandomProblem.Noise>())
        {
            var problem = RandomProblem.Make(5, stages, noise, shortage: true, products: 3, values: stages == 2 ? 6 : 2);
            var value = Equivalent.Solve(problem).Value;
            foreach (var threads in (int[])[1, 2])
                Assert.Equal(value, StochasticSolver.Solve(problem, new SolveOptions { Threads = threads }).Value, 2e-6 * Math.Abs(value));
        }
    }

    [Fact]
    public void Where_the_policy_meets_too_many_states_the_bound_is_statistical()
    {
        // A walk of twelve steps of different lengths at each of seven stages: 12⁶ sums, no two of them alike. Every unit costs 1, and at most 2 sell at 3.
        var steps = Enumerable.Range(1, 12).Select(k => Math.Sqrt(k)).ToList();
        var walk = new Subproblem(1, 1);
        walk.SetOutgoing(0, walk.AddColumn(1, -1e4, 1e4));
        walk.AddColumn(-3, 0, 2);
        var balance = walk.AddRow(0, 0);
        walk.Set(balance, 0, 1);
        walk.SetIncoming(balance, 0, -1);
        ImmutableArray<ImmutableArray<Outcome>> noise = [[.. steps.Select(step => new Outcome(1.0 / 12, [Change.RowBounds(balance, step, step)]))]];
        var problem = new StochasticProblem("walk", Sense.Minimise, [0.0], [new Successor(0, 1)],
            [.. Enumerable.Range(0, 7).Select(t => new ProblemNode($"{t}", walk, noise, t == 6 ? [] : [new Successor(t + 1, 1)]))]);
        var known = 28 * steps.Average() - 7 * 6;
        var solution = StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition, Tolerance = 1e-3, Threads = 2, Time = TimeSpan.FromMinutes(2) });
        Assert.Equal("sddp", solution.Method);
        Assert.Contains("statistical", solution.BoundKind, StringComparison.Ordinal);
        Assert.Equal(known, solution.Lower, 1e-5);
        Assert.InRange(solution.Upper, known - 1e-5, double.PositiveInfinity);
        Assert.Equal(solution.Reached, solution.Gap <= 1e-3);
    }

    [Fact]
    public void Integer_programmes_on_several_threads_leave_the_others_alone()
    {
        var linear = RandomProblem.Make(4, 3, RandomProblem.Noise.RightHandSides, shortage: true);
        var (value, knapsack) = (Equivalent.Solve(linear).Value, Knapsack());
        var best = Equivalent.Solve(knapsack).Value;
        Parallel.For(0, 24, k =>
        {
            if (k % 3 == 0) Assert.Equal(best, Equivalent.Solve(knapsack, new EquivalentOptions { Threads = 2 + k % 2 }).Value, 1e-6);
            // On the same threads as those, before and after.
            Assert.Equal(value, Equivalent.Solve(linear).Value, 1e-6 * Math.Abs(value));
        });
    }

    [Fact]
    public void An_equivalent_starts_when_the_rounds_foresee_more_than_it_takes()
    {
        var soon = new Watch(limit: 1000, threads: 3);
        Assert.Equal(3, soon.Foresee(10));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.False(soon.Await(stop.Token));
        // What the clock and the processors say lies between: a year is more than a thousand seconds even at the smallest share.
        var late = new Watch(limit: 1e-9, threads: 3);
        Burn();
        Assert.Equal(2, late.Foresee(3e7));
        Assert.True(late.Await(CancellationToken.None));

        static void Burn()
        {
            for (var start = Environment.CpuUsage.TotalTime; Environment.CpuUsage.TotalTime - start < TimeSpan.FromMilliseconds(20);) Thread.SpinWait(1000);
        }
    }

    [Fact]
    public void Rounds_that_are_left_follow_from_the_fall_of_the_gap()
    {
        // A tenth of the gap each round: from 1e-1 to 1e-6 in six rounds, of one second each.
        var foresight = new Foresight(1e-6, usual: 3);
        for (var round = 1; round <= 4; round++) Assert.True(foresight.After(round, 1 - Math.Pow(10, -round), 1) > 0);
        Assert.Equal(1, foresight.After(5, 1 - 1e-5, 1), 1e-6);
        Assert.True(double.IsPositiveInfinity(new Foresight(1e-6, usual: 1).After(1, double.NegativeInfinity, double.PositiveInfinity)));
    }

    // The best of twelve weights under a limit, by the equivalent.
    private static StochasticProblem Knapsack()
    {
        var node = new Subproblem(0, 0);
        var limit = node.AddRow(double.NegativeInfinity, 100);
        for (var k = 0; k < 12; k++)
        {
            var column = node.AddColumn(-(10 + k * k % 17), 0, 1);
            node.SetInteger(column);
            node.Set(limit, column, 11 + k * 5 % 13);
        }
        return new StochasticProblem("knapsack", Sense.Minimise, [], [new Successor(0, 1)], [new ProblemNode("only", node, [], [])]);
    }
}
