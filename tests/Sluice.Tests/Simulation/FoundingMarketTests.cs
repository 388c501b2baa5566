using Sluice.Cases;
using Sluice.Reading;
using Sluice.Simulation;

namespace Sluice.Tests.Simulation;

/// <summary>What the report tells, on the founding case: means over replications with and without. Nothing of it is written into the habits as a course of events.</summary>
public class FoundingMarketTests
{
    static readonly Case world = Markets.Founding();
    static readonly Lazy<MarketRun> asked = new(() => world.Run("us-export=licensed@2025-08", "cac=pause@2025-08", "ndrc-nvidia=refrain@2025-08"));
    static readonly Lazy<MarketRun> open = new(() => world.Run("us-export=licensed@2025-08", "cac=ask@2025-08", "ndrc-nvidia=none@2025-08"));
    static readonly Lazy<MarketRun> closed = new(() => world.Run("us-export=closed@2025-04"));

    [Fact]
    public void There_are_six_kinds_of_buyers_or_more()
    {
        Assert.True(world.Habits!.Buyers.Length >= 6);
        Assert.All(new[] { "large-platform", "own-chip-platform", "state-telecom", "state-funded", "other" }, group => Assert.Contains(world.Habits.Buyers, b => b.Groups.Contains(group)));
        Assert.All(world.HabitAssumptions, number => Assert.True(number.Basis.IsStated, number.Path));
    }

    [Fact]
    public void A_licence_opens_orders_rise_and_the_maker_restarts()
    {
        double Orders(MarketRun run) => run.Sum(run.Find("orders", line: "h20"), "2025-08", "2025-12");
        double Made(MarketRun run, string from, string to) => run.Sum(run.Find("made", line: "h20"), from, to);
        Assert.Equal(0, Orders(closed.Value));
        Assert.True(Orders(open.Value) > 300_000, $"{Orders(open.Value)}");
        Assert.Equal(0, Made(closed.Value, "2025-09", "2026-12"));
        // Packaging restarts from dies in the bank; wafers come back only after their lag and lead.
        Assert.True(Made(open.Value, "2025-09", "2025-12") > 0);
        Assert.True(Made(open.Value, "2026-06", "2026-12") > 100_000, $"{Made(open.Value, "2026-06", "2026-12")}");
    }

    [Fact]
    public void Guidance_comes_and_those_who_are_asked_pause_cut_and_put_off()
    {
        double Of(MarketRun run, string name, string buyer) => run.Sum(run.Find(name, buyer), "2025-08", "2026-01");
        Assert.True(asked.Value.Sum(asked.Value.Find("orders", line: "h20"), "2025-08", "2026-01") < .6 * open.Value.Sum(open.Value.Find("orders", line: "h20"), "2025-08", "2026-01"));
        // Those who are asked lose by it, those who are not hardly.
        double Kept(string buyer) => Of(asked.Value, "deliveries", buyer) / Of(open.Value, "deliveries", buyer);
        Assert.True(Kept("platforms") < .9 * Kept("clouds"), $"{Kept("platforms")} {Kept("clouds")}");
        // Guidance that comes while much is on order: some is cancelled.
        var later = world.Run("us-export=licensed@2025-08", "cac=ask@2025-08", "ndrc-nvidia=none@2025-08", "cac=pause@2026-01");
        Assert.True(later.Sum(later.Find("cancellations", "platforms"), "2026-01", "2026-03") > 10 + open.Value.Sum(open.Value.Find("cancellations", "platforms"), "2026-01", "2026-03"));
        Assert.True(later.Sum(later.Find("deliveries", "platforms"), "2026-01", "2026-03") < open.Value.Sum(open.Value.Find("deliveries", "platforms"), "2026-01", "2026-03"));
    }

    [Fact]
    public void Some_wait_for_the_announced_part()
    {
        var silent = Markets.Founding(LoadOptions.None with { Without = ["trump-may-allow", "b30a-in-development"] })
            .Run("us-export=licensed@2025-08", "cac=ask@2025-08", "ndrc-nvidia=none@2025-08");
        double Orders(MarketRun run) => run.Sum(run.Find("orders", line: "h20"), "2025-08", "2025-12");
        Assert.True(Orders(open.Value) < .95 * Orders(silent), $"{Orders(open.Value)} {Orders(silent)}");
        var launched = world.Run("us-export=blackwell-licensed@2026-01", "cac=ask@2025-08", "ndrc-nvidia=none@2025-08");
        Assert.True(launched.Sum(launched.Find("orders", line: "b30a"), "2026-01", "2026-12") > 0);
        Assert.Equal(0, open.Value.Sum(open.Value.Find("orders", line: "b30a"), "2025-08", "2026-12"));
    }

    [Fact]
    public void Inference_moves_to_domestic_parts_as_experience_grows_and_stops_at_their_supply()
    {
        var share = asked.Value.Find("domestic-share", workload: "inference");
        Assert.True(asked.Value.Average(share, "2025-01", "2025-03") + .1 < asked.Value.Average(share, "2026-10", "2026-12"));
        Assert.True(asked.Value.Average(asked.Value.Find("domestic-share", workload: "training"), "2026-10", "2026-12") < .2);
        string[] path = ["us-export=licensed@2025-08", "cac=pause@2025-08", "ndrc-nvidia=refrain@2025-08"];
        // Two changes of one number each, as a what-if would make them: nobody learns; a third of the wafers.
        var unlearned = Patched([.. world.Habits!.Buyers.SelectMany(b => b.Porting.Where(p => p.Habit.Learning.Value > 0).Select(p => Patch.Put($"habits.buyers.{b.Id}.porting.{p.Workload.Id}.learning", "0 %", default)))]).Run(path);
        var scarce = Patched([.. new[] { "2025-01-01", "2025-10-01", "2026-07-01", "2027-01-01" }.Select(d => Patch.Put($"habits.capacities.smic.rate.{d}", "35k units per month", default))]).Run(path);
        Assert.True(unlearned.Average(share, "2026-10", "2026-12") < asked.Value.Average(share, "2026-10", "2026-12") - .01);
        Assert.True(scarce.Average(share, "2026-10", "2026-12") < asked.Value.Average(share, "2026-10", "2026-12") - .03);
    }

    [Fact]
    public void The_maker_halts_is_left_with_stock_and_writes_it_down()
    {
        var never = world.Run("us-export=licensed@2025-01", "cac=ask@2025-01", "ndrc-nvidia=none@2025-01");
        double Held(MarketRun run) => run.Average(run.Find("written-down", line: "h20"), "2025-07", "2025-12");
        Assert.True(Held(closed.Value) > 500_000, $"{Held(closed.Value)}");
        Assert.True(Held(never) < .2 * Held(closed.Value), $"{Held(never)}");
        Assert.Equal(0, closed.Value.Sum(closed.Value.Find("deliveries", line: "h20"), "2025-04", "2026-12"));
        Assert.Equal(0, closed.Value.Sum(closed.Value.Find("made", line: "h20"), "2025-08", "2026-12"));
        // No write-up before sale: once written down, it stays so while the gate is shut.
        var written = closed.Value.Find("written-down", line: "h20");
        for (var t = 5; t < 30; t++)
            Assert.True(closed.Value.Mean(written, t + 1) >= closed.Value.Mean(written, t));
    }

    [Fact]
    public void New_domestic_lines_ease_the_shortage()
    {
        var (running, building) = (world.Run("domestic-lines=running@2025-10"), world.Run("domestic-lines=building@2025-10"));
        double Unserved(MarketRun run) => run.Average(run.Find("unserved", workload: "inference"), "2026-06", "2027-06");
        Assert.True(Unserved(running) < .95 * Unserved(building), $"{Unserved(running)} {Unserved(building)}");
        Assert.True(running.Sum(running.Find("deliveries", line: "ascend-910c"), "2026-01", "2026-12") > building.Sum(building.Find("deliveries", line: "ascend-910c"), "2026-01", "2026-12"));
    }

    [Fact]
    public void Wishes_far_exceed_deliveries()
    {
        double Of(string name) => asked.Value.Sum(asked.Value.Find(name, line: "h20"), "2025-04", "2025-12");
        Assert.True(Of("wishes") > 2.5 * Of("deliveries"), $"{Of("wishes")} {Of("deliveries")}");
        Assert.True(Of("wishes") > Of("orders"));
    }

    static Case Patched(System.Collections.Immutable.ImmutableArray<Patch> patches) => Markets.Founding(LoadOptions.None with { Patches = patches });
}
