using CsCheck;
using Sluice.Market.Reported;
using Sluice.Cases;
using Sluice.Reading;
using Sluice.Runs;
using Sluice.Simulation;
using Sluice.Tests.Cases;

namespace Sluice.Tests.Simulation;

public class MarketLawTests
{
    [Fact]
    public void Units_and_money_are_conserved_to_the_last_in_every_replication_of_random_markets()
    {
        var delivered = 0.0;
        Gen.Int[1, 1_000_000].Always(seed =>
        {
            var run = Markets.Random(seed).Run(new MarketOptions { Replications = 12, Months = 18, Seed = seed });
            Assert.Equal((0, 0), (run.UnitsError, run.MoneyError));
            lock (Markets.Few)
                delivered += run.Mean(run.Find("deliveries"), 10);
        }, draws: 60);
        Assert.True(delivered > 0, "no random market ever sold anything");
    }

    [Fact]
    public void Same_bytes_for_any_number_of_threads()
    {
        var world = Markets.Founding();
        string Json(int threads) => RunFolder.Json(MarketRecords.Of(world, world.Run(Markets.Few with { Threads = threads }), null, [], new Dictionary<string, (ReportedSeries, SeriesRow)>(), new("test", [], [], [])));
        var one = Json(1);
        Assert.Equal(one, Json(2));
        Assert.Equal(one, Json(5));
    }

    [Fact]
    public void Another_seed_draws_another_market()
    {
        var world = Markets.Founding();
        var (one, other) = (world.Run(Markets.Few), world.Run(Markets.Few with { Seed = 8 }));
        Assert.NotEqual(one.Value(one.Find("deliveries"), 20, 3), other.Value(other.Find("deliveries"), 20, 3));
    }

    [Theory]
    [InlineData("foreign-ministry-statement")]      // moves nothing, and the case says so
    [InlineData("nvidia-results")]                  // a day on which nothing moves
    public void Without_an_event_to_which_nobody_reacts_every_difference_is_nought(string happened)
    {
        var differences = PairedDifferences.Of(Markets.Founding(LoadOptions.None with { Without = [happened] }).Run(), Markets.Founding().Run());
        Assert.NotEmpty(differences);
        Assert.All(differences, d => Assert.Equal((0, 0, 0), (d.Mean, d.Low, d.High)));
    }

    [Fact]
    public void Without_an_event_that_moved_a_gate_the_market_differs()
    {
        var without = Markets.Founding(LoadOptions.None with { Without = ["licences-issued"] });
        Assert.DoesNotContain(without.Driver("us-export").History, h => h.Level == "licensed");
        var differences = PairedDifferences.Of(without.Run(), Markets.Founding().Run());
        Assert.Contains(differences, d => d.Series is { Name: "revenue", Party: "nvidia", Line: null } && d.High < 0);
    }

    [Fact]
    public void An_event_of_the_atlas_goes_with_the_claims_that_tell_of_it()
    {
        var (byEvent, byClaim) = (Markets.Founding(LoadOptions.None with { Without = ["ev-2025-08-08-licences"] }), Markets.Founding(LoadOptions.None with { Without = ["licences-issued"] }));
        Assert.Equal(byClaim.MarketDigest, byEvent.MarketDigest);
        // One that the case does not tell of takes nothing out.
        Assert.Equal(Markets.Founding().MarketDigest, Markets.Founding(LoadOptions.None with { Without = ["ev-2025-03-26-energy"] }).MarketDigest);
    }

    [Fact]
    public void A_new_case_simulates()
    {
        var files = NewCase.Files("new").Aggregate(MemorySource.Empty, (m, f) => m.With(f.Key, f.Value));
        var run = Markets.Read(files, TestCases.Atlas).Run();
        Assert.Equal((0, 0), (run.UnitsError, run.MoneyError));
        Assert.True(run.Sum(run.Find("deliveries"), "2025-10", "2026-12") > 1000);
    }

    [Fact]
    public void Random_markets_hold_effects_of_every_kind()
    {
        var kinds = Enumerable.Range(1, 400).SelectMany(seed => Planning.RandomCase.Of(seed).World.Drivers).SelectMany(d => d.Levels).SelectMany(l => l.Effects).Select(e => e.GetType().Name).Distinct().ToList();
        Assert.True(kinds.Count >= 13, string.Join(", ", kinds));
    }

    [Fact]
    public void What_does_not_happen_must_have_a_name()
    {
        var loaded = TestCases.Founding.Load(LoadOptions.None with { Without = ["lutnik-remark"] });
        var found = Assert.Single(loaded.Diagnostics, d => d.Code == "SLU0609");
        Assert.Equal("lutnick-remark", found.Nearest);
        Assert.Null(loaded.Case);
    }

    [Fact]
    public void A_driver_that_does_nothing_makes_no_difference()
    {
        var world = Markets.Founding();
        var plain = world.Run(Markets.Few);
        // Events alone hang on no driver that nobody asks anything of: a driver of the calendar's name does not exist, so idling none is the same market.
        var same = world.Run(Markets.Few with { Idle = ["no-such-driver"] });
        Assert.All(PairedDifferences.Of(same, plain), d => Assert.Equal(0, d.Mean));
        Assert.Contains(PairedDifferences.Of(world.Run(Markets.Few with { Idle = ["cac"] }), plain), d => d.Mean != 0);
    }

    [Fact]
    public void Quantiles_are_those_of_the_sorted_values() => Gen.Float[-100, 100].Array[1, 60].Always(values =>
    {
        var sorted = values.Order().ToArray();
        foreach (var share in new[] { .1, .5, .9 })
        {
            var position = (sorted.Length - 1) * share;
            var k = (int)position;
            var expected = k + 1 < sorted.Length ? sorted[k] + (position - k) * ((double)sorted[k + 1] - sorted[k]) : sorted[k];
            Assert.Equal(expected, Quantiles.Of([.. values], share), 1e-9);
        }
    });

    [Fact]
    public void Numbers_by_counter_are_even_and_independent_of_order()
    {
        var key = CounterRandom.KeyOf("driver:cac");
        var all = Enumerable.Range(0, 20_000).Select(r => CounterRandom.Uniform(7, r, key, r % 36)).ToArray();
        Assert.InRange(all.Average(), .49, .51);
        Assert.InRange(all.Count(u => u < .1) / 20_000.0, .09, .11);
        Assert.Equal(all[123], CounterRandom.Uniform(7, 123, key, 123 % 36));
        Assert.Equal(20_000, all.Distinct().Count());
    }

    [Fact]
    public void The_interval_of_a_paired_difference_is_Students()
    {
        var world = Markets.Founding();
        var (changed, plain) = (world.Run("cac=bar@2025-10"), world.Run(Markets.Few));
        var i = plain.Find("revenue", "nvidia");
        var d = PairedDifferences.Of(changed, i, plain, i);
        var deltas = Enumerable.Range(0, plain.Done).Select(r => changed.Total(i, r) - plain.Total(i, r)).ToArray();
        var half = 2.0117 * Math.Sqrt(deltas.Select(x => (x - deltas.Average()) * (x - deltas.Average())).Sum() / (deltas.Length - 1) / deltas.Length);      // t of 47 degrees at 97.5 %, from a table
        Assert.Equal(deltas.Average(), d.Mean, 1e-6 * Math.Abs(d.Mean) + 1e-6);
        Assert.Equal(half, d.High - d.Mean, 1e-3 * half);
    }
}
