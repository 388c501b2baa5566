using System.CommandLine;
using System.CommandLine.Parsing;
using Sluice.Cli.Screens;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice report</c>: renders a past run again.</summary>
sealed class ReportCommand
{
    readonly Argument<string> run = new("RUN") { Description = "Folder of a run, its name under runs/, its result.json, or 'last': the latest under runs/." };

    readonly Option<bool> share = new("--share")
    {
        Description = "Writes shared.html, fit to leave the house: without what an overlay set, names of speakers, and prices. It lists what was removed.",
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
        if (RunFolder.ReadMarket(file) is { } market)
            return await Market(line, market, file);
        var plan = RunFolder.Read(file);
        var words = Wording.Of(line.GetValue(language));
        var name = line.GetValue(share) ? "shared.html" : "report.html";
        var shared = line.GetValue(share) ? Sharing.Of(plan, words) : new(plan, []);
        var path = Path.Combine(Path.GetDirectoryName(file)!, name);
        RunFolder.WriteFile(path, await Views.Report.HtmlAsync(shared.Plan, line.GetValue(language), shared.Removed));
        foreach (var removed in shared.Removed)
            Console.Out.WriteLine(ScreenText.Field($"{words["removed"]}: {removed}"));
        Console.Out.WriteLine(ScreenText.Field(path));
        return ExitCode.Done;
    }

    async Task<int> Market(ParseResult line, MarketRecord market, string file)
    {
        if (line.GetValue(share))
        {
            Console.Error.WriteLine("sluice: --share is for plans: it takes out what is private about an order, and a simulation has none. Its report.html can be passed on unless an overlay changed the case.");
            return ExitCode.BadInput;
        }
        var path = Path.Combine(Path.GetDirectoryName(file)!, "report.html");
        RunFolder.WriteFile(path, await Views.Report.HtmlAsync(market, line.GetValue(language)));
        Console.Out.WriteLine(ScreenText.Field(path));
        return ExitCode.Done;
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
