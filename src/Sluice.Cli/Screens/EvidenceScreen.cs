using System.Globalization;
using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>The console answer of <c>sluice evidence</c>. Reads the document and nothing else; lines are laid out here, so that they read alike at any width.</summary>
static class EvidenceScreen
{
    /// <summary>Order in which claims are shown.</summary>
    public static readonly string[] Orders = ["support", "driver", "origin"];

    const int MostReasonsShown = 40;

    public static void Write(IAnsiConsole console, EvidenceDocument evidence, string by)
    {
        Lines(console, Header(evidence), 0);
        Lines(console, Counts(evidence), 0);
        Section(console, by == "support" ? "Claims" : $"Claims by {by}");
        Claims(console, evidence, by);
        if (!evidence.Disputes.IsEmpty) Section(console, "Disputes");
        foreach (var dispute in evidence.Disputes) Dispute(console, dispute);
        Section(console, "Moves, as of the date above");
        Moves(console, evidence);
        Endings(console, evidence);
        Footer(console);
    }

    /// <summary>One driver, month by month.</summary>
    public static void WriteDriver(IAnsiConsole console, EvidenceDocument evidence, ExplainedDriver driver)
    {
        Lines(console, Header(evidence), 0);
        var known = driver.Known is { } day ? $", known {Day(day)}" : "";
        var claims = driver.Claims.IsEmpty ? "" : $" ({string.Join(", ", driver.Claims)})";
        var by = driver.StandsBy switch { "told" => "as told", "history" => $"by its history{known}{claims}", _ => "at its first level, since nothing was known" };
        console.MarkupLineInterpolated($"[bold]{driver.Driver}[/] stands at [bold]{driver.Level}[/], {by}{(driver.Recent ? "; its last move is recent" : "")}");
        Lines(console, $"levels: {string.Join(", ", driver.Levels)}", 0);
        foreach (var move in driver.Moves) EvidenceMoveLines.Write(console, move, driver.Level);
        Footer(console);
    }

    /// <summary>One claim in full, with everything that rests on it.</summary>
    public static void WriteClaim(IAnsiConsole console, EvidenceDocument evidence, ClaimRow claim)
    {
        Lines(console, Header(evidence), 0);
        EvidenceClaimLines.Write(console, evidence, claim);
        Footer(console);
    }

    internal static void Lines(IAnsiConsole console, string text, int indent, string lead = "")
    {
        var first = true;
        foreach (var line in ScreenText.Wrap(ScreenText.Field(text), console.Profile.Width - indent - 1))
        {
            console.WriteLine(first && lead.Length > 0 ? lead.PadRight(indent) + line : new string(' ', indent) + line);
            first = false;
        }
    }

    internal static void Section(IAnsiConsole console, string title)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/]");
    }

    internal static string Weight(double weight) => weight.ToString("0.00", CultureInfo.InvariantCulture);

    internal static string Percent(double chance) => chance.ToString("0.0 %", CultureInfo.InvariantCulture);

    internal static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    internal static string Count(int n, string noun) => $"{n} {noun}{(n == 1 ? "" : "s")}";

    static string Header(EvidenceDocument evidence)
    {
        var rules = evidence.RulesChanging == 0 ? "" : $", {Count(evidence.RulesChanging, "rule")} change by then";
        var with = evidence.With.IsEmpty ? "" : $" · with {string.Join(", ", evidence.With)}";
        var muted = evidence.Muted.IsEmpty ? "" : $" · without {string.Join(", ", evidence.Muted)}";
        return ScreenText.Field($"{evidence.Case} · {evidence.Viewpoint} · as of {Day(evidence.AsOf)} · atlas knows to {Day(evidence.AtlasHorizon)}{rules}{with}{muted}");
    }

    static string Counts(EvidenceDocument evidence)
    {
        var origins = evidence.Claims.SelectMany(c => c.Origins).Select(o => o.Origin).Distinct(StringComparer.Ordinal).Count();
        return $"{Count(evidence.Claims.Length, "claim")} from {Count(origins, "origin")}, {Count(evidence.Disputes.Length, "dispute")}; "
            + $"{evidence.WithoutBasis.Length} numbers without basis, {evidence.Stale.Length} stale, {evidence.Unused.Length} unused · weights: {evidence.Weights}";
    }

    static void Claims(IAnsiConsole console, EvidenceDocument evidence, string by)
    {
        var id = Math.Min(34, evidence.Claims.Select(c => c.Id.Length).DefaultIfEmpty(5).Max());
        var wide = console.Profile.Width >= 110;
        console.MarkupLineInterpolated($"[bold]{"support",7} {"own",5}  {"claim".PadRight(id)}  origins  rest on it{(wide ? "  who does what" : "")}[/]");
        foreach (var (title, claims) in Groups(evidence, by))
        {
            if (title.Length > 0) console.WriteLine(ScreenText.Field(title));
            foreach (var claim in claims)
            {
                var marks = $"{(claim.Disputes.IsEmpty ? "" : " ±")}{(claim.Origins.IsEmpty ? " later" : "")}";
                var line = $"{Weight(claim.Support),7} {Weight(claim.Own),5}  {ScreenText.Fit(ScreenText.Field(claim.Id), id)}  {claim.Origins.Length,7}  {claim.UsedBy.Length,10}";
                var rest = console.Profile.Width - line.Length - 3;
                console.WriteLine(wide ? $"{line}  {ScreenText.Fit(ScreenText.Field($"{claim.Who} {claim.Does}{marks}"), rest).TrimEnd()}" : line + marks);
            }
        }

        console.WriteLine("± disputed: support is what the dispute leaves of its own; later: not yet known");
    }

    static IEnumerable<(string Title, IEnumerable<ClaimRow> Claims)> Groups(EvidenceDocument evidence, string by) => by switch
    {
        "driver" => evidence.Claims
            .SelectMany(c => Drivers(c).DefaultIfEmpty("no driver"), (c, d) => (Claim: c, Driver: d))
            .GroupBy(p => p.Driver, p => p.Claim, StringComparer.Ordinal).OrderBy(g => g.Key == "no driver").ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, (IEnumerable<ClaimRow>)g)),
        "origin" => evidence.Claims
            .SelectMany(c => c.Origins.Select(o => $"{o.Origin}, {o.Source}, grade {o.Grade}").DefaultIfEmpty("not yet known"), (c, o) => (Claim: c, Origin: o))
            .GroupBy(p => p.Origin, p => p.Claim, StringComparer.Ordinal).OrderBy(g => g.Key == "not yet known").ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, (IEnumerable<ClaimRow>)g)),
        _ => [("", evidence.Claims)],
    };

    static IEnumerable<string> Drivers(ClaimRow claim) =>
        claim.UsedBy.Where(u => u.Path.StartsWith("drivers.", StringComparison.Ordinal)).Select(u => u.Path.Split('.')[1]).Distinct(StringComparer.Ordinal);

    /// <summary>The sides stand beside each other where there is room for it, else below each other.</summary>
    internal static void Dispute(IAnsiConsole console, DisputeRow dispute)
    {
        var sides = dispute.Sides.Select(s => new[] { $"{s.Name} {Weight(s.Support)}" }.Concat(s.Claims).Select(t => ScreenText.Field(t)).ToList()).ToList();
        var state = dispute.Resolved is { } side ? $"resolved for {side}" : $"neither {Weight(dispute.Neither)}";
        console.MarkupLineInterpolated($"  [bold]{dispute.Id}[/]  {state}");
        var column = (console.Profile.Width - 5) / Math.Max(1, sides.Count);
        if (column < 30)
        {
            foreach (var text in sides) Lines(console, $"{text[0]}: {string.Join(", ", text.Skip(1))}", 4);
            return;
        }

        for (var i = 0; i < sides.Max(s => s.Count); i++)
            console.WriteLine(("    " + string.Concat(sides.Select(s => ScreenText.Fit(i < s.Count ? s[i] : "", column - 2) + "  "))).TrimEnd());
    }

    static void Moves(IAnsiConsole console, EvidenceDocument evidence)
    {
        if (evidence.Moves.IsEmpty)
        {
            console.WriteLine("  none");
            return;
        }

        var driver = evidence.Moves.Max(m => m.Driver.Length);
        var move = evidence.Moves.Max(m => m.Move.Length);
        console.MarkupLineInterpolated($"[bold]{"driver".PadRight(driver)}  {"move".PadRight(move)}    base  factor     now  a quarter[/]");
        foreach (var row in evidence.Moves)
        {
            var line = $"{row.Driver.PadRight(driver)}  {row.Move.PadRight(move)}  {Percent(row.BasePerQuarter),6}  {"× " + Weight(row.Factor),6}  {Percent(row.ChancePerQuarter),6}{(row.Clipped ? ", held at a factor of 4" : "")}";
            var levels = $"  {ScreenText.Field($"{row.From} → {row.To}")}";
            console.WriteLine(line.Length + levels.Length < console.Profile.Width ? line + levels : line);
            foreach (var reason in row.Reasons.Take(MostReasonsShown)) Lines(console, EvidenceMoveLines.Reason(reason), 4);
            foreach (var acting in row.Events) Lines(console, $"event {acting.Name}, {Day(acting.On)}: × {Weight(acting.Times)}", 4);
        }
    }

    static void Endings(IAnsiConsole console, EvidenceDocument evidence)
    {
        Section(console, "Stale");
        if (evidence.Stale.IsEmpty) console.WriteLine("  nothing");
        foreach (var row in evidence.Stale) Lines(console, $"{row.Kind}: {row.Claim}, {row.Why}{(row.Kind == "old" ? "" : $" ({Day(row.On)})")}", 2);
        Section(console, "Unused claims");
        if (evidence.Unused.IsEmpty) console.WriteLine("  none");
        foreach (var row in evidence.Unused) Lines(console, row.Note is { } note ? $"{row.Claim}: {note}" : row.Claim, 2);
        Section(console, "Numbers without basis");
        if (evidence.WithoutBasis.IsEmpty) console.WriteLine("  none");
        foreach (var group in evidence.WithoutBasis.GroupBy(n => n.Path.Split('.')[0], StringComparer.Ordinal))
            Lines(console, string.Join(", ", group.Select(n => n.Path.Contains('.', StringComparison.Ordinal) ? n.Path[(n.Path.IndexOf('.', StringComparison.Ordinal) + 1)..] : n.Path)), 4, $"  {group.Key} ({group.Count()}):");
    }

    static void Footer(IAnsiConsole console)
    {
        console.WriteLine();
        console.WriteLine("Supports are weights from a stated table, not probabilities.");
        console.WriteLine("Not legal or investment advice.");
    }
}
