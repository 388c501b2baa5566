using System.Collections.Immutable;

namespace Sluice.Optimization.Tests;

public class BranchTests
{
    private static readonly StoppingRules Enough = new() { Passes = 60 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_branch_reaches_the_value_of_the_patched_graph_and_leaves_its_parent_as_it_was(int early)
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var problem = new InventoryProblem(seed);
            var graph = problem.Graph();
            using var parent = new Sddp(graph, new SddpOptions { Threads = 2, SkipThreshold = 0 });
            var value = parent.Train(Enough).LowerBound;
            ImmutableArray<Stage> pinned = [.. Enumerable.Range(0, early).Select(t => problem.StageAt(t, WithoutOrders))];
            var patched = DeterministicEquivalent.Solve(new PolicyGraph([.. pinned, .. graph.Stages[early..]], graph.InitialState)).Value;

            using (var branch = parent.Branch(pinned, graph.InitialState))
            {
                Assert.True(branch.LowerBound <= patched + 1e-7);
                Assert.Equal(patched, branch.Train(Enough).LowerBound, 1e-6);
                Assert.Equal(patched, branch.EstimateUpperBound().Mean, 1e-5);
            }
            Assert.Equal(value, parent.LowerBound, 1e-6);
            Assert.Equal(problem.Recursion(), parent.Train(new StoppingRules { Passes = 2 }).LowerBound, 1e-6);
        }
    }

    [Fact]
    public void A_branch_of_the_last_early_stage_alone_starts_with_what_the_parent_knows()
    {
        var problem = new InventoryProblem(4);
        var graph = problem.Graph();
        using var parent = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 0 });
        var value = parent.Train(Enough).LowerBound;
        using var branch = parent.Branch([problem.StageAt(0)], graph.InitialState);
        Assert.Equal(value, branch.LowerBound, 1e-6);
        Assert.Equal(0, branch.Passes);
    }

    [Fact]
    public void Another_initial_state_needs_no_early_stages_and_shares_every_cut()
    {
        var problem = new InventoryProblem(9);
        var graph = problem.Graph();
        using var parent = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 0 });
        parent.Train(Enough);
        foreach (var stock in new[] { 0.0, 2.5, 5 })
        {
            using var branch = parent.Branch([], [stock, 0]);
            var exact = DeterministicEquivalent.Solve(new PolicyGraph(graph.Stages, [stock, 0])).Value;
            Assert.Equal(exact, branch.Train(Enough).LowerBound, 1e-6);
        }
        Assert.Equal(problem.Recursion(), parent.LowerBound, 1e-6);
    }

    [Fact]
    public void Early_stages_may_carry_states_of_their_own()
    {
        // A ration of 2 on orders over the first two stages: a third state that the shared stages never see.
        var problem = new InventoryProblem(6);
        var graph = problem.Graph();
        using var parent = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 0 });
        parent.Train(Enough);
        ImmutableArray<Stage> rationed = [Rationed(problem.StageAt(0), last: false), Rationed(problem.StageAt(1), last: true)];
        var initial = graph.InitialState.Add(2);
        var exact = DeterministicEquivalent.Solve(new PolicyGraph([.. rationed, .. graph.Stages[2..]], initial)).Value;
        using var branch = parent.Branch(rationed, initial);
        Assert.Equal(exact, branch.Train(Enough).LowerBound, 1e-6);
        Assert.True(exact >= problem.Recursion() - 1e-9);
    }

    [Fact]
    public void Early_stages_may_have_other_nodes_and_other_chances()
    {
        var problem = new InventoryProblem(7);
        var graph = problem.Graph();
        using var parent = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 0 });
        parent.Train(Enough);
        var count = graph.Stages[2].Nodes.Length;
        double[] even = [.. Enumerable.Repeat(1.0 / count, count)];
        var node = graph.Stages[1].Nodes[0];
        ImmutableArray<Stage> other =
        [
            new Stage(graph.Stages[0].Nodes, [[0.2, 0.3, 0.1, 0.4]]),
            new Stage([node, node, graph.Stages[1].Nodes[^1], node], [even, even, even, even]),
        ];
        var exact = DeterministicEquivalent.Solve(new PolicyGraph([.. other, .. graph.Stages[2..]], graph.InitialState)).Value;
        using var branch = parent.Branch(other, graph.InitialState);
        Assert.True(branch.LowerBound <= exact + 1e-7);
        Assert.Equal(exact, branch.Train(Enough).LowerBound, 1e-6);
    }

    [Fact]
    public void A_branch_must_share_a_stage_and_fit_the_next()
    {
        var problem = new InventoryProblem(1);
        var graph = problem.Graph();
        using var parent = new Sddp(graph, new SddpOptions { Threads = 1 });
        Assert.Contains("at least one must be shared", Assert.Throws<ArgumentException>(() => parent.Branch(graph.Stages, graph.InitialState)).Message, StringComparison.Ordinal);
        var narrow = new Subproblem(2, 1);
        narrow.SetOutgoing(0, narrow.AddColumn(0, 0, 1));
        Assert.Contains("leaves 1 states; stage 1 takes 2", Assert.Throws<ArgumentException>(
            () => parent.Branch([new Stage([new StageNode(narrow, 0)], graph.Stages[0].Transitions)], graph.InitialState)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_branch_cannot_be_used_after_its_root_policy_is_disposed()
    {
        var graph = new InventoryProblem(1).Graph();
        var parent = new Sddp(graph, new SddpOptions { Threads = 1 });
        var branch = parent.Branch([], graph.InitialState);
        parent.Dispose();
        Assert.Throws<ObjectDisposedException>(() => branch.LowerBound);
    }

    private static InventoryProblem.Node WithoutOrders(InventoryProblem.Node node) =>
        node with { OrderLimit = 0, Noises = [.. node.Noises.Select(noise => noise with { OrderLimit = 0 })] };

    // Column 1 is the order; the ration left is an incoming state and, but for the last stage, an outgoing one.
    private static Stage Rationed(Stage stage, bool last)
    {
        return stage with { Nodes = [.. stage.Nodes.Select(Ration)] };

        StageNode Ration(StageNode node)
        {
            var from = node.Subproblem;
            var to = new Subproblem(3, last ? 2 : 3);
            for (var j = 0; j < from.Columns; j++) to.AddColumn(from.Costs[j], from.ColumnLower[j], from.ColumnUpper[j]);
            for (var i = 0; i < from.Rows; i++) to.AddRow(from.RowLower[i], from.RowUpper[i]);
            foreach (var entry in from.Matrix) to.Set(entry.Row, entry.Column, entry.Value);
            foreach (var entry in from.Incoming) to.SetIncoming(entry.Row, entry.Column, entry.Value);
            for (var i = 0; i < 2; i++)
            {
                to.SetIncomingCost(i, from.IncomingCosts[i]);
                to.SetOutgoing(i, from.Outgoing[i]);
            }
            var left = to.AddColumn(0, 0, double.PositiveInfinity);
            var ration = to.AddRow(0, 0);
            to.Set(ration, left, 1);
            to.Set(ration, 1, 1);
            to.SetIncoming(ration, 2, -1);
            if (!last) to.SetOutgoing(2, left);
            return node with { Subproblem = to };
        }
    }
}
