using System.Collections.Immutable;

namespace Sluice.Optimization.Tests;

public class RootTests
{
    public static IEnumerable<TheoryDataRow<int>> Seeds => Enumerable.Range(1, 16).Select(seed => new TheoryDataRow<int>(seed));

    [Theory, MemberData(nameof(Seeds))]
    public void Other_weights_at_the_root_cost_what_the_graph_with_them_costs(int seed)
    {
        using var policy = Trained(seed, out var graph);
        var count = graph.Stages[1].Nodes.Length;
        var random = new Random(seed);
        for (var k = 0; k < 4; k++)
        {
            var weights = Enumerable.Range(0, count).Select(_ => random.NextDouble()).ToArray();
            weights = [.. weights.Select(weight => weight / weights.Sum())];
            var exact = DeterministicEquivalent.Solve(With(graph, weights)).Value;
            var answer = policy.AskRoot(new RootQuestion { Weights = [.. weights] });
            Assert.True(answer.Value <= exact + 1e-6, $"{answer.Value} exceeds the optimum {exact}");
            // Later stages were trained where the policy went; elsewhere their cuts may be loose.
            Assert.Equal(exact, answer.Value, 0.05 * (5 + Math.Abs(exact)));
            Assert.True(answer.Settled);
        }
    }

    [Fact]
    public void Values_of_the_successors_are_the_slopes_of_the_value_in_the_weights()
    {
        using var policy = Trained(6, out var graph);
        var count = graph.Stages[1].Nodes.Length;
        var here = policy.AskRoot(new RootQuestion());
        Assert.Equal(policy.LowerBound, here.Value, 1e-7);
        var even = Enumerable.Repeat(1.0 / count, count).ToArray();
        var old = graph.Stages[0].Transitions[0];
        var linear = here.Value + Enumerable.Range(0, count).Sum(n => (even[n] - old[n]) * here.SuccessorValues[n]);
        Assert.True(policy.RootValue(even) <= linear + 1e-6, "the value is concave in the weights");
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Pinned_columns_cost_what_the_pinned_graph_costs_and_the_policy_forgets_them(int seed)
    {
        using var policy = Trained(seed, out var graph);
        var before = policy.LowerBound;
        foreach (var quantity in new[] { 0.0, 0.5 })
        {
            var pinned = policy.AskRoot(new RootQuestion { Pins = [new RootPin(1, quantity, quantity)] });
            var exact = DeterministicEquivalent.Solve(Pinned(graph, seed, quantity)).Value;
            Assert.True(pinned.Value <= exact + 1e-6, $"{pinned.Value} exceeds {exact}");
            Assert.Equal(exact, pinned.Value, 0.05 * (5 + Math.Abs(exact)));
            Assert.All(pinned.Solutions, solution => Assert.Equal(quantity, solution?.Columns[1] ?? quantity, 1e-9));
        }
        Assert.Equal(before, policy.LowerBound, 1e-9);
    }

    [Fact]
    public void A_question_that_breaks_a_rule_is_refused()
    {
        using var policy = Trained(6, out var graph);
        Assert.Contains("sum to 0", Assert.Throws<ArgumentException>(() => policy.RootValue(new double[graph.Stages[1].Nodes.Length])).Message, StringComparison.Ordinal);
        Assert.Contains("pinned column is 99", Assert.Throws<ArgumentException>(() => policy.AskRoot(new RootQuestion { Pins = [new RootPin(99, 0, 1)] })).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => policy.AskRoot(new RootQuestion(), new CancellationToken(true)));
    }

    [Fact]
    public void The_value_of_a_node_is_supported_by_its_state_prices()
    {
        using var policy = Trained(4, out _);
        var here = policy.Value(1, 0, [2, 1]);
        foreach (var (stock, due) in new[] { (0.0, 0.0), (5, 3), (1.5, 2.5) })
            Assert.True(policy.Value(1, 0, [stock, due]).Value >= here.Value + here.StatePrices[0] * (stock - 2) + here.StatePrices[1] * (due - 1) - 1e-7);
    }

    [Fact]
    public void A_graph_of_one_stage_answers_for_pins_alone()
    {
        var node = new Subproblem(0, 0);
        node.AddColumn(2, 1, 10);
        node.AddRow(0, 100);
        node.Set(0, 0, 1);
        using var policy = new Sddp(new PolicyGraph([new Stage([new StageNode(node, 0)])], []), new SddpOptions { Threads = 1 });
        var answer = policy.AskRoot(new RootQuestion { Pins = [new RootPin(0, 3, 4)] });
        Assert.Equal((6, true, 0), (answer.Value, answer.Settled, answer.SuccessorValues.Length));
        Assert.Equal(2, policy.AskRoot(new RootQuestion()).Value);
    }

    private static Sddp Trained(int seed, out PolicyGraph graph)
    {
        graph = new InventoryProblem(seed).Graph();
        var policy = new Sddp(graph, new SddpOptions { Threads = 1, SkipThreshold = 0 });
        policy.Train(new StoppingRules { Passes = 60, Bound = null });
        return policy;
    }

    private static PolicyGraph With(PolicyGraph graph, double[] weights) =>
        new([graph.Stages[0] with { Transitions = [weights] }, .. graph.Stages[1..]], graph.InitialState);

    // Outcomes may limit the order too: the pin holds against them as well.
    private static PolicyGraph Pinned(PolicyGraph graph, int seed, double quantity)
    {
        var root = graph.Stages[0].Nodes[0];
        ImmutableArray<Outcome> outcomes = [.. root.Outcomes.Select(outcome => outcome with { Changes = [.. outcome.Changes, Change.ColumnBounds(1, quantity, quantity)] })];
        return new([new InventoryProblem(seed).StageAt(0) with { Nodes = [root with { Outcomes = outcomes }] }, .. graph.Stages[1..]], graph.InitialState);
    }
}
