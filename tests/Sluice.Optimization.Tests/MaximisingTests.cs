namespace Sluice.Optimization.Tests;

public class MaximisingTests
{
    [Fact]
    public void Revenues_are_maximised_with_noise_in_prices()
    {
        // Buy at 3, sell at 2 or 6 with equal chance; 10 fit in: the expected margin is 1 a unit.
        var buy = new Subproblem(0, 1);
        buy.SetOutgoing(0, buy.AddColumn(-3, 0, 10));
        var sell = new Subproblem(1, 0);
        var sold = sell.AddColumn(2, 0, double.PositiveInfinity);
        var stock = sell.AddRow(double.NegativeInfinity, 0);
        sell.Set(stock, sold, 1);
        sell.SetIncoming(stock, 0, -1);
        var after = new StageNode(sell, [new Outcome(0.5, []), new Outcome(0.5, [Change.ColumnCost(sold, 6)])], 0);
        PolicyGraph Graph(RiskMeasure risk) => PolicyGraph.Maximising([new Stage([new StageNode(buy, 1000)], [[1.0]]) { Risk = risk }, new Stage([after])], []);

        var graph = Graph(RiskMeasure.Expectation);
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1 });
        var trained = policy.Train(new StoppingRules { Passes = 10 });
        Assert.Equal(10, graph.InSense(trained.LowerBound), 1e-9);
        Assert.Equal(10, graph.InSense(DeterministicEquivalent.Solve(graph).Value), 1e-9);
        Assert.Equal(10, policy.Solve(0, 0, []).Columns[0], 1e-9);
        Assert.Equal(60, graph.InSense(policy.Solve(1, 0, [10.0], 1).Objective), 1e-9);

        Assert.Equal(10, StochasticSolver.Solve(StochasticProblem.Of(graph)).Value, 1e-6);
        Assert.Equal(Sense.Maximise, StochasticProblem.Of(graph).ToPolicyGraph().Sense);

        // Whoever fears the low price buys nothing.
        using var careful = new Sddp(Graph(RiskMeasure.WorstCase), new SddpOptions { Threads = 1 });
        Assert.Equal(0, careful.Train(new StoppingRules { Passes = 10, Bound = null }).LowerBound, 1e-9);
    }
}
