using Sluice.Market.Reported;
using Sluice.Cases;
using Sluice.Planning.Buyer;
using Sluice.Reading;
using Sluice.Runs;
using Sluice.Simulation;

namespace Sluice.Tests.Simulation;

/// <summary>The viewpoint on its own in the market, by habit and by its trained plan.</summary>
public class TrialTests
{
    static readonly MarketOptions few = new() { Replications = 16, Viewpoint = ViewpointRole.OnItsOwn };

    [Fact]
    public void Until_the_viewpoint_enters_the_market_is_the_same_and_nothing_is_lost_afterwards()
    {
        var world = Markets.Founding();
        var (own, plain) = (world.Run(few), world.Run(few with { Viewpoint = ViewpointRole.InItsKind }));
        Assert.Equal((0, 0), (own.UnitsError, own.MoneyError));
        for (var s = 0; s < plain.Series.Length; s++)
        {
            var series = plain.Series[s];
            var i = own.Find(series.Name, series.Party, series.Line, series.Workload);
            for (var t = 0; t < 7; t++)
                Assert.Equal(plain.Mean(s, t), own.Mean(i, t));
        }
        // From then on it needs what the case says, and its kind is smaller by one firm of two.
        Assert.Equal(0, own.Mean(own.Find("on-order", "northstar"), 6));
        Assert.True(own.Mean(own.Find("on-order", "northstar"), 7) > 60_000);
        Assert.True(own.Sum(own.Find("orders", "own-chip-platforms"), "2025-10", "2026-12") < .8 * plain.Sum(plain.Find("orders", "own-chip-platforms"), "2025-10", "2026-12"));
    }

    [Fact]
    public void A_plan_that_wants_all_that_is_offered_orders_it_month_by_month_in_the_market()
    {
        var files = Markets.OneBuyer(buyer: ", groups: [large-platform]", line: "\n    offer: buy")
            .With("case.yaml", "case: Tiny\nas-of: 2025-09-01\nperiods: months to 2025-11\ncurrency: USD\nviewpoint: buyer\nparties: {buyer: {country: CN, groups: [large-platform]}}\ndiscount: 0 % per year\nwait: 1 month\n");
        var world = Markets.Read(files, MemorySource.Empty);
        var options = new MarketOptions { Replications = 2, Months = 5, Viewpoint = ViewpointRole.OnItsOwn };
        var model = MarketCompiler.Compile(world, options);
        using var planned = PlannedBuyer.Train(world, model, new PlanOptions { Passes = 10, Threads = 1 }, cancellation: TestContext.Current.CancellationToken);
        var run = MarketSimulation.Run(model, options, b => b == model.Viewpoint ? planned : null, cancellation: TestContext.Current.CancellationToken);
        // Two thousand a month are offered, twenty thousand are needed, and going short costs ten times the price.
        Assert.Equal([2000, 2000, 2000], Enumerable.Range(0, 3).Select(t => run.Mean(run.Find("orders", "buyer"), t)));
        Assert.Equal((0, 0), (run.UnitsError, run.MoneyError));
        // Cost of the first month: a deposit of 30 % on 2 000 at 1 000, and 20 000 unserved at 10 000, nothing discounted, nothing received.
        Assert.Equal(2000 * 300 + 20_000 * 10_000.0, run.Mean(run.Find("cost", "buyer"), 0));
    }

    [Fact]
    public void The_founding_plan_is_tried_beside_the_same_buyer_by_habit_and_says_the_same_twice()
    {
        var world = Markets.Founding();
        var model = MarketCompiler.Compile(world, few);
        string Record()
        {
            using var planned = PlannedBuyer.Train(world, model, new PlanOptions { Passes = 8, Threads = 2 }, cancellation: TestContext.Current.CancellationToken);
            var run = MarketSimulation.Run(model, few, b => b == model.Viewpoint ? planned : null, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal((0, 0), (run.UnitsError, run.MoneyError));
            var record = MarketRecords.Of(world, run, null, [], new Dictionary<string, (ReportedSeries, SeriesRow)>(), new("test", [], [], []) { Policy = ["northstar=plan"], Plan = planned.Plan, ByHabit = world.Run(few) });
            Assert.Equal(("northstar", "own-chip-platforms"), (record.Trial!.Party, record.Trial.Kind));
            var cost = Assert.Single(record.Trial.Differences, d => d is { Name: "cost", Party: "northstar" });
            var series = run.Find("cost", "northstar");
            Assert.Equal(0, Enumerable.Range(0, 36).Sum(t => run.Mean(series, t)) - cost.Plain - cost.Mean, 2.0);
            Assert.NotEqual(0, cost.Mean);
            Assert.Contains(record.Parties, p => p is { Id: "northstar", Kind: "buyer" });
            return RunFolder.Json(record);
        }
        Assert.Equal(Record(), Record());
    }

    [Fact]
    public void A_viewpoint_without_a_kind_cannot_stand_on_its_own()
    {
        var world = Markets.Read(Markets.OneBuyer(), MemorySource.Empty);
        var refused = Assert.Throws<ArgumentException>(() => MarketCompiler.Compile(world, few));
        Assert.Contains("shares a group", refused.Message, StringComparison.Ordinal);
    }
}
