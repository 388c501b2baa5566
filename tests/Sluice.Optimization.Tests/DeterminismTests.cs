namespace Sluice.Optimization.Tests;

public class DeterminismTests
{
    [Theory]
    [InlineData(40_000)]
    [InlineData(0)]
    public void One_seed_gives_the_same_bits_for_one_and_more_threads_and_again(int denseEntries)
    {
        var first = Trace(1, denseEntries);
        Assert.Equal(first, Trace(2, denseEntries));
        Assert.Equal(first, Trace(3, denseEntries));
        Assert.Equal(first, Trace(1, denseEntries));
    }

    [Fact]
    public void Another_seed_walks_other_paths()
    {
        Assert.NotEqual(Trace(1, 40_000, seed: 1), Trace(1, 40_000, seed: 2));
    }

    private static List<long> Trace(int threads, int denseEntries, ulong seed = 1)
    {
        var bits = new List<long>();
        using var policy = new Sddp(new InventoryProblem(11, stages: 5).Graph(), new SddpOptions { Threads = threads, DenseEntries = denseEntries, Seed = seed });
        policy.Train(new StoppingRules { Passes = 25, RelativeGap = 0 }, new Recorder(progress => bits.Add(BitConverter.DoubleToInt64Bits(progress.LowerBound))));
        var bound = policy.EstimateUpperBound();
        bits.AddRange([BitConverter.DoubleToInt64Bits(bound.Mean), BitConverter.DoubleToInt64Bits(bound.StandardError)]);
        policy.Simulate(20, seed, (in SimulationStep step) =>
        {
            bits.Add(BitConverter.DoubleToInt64Bits(step.StageCost));
            foreach (var value in step.Columns) bits.Add(BitConverter.DoubleToInt64Bits(value));
            foreach (var dual in step.RowDuals) bits.Add(BitConverter.DoubleToInt64Bits(dual));
        });
        return bits;
    }
}
