using System.Text;

namespace Sluice.Optimization.Tests;

public class SavingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_loaded_policy_knows_what_the_saved_one_knew_and_goes_on(bool averse)
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var graph = new InventoryProblem(seed, stages: 5).Graph(_ => averse ? RiskMeasure.Averse(0.4, 0.3) : RiskMeasure.Expectation);
            using var policy = new Sddp(graph, new SddpOptions { Threads = 1 });
            policy.Train(new StoppingRules { Passes = 10, Bound = null });
            using var loaded = Sddp.Load(graph, Saved(policy), new SddpOptions { Threads = 2 });
            Assert.Equal(10, loaded.Passes);
            Assert.Equal(policy.LowerBound, loaded.LowerBound, 1e-9);
            Assert.Equal(policy.Solve(0, 0, graph.InitialState.AsSpan()).Objective, loaded.Solve(0, 0, graph.InitialState.AsSpan()).Objective, 1e-7);
            Assert.Equal(DeterministicEquivalent.Solve(graph).Value, loaded.Train(new StoppingRules { Passes = 200, Bound = null }).LowerBound, 1e-5);
        }
    }

    [Fact]
    public void A_policy_saved_on_other_data_is_solved_again_where_that_is_allowed_and_refused_otherwise()
    {
        var problem = new InventoryProblem(3);
        using var policy = new Sddp(problem.Graph(), new SddpOptions { Threads = 1, SkipThreshold = 0 });
        policy.Train(new StoppingRules { Passes = 60 });
        var changed = problem.Graph(_ => RiskMeasure.WorstCase);
        Assert.Contains("no bounds", Assert.Throws<PolicyFileException>(() => Sddp.Load(changed, Saved(policy))).Message, StringComparison.Ordinal);
        using var loaded = Sddp.Load(changed, Saved(policy), whenDataDiffer: new RefreshOptions());
        var exact = DeterministicEquivalent.Solve(changed).Value;
        Assert.InRange(loaded.LowerBound, exact - 0.3 * (5 + Math.Abs(exact)), exact + 1e-6);
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("[]", "sluice-policy-1")]
    [InlineData("{\"schema\":\"other-2\"}", "sluice-policy-1")]
    [InlineData("{\"schema\":\"sluice-policy-1\"}", "damaged")]
    [InlineData("{\"schema\":\"sluice-policy-1\",\"graph\":\"\",\"stages\":[]}", "0 stages; the graph has 4")]
    [InlineData("{\"schema\":\"sluice-policy-1\",\"graph\":\"\",\"stages\":[1,2,3,4]}", "damaged")]
    public void What_is_no_saved_policy_is_refused_with_the_reason(string text, string reason)
    {
        var graph = new InventoryProblem(1).Graph();
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Contains(reason, Assert.Throws<PolicyFileException>(() => Sddp.Load(graph, source)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_policy_cut_short_or_with_a_row_of_another_width_is_refused()
    {
        var graph = new InventoryProblem(2).Graph();
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1 });
        policy.Train(new StoppingRules { Passes = 5 });
        var text = Encoding.UTF8.GetString(Saved(policy).ToArray());
        Assert.Throws<PolicyFileException>(() => Sddp.Load(graph, new MemoryStream(Encoding.UTF8.GetBytes(text[..(text.Length / 2)]))));
        var wrong = text.Replace("\"cuts\":[[", "\"cuts\":[[1,", StringComparison.Ordinal);
        Assert.Contains("numbers where 3 belong", Assert.Throws<PolicyFileException>(() => Sddp.Load(graph, new MemoryStream(Encoding.UTF8.GetBytes(wrong)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_of_another_shape_is_refused_by_name_of_the_difference()
    {
        using var policy = new Sddp(new InventoryProblem(2, stages: 4).Graph(), new SddpOptions { Threads = 1 });
        Assert.Contains("it has 4 stages; the graph has 3", Assert.Throws<PolicyFileException>(
            () => Sddp.Load(new InventoryProblem(2, stages: 3).Graph(), Saved(policy))).Message, StringComparison.Ordinal);
    }

    private static MemoryStream Saved(Sddp policy)
    {
        var stream = new MemoryStream();
        policy.Save(stream);
        stream.Position = 0;
        return stream;
    }
}
