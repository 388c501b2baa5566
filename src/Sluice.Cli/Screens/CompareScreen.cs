using Sluice.Runs;
using Sluice.Runs.Comparison;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>Two plans side by side on a console: what differs in decisions, quantities and money. Reads the record and nothing else.</summary>
sealed class CompareScreen(IAnsiConsole console, CompareRecord record, ComparedRows rows, Wording words)
{
    /// <summary>Periods of one workload that are shown where not everything is.</summary>
    const int MostPeriods = 3;

    public static void Write(IAnsiConsole console, CompareRecord record, string? folder, ComparedRows rows, Wording? words = null) => new CompareScreen(console, record, rows, words ?? Wording.English).Write(folder);

    void Write(string? folder)
    {
        Paragraph(CompareWords.First(record, words));
        foreach (var (name, side) in new[] { ("A", record.A), ("B", record.B) })
            Paragraph($"{name}  {CompareWords.Name(side, words)} · {CompareWords.Bounds(side, record.Currency, words)}");
        console.WriteLine();
        Paragraph(CompareWords.Headline(record, words));
        Table("Decisions", "", [.. record.Decisions.Select(d => new[] { What(d.What), Action(d.A), Action(d.B), "", Verdict(d.Verdict) })]);
        Table("Quantities", words["unit"], Quantities());
        Table("Money", "B − A", [.. record.Money.Select(m => new[] { What(m.What), Money(m.A), Money(m.B), CompareWords.Change(m, record.Currency, words) is var change and not "–" ? change : "", Verdict(m.Verdict) })]);
        console.WriteLine();
        Paragraph(CompareWords.Folded(record, rows, words));
        if (record.Decisions.Any(d => d.Verdict == DifferenceVerdict.Estimate))
            Paragraph(words["An estimate has no interval: whether such a difference holds beyond the gap is not known. --answers quick ranges what is decided."]);
        foreach (var note in record.Notes) Paragraph(words.Prose(note));
        if (folder is not null) console.WriteLine($"{words["Saved"]}  {folder}");
        console.WriteLine(words["Not legal or investment advice."]);
    }

    List<string[]> Quantities()
    {
        var decided = record.Quantities.Where(q => CompareWords.Unserved(q) is null).Select(Row).ToList();
        foreach (var workload in record.Quantities.Where(q => CompareWords.Unserved(q) is not null).GroupBy(q => CompareWords.Unserved(q)!.Value.Workload))
        {
            var shown = rows == ComparedRows.All ? [.. workload] : workload.OrderByDescending(q => Math.Abs((q.B ?? 0) - (q.A ?? 0))).Take(MostPeriods).ToHashSet();
            decided.AddRange(workload.Where(shown.Contains).Select(Row));
            if (workload.Count() - shown.Count is > 0 and var more)
                decided.Add([words.Say(more == 1 ? "{0} unserved in 1 period more (--all)" : "{0} unserved in {1} periods more (--all)", words[workload.Key], more), "", "", "", ""]);
        }

        return decided;

        string[] Row(QuantityDifference q)
        {
            var (a, b) = words.Quantities(q.A, q.B);
            return [What(q.What), a, b, words[q.Unit], Verdict(q.Verdict)];
        }
    }

    /// <summary>Columns that fit; where the first is cut the rest stays whole.</summary>
    void Table(string head, string more, List<string[]> cells)
    {
        if (cells.Count == 0) return;
        console.WriteLine();
        // Where the change has no room beside the rest it stands below, so that names stay whole.
        var below = head == "Money" && cells.Max(r => ScreenText.Width(r[0])) + cells.Max(r => r.Skip(1).Sum(c => ScreenText.Width(c) + 2)) >= console.Profile.Width;
        string[] heads = [words[head], "A", "B", !below && cells.Exists(r => r[3].Length > 0) ? more : "", ""];
        var changes = below ? cells.Select(r => r[3]).ToList() : [];
        if (below) cells = [.. cells.Select(r => new[] { r[0], r[1], r[2], "", r[4] })];
        var widths = heads.Select((h, i) => cells.Max(r => Math.Max(ScreenText.Width(h), ScreenText.Width(r[i])))).ToArray();
        var rest = widths.Skip(1).Sum(w => w == 0 ? 0 : w + 2);
        widths[0] = Math.Max(12, Math.Min(widths[0], console.Profile.Width - 1 - rest));
        console.MarkupLineInterpolated($"[bold]{Line(heads)}[/]");
        foreach (var (row, i) in cells.Select((c, i) => (c, i)))
        {
            console.WriteLine(Line(row));
            if (below && changes[i].Length > 0) console.WriteLine($"  {more}  {changes[i]}");
        }

        string Line(string[] row) => string.Join("  ", row.Select((c, i) => (Text: c, Column: i)).Where(c => widths[c.Column] > 0)
            .Select(c => c.Column is 1 or 2 && head != "Decisions" ? Right(c.Text, widths[c.Column]) : ScreenText.Fit(c.Text, widths[c.Column]))).TrimEnd();

        static string Right(string text, int width) => new string(' ', Math.Max(0, width - ScreenText.Width(text))) + text;
    }

    string What(string what) => CompareWords.What(what, words);

    string Action(string? action) => action is { } known ? words[known] : "–";

    string Verdict(DifferenceVerdict verdict) => words[CompareWords.Verdict(verdict)];

    string Money(double? money) => money is { } value ? words.Money(value, record.Currency) : "–";

    void Paragraph(string text)
    {
        foreach (var line in ScreenText.Wrap(text, console.Profile.Width - 1)) console.WriteLine(line);
    }
}
