using System.Collections.Immutable;
using Sluice.Runs;
using Sluice.Runs.Comparison;
using Sluice.Runs.Replays;

namespace Sluice.Tests.Views;

/// <summary>Small invented results of the other verbs, for what reads records and nothing else.</summary>
static class SampleRecords
{
    const string Evil = SampleRecord.Evil;

    static readonly DateOnly july = new(2025, 7, 15);

    /// <summary>The sample plan beside one with another decision, other service and other money; settled and not.</summary>
    public static CompareRecord Compare { get; } = CompareRecords.Of((SampleRecord.Whole, "runs/one"), (SampleRecord.Whole with
    {
        With = ["open-gate"], Muted = ["lutnick-remark"], Resolved = ["asked-or-paused=asked"], Seed = 8, Bounds = SampleRecord.Whole.Bounds with { Lower = 3_650_000_000, Upper = 3_660_000_000, GapMoney = 10_000_000, Settled = false },
        Cost = new(3_655_000_000, 4_300_000_000, "USD"),
        Decisions = [.. SampleRecord.Whole.Decisions.Select(d => d.Title == "h20-stock" ? d with { Action = "order", Quantity = 30_000, Low = 20_000, High = 36_000 } : d)],
        Unserved = [.. SampleRecord.Whole.Unserved.Select(u => u with { Expected = u.Expected * .8 })],
        Flows = [.. SampleRecord.Whole.Flows!.Value.Select(f => f with { Expected = f.Expected * 1.1 })],
    }, null));

    /// <summary>Three dates with a change, its cause, and everything that is scored and priced.</summary>
    public static ReplayRecord Replay { get; } = new()
    {
        Case = "Two gates", Viewpoint = "Northstar", BookOf = new(2025, 8, 21), KnownTo = new(2025, 11, 6), AtlasHorizon = new(2026, 8, 26), From = july, Until = new(2025, 9, 15), Every = "month", With = ["lines-late"],
        Muted = ["lutnick-remark"], Resolved = ["asked-or-paused=asked"], Currency = "USD", Version = "0.1.0", Seed = 7, Passes = 40, Stopped = "cancelled",
        Dates = [Date(0, 36_000, []), Date(1, 27_000, [new("paused", "drivers.cac.moves.tighten", "20.0 % per quarter", "24.9 % per quarter", ["h20-stock"])]), Date(2, 0, [new(null, "the passing of time", "15 Aug 2025", "15 Sep 2025", ["h20-stock"]), new(null, "several together", "15 Aug 2025", "15 Sep 2025", ["h20-stock"])])],
        Scores = new(.51, .92, .64, 1.01, 1, "n = 1: too few to say anything of skill."), HindsightScores = new(1.21, 2.13, .93, 1.44, 4, "n = 4: the rates knew what came; this is no test."),
        Realised = [.. Enumerable.Range(0, 3).SelectMany(i => new RealisedCost[] { new("sluice", july.AddMonths(i), 4.1e9), new("two-stage", july.AddMonths(i), 4.104e9), new("average", july.AddMonths(i), 4.09e9), new("habit", july.AddMonths(i), 4.6e9) })],
        Notes =
        [
            "The book (fleet, orders, quotes, plans, demand) is that of 21 Aug 2025 on every date; only what was reported by each date moves. Orders due before a date count as due on it.",
            "Before that day demand is that of its first period, and nothing that the viewpoint itself was told counts.", "What came true is read from the dated histories of the case, which its reports follow to 6 Nov 2025; later levels are drawn.",
            "Each plan is trained for at most 40 passes from the start: cuts of one date are no bounds on another.", "Not settled, with a gap over half the indifference: 3 of 3 dates; a change there may be chance. More --passes settle them.",
            "41 numbers of the case rest on what came later and are used on every date; forecasts by such rates are kept apart and are no test.", "10 forecasts reach beyond 6 Nov 2025 or before a history begins, and are not scored.", "Verdicts that the case states are those of its own day.",
        ],
    };

    static ReplayDate Date(int n, double quantity, ImmutableArray<ChangeCause> causes) => new()
    {
        AsOf = july.AddMonths(n), InputDigest = new string('b', 64), Stopped = "passes", Bounds = new(4e9, 4.03e9, "statistical 97.5 %", .008, 32e6, 0, false), Levels = [new("cac", n < 2 ? "ask" : "pause", n < 2 ? "first-level" : "told"), new("lines", "building", "history")],
        Decisions = [.. SampleRecord.Whole.Decisions.Select(d => d.Title == "h20-stock" ? d with { Action = quantity > 0 ? "cut" : "pause", Quantity = quantity } : d)],
        Changed = causes.IsEmpty ? [] : ["h20-stock"], ChangedBecause = causes, OtherNews = n == 0 ? [] : [new("price-note", "drivers.cac.moves.ease", "6.0 % per quarter", "5.0 % per quarter", [])],
        Forecasts = [new("cac", july.AddMonths(n + 3), [new("ask", .7), new("pause", .3)], [new("ask", .8), new("pause", .2)], n == 2 ? null : "pause", n == 1)],
    };

    /// <summary>Two parts over two years, and who asked.</summary>
    public static GatesRecord Gates { get; } = new()
    {
        AsOf = new(2026, 1, 1), Horizon = new(2026, 8, 26), Atlas = "1", RulesChanging = 1, Asked = new("CN", ["large-platform"], "bytedance", "inference"),
        Rows =
        [
            Row("nvidia-h20", "Nvidia H20", new(2024, 1, 1), new(2025, 4, 8), "no-requirement", null, "no-requirement"), Row("nvidia-h20", "Nvidia H20", new(2025, 4, 9), new(2026, 1, 1), "licence", "case-by-case", "guided"),
            Row("huawei-ascend-910c", "Huawei Ascend 910C", new(2024, 1, 1), new(2026, 1, 1), "guided", null, "no-requirement") with { Conflicts = [new(["us", "cn"], "they ask opposite things")] },
        ],
    };

    static GatesRow Row(string part, string title, DateOnly on, DateOnly until, string us, string? policy, string cn) => new()
    {
        Part = part, Title = title, PartKnown = null, To = "CN", BuyerHq = "CN", On = on, Until = until, Conflicts = [], Verdicts = [Verdict("us-export", us, policy), Verdict("cn-import", cn, null)],
    };

    static GatesVerdict Verdict(string gate, string verdict, string? policy) => new()
    {
        Gate = gate, Verdict = verdict, Class = verdict == "licence" ? "letter" : null, Policy = policy, Exception = null, Strength = verdict == "guided" ? 3 : null, Rules = ["a-rule"], Conditions = [], Missing = [], TurnsOn = [], LastKnown = null, Why = "", Trace = [],
    };

    /// <summary>Two makers and two kinds of buyers over six months, with everything that a page of a market may show.</summary>
    public static MarketRecord Market { get; } = new()
    {
        Run = "market-0123456789ab", Case = "Two gates", AsOf = new(2025, 8, 21), AtlasHorizon = new(2026, 8, 26), DrawnFrom = new(2025, 8, 21), With = ["lines-late"], Without = ["lutnick-remark"], Muted = ["price-note"], Resolved = ["asked-or-paused=asked"],
        Path = ["cac=bar@2025-10"], Policy = ["northstar=plan"], Version = "0.1.0", Seed = 7, InputDigest = new string('c', 64), Stopped = "done", Replications = 1000, Months = 6, Start = new(2025, 7, 1), Currency = "USD",
        Parties = [new("platforms", "Platforms", "buyer", "平台企业"), new("northstar", "Northstar", "buyer"), new("nvidia", "nvidia", "maker"), new("huawei", "huawei", "maker"), new("cac", "cac", "authority")],
        Series =
        [
            Band("deliveries", "nvidia", "h20", null, "units", 60_000), Band("deliveries", "huawei", "ascend", null, "units", 40_000), Band("deliveries", "platforms", null, null, "units", 90_000), Band("made", "nvidia", "h20", null, "units", 50_000),
            Band("stock", "nvidia", "h20", null, "units", 30_000), Band("in-progress", "nvidia", "h20", null, "units", 9_000), Band("written-down", "nvidia", "h20", null, "units", 12_000), Band("wishes", "nvidia", "h20", null, "units", 70_000), Band("orders", "nvidia", "h20", null, "units", 65_000),
            Band("revenue", "nvidia", null, null, "USD", 5e8), Band("demand", null, null, "inference", "H20e", 300_000), Band("domestic-share", null, null, "inference", "share", .4), Band("unserved", null, null, "inference", "H20e", 20_000),
        ],
        Conservation = new(0, 0), PolicyReplications = 250,
        Differences = [Difference("deliveries", "platforms", 90_000, -4_000), Difference("revenue", "nvidia", 5e8, -3e7)], Policies = [new("cac", "platforms", "deliveries", null, "units", 90_000, -5_000, -6_000, -4_000), new("cac", "nvidia", "revenue", null, "USD", 5e8, -4e7, -5e7, 1e6)],
        Trial = new("northstar", "platforms", 3.7e9, 3.8e9, "statistical 97.5 %", 1.6e7, 100, "passes", [new("inference", "H20e", 9_000)], [Difference("unserved", "northstar", 30_000, -9_000), Difference("revenue", "nvidia", 5e8, 1e7)]),
        Record = [new("H20 write-down", "nvidia-results", "write-down", "2025Q2", "2025-07…2025-09", "USD", 4.5e9, 4.5e9, 4.5e9, 4.1e9, 3.9e9, 4.1e9, 4.6e9, true, "test", "2025-08-28", ["nvda-10q"], "in scope")], Inside = new(2, 2, 1, 1), Rests = new(60, 20, 15, 40, 3, 2),
        Notes = ["Rentals, energy and places are not simulated; a driver answers another's move from the next month on."],
    };

    static MarketBand Band(string name, string? party, string? line, string? workload, string unit, double level) =>
        new(name, party, line, null, workload, unit, Six(level), Six(level * .8), Six(level), Six(level * 1.2));

    static ImmutableArray<double> Six(double level) => [.. Enumerable.Range(1, 6).Select(i => level * (1 + .1 * i))];

    static MarketDifference Difference(string name, string party, double plain, double mean) => new(name, party, null, null, null, name == "revenue" ? "USD" : "units", plain, mean, mean - Math.Abs(mean) / 10, mean + Math.Abs(mean) / 10);

    /// <summary>The comparison with texts that would break a page.</summary>
    public static CompareRecord HostileCompare { get; } = Compare with
    {
        A = Compare.A with { Case = Evil, Viewpoint = Evil, With = [Evil], Run = Evil }, Decisions = [new(Evil, Evil, Evil, DifferenceVerdict.Estimate)], Quantities = [new(Evil, 1, 2, Evil, null, null, DifferenceVerdict.Estimate), new(Evil + " unserved in " + Evil, 1, 2, Evil, null, null, DifferenceVerdict.Estimate)],
        Money = [new(Evil, 1, 2, -1, 3, DifferenceVerdict.NotSettled), new(Evil, 1, 2, null, null, DifferenceVerdict.Estimate)], Notes = [Evil],
    };

    /// <summary>The replay with texts that would break a page.</summary>
    public static ReplayRecord HostileReplay { get; } = Replay with
    {
        Case = Evil, Viewpoint = Evil, With = [Evil], Notes = [Evil],
        Dates = [.. Replay.Dates.Select(d => d with { Decisions = [.. d.Decisions.Select(r => r with { Title = Evil, Unit = Evil })], Changed = [Evil], ChangedBecause = [new(Evil, Evil, Evil, Evil, [Evil])], Levels = [new(Evil, Evil, "history")], Forecasts = [new(Evil, july, [new(Evil, 1)], [new(Evil, 1)], Evil, false)] })],
    };
}
