namespace Sluice.Optimization.Tests;

public class InstanceTests
{
    private const string None = "(no folder)";

    // Minutes each as integer programmes; the bench's table has them.
    private static readonly string[] Slow = ["sizes-3", "sslp_5_25-50", "sslp_15_45-5", "dcap233-200", "generation_expansion", "user_0001"];

    // The file's optimum is not the published number; see the two tests on them.
    private static readonly string[] Otherwise = ["inventory_10", "reservoir_52"];

    // Their extensive forms take seconds, or do not fit.
    private static readonly string[] LargeEquivalents = ["4node-128", "4node-512", "sdp_stock", "objective_state_newsvendor_markov", "gbd", "stormg2-125"];

    public static IEnumerable<TheoryDataRow<string>> Known => Rows(i => i.Known is not null && !i.Cyclic && !Slow.Contains(i.Name) && !Otherwise.Contains(i.Name));

    public static IEnumerable<TheoryDataRow<string>> Linear =>
        Rows(i => i.Known is not null && !i.Cyclic && !i.HasIntegers && !Slow.Contains(i.Name) && !Otherwise.Contains(i.Name));

    public static IEnumerable<TheoryDataRow<string>> Small => Rows(i => i.Known is not null && !i.Cyclic && !Slow.Concat(Otherwise).Concat(LargeEquivalents).Contains(i.Name));

    public static IEnumerable<TheoryDataRow<string>> Cyclic => Rows(i => i.Cyclic);

    [Theory, MemberData(nameof(Known))]
    public void The_known_value_is_found(string name)
    {
        var instance = InstanceFolder.Named(name);
        var solution = StochasticSolver.Solve(InstanceFolder.Read(instance));
        Assert.True(solution.Reached);
        Assert.Equal(instance.Known!.Value, solution.Value, instance.Tolerance);
    }

    [Theory, MemberData(nameof(Linear))]
    public void A_decomposition_finds_the_known_value_between_its_bounds(string name)
    {
        var instance = InstanceFolder.Named(name);
        var solution = StochasticSolver.Solve(InstanceFolder.Read(instance), new SolveOptions { Method = SolveMethod.Decomposition });
        Assert.True(solution.Reached);
        Assert.Equal(instance.Known!.Value, solution.Value, instance.Tolerance + 1.1e-6 * Math.Abs(instance.Known!.Value));
        Assert.InRange(solution.Gap, 0, 1e-6);
    }

    [Theory, MemberData(nameof(Small))]
    public void What_is_written_reads_back_to_the_same_value(string name)
    {
        var instance = InstanceFolder.Named(name);
        var problem = InstanceFolder.Read(instance);
        var file = Path.Combine(Path.GetTempPath(), $"sluice-{Guid.NewGuid():N}.sof.json.gz");
        try
        {
            StochOptFormat.Write(problem, file);
            var again = StochOptFormat.Read(file).Required;
            Assert.Equal(problem.Scenarios, again.Scenarios);
            Assert.Equal(problem.Sense, again.Sense);
            var value = Equivalent.Solve(again).Value;
            Assert.Equal(Equivalent.Solve(problem).Value, value, 1e-8 * Math.Max(1, Math.Abs(value)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory, MemberData(nameof(Cyclic))]
    public void A_cyclic_file_is_read_and_refused_by_every_method(string name)
    {
        var problem = InstanceFolder.Read(InstanceFolder.Named(name));
        Assert.False(problem.IsAcyclic);
        Assert.Throws<NotSupportedException>(() => StochasticSolver.Solve(problem));
        Assert.Throws<NotSupportedException>(problem.ToPolicyGraph);
    }

    [Fact]
    public void The_inventory_of_the_peer_costs_less_than_its_log_says_for_its_bound_of_zero_does_not_hold()
    {
        var problem = InstanceFolder.Read(InstanceFolder.Named("inventory_10"));
        var solution = StochasticSolver.Solve(problem);
        // By recursion over the net position on a grid that holds every kink.
        Assert.Equal(143_174.21052631, solution.Value, 1e-3);
        Assert.InRange(solution.Gap, 0, 1e-6);
        var bounded = StochasticSolver.Solve(problem, new SolveOptions { CostToGoBound = 0 });
        Assert.Equal(144_337.3, bounded.Lower, 1);
    }

    [Fact]
    public void The_reservoir_of_the_peer_passes_the_bound_of_its_log()
    {
        var solution = StochasticSolver.Solve(InstanceFolder.Read(InstanceFolder.Named("reservoir_52")));
        Assert.Equal(1012.40723159, solution.Value, 1e-4);
        Assert.InRange(solution.Gap, 0, 1e-6);
        Assert.True(solution.Lower > 1010.13);
    }

    private static IEnumerable<TheoryDataRow<string>> Rows(Func<PublicInstance, bool> wanted) =>
        InstanceFolder.IsThere ? InstanceFolder.All.Where(wanted).Select(i => new TheoryDataRow<string>(i.Name)) : [new TheoryDataRow<string>(None)];
}
