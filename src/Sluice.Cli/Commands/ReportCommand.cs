using System.CommandLine;
using System.CommandLine.Parsing;
using Sluice.Cli.Screens;
using Sluice.Reading;
using Sluice.Runs;
using Sluice.Runs.Comparison;
using Sluice.Runs.Replays;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice report</c>: renders a past run again.</summary>
sealed class ReportCommand
{
    readonly Argument<string> run = new("RUN") { Description = "Folder of a run of any verb, its name under runs/, its result.json, or 'last': the latest under runs/." };

    readonly Option<bool> share = new("--share")
    {
        Description = "Writes shared.html, fit to leave the house: without what an overlay set, names of speakers, and prices. It lists what was removed. For plans.",
    };

    readonly Option<string> under = new("--out") { Description = "Folder that holds the runs.", HelpName = "DIR", DefaultValueFactory = _ => "runs" };
    readonly Option<Language> language = CommonOptions.Lang();

    public static Command Create()
    {
        var report = new ReportCommand();
        var command = new Command("report", "The report of a past run, written again: one HTML file beside its result.");
        command.Arguments.Add(report.run);
        foreach (var option in new Option[] { report.language, report.share, report.under })
            command.Options.Add(option);
        command.SetAction((line, _) => report.Run(line));
        return command;
    }

    async Task<int> Run(ParseResult line)
    {
        if (Found(line.GetValue(run)!, line.GetValue(under)!) is not { } file)
            return ExitCode.BadInput;
        var (words, folder) = (line.GetValue(language), Path.GetDirectoryName(file)!);
        var result = PastResult.Read(file);
        if (line.GetValue(share))
            return result.Plan is { } plan ? await Share(plan, words, folder) : Unshared(result, folder);
        // A page of several runs leads into their reports, which are written again with it.
        var runs = InnerRuns(result, folder);
        foreach (var inner in runs)
            RunFolder.WriteFile(Path.Combine(inner, RunFolder.Report), await Views.Report.HtmlAsync(RunFolder.Read(Path.Combine(inner, RunFolder.Result)), words));
        var linked = runs.Length > 0;
        var page = result switch
        {
            { Compare: { } compare } => await Views.Report.HtmlAsync(compare, words, linked),
            { Replay: { } replay } => await Views.Report.HtmlAsync(replay, words, linked),
            { Market: { } market } => await Views.Report.HtmlAsync(market, words),
            { Gates: { } gates } => await Views.Report.HtmlAsync(gates, Program.Version, words),
            _ => await Views.Report.HtmlAsync(result.Plan!, words),
        };
        var path = Path.Combine(folder, RunFolder.Report);
        RunFolder.WriteFile(path, page);
        Console.Out.WriteLine(ScreenText.Field(path));
        return ExitCode.Done;
    }

    /// <summary>Folders of the runs that a comparison or a replay holds; none where one of them is missing.</summary>
    static string[] InnerRuns(PastResult result, string folder)
    {
        string[] names = result switch
        {
            { Compare: not null } => ["a", "b"],
            { Replay: { } replay } => [.. replay.Dates.Select(d => d.Folder)],
            _ => [],
        };
        string[] inner = [.. names.Select(n => Path.Combine(folder, n))];
        return inner.All(i => File.Exists(Path.Combine(i, RunFolder.Result))) ? inner : [];
    }

    static async Task<int> Share(PlanRecord plan, Language language, string folder)
    {
        var words = Wording.Of(language);
        var shared = Sharing.Of(plan, words);
        var path = Path.Combine(folder, "shared.html");
        RunFolder.WriteFile(path, await Views.Report.HtmlAsync(shared.Plan, language, shared.Removed));
        foreach (var removed in shared.Removed)
            Console.Out.WriteLine(ScreenText.Field($"{words["removed"]}: {removed}"));
        Console.Out.WriteLine(ScreenText.Field(path));
        return ExitCode.Done;
    }

    /// <summary>Why another result than a plan has no shared copy, and what to do instead.</summary>
    static int Unshared(PastResult result, string folder)
    {
        var why = result switch
        {
            { Compare: not null } => $"a comparison shows money line by line, from which prices follow. Share the plan of one side: sluice report {Path.Combine(folder, "a")} --share.",
            { Replay: { Dates: [var first, ..] } } => $"a replay shows on every date what the book holds. Share the plan of one date: sluice report {Path.Combine(folder, first.Folder)} --share.",
            { Gates: not null } => "what may pass rests on the atlas alone and holds nothing private but the question; its report.html can be passed on as it is.",
            _ => "it takes out what is private about an order, and a simulation keeps no trace of what an overlay changed. Without an overlay its report.html can be passed on as it is.",
        };
        Console.Error.WriteLine(ScreenText.Field($"sluice: --share is for plans: {why}"));
        return ExitCode.BadInput;
    }

    static string? Found(string named, string under)
    {
        string[] runs = Directory.Exists(under) ? [.. Directory.GetDirectories(under).Select(d => Path.GetFileName(d)).Where(d => File.Exists(Path.Combine(under, d, RunFolder.Result))).Order(StringComparer.Ordinal)] : [];
        if (named == "last" && runs.Length > 0)
            return Path.Combine(under, runs[^1], RunFolder.Result);
        foreach (var candidate in new[] { Path.Combine(named, RunFolder.Result), Path.Combine(under, named, RunFolder.Result), named })
            if (File.Exists(candidate))
                return candidate;
        var nearest = Nearest.To(named, runs);
        Console.Error.WriteLine(ScreenText.Field(runs.Length == 0 ? $"sluice: there is no run '{named}': {under} holds none. Make one with sluice plan."
            : $"sluice: there is no run '{named}': no folder of that path with a {RunFolder.Result}, and none of that name under {under}. {(nearest is null ? $"The latest is {runs[^1]}." : $"Did you mean {nearest}?")}"));
        return null;
    }
}
