using Sluice.Reading;
using Sluice.Simulation;

namespace Sluice.Tests.Simulation;

/// <summary>One buyer of a thousand and one line of three hundred a month, each time under one effect: the tables were computed on paper.</summary>
public class EffectTests
{
    [Theory]
    [InlineData("{cap-orders: {rate: 200 units per month, on: {part: alpha}}}", "orders", 200, 200, 200, 200, 200, 0)]      // the thousand in five steps
    [InlineData("{quota: {amount: 350 units, rate: 50 units per month, on: {part: alpha}}}", "orders", 400, 50, 50, 50, 50, 50)]      // what is left at the start and the first grant, then each grant
    [InlineData("{bundle: {ratio: 2, on: {part: alpha}}}", "orders", 0, 0, 0, 0, 0, 0)]      // no domestic unit to set them against
    [InlineData("{cap-deliveries: {rate: 50 units per month, on: {part: alpha}}}", "deliveries", 0, 50, 50, 50, 50, 50)]      // the rest waits at the gate
    [InlineData("{cap-deliveries: {in-all: 120 units, on: {part: alpha}}}", "deliveries", 0, 100, 20, 0, 0, 0)]
    [InlineData("{pass-deliveries: {share: 40 %, rest: waits, per-month: 50 %, on: {part: alpha}}}", "deliveries", 0, 40, 150, 225, 262, 161)]      // 40 of 100; half of 60 at the gate and 120 of 300; half of 210 and 120; half of 285 and 120; half of 323
    [InlineData("{price: {times: 1.5, on: {part: alpha}}}", "outlay", 450_000, 105_000, 315_000, 315_000, 315_000, 0)]
    [InlineData("{levy: {rate: 20 %, payer: maker-a, passed-on: 50 %, on: {part: alpha}}}", "outlay", 330_000, 77_000, 231_000, 231_000, 231_000, 0)]      // a tenth on the price
    public void The_buyer_does_as_on_paper(string effect, string series, params int[] table) => Assert.Equal(table.Select(v => (double)v), Row(Under(effect), series, "all"));

    [Theory]
    [InlineData("{levy: {rate: 20 %, payer: maker-a, passed-on: 50 %, on: {part: alpha}}}", "levy", 0, 20_000, 60_000, 60_000, 60_000, 0)]      // a fifth of the price before what is passed on
    [InlineData("{price: {times: 1.5, on: {part: alpha}}}", "revenue", 0, 150_000, 450_000, 450_000, 450_000, 0)]
    public void The_maker_does_as_on_paper(string effect, string series, params int[] table) => Assert.Equal(table.Select(v => (double)v), Row(Under(effect), series, "maker-a"));

    [Fact]
    public void A_line_makes_what_supply_leaves_it()
    {
        var run = Under("{supply: {times: 0.5, on: {part: alpha}}}");
        Assert.Equal([0, 0, 150, 150, 150, 150], Enumerable.Range(0, 6).Select(t => run.Mean(run.Find("made", line: "alpha"), t)));
    }

    [Fact]
    public void Units_that_may_not_be_used_serve_nothing_and_are_paid_all_the_same()
    {
        var run = Under("{stop-use: {what: all, on: {part: alpha}}}");
        Assert.Equal([0, 0, 0, 0, 0, 0], Enumerable.Range(0, 6).Select(t => run.Mean(run.Find("served", workload: "serve"), t)));
        Assert.Equal(100, run.Mean(run.Find("deliveries", "all"), 1));
    }

    [Fact]
    public void Foreign_units_are_set_against_domestic_ones_of_the_months_before()
    {
        const string beta = "\n  beta: {part: beta, maker: maker-a, price: 900 USD, running: no, stock: 300 units, wafers: {rate: {2025-01-01: 300 units per month}, lead: 1 month}, back-end: {rate: {2025-01-01: 300 units per month}, lead: 1 month}}";
        var world = Markets.Read(Markets.OneBuyer(Gate("{bundle: {ratio: 2, on: {part: alpha}}}"), ", porting: {serve: {ported: 300 H20e}}", line: beta), MemorySource.Empty);
        var run = world.Run(new MarketOptions { Replications = 1, Months = 6 });
        double[] Orders(string line) => [.. Enumerable.Range(0, 6).Select(t => run.Mean(run.Find("orders", line: line), t))];
        Assert.Equal([300, 0, 0, 0, 0, 0], Orders("beta"));      // as far as work is ported
        Assert.Equal([0, 150, 0, 0, 0, 0], Orders("alpha"));
        Assert.Equal((0, 0), (run.UnitsError, run.MoneyError));
    }

    static string Gate(string effect) => $"gate: {{history: {{2025-08-01: {{level: set, known: 2025-08-01}}}}, levels: {{set: {{effects: {{it: {effect}}}}}}}}}";

    static MarketRun Under(string effect)
    {
        var run = Markets.Read(Markets.OneBuyer(Gate(effect)), MemorySource.Empty).Run(new MarketOptions { Replications = 1, Months = 6 });
        Assert.Equal((0, 0), (run.UnitsError, run.MoneyError));
        return run;
    }

    static double[] Row(MarketRun run, string series, string party) => [.. Enumerable.Range(0, 6).Select(t => run.Mean(run.Find(series, party), t))];
}
