using Sluice.Cli.Screens;
using Sluice.Runs;

namespace Sluice.Tests.Runs.Screens;

/// <summary>A document of evidence made by hand, so that pictures of the screen change only when the screen does.</summary>
internal static class ShownEvidence
{
    static readonly OriginRow paper = new("harbour-2025-09-02", "harbour-times", new(2025, 9, 2), "three people familiar", ["copy-2025-09-03"], "B", "reported", .80, .85, .85, 1, .578, 1);
    static readonly OriginRow maker = new("maker-2025-09-04", "nvidia", new(2025, 9, 4), "nvidia", [], "B", "firm", .80, .85, 1, .6, .408, 1);
    static readonly ReasonRow reason = new("said", "asked-to-pause", "took-offence", "if-true", 1.5, .35, 1, 1.152478, "harbour-2025-09-02", "speaks", new(2025, 9, 1), new(2026, 2, 28));
    static readonly ReasonRow covered = new("echo", "asked-to-pause", null, "if-said", 1.2, .68, 1, 1.13, "harbour-2025-09-02", "covered", new(2025, 9, 1), new(2026, 2, 28));

    public static EvidenceDocument Document { get; } = new()
    {
        Case = "A case made by hand", AsOf = new(2025, 9, 10), AtlasHorizon = new(2026, 8, 26), RulesChanging = 2, Viewpoint = "Northstar", With = ["no-levy"], Muted = ["an-opinion"], Version = "0.1.0", InputDigest = "00", Weights = "standard",
        Claims =
        [
            new("asked-to-pause", "cac", "asks large platforms to pause orders of the H20, citing security", "about 2025-08-30", 2, "Unpublished and not confirmed.", .578, .410, .68, [paper], [],
                [new("paused-or-not", "paused", "open", .709, .410)],
                [new("history", "drivers.cac.history.about 2025-08-30", "level", "cac at pause, stands now"), new("move", "drivers.cac.moves.tighten.because.said", "event", "cac pause → bar, × 1.5 at full support")]),
            new("nothing-asked", "nvidia", "says that no customer told it of a request", "2025-09-04", 2, null, .408, .290, .80, [maker], [], [new("paused-or-not", "not", "open", .711, .290)], []),
            new("seen-later", "china-customs", "checks at ports", "2025-10", 3, null, 0, 0, 0, [], ["later-2025-10-10"], [], []),
        ],
        Disputes = [new("paused-or-not", [new("paused", ["asked-to-pause"], .578, 1.369668, .410), new("not", ["nothing-asked"], .408, .689189, .290)], .3, null)],
        Moves =
        [
            new("cac", "tighten", "pause", "bar", .074381, .2, [covered, reason], [new("results", new(2025, 9, 20), 1.1)], 1.267726, false, .094295, .2464),
            new("cac", "ease", "pause", "ask", .020625, .06, [], [], 1, false, .020625, .06),
        ],
        WithoutBasis = [new("offers.h20-stock.rate", "36k units per quarter"), new("offers.h20-stock.ramp", "70 %"), new("wait", "1 quarter")],
        Stale = [new("old", "asked-to-pause", "drivers.cac.history.about 2025-08-30", new(2025, 1, 2), "last heard 2025-01-02; cac is held to stand at pause by it"), new("expires", "asked-to-pause", "drivers.cac.moves.tighten.because.said", new(2025, 11, 30), "moves pause → bar by × 1.15 until then")],
        Unused = [new("an-aside", "Kept because an authority said it."), new("seen-later", null)],
        Explain = new("cac", "pause", "history", new(2025, 9, 2), ["asked-to-pause"], true, ["ask", "pause", "bar"],
        [
            new("tighten", "pause", "bar", ["us-export: recent"], "20 % per quarter", "judgement, with hindsight: between two rates of the record", .074381,
            [
                new(new(2025, 9, 1), [covered, reason], [new("results", new(2025, 9, 20), 1.1)], 1.267726, .094295, .2464),
                new(new(2025, 10, 1), [covered, reason], [], 1.152478, .085722, .2268),
                new(new(2025, 11, 1), [covered, reason], [], 1.152478, .085722, .2268),
                new(new(2025, 12, 1), [covered with { Decay = 0, Role = "idle", Factor = 1 }, reason with { Decay = 0, Role = "idle", Factor = 1 }], [], 1, .074381, .2),
            ]),
        ]),
    };

    public static string At(int width, Action<Spectre.Console.IAnsiConsole> write)
    {
        using var to = new StringWriter { NewLine = "\n" };
        write(Consoles.Plain(to, width));
        return to.ToString().ReplaceLineEndings("\n");
    }
}
