using System.Globalization;
using Sluice.Cases;
using Sluice.Runs;
using Sluice.Runs.Comparison;
using Sluice.Runs.Replays;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>The console answer of <c>sluice replay</c>: each date as it is done, then scores and costs.</summary>
sealed class ReplayScreen(IAnsiConsole console, Case world, ReplayQuestion question, Wording words)
{
    /// <summary>Differences without effect that are shown.</summary>
    const int MostNews = 3;

    readonly string currency = world.Header.Currency;
    ReplayDate? before;

    public void Begin()
    {
        var header = question.Header;
        Paragraph(string.Join(" · ", new[]
        {
            world.Header.Title, Names.OfViewpoint(world), words.Say("replayed as of {0} dates from {1} to {2}", question.Dates.Length, words.Day(question.Dates[0]), words.Day(question.Dates[^1])),
            words.Say("the book stays that of {0}", words.Day(world.Header.AsOf)), words.Say("atlas knows to {0}", words.Day(world.Atlas.Horizon)),
            CompareWords.Changes(header.With, header.Muted, header.Resolved, words), words.Say("seed {0}", header.Seed),
        }.Where(t => t.Length > 0)));
    }

    public void Show(ReplayDate date)
    {
        console.WriteLine();
        var gap = date.Bounds.GapMoney is { } money ? words.Say("gap {0} ({1})", words.Money(money, currency), words[date.Bounds.Settled ? "settled" : "not settled"])
            : words.Say("gap unknown (upper figure: {0})", words.Prose(date.Bounds.UpperKind));
        console.MarkupLineInterpolated($"[bold]{words.Day(date.AsOf)}[/]  {gap}");
        Paragraph(words.Say("known: {0}", string.Join(words.Semicolon, date.Levels.Select(l => $"{l.Driver} {words[l.Level]}{(l.By == "told" ? words[" (told)"] : l.By == "first-level" ? words[" (nothing known)"] : "")}"))), 2);
        var rows = before is null ? date.Decisions.Where(d => d.Planned > 0 || d.Quantity > 0) : date.Decisions.Where(d => date.Changed.Contains(d.Title));
        foreach (var decision in rows) Paragraph(Line(decision, before?.Decisions.FirstOrDefault(d => d.Title == decision.Title)), 2);
        if (before is not null && date.Changed.IsEmpty) Paragraph(words["No decision changes."], 2);
        foreach (var cause in date.ChangedBecause) Paragraph(words.Say("because {0}: {1}", Cause(cause), string.Join(words.Comma, cause.Decisions.Select(words.Prose))), 2);
        if (!date.OtherNews.IsEmpty)
            Paragraph(words.Say("also known, none of it a cause alone: {0}", string.Join(words.Semicolon, date.OtherNews.Take(MostNews).Select(Cause)))
                + (date.OtherNews.Length > MostNews ? words.Semicolon + words.Say("and {0} more in result.json", date.OtherNews.Length - MostNews) : ""), 2);
        before = date;
    }

    public void End(ReplayRecord record, string folder)
    {
        console.WriteLine();
        if (record.Stopped == "cancelled") Paragraph(words.Say("Stopped: {0} of {1} dates are done.", record.Dates.Length, question.Dates.Length));
        console.MarkupLineInterpolated($"[bold]{words["Forecasts of levels at the end of the wait"]}[/] {words["(lower is better)"]}");
        Score("by rates of their day", record.Scores);
        Score("by rates with hindsight", record.HindsightScores);
        if (!record.Realised.IsEmpty)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{words["Cost along the levels that came true"]}[/] {words.Say("(to {0}, drawn after)", words.Day(record.KnownTo))}");
            foreach (var date in record.Realised.GroupBy(r => r.AsOf))
            {
                var plan = date.First(r => r.Policy == RealisedCost.Plan).Cost;
                var others = date.Where(r => r.Policy != RealisedCost.Plan).Select(r => $"{words[r.Way]} {words.SignedMoney(record.AbovePlan(r) ?? 0, currency)}");
                Paragraph(words.Say("made on {0}: this plan {1}; {2}", words.Day(date.Key), words.Money(plan, currency), string.Join(words.Comma, others)), 2);
            }
        }

        console.WriteLine();
        foreach (var note in record.Notes) Paragraph($"– {words.Prose(note)}");
        console.WriteLine($"{words["Saved"]}  {folder}");
        console.WriteLine(words["Not legal or investment advice."]);
    }

    void Score(string name, ReplayScores scores)
    {
        static string Two(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
        Paragraph(scores.N == 0 ? words.Say("{0}: {1}", words[name], words.Prose(scores.Says))
            : words.Say("{0}: Brier {1} (base rates {2}), log {3} (base rates {4}). {5}", words[name], Two(scores.Brier), Two(scores.BaseRateBrier), Two(scores.Log), Two(scores.BaseRateLog), words.Prose(scores.Says)), 2);
    }

    string Line(DecisionRecord now, DecisionRecord? earlier) =>
        earlier is null ? words.Say("{0}: {1}", words.Prose(now.Title), now.Planned > 0 ? words.Say("{0} of {1} planned", Advice(now), words.Quantity(now.Planned)) : Advice(now))
            : words.Say("{0}: {1}", words.Prose(now.Title), $"{Advice(earlier)} → {Advice(now)}");

    string Advice(DecisionRecord decision) => $"{words[decision.Action]} {words.Quantity(decision.Quantity)} {words[decision.Unit]}";

    string Cause(ChangeCause cause) => $"{(cause.Claim is { } claim ? claim + words.Comma : "")}{words.Prose(cause.Assumption)} {words.Prose(cause.Before)} → {words.Prose(cause.After)}";

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
