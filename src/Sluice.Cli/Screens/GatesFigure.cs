using System.Globalization;
using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>Parts by time in plain characters: one line a part, one column a month, the strictest verdict of the month.</summary>
static class GatesFigure
{
    const int Widest = 22;

    public static void Write(IAnsiConsole console, GatesRecord record)
    {
        var (from, until) = (record.Rows.Min(r => r.On), record.Rows.Max(r => r.Until));
        var months = Months(from, until);
        if (months.Count < 3) return;
        var room = console.Profile.Width - Widest - 3;
        var step = Math.Max(1, (int)Math.Ceiling(months.Count / (double)room));
        foreach (var (gate, title) in new[] { (0, "us-export"), (1, "cn-import") })
        {
            console.MarkupLineInterpolated($"[bold]{title,-Widest}[/] {Years(months, step)}");
            foreach (var part in record.Rows.GroupBy(r => r.Part))
            {
                var marks = string.Concat(months.Chunk(step).Select(chunk => chunk[^1].AddMonths(1) <= part.First().PartKnown ? ' ' : Mark(part, gate, chunk[0], chunk[^1])));
                if (marks.Any(c => c is not ('·' or ' '))) console.WriteLine($"{Cut(part.First().Title),-Widest} {marks}");
            }
            console.WriteLine();
        }
        console.WriteLine("· no requirement  e by exception  n notice  a approval  c case by case");
        console.WriteLine("L licence  D licence, denial presumed  g guided  B barred  ? unknown");
        console.WriteLine("The strictest of each month; blank before a part was known.");
        console.WriteLine("Parts without any mark are left out of a figure.");
        console.WriteLine();
    }

    static List<DateOnly> Months(DateOnly from, DateOnly until)
    {
        var months = new List<DateOnly>();
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= until; month = month.AddMonths(1)) months.Add(month);
        return months;
    }

    static char Mark(IEnumerable<GatesRow> rows, int gate, DateOnly first, DateOnly last)
    {
        var end = last.AddMonths(1).AddDays(-1);
        return rows.Where(r => r.On <= end && r.Until >= first).Select(r => Mark(r.Verdicts[gate])).DefaultIfEmpty(' ').MaxBy(" ·enacgL?DB".IndexOf);
    }

    static char Mark(GatesVerdict verdict) => verdict switch
    {
        { Verdict: "barred" } => 'B',
        { Verdict: "unknown" } => '?',
        { Verdict: "guided" } => 'g',
        { Verdict: "licence", Policy: "denial" } => 'D',
        { Verdict: "licence", Policy: "notice" } => 'n',
        { Verdict: "licence", Policy: "approval" } => 'a',
        { Verdict: "licence", Policy: "case-by-case" } => 'c',
        { Verdict: "licence" } => 'L',
        { Exception: not null } => 'e',
        _ => '·',
    };

    static string Years(List<DateOnly> months, int step)
    {
        var line = new char[(months.Count + step - 1) / step];
        Array.Fill(line, ' ');
        if (months.FindIndex(m => m.Month <= step) is < 0 or > 4 && line.Length >= 4) months[0].Year.ToString(CultureInfo.InvariantCulture).CopyTo(0, line, 0, 4);
        for (var i = 0; i < months.Count; i++)
            if (months[i].Month <= step && i / step + 4 <= line.Length)
                months[i].Year.ToString(CultureInfo.InvariantCulture).CopyTo(0, line, i / step, 4);
        return new string(line);
    }

    static string Cut(string title) => title.Length <= Widest ? title : title[..(Widest - 1)] + "…";
}
