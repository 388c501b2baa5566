using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sluice.Cases;
using Sluice.Planning.Buyer;
using Sluice.Reading;
using Sluice.Runs;
using Sluice.Runs.Replays;
using Sluice.Tests.Cases;
using Sluice.Tests.Planning;

namespace Sluice.Tests.Runs.Replays;

public class ReplayTests
{
    static readonly PlanOptions quick = new() { Passes = 8, Stop = StopRule.PassesOnly, Threads = 1, Paths = 40, Depth = PlanDepth.Decisions };

    static CaseSource From(IFileSource files, IFileSource? atlas = null) => new(files, atlas ?? MemorySource.Empty, LoadOptions.None);

    static ReplayResult Run(CaseSource source, params ImmutableArray<DateOnly> dates) =>
        new Replay(source, new(dates, dates[0], dates[^1], new(1, 0), quick, new RunHeader("0.1.0", quick.Seed, []))).Run(TestContext.Current.CancellationToken);

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(40)]
    [InlineData(91)]
    public void As_of_the_day_of_the_case_a_replay_is_the_plan(int seed)
    {
        var files = RandomCase.Of(seed).Files;
        var world = SmallCase.Read(files);
        var plan = WorldPlan.Of(world, quick, new RunHeader("0.1.0", quick.Seed, []), cancellation: TestContext.Current.CancellationToken).Record;
        var replay = Run(From(files), world.Header.AsOf);
        Assert.Equal(RunFolder.Json(plan), RunFolder.Json(Assert.Single(replay.Plans).Plan));
        Assert.Equal(plan.InputDigest, Assert.Single(replay.Record!.Dates).InputDigest);
    }

    /// <summary>A gate that shuts on 10 October, reported on 20 October by a claim.</summary>
    static Tiny Gate => new()
    {
        Periods = "months to 2025-12", Demand = "serve,2025-09,20k H20e\nserve,2025-10,20k H20e\nserve,2025-11,20k H20e\nserve,2025-12,20k H20e", Header = "atlas: []",
        Drivers = "gate: {history: {2025-08-01: {level: open, known: 2025-08-01}, 2025-10-10: {level: shut, known: 2025-10-20, claims: [it-shut]}}, levels: {open: {}, shut: {effects: {no: {stop-orders: {on: {part: alpha}}}}}}}",
    };

    static MemorySource Reported(Tiny world) => world.Files.With("evidence.yaml", """
        sources: {paper: {name: A paper, reliability: B}}
        reports: {paper-2025-10-20: {source: paper, published: 2025-10-20}, paper-2026-01-15: {source: paper, published: 2026-01-15}}
        claims:
          it-shut: {who: paper, does: says that the gate is shut, when: 2025-10-10, credibility: 2, heard: {paper-2025-10-20: {said-by: an official, certainty: firm}}}
          still-shut: {who: paper, does: says that it still is, when: 2026-01-15, credibility: 2, note: kept to show how far the record goes, heard: {paper-2026-01-15: {said-by: an official, certainty: firm}}}
        """);

    [Fact]
    public void A_change_is_laid_to_the_claim_that_made_it()
    {
        var replay = Run(From(Reported(Gate)), Day("2025-10-01"), Day("2025-10-19"), Day("2025-11-01"));
        Assert.True(replay.Record is not null, string.Join('\n', replay.Faults));
        var dates = replay.Record.Dates;
        Assert.Equal(["open", "open", "shut"], dates.Select(d => d.Levels[0].Level));
        Assert.DoesNotContain(dates[1].ChangedBecause, c => c.Claim is not null);
        Assert.Equal("order", dates[0].Decisions[0].Action);
        Assert.Equal(0, dates[2].Decisions[0].Quantity);
        var cause = Assert.Single(dates[2].ChangedBecause, c => c.Claim is not null);
        Assert.Equal(("it-shut", "drivers.gate.history.2025-10-10", "open", "shut"), (cause.Claim, cause.Assumption, cause.Before, cause.After));
        Assert.Equal(["buy"], cause.Decisions);
    }

    [Fact]
    public void What_nothing_known_explains_is_the_passing_of_time()
    {
        var quiet = new Tiny { Periods = "months to 2025-12", Demand = Gate.Demand, Offers = Tiny.Buy("from: 2025-11-01") };
        var dates = Run(From(quiet.Files), Day("2025-09-01"), Day("2025-11-01")).Record!.Dates;
        Assert.Equal(["buy"], dates[1].Changed);
        var cause = Assert.Single(dates[1].ChangedBecause);
        Assert.Equal((null, "the passing of time"), (cause.Claim, cause.Assumption));
        Assert.Empty(dates[1].OtherNews);
    }

    [Fact]
    public void The_path_that_came_true_costs_what_the_certain_world_costs()
    {
        // Whatever can be had is bought as soon as it can be, so along what came true (orders in September and October only) the plan costs what the world costs in which
        // the gate shuts on a known day. Where the outlook holds no shut gate, that path is none of its own.
        Assert.Empty(Run(From(Reported(Gate)), Day("2025-09-01")).Record!.Realised);
        var moves = Gate with
        {
            Drivers = "gate: {history: {2025-08-01: {level: open, known: 2025-08-01}, 2025-10-10: {level: shut, known: 2025-10-20, claims: [it-shut]}}, "
                + "levels: {open: {}, shut: {effects: {no: {stop-orders: {on: {part: alpha}}}}}}, moves: {shut: {from: open, to: shut, chance: 20 % per month}}}",
        };
        var priced = Run(From(Reported(moves)), Day("2025-09-01")).Record!;
        Assert.Equal(Day("2026-01-15"), priced.KnownTo);
        var certain = Gate.Then("no: {delay-deliveries: {share: 0 %, on: {part: alpha}}}", "no: {stop-orders: {on: {part: alpha}}}") with { Calendar = "change: {on: 2025-10-15, jumps: {gate: {from: one, to: two, chance: 100 %}}}" };
        var known = certain.Value * 1e6;
        Assert.InRange(priced.Realised.Single(r => r.Policy == "sluice").Cost, known - 2_000, known + 2_000);
        Assert.True(priced.Realised.Single(r => r.Policy == "habit").Cost > known);
    }

    [Fact]
    public void The_book_stays_and_only_knowledge_moves()
    {
        var source = From(TestCases.Founding, TestCases.Atlas);
        var book = source.Load();
        foreach (var day in new[] { Day("2025-07-15"), Day("2025-10-15"), Day("2026-02-10") })
        {
            var loaded = source.Load(o => o with { AsOf = day, Patches = ReplayBook.At(book.Case!, book.Tree!, day) });
            Assert.True(loaded.Case is not null, string.Join('\n', loaded.Diagnostics));
            var (then, now) = (loaded.Case, book.Case!);
            Assert.Equal(now.Header.Clock.Horizon, then.Header.Clock.Horizon);
            Assert.Equal(now.Market.Fleet.Select(f => (f.Part.Id, f.Units.Value)), then.Market.Fleet.Select(f => (f.Part.Id, f.Units.Value)));
            Assert.Equal(now.Market.OnOrder.Select(f => (f.Offer.Id, f.Due, f.Units.Value)), then.Market.OnOrder.Select(f => (f.Offer.Id, f.Due, f.Units.Value)));
            Assert.Equal(now.Market.Offers.Select(o => o.Id), then.Market.Offers.Select(o => o.Id));
            foreach (var row in now.Market.Demand)
                Assert.Contains(then.Market.Demand, d => (d.Workload.Id, d.Period, d.Amount.Value) == (row.Workload.Id, row.Period, row.Amount.Value));
            Assert.All(then.Header.Clock.Periods, p => Assert.All(then.Market.Workloads, w => Assert.Contains(then.Market.Demand, d => d.Workload.Id == w.Id && then.Header.Clock.Find(d.Period) == p)));
        }
    }

    [Fact]
    public void A_date_knows_nothing_that_was_reported_later()
    {
        var source = From(TestCases.Founding, TestCases.Atlas);
        var book = source.Load();
        var day = Day("2025-08-15");
        var patches = ReplayBook.At(book.Case!, book.Tree!, day);
        var full = CaseOutlook.Of(source.Load(o => o with { AsOf = day, Patches = patches }).Case!);
        Assert.Equal(Sluice.Outlooks.StandsBy.History, full.Standing.Drivers.Single(d => d.Driver == "cac").By);       // told on 21 August, not before
        var later = book.Case!.Evidence.Claims.Where(c => c.Heard.All(h => book.Case.Evidence.Report(h.Origin.Id).Published > day)).Select(c => c.Id).ToList();
        Assert.NotEmpty(later);
        var histories = book.Case.Drivers.SelectMany(d => d.History.Where(h => h.Known > day).Select(h => Patch.Remove($"drivers.{d.Id}.history.{h.Effective}", new("test", 1, 1))));
        var cut = CaseOutlook.Of(source.Load(o => o with { AsOf = day, Mute = [.. later], Patches = [.. patches, .. histories] }).Case!);
        Assert.Equal(full.Chain.States[full.Chain.Root].Levels, cut.Chain.States[cut.Chain.Root].Levels);
        for (var t = 0; t < full.Chain.Transition.Length; t++)
            Assert.Equal(full.Chain.Transition[t].Cast<double>(), cut.Chain.Transition[t].Cast<double>());
    }

    [Fact]
    public void Cancelling_keeps_the_dates_that_are_done()
    {
        using var cancel = new CancellationTokenSource();
        var result = new Replay(From(Reported(Gate)), new([Day("2025-09-01"), Day("2025-10-01"), Day("2025-11-01")], Day("2025-09-01"), Day("2025-11-01"), new(1, 0), quick, new RunHeader("0.1.0", 7, [])),
            done: _ => cancel.Cancel()).Run(cancel.Token);
        Assert.Equal("cancelled", result.Record!.Stopped);
        Assert.Equal(Day("2025-09-01"), Assert.Single(result.Record.Dates).AsOf);
    }

    [Fact]
    public void A_date_that_cannot_be_planned_says_why()
    {
        var result = Run(From(Reported(Gate)), Day("2025-07-15"));
        Assert.Null(result.Record);
        Assert.Contains(result.Faults, f => f.Code == "SLU0306");
    }

    [Fact]
    public void The_document_has_the_keys_that_others_rely_on()
    {
        var document = JsonNode.Parse(Replay.Json(Run(From(Reported(Gate)), Day("2025-10-01"), Day("2025-11-01")).Record!))!;
        Assert.Empty(new[] { "dates", "scores", "realised" }.Except(document.AsObject().Select(p => p.Key)));
        Assert.Empty(new[] { "brier", "log", "baseRateBrier", "n" }.Except(document["scores"]!.AsObject().Select(p => p.Key)));
        var date = document["dates"]![1]!;
        Assert.Empty(new[] { "asOf", "decisions", "changedBecause" }.Except(date.AsObject().Select(p => p.Key)));
        Assert.Empty(new[] { "claim", "assumption", "before", "after" }.Except(date["changedBecause"]![0]!.AsObject().Select(p => p.Key)));
    }
}
