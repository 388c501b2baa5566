using System.Collections.Immutable;
using Sluice.Outlooks;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Outlooks;

/// <summary>Five drivers of the size and with the rates of the founding case: 3 × 2 · 4 · 2 · 2 · 2 = 192 joint states.</summary>
internal static class Founding
{
    public static ImmutableArray<Driver> Drivers { get; } =
    [
        Driver("cac", "ask pause bar enforced",
        [
            Move("answer", "ask", "pause", Math.Log(2) / (82 / 30.4375), [When("us-export", "recent")]),
            Move("drift", "ask", "pause", PerQuarter(.08), [When("us-export", "closed")]),
            Move("tighten", "pause", "bar", PerQuarter(.20)),
            Move("ease", "pause", "ask", PerQuarter(.06)),
            Move("enforce", "bar", "enforced", PerQuarter(.10)),
            Move("relent", "bar", "pause", PerQuarter(.06)),
            Move("relax", "enforced", "bar", PerQuarter(.05)),
        ]),
        Driver("domestic-lines", "building running", [Move("run", "building", "running", PerQuarter(.20))]),
        Driver("foreign-inference-bar", "none in-force",
        [
            Move("impose-early", "none", "in-force", PerQuarter(.05), [When("domestic-lines", "building")]),
            Move("impose-late", "none", "in-force", PerQuarter(.15), [When("domestic-lines", "running")]),
            Move("lift", "in-force", "none", PerQuarter(.05)),
        ]),
        Driver("ndrc-nvidia", "none refrain",
        [
            Move("ask", "none", "refrain", PerQuarter(.12)),
            Move("ask-again", "none", "refrain", PerQuarter(.20), [When("us-export", "recent")]),
            Move("drop", "refrain", "none", PerQuarter(.08)),
        ]),
        Driver("us-export", "closed licensed blackwell",
        [
            Move("open", "closed", "licensed", PerQuarter(.12)),
            Move("shut", "licensed", "closed", PerQuarter(.10)),
            Move("widen", "licensed", "blackwell", PerQuarter(.06)),
            Move("shut-all", "blackwell", "closed", PerQuarter(.10)),
            Move("narrow", "blackwell", "licensed", PerQuarter(.05)),
        ], Recent(6, "open", "widen")),
    ];

    public static CalendarEvent Truce { get; } = Event("tariff-truce-ends", "2025-11-10", [Factor("us-export", "shut", 3, 1), Factor("us-export", "shut-all", 3, 1)]);

    public static Standing Standing { get; } = Standings.At(
        Drivers.SetItem(4, Drivers[4] with { History = [History("2025-04-09", "closed", "2025-04-15"), History("2025-08-08", "licensed", "2025-08-08")] }),
        AsOf, new Dictionary<string, string> { ["cac"] = "pause", ["ndrc-nvidia"] = "refrain" }.ToImmutableSortedDictionary(), NoEvidence());
}
