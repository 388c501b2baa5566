using System.Collections.Immutable;
using Sluice.Runs;

namespace Sluice.Tests.Views;

/// <summary>A small invented record in which every answer is given, for what reads records and nothing else.</summary>
static class SampleRecord
{
    static readonly DateOnly asOf = new(2025, 8, 21);
    static readonly DateOnly endOfWait = new(2025, 11, 30);

    public static PlanRecord Whole { get; } = new()
    {
        Case = "Two gates", AsOf = asOf, AtlasHorizon = new(2026, 8, 26), RulesChanging = 2, Viewpoint = "Northstar",
        Stance = ImmutableSortedDictionary<string, string>.Empty.Add("cac", "follow"), Told = ImmutableSortedDictionary<string, string>.Empty.Add("cac", "pause"),
        With = ["lines-late"], Version = "0.1.0", Seed = 7, InputDigest = new string('a', 64), Stopped = "gap", Passes = 100,
        Bounds = new(3_764_000_000, 3_772_000_000, "statistical 97.5 %", .002, 8_000_000, 100_000, true),
        StakeInterval = new(70_000_000, 90_000_000), Stake = 80_000_000, Indifference = 16_000_000, States = 192, Stages = 3,
        Decisions =
        [
            Decision("h20-stock", "nvidia-h20", "h20-stock", "pause", 0, 60_000, 0, 96, null, [new("ask-followed", "cac", "pause", "CAC")]),
            Decision("h20-stock", "nvidia-h20", "h20-stock on order", "keep", 60_000, 60_000, null, null, new(2025, 10, 2), [new("use-over-refund")]),
            Decision("ascend-910c", "huawei-ascend-910c", "ascend-910c", "order", 27_060, 18_000, 17_000, 27_060, new(2025, 9, 30), [new("all-allotted", Saves: 1_800_000)],
                "American guidance says otherwise"),
            Decision("rent-mainland", null, "rent-mainland", "cut", 1_250, 5_000, 0, 13_000, null, [new("enough")]) with { Unit = "H20e" },
        ],
        Next = [new("cac", "bar", .264, endOfWait, [new("ascend-910c", 30_000, 22_000, "units")]), new("lines", "running", .157, endOfWait, [new("h20-stock", 0, 9_000, "units")])],
        Cost = new(3_770_000_000, 4_450_000_000, "USD"),
        Unserved = [new("inference", "Sep 2025", 9_000, 12_000, 240_000, "H20e"), new("inference", "Q4 2025", 10_000, 20_000, 250_000, "H20e"), new("inference", "Q1 2026", 38_000, 57_000, 260_000, "H20e"),
            new("training", "Sep 2025", 0, 0, 0, "H20e"), new("training", "Q4 2025", 20_000, 22_000, 90_000, "H20e"), new("training", "Q1 2026", 25_000, 27_000, 95_000, "H20e")],
        Rests = new(3, 3, 1, 1, 2, 1),
        Waiting = [new("ascend-910c", 40_000_000, 31_000_000, 52_000_000, "nothing", false), new("h20-stock", null, 0, null, "planned", false)],
        News = [new("cac", 3_100_000, 0, 11_000_000, false), new("lines", 12_000_000, 9_000_000, 15_000_000, true)],
        BreakEvens = [new("parts.huawei-ascend-910c.speed", "huawei-ascend-910c: speed", .9, "H20e", new(.52, .58), null, "ascend-910c 9,000 units instead of 27,060; rent-mainland 5,000 H20e instead of 1,250", .4, true)],
        Influence = [new("offers.h20-stock.price", "h20-stock: price", 4_100, "USD", 12_300_000, false), new("drivers.cac.moves.ease.chance", "cac: moves, ease, chance", -2_000_000, "% per quarter", -18_000_000, true)],
        Hinges = [new("dispute asked-or-paused: asked", "hinges", new(21_000_000, 33_000_000), [new("h20-stock", 0, 30_000, "units")]), new("horizon + 4 quarters", "robust", new(0, 9_000_000), [])],
        Why = [new("ascend-910c", "Sep 2025", "the allotment of ascend-910c", .97, 1_800, "units")],
        Flows = [new("Northstar", "Huawei", "balance of the price", 320_000_000, true), new("Northstar", "Nvidia", "deposit", 190_000_000, true), new("Northstar", "Northstar", "shortage (a price, not cash)", 900_000_000, false)],
        Following = [new(null, "all asks", 74_000_000, 66_000_000, 82_000_000, [new("inference", 120_000, .021)]), new("cac", "pause", null, 10_000_000, 40_000_000, [])],
        Unknowns = [new("parts.huawei-ascend-910c.speed", "huawei-ascend-910c: speed", "yes", "nothing says where it comes from"), new("workloads.training.shortage", "training: shortage, price", "no", "judgement without a range")],
        Rivals = [new("sluice", 3_770_000_000, 4_450_000_000, 0, 0, 0, 0, 3_600_000_000, null), new("habit", 4_100_000_000, 4_900_000_000, 330_000_000, 310_000_000, 350_000_000, 320_000_000, 3_900_000_000, new(90_000_000, 110_000_000))],
        Calendar = [new(new(2025, 8, 27), "event", null, "Nvidia's results"), new(new(2025, 9, 30), "quote", "ascend-910c", "the allotment of 18,000 ends")],
        Grounds = new(
            [new("Sep 2025", asOf, new(2025, 9, 30)), new("Q4 2025", new(2025, 10, 1), new(2025, 12, 31)), new("Q1 2026", new(2026, 1, 1), new(2026, 3, 31))],
            [new("cac", "pause", true, [1, .7, .5]), new("cac", "bar", false, [0, .25, .3]), new("cac", "none", false, [0, .05, .2]), new("lines", "building", true, [1, .8, .4]), new("lines", "running", false, [0, .2, .6])],
            [
                new("drivers.cac.moves.ease.chance", "6 % per quarter", 2, 15, "judgement", null, "one opening in eight quarters", true),
                new("offers.ascend-910c.price", "15 500 USD", 12_000, 28_600, "claims", ["price-note"], "undated bank note", false),
                new("offers.h20-stock.deposit", "30 %", 0, 100, "judgement", null, "none gives its size", false),
                new("offers.h20-stock.price", "11 500 USD", 10_000, 13_000, "source", null, "Bernstein, August 2025", false),
                new("on-order.h20-stock@2025-11-01.units", "60k units", null, null, "claims", ["told-in-private"], null, false),
                new("parts.huawei-ascend-910c.speed", "0.9 H20e", null, null, "none", null, null, false),
                new("workloads.training.shortage", "9 USD", null, null, "judgement", null, "a guess", false),
            ],
            [
                new("paused", "cac", "asks platforms to pause H20 orders", "Aug 2025", .62, [new("ft-2025-08-20", "Financial Times", "金融时报", new(2025, 8, 20), "https://example.org/ft?a=1&b=2", "two people familiar", "reported", 3)]),
                new("price-note", "bank", "puts the 910C at 110 000 yuan", "2025", .3, [new("note", "A bank", null, new(2025, 6, 1), null, null, "estimate", 0)]),
                new("told-in-private", "northstar", "has 60k on order", "Aug 2025", .9, [new("ledger", "Own ledger", null, new(2025, 8, 1), null, "our buyer", "firm", 0)]),
            ],
            [new("asked-or-paused", [new("asked", ["price-note"], .2), new("paused", ["paused"], .62)], .18, null)],
            [new("ascend-910c", "huawei-ascend-910c", "Huawei Ascend 910C", "Huawei"), new("h20-stock", "nvidia-h20", "Nvidia H20", "Nvidia"), new("rent-mainland", null, null, "A cloud")],
            ["claims.told-in-private.does", "claims.told-in-private.who", "on-order.h20-stock@2025-11-01.units.value", "told.cac"]),
        Notes = ["Port 33,000 H20e of training to cann during the wait.", "Porting is priced per equivalent, which approximates a fixed cost per model family."],
    };

    /// <summary>The same without answers and grounds: the oldest record that may be rendered again.</summary>
    public static PlanRecord Bare { get; } = Whole with
    {
        Waiting = null, News = null, BreakEvens = null, Influence = null, Hinges = null, Why = null, Flows = null, Following = null, Unknowns = null, Rivals = null, Calendar = null, Grounds = null,
        Next = [], Decisions = [.. Whole.Decisions.Select(d => d with { Reasons = [] })],
    };

    /// <summary>The same with texts that would break a page, wherever a case may put its own.</summary>
    public static PlanRecord Hostile { get; } = Whole with
    {
        Case = Evil, Viewpoint = Evil, With = [Evil], Notes = [Evil],
        Decisions = [.. Whole.Decisions.Select(d => d with { Offer = Evil, Title = Evil, Part = Evil, Reason = Evil, Reasons = [new("level", Evil, Evil, Evil)], Verdict = Evil, Unit = Evil, Conflicts = [Evil] })],
        Next = [new(Evil, Evil, .2, endOfWait, [new(Evil, 1, 2, Evil)])],
        Unserved = [.. Whole.Unserved.Select(u => u with { Workload = Evil, Unit = Evil })],
        Calendar = [new(asOf, Evil, Evil, Evil)],
        Flows = [new(Evil, Evil, Evil, 1_000_000, true)],
        Hinges = [new(Evil, Evil, new(0, null), [new(Evil, 1, 2, Evil)])],
        Grounds = Whole.Grounds! with
        {
            Levels = [new(Evil, Evil, true, [1, 1, 1])],
            Assumptions = [new(Evil, Evil, 1, 2, Evil, [Evil], Evil, true)],
            Claims = [new(Evil, Evil, Evil, Evil, .5, [new(Evil, Evil, Evil, asOf, "javascript:alert(1)", Evil, Evil, 1)])],
            Disputes = [new(Evil, [new(Evil, [Evil], .5)], .5, Evil)],
            Offers = [new(Evil, Evil, Evil, Evil)],
        },
    };

    public const string Evil = "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">\u202Eevil\u0000\u0007\u200F'\"&lt;{0}%{x}";

    static DecisionRecord Decision(string offer, string? part, string title, string action, double quantity, double planned, double? low, double? high, DateOnly? by,
        ImmutableArray<ReasonRecord> reasons, params string[] conflicts) => new()
    {
        Offer = offer, Part = part, Title = title, Span = "2025-08-21 to 2025-11-30", FirstPeriod = 0, Action = action, Quantity = quantity, Planned = planned, Low = low, High = high,
        SurelyLow = null, SurelyHigh = null, Unit = "units", By = by, Reason = ReasonWords.Of(reasons, Wording.English, "USD"), Reasons = reasons,
        Verdict = "us-export licence (case-by-case); cn-import guided", Conflicts = [.. conflicts],
    };
}
