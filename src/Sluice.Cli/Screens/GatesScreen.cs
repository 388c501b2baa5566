using System.Collections.Immutable;
using System.Globalization;
using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>The console answer of <c>sluice gates</c>: one part in full, or many as a figure over time and a table. Reads the record and nothing else.</summary>
static class GatesScreen
{
    public static void Write(IAnsiConsole console, GatesRecord record)
    {
        record = record with { Rows = [.. record.Rows.Select(Fit)] };
        console.WriteLine(Header(record));
        console.WriteLine();
        var parts = record.Rows.Select(r => r.Part).Distinct().Count();
        if (parts == 1 && record.Rows.Length <= 2)
            foreach (var row in record.Rows) GatesCard.Write(console, row);
        else
        {
            GatesFigure.Write(console, record);
            GatesTable.Write(console, record);
        }
        console.WriteLine("Not legal advice.");
    }

    /// <summary>The row with every text that comes from files made fit for a console.</summary>
    static GatesRow Fit(GatesRow row) => row with
    {
        Part = ScreenText.Field(row.Part), Title = ScreenText.Field(row.Title, 80),
        Conflicts = [.. row.Conflicts.Select(c => new GatesConflict(Fit(c.Laws), ScreenText.Field(c.Why)))],
        Verdicts = [.. row.Verdicts.Select(v => v with
        {
            Class = v.Class is null ? null : ScreenText.Field(v.Class), Policy = v.Policy is null ? null : ScreenText.Field(v.Policy), Exception = v.Exception is null ? null : ScreenText.Field(v.Exception),
            Rules = Fit(v.Rules), Conditions = Fit(v.Conditions), Missing = Fit(v.Missing), TurnsOn = Fit(v.TurnsOn), Trace = Fit(v.Trace), Why = ScreenText.Field(v.Why),
        })],
    };

    static ImmutableArray<string> Fit(ImmutableArray<string> texts) => [.. texts.Select(t => ScreenText.Field(t))];

    static string Header(GatesRecord record)
    {
        var row = record.Rows[0];
        var (from, until) = (record.Rows.Min(r => r.On), record.Rows.Max(r => r.Until));
        var parent = row.BuyerHq is { } hq ? $", parent in {hq}" : "";
        var changing = record.RulesChanging == 0 ? "" : record.RulesChanging == 1 ? ", 1 rule lapses or changes after that" : $", {record.RulesChanging} rules lapse or change after that";
        return $"To {row.To}{parent} · {(from == until ? Day(from) : $"{Day(from)} to {Day(until)}")} · as of {Day(record.AsOf)} · atlas knows to {Day(record.Horizon)}{changing}";
    }

    /// <summary>A day as printed.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A verdict in few words: <c>licence 3A090.a, denial</c>.</summary>
    public static string Brief(GatesVerdict verdict) => GatesTables.Brief(verdict, Wording.English);
}
