using System.Text;
using Sluice.Evidence.Intake;

namespace Sluice.Tests.Evidence.Intake;

/// <summary>
/// Hand-made pages with what a careful reader would propose. <c>tuned-</c> pages were looked at while the rules were written; <c>held-</c> pages
/// were written apart, and no rule was written for them, so theirs is the honest figure.
/// </summary>
internal static class MeasuredPages
{
    public sealed record Expected(string Who, string[] Deeds, string About, string[] When, string[] Certainties, string[] SaidBy);

    public sealed record Measure(string Page, int Wanted, int Found, int Proposed, int Right, int Details, int DetailsRight, string Report);

    static string Folder => Repository.At("tests", "Sluice.Tests", "Evidence", "Intake", "Pages");

    public static IEnumerable<string> Names(string prefix) =>
        Directory.GetFiles(Folder, prefix + "*").Where(f => !f.EndsWith(".csv", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    public static string Text(string page) => File.ReadAllText(Path.Combine(Folder, page));

    public static Measure Of(string page)
    {
        var intake = TestNames.Read(Text(page));
        var wanted = File.ReadLines(Path.Combine(Folder, Path.ChangeExtension(page, ".csv"))).Skip(1).Select(Parse).ToList();
        var open = intake.Proposals.ToList();
        var report = new StringBuilder($"{page}: {intake.Report.Source}, {intake.Report.Published} ({intake.Report.PublishedFrom}), origin {intake.Report.Origin ?? "–"}\n");
        var (found, details, right) = (0, 0, 0);
        foreach (var want in wanted)
        {
            if (open.FirstOrDefault(p => Matches(p, want)) is not { } hit)
            {
                report.Append($"  missed  {want.Who} {string.Join('|', want.Deeds)} {want.About}\n");
                continue;
            }

            open.Remove(hit);
            found++;
            Detail(want.When.Length > 0, want.When.Contains(hit.When ?? ""), $"when {hit.When}, wanted {string.Join('|', want.When)}");
            Detail(want.Certainties.Length > 0, want.Certainties.Contains(hit.Certainty), $"certainty {hit.Certainty}, wanted {string.Join('|', want.Certainties)}");
            Detail(want.SaidBy.Length > 0, want.SaidBy.Contains(hit.SaidBy ?? ""), $"said by {hit.SaidBy}, wanted {string.Join('|', want.SaidBy)}");

            void Detail(bool asked, bool met, string what)
            {
                if (!asked) return;
                details++;
                if (met) right++;
                else report.Append($"  detail  {want.Who} {want.Deeds[0]}: {what}\n");
            }
        }

        foreach (var extra in open) report.Append($"  extra   {extra.Who} {extra.Deed} {extra.About}: {intake.Page.Text.AsSpan(extra.Sentence.Start, Math.Min(70, extra.Sentence.Length))}\n");
        return new(page, wanted.Count, found, intake.Proposals.Length, found, details, right, report.ToString());
    }

    static bool Matches(Proposal p, Expected want) =>
        (want.Who.Split('|').Contains(p.Who) || p.Also.Contains(want.Who)) && (want.About.Length == 0 || want.About.Split('|').Contains(p.About ?? ""))
        && want.Deeds.Any(d => d == p.Deed || (d == "ask" && p.Deed.StartsWith("ask", StringComparison.Ordinal)));

    static Expected Parse(string line)
    {
        var cells = line.Split(',');
        return new(cells[0], cells[1].Split('|'), cells[2], Alternatives(cells[3]), Alternatives(cells[4]), Alternatives(cells[5]));
    }

    static string[] Alternatives(string cell) => cell.Length == 0 ? [] : cell.Split('|');
}
