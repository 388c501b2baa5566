using System.Globalization;
using Sluice.Runs;
using Sluice.Runs.Comparison;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>Two plans side by side on a console: what differs in decisions, quantities and money. Reads the record and nothing else.</summary>
static class CompareScreen
{
    /// <summary>Periods of one workload that are shown where not everything is.</summary>
    const int MostPeriods = 3;

    public static void Write(IAnsiConsole console, CompareRecord record, string? folder, ComparedRows rows)
    {
        var (a, b) = (record.A, record.B);
        Paragraph(console, a.Case == b.Case && a.AsOf == b.AsOf
            ? $"{a.Case} · {a.Viewpoint} · as of {Day(a.AsOf)} · atlas knows to {Day(a.AtlasHorizon)}"
            : $"{a.Case}, as of {Day(a.AsOf)}, beside {b.Case}, as of {Day(b.AsOf)} · atlas knows to {Day(a.AtlasHorizon < b.AtlasHorizon ? a.AtlasHorizon : b.AtlasHorizon)}");
        Paragraph(console, $"A  {Side(a, record)}");
        Paragraph(console, $"B  {Side(b, record)}");
        console.WriteLine();
        Paragraph(console, Headline(record));
        Table(console, "Decisions", [.. record.Decisions.Select(d => new[] { d.What, d.A ?? "–", d.B ?? "–", "", Words(d.Verdict) })]);
        Table(console, "Quantities", Quantities(record, rows));
        Table(console, "Money", [.. record.Money.Select(m => new[] { m.What, Money(m.A, record), Money(m.B, record), Change(m, record), Words(m.Verdict) })]);
        console.WriteLine();
        Paragraph(console, Folded(record, rows));
        if (record.Decisions.Any(d => d.Verdict == DifferenceVerdict.Estimate))
            Paragraph(console, "An estimate has no interval: whether such a difference holds beyond the gap is not known. --answers quick ranges what is decided.");
        foreach (var note in record.Notes) Paragraph(console, note);
        if (folder is not null) console.WriteLine($"Saved  {folder}");
        console.WriteLine("Not legal or investment advice.");
    }

    static string Side(ComparedPlan plan, CompareRecord record)
    {
        var name = plan.Run is { } run ? run : plan.With.IsEmpty ? "the case itself" : $"with {string.Join(", ", plan.With)}";
        var more = plan.Run is not null && !plan.With.IsEmpty ? $" (with {string.Join(", ", plan.With)})" : "";
        var gap = plan.Bounds.GapMoney is { } money ? $"gap {Money(money, record)} ({(plan.Bounds.Settled ? "settled" : "not settled")})" : $"gap unknown (upper figure: {plan.Bounds.UpperKind})";
        return $"{name}{more} · {gap} · indifference {Money(plan.Indifference, record)} · seed {plan.Seed}";
    }

    static string Headline(CompareRecord record)
    {
        if (record.Decisions.IsEmpty && record.Quantities.IsEmpty && record.Money.IsEmpty)
            return "Nothing differs.";
        if (record.Money.FirstOrDefault(m => m.What == "expected cost" && m.Verdict != DifferenceVerdict.Same) is not { } cost)
            return "The expected cost is the same.";
        var least = Math.Min(record.A.Indifference, record.B.Indifference);
        return cost switch
        {
            { Verdict: DifferenceVerdict.Settled, Low: { } low, High: { } high } =>
                $"B costs {Ends(low, high, record)} {(high < 0 ? "less" : "more")} than A: settled{(Math.Max(Math.Abs(low), Math.Abs(high)) < least ? ", and under the indifference" : "")}.",
            { Verdict: DifferenceVerdict.NotSettled, Low: { } low, High: { } high } =>
                $"Whether A or B costs more is not settled: B − A lies between {Signed(low, record)} and {Signed(high, record)}. Run on with --passes or --gap.",
            _ => $"B costs {Money(Math.Abs(cost.B!.Value - cost.A!.Value), record)} {(cost.B > cost.A ? "more" : "less")} than A by the estimates; no bound is known.",
        };
    }

    static string Ends(double low, double high, CompareRecord record)
    {
        var (least, most) = high < 0 ? (Money(-high, record), Money(-low, record)) : (Money(low, record), Money(high, record));
        return least == most ? least : $"between {least} and {most}";
    }

    static List<string[]> Quantities(CompareRecord record, ComparedRows rows)
    {
        var decided = record.Quantities.Where(q => !IsService(q)).Select(Row).ToList();
        foreach (var workload in record.Quantities.Where(IsService).GroupBy(q => q.What[..q.What.IndexOf(" unserved in ", StringComparison.Ordinal)]))
        {
            var shown = rows == ComparedRows.All ? [.. workload] : workload.OrderByDescending(q => Math.Abs((q.B ?? 0) - (q.A ?? 0))).Take(MostPeriods).ToHashSet();
            decided.AddRange(workload.Where(shown.Contains).Select(Row));
            if (workload.Count() > shown.Count) decided.Add([$"{workload.Key} unserved in {Count(workload.Count() - shown.Count, "period")} more (--all)", "", "", "", ""]);
        }

        return decided;

        static string[] Row(QuantityDifference q) => [q.What, Number(q.A), Number(q.B), q.Unit, Words(q.Verdict)];
    }

    static bool IsService(QuantityDifference quantity) => quantity.What.Contains(" unserved in ", StringComparison.Ordinal);

    /// <summary>Columns that fit; where the first is cut the rest stays whole.</summary>
    static void Table(IAnsiConsole console, string head, List<string[]> rows)
    {
        if (rows.Count == 0) return;
        console.WriteLine();
        string[] heads = [head, "A", "B", rows.Exists(r => r[3].Length > 0) ? head == "Money" ? "B − A" : "unit" : "", ""];
        var widths = heads.Select((h, i) => rows.Max(r => Math.Max(ScreenText.Width(h), ScreenText.Width(r[i])))).ToArray();
        var rest = widths.Skip(1).Sum(w => w == 0 ? 0 : w + 2);
        widths[0] = Math.Max(12, Math.Min(widths[0], console.Profile.Width - 1 - rest));
        console.MarkupLineInterpolated($"[bold]{Line(heads)}[/]");
        foreach (var row in rows) console.WriteLine(Line(row));

        string Line(string[] cells) => string.Join("  ", cells.Select((c, i) => (Text: c, Column: i)).Where(c => widths[c.Column] > 0)
            .Select(c => c.Column is 1 or 2 && head != "Decisions" ? c.Text.PadLeft(widths[c.Column]) : ScreenText.Fit(c.Text, widths[c.Column]))).TrimEnd();
    }

    static string Folded(CompareRecord record, ComparedRows rows) => record.Same.Total switch
    {
        0 => "No row is the same in both.",
        var n => $"{Count(n, "row")} {(n == 1 ? "is" : "are")} the same in both ({record.Same.Decisions} of decisions, {record.Same.Quantities} of quantities, {record.Same.Money} of money){(rows == ComparedRows.All ? "" : "; --all shows them")}.",
    };

    static string Change(MoneyDifference money, CompareRecord record) =>
        money is { Low: { } low, High: { } high } && money.Verdict != DifferenceVerdict.Same ? $"{Signed(low, record)}…{Signed(high, record)}" : "";

    static string Words(DifferenceVerdict verdict) => verdict switch
    {
        DifferenceVerdict.Settled => "settled",
        DifferenceVerdict.NotSettled => "not settled",
        DifferenceVerdict.Estimate => "estimate",
        _ => "same",
    };

    static string Money(double? money, CompareRecord record) => money is { } value ? MoneyWords.Of(value, record.Currency) : "–";

    static string Signed(double money, CompareRecord record) => (money > 0 ? "+" : "") + MoneyWords.Of(money, record.Currency);

    static string Number(double? value) => value is { } number ? number.ToString("#,0.##", CultureInfo.InvariantCulture) : "–";

    static string Count(int n, string noun) => $"{n} {noun}{(n == 1 ? "" : "s")}";

    static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    static void Paragraph(IAnsiConsole console, string text)
    {
        foreach (var line in ScreenText.Wrap(text, console.Profile.Width - 1)) console.WriteLine(line);
    }
}
