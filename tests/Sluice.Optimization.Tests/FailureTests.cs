namespace Sluice.Optimization.Tests;

public class FailureTests
{
    [Theory]
    [InlineData(40_000)]
    [InlineData(0)]
    public void An_infeasible_node_says_where_it_stands_and_why_it_may_be(int denseEntries)
    {
        var file = Path.Combine(Path.GetTempPath(), $"sluice-{Guid.NewGuid():N}.lp");
        using var policy = new Sddp(Thirsty(20), new SddpOptions { Threads = 1, DenseEntries = denseEntries, FailedSubproblemPath = file });
        try
        {
            var error = Assert.Throws<SubproblemException>(() => policy.Train(new StoppingRules { Passes = 2 }));
            Assert.Equal((1, 0, 0, file), (error.Stage, error.Node, error.Outcome, error.File));
            Assert.Contains("desert, stage 1, node 0", error.Message, StringComparison.Ordinal);
            Assert.Contains("Infeasible", error.Message, StringComparison.Ordinal);
            Assert.Contains("slack column", error.Message, StringComparison.Ordinal);
            Assert.Contains("water_drunk", File.ReadAllText(file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void An_unbounded_node_says_so()
    {
        var node = new Subproblem(0, 0);
        node.AddColumn(-1, 0, double.PositiveInfinity);
        node.AddRow(0, 1);
        using var policy = new Sddp(new PolicyGraph([new Stage([new StageNode(node, 0)])], []), new SddpOptions { Threads = 1 });
        Assert.Contains("negative cost without an upper bound", Assert.Throws<SubproblemException>(() => policy.LowerBound).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_can_be_used_after_a_node_failed()
    {
        using var policy = new Sddp(Thirsty(20), new SddpOptions { Threads = 2 });
        Assert.Throws<SubproblemException>(() => policy.Train(new StoppingRules { Passes = 1 }));
        Assert.Equal(5, policy.Solve(1, 0, [25.0]).Columns[0], 1e-9);
    }

    [Fact]
    public void An_exception_of_a_visitor_reaches_the_caller()
    {
        using var policy = new Sddp(new InventoryProblem(1).Graph(), new SddpOptions { Threads = 2 });
        Assert.Throws<InvalidOperationException>(() => policy.Simulate(3, 1, (in SimulationStep _) => throw new InvalidOperationException("enough")));
    }

    // Leaves at most 10 of water; the second stage needs 20 and has no other.
    private static PolicyGraph Thirsty(double need)
    {
        var fill = new Subproblem(0, 1);
        fill.SetOutgoing(0, fill.AddColumn(1, 0, 10));
        var drink = new Subproblem(1, 0) { ColumnName = _ => "water_drunk" };
        var left = drink.AddColumn(0, 0, double.PositiveInfinity);
        var balance = drink.AddRow(need, need);
        drink.Set(balance, left, -1);
        drink.SetIncoming(balance, 0, 1);
        return new PolicyGraph([new Stage([new StageNode(fill, 0)], [[1.0]]), new Stage([new StageNode(drink, 0) { Name = "desert" }])], []);
    }
}
