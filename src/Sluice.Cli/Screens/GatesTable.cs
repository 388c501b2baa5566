using System.Globalization;
using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>One line per part and interval of constant verdict.</summary>
static class GatesTable
{
    public static void Write(IAnsiConsole console, GatesRecord record)
    {
        var wide = console.Profile.Width >= 110;
        var span = record.Rows.Any(r => r.On != r.Until);
        var grid = new Grid { Expand = false }.AddColumn(new GridColumn().PadRight(2));
        if (span) grid.AddColumn(new GridColumn().NoWrap().PadRight(2));
        grid.AddColumn(new GridColumn().PadRight(2)).AddColumn(new GridColumn().PadRight(wide ? 2 : 0));
        if (wide) grid.AddColumn(new GridColumn().PadRight(0));
        grid.AddRow([.. Cells("part", span, "from", "us-export", "cn-import", wide, "rules").Select(c => new Markup($"[bold]{c}[/]"))]);
        var before = "";
        foreach (var row in record.Rows.Where(r => !span || r.PartKnown is not { } known || r.Until >= known))
        {
            var from = row.PartKnown is { } since && since > row.On && span ? since : row.On;
            var conflict = row.Conflicts.IsEmpty ? "" : "; laws conflict";
            grid.AddRow([.. Cells(row.Part == before ? "" : row.Title, span, from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), GatesScreen.Brief(row.Verdicts[0]) + conflict,
                GatesScreen.Brief(row.Verdicts[1]), wide, string.Join(" ", row.Verdicts.SelectMany(v => v.Rules).Take(3))).Select(c => new Text(c))]);
            before = row.Part;
        }
        console.Write(grid);
    }

    static IEnumerable<string> Cells(string part, bool span, string from, string export, string import, bool wide, string rules)
    {
        yield return part;
        if (span) yield return from;
        yield return export;
        yield return import;
        if (wide) yield return rules;
    }
}
