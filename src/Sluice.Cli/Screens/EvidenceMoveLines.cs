using Sluice.Runs;
using Spectre.Console;
using static Sluice.Cli.Screens.EvidenceScreen;

namespace Sluice.Cli.Screens;

/// <summary>A move: its base, each reason with support and decay, and what comes out, month by month.</summary>
static class EvidenceMoveLines
{
    public static void Write(IAnsiConsole console, ExplainedMove move, string standsAt)
    {
        var first = move.Months[0];
        Section(console, $"{move.Move}: {move.From} → {move.To}{(move.From == standsAt ? "" : ", not from where it stands")}");
        foreach (var when in move.When) Lines(console, $"only while {when}", 2);
        Lines(console, $"base {move.BaseText}, {move.Base:0.0000} a month; {(move.Basis.Length == 0 ? "without basis" : move.Basis)}", 2);
        foreach (var reason in first.Reasons)
            Lines(console, Reason(reason), 2);
        var from = 0;
        for (var i = 1; i <= move.Months.Length; i++)
        {
            if (i < move.Months.Length && Same(move.Months[i], move.Months[from])) continue;
            Span(console, move, from, i);
            from = i;
        }
    }

    /// <summary>A reason on one line: claims, factor at full support, support, decay, span, what it does alone.</summary>
    public static string Reason(ReasonRow reason)
    {
        var claims = reason.Link is { } link ? $"{reason.Event}, by {link}" : reason.Event;
        var role = reason.Role switch
        {
            "covered" => "; covered by another of its origin",
            "idle" when reason.Decay > 0 => "; no weight",
            "idle" => "; not in force this month",
            _ => "",
        };
        return $"{reason.Name}: × {reason.Times:0.##} ^ ({Weight(reason.Support)} support · {reason.Decay:0} decay) = × {Weight(reason.Factor)}{role}; {claims}"
            + $"{(reason.Counts == "if-said" ? ", counts if said" : "")}; {reason.From:MMM yyyy} to {reason.Until:MMM yyyy}";
    }

    static void Span(IAnsiConsole console, ExplainedMove move, int from, int to)
    {
        var month = move.Months[from];
        var span = to == move.Months.Length ? $"{month.Month:MMM yyyy} on" : to - from == 1 ? $"{month.Month:MMM yyyy}" : $"{month.Month:MMM yyyy} to {move.Months[to - 1].Month:MMM yyyy}";
        var acting = month.Reasons.Where(r => r.Role == "speaks").Select(r => r.Name).Concat(month.Events.Select(e => e.Name)).ToList();
        Lines(console, $"× {Weight(month.Factor)} = {month.Rate:0.0000} a month, {Percent(month.ChancePerQuarter)} a quarter{(acting.Count == 0 ? "; nothing acts" : $"; {string.Join(", ", acting)}")}", 26, $"  {span}");
    }

    static bool Same(MonthRow one, MonthRow other) =>
        one.Rate == other.Rate && one.Reasons.Select(r => r.Role).SequenceEqual(other.Reasons.Select(r => r.Role)) && one.Events.SequenceEqual(other.Events);
}
