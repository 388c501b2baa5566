using System.Globalization;
using Sluice.Cases;
using Sluice.Runs;
using Sluice.Runs.Replays;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>The console answer of <c>sluice replay</c>: each date as it is done, then scores and costs.</summary>
sealed class ReplayScreen(IAnsiConsole console, Case world, ReplayQuestion question)
{
    /// <summary>Differences without effect that are shown.</summary>
    const int MostNews = 3;

    readonly string currency = world.Header.Currency;
    ReplayDate? before;

    public void Begin()
    {
        var with = question.Header.With.IsEmpty ? "" : $" · with {string.Join(", ", question.Header.With)}";
        Paragraph($"{world.Header.Title} · {Names.OfViewpoint(world)} · replayed as of {question.Dates.Length} dates from {Day(question.Dates[0])} to {Day(question.Dates[^1])} · the book stays that of {Day(world.Header.AsOf)} · atlas knows to {Day(world.Atlas.Horizon)}{with} · seed {question.Header.Seed}");
    }

    public void Show(ReplayDate date)
    {
        console.WriteLine();
        var gap = date.Bounds.GapMoney is { } money ? $"gap {MoneyWords.Of(money, currency)} ({(date.Bounds.Settled ? "settled" : "not settled")})" : $"gap unknown (upper figure: {date.Bounds.UpperKind})";
        console.MarkupLineInterpolated($"[bold]{Day(date.AsOf)}[/]  {gap}");
        Paragraph("known: " + string.Join("; ", date.Levels.Select(l => $"{l.Driver} {l.Level}{(l.By == "told" ? " (told)" : l.By == "first-level" ? " (nothing known)" : "")}")), 2);
        var rows = before is null ? date.Decisions.Where(d => d.Planned > 0 || d.Quantity > 0) : date.Decisions.Where(d => date.Changed.Contains(d.Title));
        foreach (var decision in rows) Paragraph(Line(decision, before?.Decisions.FirstOrDefault(d => d.Title == decision.Title)), 2);
        if (before is not null && date.Changed.IsEmpty) Paragraph("no decision changes", 2);
        foreach (var cause in date.ChangedBecause) Paragraph($"because {Cause(cause)}: {string.Join(", ", cause.Decisions)}", 2);
        if (!date.OtherNews.IsEmpty) Paragraph($"also known, none of it a cause alone: {string.Join("; ", date.OtherNews.Take(MostNews).Select(Cause))}{(date.OtherNews.Length > MostNews ? $"; and {date.OtherNews.Length - MostNews} more in result.json" : "")}", 2);
        before = date;
    }

    public void End(ReplayRecord record, string folder)
    {
        console.WriteLine();
        if (record.Stopped == "cancelled") Paragraph($"Stopped: {record.Dates.Length} of {question.Dates.Length} dates are done.");
        console.MarkupLineInterpolated($"[bold]Forecasts of levels at the end of the wait[/] (lower is better)");
        Score("by rates of their day", record.Scores);
        Score("by rates with hindsight", record.HindsightScores);
        if (!record.Realised.IsEmpty)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]Cost along the levels that came true[/] (to {Day(record.KnownTo)}, drawn after)");
            foreach (var date in record.Realised.GroupBy(r => r.AsOf))
            {
                var plan = date.First(r => r.Policy == "sluice").Cost;
                var others = date.Where(r => r.Policy != "sluice").Select(r => $"{Way(r.Policy)} {Signed(r.Cost - plan)}");
                Paragraph($"made on {Day(date.Key)}: this plan {MoneyWords.Of(plan, currency)}; {string.Join(", ", others)}", 2);
            }
        }

        console.WriteLine();
        foreach (var note in record.Notes) Paragraph($"– {note}");
        console.WriteLine($"Saved  {folder}");
        console.WriteLine("Not legal or investment advice.");
    }

    static string Way(string policy) => policy switch
    {
        "two-stage" => "a two-stage plan",
        "average" => "a plan for the average future",
        _ => "as planned before",
    };

    string Signed(double money) => (money > 0 ? "+" : "") + MoneyWords.Of(money, currency);

    void Score(string name, ReplayScores scores)
    {
        static string Two(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
        Paragraph(scores.N == 0 ? $"{name}: {scores.Says}"
            : $"{name}: Brier {Two(scores.Brier)} (base rates {Two(scores.BaseRateBrier)}), log {Two(scores.Log)} (base rates {Two(scores.BaseRateLog)}). {scores.Says}", 2);
    }

    static string Line(DecisionRecord now, DecisionRecord? before) =>
        before is null ? $"{now.Title}: {Advice(now)}{(now.Planned > 0 ? $" of {Number(now.Planned)} planned" : "")}" : $"{now.Title}: {Advice(before)} → {Advice(now)}";

    static string Advice(DecisionRecord decision) => $"{decision.Action} {Number(decision.Quantity)} {decision.Unit}";

    static string Cause(ChangeCause cause) =>
        $"{(cause.Claim is { } claim ? claim + ", " : "")}{cause.Assumption} {cause.Before} → {cause.After}";

    static string Number(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    void Paragraph(string text, int indent = 0)
    {
        var first = true;
        foreach (var line in ScreenText.Wrap(text, console.Profile.Width - 1 - (indent == 0 ? 0 : indent + 2)))
        {
            console.WriteLine(new string(' ', indent == 0 || first ? indent : indent + 2) + line);
            first = false;
        }
    }
}
