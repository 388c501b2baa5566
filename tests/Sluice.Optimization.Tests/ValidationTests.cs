namespace Sluice.Optimization.Tests;

public class ValidationTests
{
    [Fact]
    public void Transition_rows_must_sum_to_one()
    {
        Rejects("Node 0 of stage 0 has transition probabilities that sum to 0.9", () => Two([[0.9]]));
        Rejects("has a transition probability of -0.5", () => new PolicyGraph([new Stage([Node()], [[-0.5, 1.5]]), new Stage([Node(), Node()])], [1.0]));
        Rejects("has 2 transition probabilities; stage 1 has 1 nodes", () => Two([[0.5, 0.5]]));
        Rejects("Stage 0 has 0 transition rows for 1 nodes", () => Two([]));
        Two([[1 - 1e-10]]);
    }

    [Fact]
    public void A_graph_needs_one_root_and_no_transitions_at_the_end()
    {
        Rejects("There are 0 stages", () => new PolicyGraph([], []));
        Rejects("Stage 0 has 2 nodes; the first stage must have exactly one", () => new PolicyGraph([new Stage([Node(), Node()])], [1.0]));
        Rejects("Stage 0 is the last and has 1 transition rows", () => new PolicyGraph([new Stage([Node()], [[1.0]])], [1.0]));
    }

    [Fact]
    public void State_sizes_must_agree()
    {
        Rejects("takes 2 and leaves 1 states; the nodes of one stage must agree", () => new PolicyGraph([new Stage([Node()], [[0.5, 0.5]]), new Stage([Node(), Node(2)])], [1.0]));
        Rejects("leaves 1 states; stage 1 takes 2", () => new PolicyGraph([new Stage([Node()], [[1.0]]), new Stage([Node(2)])], [1.0]));
        Rejects("initialState has 2 entries; this stage takes 1", () => new PolicyGraph([new Stage([Node()])], [1.0, 2.0]));
        Rejects("initialState is NaN; it must be finite", () => new PolicyGraph([new Stage([Node()])], [double.NaN]));
    }

    [Fact]
    public void Every_outgoing_state_needs_a_column_of_its_own()
    {
        var without = new Subproblem(1, 1);
        Rejects("gives no column for outgoing state 0", () => new PolicyGraph([new Stage([new StageNode(without, 0)])], [1.0]));
        var twice = new Subproblem(1, 2);
        var column = twice.AddColumn(0, 0, 1);
        twice.SetOutgoing(0, column);
        twice.SetOutgoing(1, column);
        Rejects("uses column 0 for two outgoing states", () => new PolicyGraph([new Stage([new StageNode(twice, 0)])], [1.0]));
    }

    [Fact]
    public void Outcomes_must_sum_to_one_and_point_into_the_subproblem()
    {
        var node = Node();
        Rejects("has outcome probabilities that sum to 0.5", () => One(node with { Outcomes = [new Outcome(0.5, [])] }));
        Rejects("has 0 outcomes", () => One(node with { Outcomes = [] }));
        Rejects("has a change of RowBounds at row 1; it has 1 rows", () => One(node with { Outcomes = [new Outcome(1, [Change.RowBounds(1, 0, 0)])] }));
        Rejects("has a change of ColumnCost at column 5; it has 1", () => One(node with { Outcomes = [new Outcome(1, [Change.ColumnCost(5, 0)])] }));
        Rejects("has a change of IncomingCoefficient at column 1; it has 1", () => One(node with { Outcomes = [new Outcome(1, [Change.IncomingCoefficient(0, 1, 0)])] }));
    }

    [Fact]
    public void A_cost_to_go_bound_must_be_finite_but_at_the_last_stage()
    {
        Rejects("has the cost-to-go lower bound -Infinity; it must be finite",
            () => new PolicyGraph([new Stage([Node() with { CostToGoLowerBound = double.NegativeInfinity }], [[1.0]]), new Stage([Node()])], [1.0]));
        One(Node() with { CostToGoLowerBound = double.NaN });
    }

    [Fact]
    public void A_subproblem_refuses_what_cannot_be_meant()
    {
        var node = new Subproblem(1, 1);
        Rejects("Bounds are 2 and 1", () => node.AddColumn(0, 2, 1));
        Rejects("cost is Infinity; it must be finite", () => node.AddColumn(double.PositiveInfinity, 0, 1));
        Rejects("row is 0; it must be at least 0 and below 0", () => node.Set(0, 0, 1));
        Rejects("Bounds are NaN and 1", () => node.AddRow(double.NaN, 1));
        Rejects("state is 1; it must be at least 0 and below 1", () => node.SetIncomingCost(1, 1));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        var graph = One(Node());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sddp(graph, new SddpOptions { Threads = 0 }));
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1 });
        Rejects("No stopping rule is set", () => policy.Train(new StoppingRules()));
        Rejects("SolveProbability is 2", () => policy.EstimateUpperBound(new BoundOptions { SolveProbability = 2 }));
        Rejects("stage is 1; it must be at least 0 and below 1", () => policy.Solve(1, 0, [0.0]));
        Rejects("state has 2 entries; this stage takes 1", () => policy.Solve(0, 0, [0.0, 0.0]));
    }

    private static PolicyGraph One(StageNode node) => new([new Stage([node])], [1.0]);

    private static PolicyGraph Two(double[][] transitions) => new([new Stage([Node()], transitions), new Stage([Node()])], [1.0]);

    private static StageNode Node(int incoming = 1)
    {
        var node = new Subproblem(incoming, 1);
        node.SetOutgoing(0, node.AddColumn(1, 0, 10));
        node.Set(node.AddRow(0, 10), 0, 1);
        return new StageNode(node, 0);
    }

    private static void Rejects(string words, Action action) =>
        Assert.Contains(words, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static void Rejects(string words, Func<object> action) => Rejects(words, () => { action(); });
}
