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
        Race.Settle();
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
}
