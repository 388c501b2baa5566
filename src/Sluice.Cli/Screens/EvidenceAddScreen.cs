using Sluice.Evidence.Intake;
using Spectre.Console;
using static Sluice.Cli.Screens.EvidenceScreen;

namespace Sluice.Cli.Screens;

/// <summary>The console answer of <c>sluice evidence add</c>: the report, then each proposal under the sentence that it comes from.</summary>
static class EvidenceAddScreen
{
    public static void Write(IAnsiConsole console, IntakeResult intake, string file)
    {
        var report = intake.Report;
        Lines(console, report.Title ?? "(no title)", 0);
        Lines(console, $"{report.Source ?? "source not said"}{(report.SourceKnown || report.Source is null ? "" : " (not among the sources)")}, {(report.Published is { } day ? $"published {day} ({report.PublishedFrom})" : "day of publication not said")}", 2);
        foreach (var other in report.OtherDays) Lines(console, $"also dated {other}", 2);
        if (report.Known is { } known) Lines(console, $"already in the case as {known}", 2);
        Lines(console, report.Origin is { } origin ? $"retells {origin}: {string.Join("; ", report.OriginWhy)}" : report.OriginWhy.IsEmpty ? "no known origin recognised" : $"no known origin recognised; {string.Join("; ", report.OriginWhy)}", 2);
        var noise = intake.Page.Blocks.Where(b => b.Noise is not null).GroupBy(b => b.Noise!, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} ({g.Count()})").ToList();
        if (noise.Count > 0) Lines(console, $"left out: {string.Join(", ", noise)}", 2);
        foreach (var note in intake.Page.Notes) Lines(console, note, 2);
        Section(console, Count(intake.Proposals.Length, "proposal"));
        var last = default(SentencePlace);
        foreach (var proposal in intake.Proposals)
        {
            if (proposal.Sentence != last) Lines(console, $"{proposal.Sentence.Start}: {ScreenText.Field(intake.Page.Text.Substring(proposal.Sentence.Start, proposal.Sentence.Length), 240)}", 0);
            last = proposal.Sentence;
            Lines(console, $"{proposal.Who ?? "?"}{(proposal.Also.IsEmpty ? "" : $" (and {string.Join(", ", proposal.Also)})")} {proposal.Does}", 6, "   ->");
            var facts = new[]
            {
                proposal.About is { } about ? $"about {about}" : null, proposal.When is { } when ? $"{when} ({proposal.WhenFrom})" : null, proposal.Certainty, proposal.SaidBy is { } by ? $"said by {by}" : null,
                proposal.Numbers.IsEmpty ? null : string.Join(", ", proposal.Numbers.Select(ReviewFile.Number)), proposal.Like is { } like ? $"like {like}" : null,
            };
            Lines(console, string.Join("; ", facts.OfType<string>()), 6);
        }

        console.WriteLine();
        Lines(console, $"Nothing has entered the case. Review {file}, mark what you accept, and run `sluice evidence accept`.", 0);
    }
}
