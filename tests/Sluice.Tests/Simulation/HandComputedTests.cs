using Sluice.Reading;
using Sluice.Simulation;

namespace Sluice.Tests.Simulation;

/// <summary>One buyer, one line, no gate, nothing drawn: the table was computed on paper.</summary>
public class HandComputedTests
{
    static readonly MarketRun run = Markets.Read(Markets.OneBuyer(), MemorySource.Empty).Run(new MarketOptions { Replications = 2, Months = 6 });

    [Theory]
    [InlineData("orders", 1000, 0, 0, 0, 0, 0)]              // the whole need at once; what is on order with the line is never ordered again
    [InlineData("deliveries", 0, 100, 300, 300, 300, 0)]      // stock in the second month, then what the line makes
    [InlineData("on-order", 1000, 900, 600, 300, 0, 0)]
    [InlineData("outlay", 300_000, 70_000, 210_000, 210_000, 210_000, 0)]      // 30 % at the order, the rest when it comes
    public void The_buyer_does_as_on_paper(string series, params int[] table) => Assert.Equal(table.Select(v => (double)v), Row(run.Find(series, "all")));

    [Theory]
    [InlineData("made", 0, 0, 300, 300, 300, 0)]              // a month of wafers, a month of packaging
    [InlineData("in-progress", 300, 600, 600, 300, 0, 0)]     // wafers stop when all that is on order is under way
    [InlineData("stock", 100, 0, 0, 0, 0, 0)]
    [InlineData("revenue", 0, 100_000, 300_000, 300_000, 300_000, 0)]
    [InlineData("written-down", 0, 0, 0, 0, 0, 0)]
    public void The_maker_does_as_on_paper(string series, params int[] table) => Assert.Equal(table.Select(v => (double)v), Row(run.Find(series, line: "alpha")));

    [Fact]
    public void What_came_last_month_serves_this_month() => Assert.Equal([0, 0, 100, 400, 700, 1000], Row(run.Find("served", workload: "serve")));

    [Fact]
    public void Nothing_is_lost()
    {
        Assert.Equal((0, 0), (run.UnitsError, run.MoneyError));
        Assert.Equal(2, run.Done);
    }

    [Fact]
    public void An_ask_holds_back_the_share_of_firms_that_comply()
    {
        var gate = "gate: {history: {2025-08-01: {level: pause, known: 2025-08-01}}, levels: {pause: {asks: {stop: {stop-orders: {on: {part: alpha}}}}}}}";
        var asked = Markets.Read(Markets.OneBuyer(gate, ", compliance: 75 %"), MemorySource.Empty).Run(new MarketOptions { Replications = 1, Months = 2 });
        Assert.Equal(250, asked.Mean(asked.Find("orders", "all"), 0));
        Assert.Equal(1000, asked.Mean(asked.Find("wishes", "all"), 0));
    }

    [Fact]
    public void At_a_shut_gate_the_maker_gives_orders_back_halts_and_writes_down()
    {
        // Open in September and October, shut from November; the quarter ends in November.
        const string gate = "gate: {history: {2025-08-01: {level: open, known: 2025-08-01}}, levels: {open: {}, shut: {effects: {stop: {stop-orders: {on: {part: alpha}}}, hold: {pass-deliveries: {share: 0, on: {part: alpha}}}}}}}";
        var world = Markets.Read(Markets.OneBuyer(gate, maker: ", returns: 1 month, quarter-ends: 11"), MemorySource.Empty);
        var shut = world.Run(new MarketOptions { Replications = 1, Months = 6, Path = [Markets.Forced("gate=shut@2025-11")] });
        double[] Of(string name) => [.. Enumerable.Range(0, 6).Select(t => shut.Mean(shut.Find(name, line: "alpha"), t))];
        Assert.Equal([0, 100, 0, 0, 0, 0], Of("deliveries"));
        Assert.Equal([0, 0, 600, 600, 600, 600], Of("written-down"));
        // 300 finished at 150 each, 300 dies at 100 each.
        Assert.Equal([0, 0, 75_000, 0, 0, 0], Of("write-down"));
        Assert.Equal([0, 0, 900, 0, 0, 0], Enumerable.Range(0, 6).Select(t => shut.Mean(shut.Find("cancellations", "all"), t)));
        Assert.Equal((0, 0), (shut.UnitsError, shut.MoneyError));
    }

    static double[] Row(int series) => [.. Enumerable.Range(0, 6).Select(t => run.Mean(series, t))];
}
