using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Sluice.Cases;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Sluice.Cli.Screens;
using Sluice.Gates;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice gates</c>: what may pass, to whom, for what use, on that day, and why.</summary>
sealed class GatesCommand
{
    readonly Argument<string> part = new("PART") { Description = "A part by id or by a name that people use (h20, 昇腾910C), or all." };
    readonly Option<string> to = new("--to") { Description = "Country of delivery, two capitals.", HelpName = "CC", Required = true };
    readonly Option<string?> headquarters = new("--buyer-hq") { Description = "Country of the buyer's ultimate parent. Default: that of the destination, and said so.", HelpName = "CC" };
    readonly Option<string?> use = new("--use") { Description = "Workload that it is bought for: inference or training.", HelpName = "WORKLOAD" };
    readonly Option<string?> group = new("--group") { Description = "Group of buyers, for Chinese measures: large-platform, state-funded, …", HelpName = "GROUP" };
    readonly Option<string?> buyer = new("--buyer") { Description = "Firm that buys, for measures that name single firms: bytedance, …", HelpName = "PARTY" };
    readonly Option<DateOnly?> on = Date("--on", "Day judged. Default: the day of --as-of, or the horizon of the atlas.");
    readonly Option<DateOnly?> from = Date("--from", "First day of a span: one row per interval of constant verdict.");
    readonly Option<DateOnly?> until = Date("--until", "Last day of the span.");
    readonly Option<DateOnly?> asOf = Date("--as-of", "Day of knowledge: nothing known later is used. Default: the horizon of the atlas.");
    readonly Option<bool> json = new("--json") { Description = "Print exactly one JSON document on standard output." };

    readonly Option<string?> output = new("--out") { Description = "Folder that takes a run folder with the picture as report.html, result.json and tables. Default: nothing is written.", HelpName = "DIR" };
    readonly Option<Language> language = CommonOptions.Lang();

    public static Command Create()
    {
        var gates = new GatesCommand();
        var command = new Command("gates", "What may pass, to whom, for what use, on a day or over a span, and why.");
        command.Arguments.Add(gates.part);
        foreach (var option in new Option[] { gates.to, gates.headquarters, gates.use, gates.group, gates.buyer, gates.on, gates.from, gates.until, gates.asOf, gates.output, gates.language, gates.json })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            var span = result.GetResult(gates.from) is not null || result.GetResult(gates.until) is not null;
            if (span && result.GetResult(gates.on) is not null) result.AddError("--on judges one day, --from and --until a span; give one or the other.");
            else if (span && (result.GetResult(gates.from) is null || result.GetResult(gates.until) is null)) result.AddError("--from and --until go together.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(gates.language) is { Implicit: false } && result.GetResult(gates.output) is null) result.AddError("--lang is the language of the page that --out writes; name a folder with --out.");
        });
        command.SetAction((line, _) => gates.Run(line));
        return command;
    }

    async Task<int> Run(ParseResult line)
    {
        var (clock, started) = (TimeProvider.System, DateTimeOffset.UtcNow);
        var start = clock.GetTimestamp();
        var diagnostics = new Diagnostics();
        var (book, version) = GatesRecords.Read(new FolderSource(CaseLocator.Atlas()), diagnostics);
        if (diagnostics.HasErrors)
        {
            DiagnosticScreen.WriteErrors(Console.Error, new Loaded(null, [.. diagnostics.Sorted], null));
            return ExitCode.BadInput;
        }
        var who = new Buyer(line.GetValue(headquarters)?.ToUpperInvariant(), line.GetValue(group) is { } named ? [named] : [], line.GetValue(use)) { Firm = line.GetValue(buyer) };
        var day = line.GetValue(on);
        var answer = GatesRecords.Answer(book, version, new GatesQuestion(line.GetValue(part)!, line.GetValue(to)!.ToUpperInvariant(), who, line.GetValue(from) ?? day, line.GetValue(until) ?? day, line.GetValue(asOf)));
        if (answer.Record is not { } record)
        {
            Console.Error.WriteLine(ScreenText.Field($"sluice: {answer.Fault}"));
            return ExitCode.BadInput;
        }
        if (line.GetValue(json))
            Console.Out.Write(GatesRecords.Json(record));
        else
            GatesScreen.Write(Consoles.Output(), record);
        if (line.GetValue(output) is not { } under)
            return ExitCode.Done;
        var words = line.GetValue(language);
        var times = new TimingRecord(Math.Round(clock.GetElapsedTime(start).TotalSeconds, 3), 0, 0, Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6), 1,
            $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors", started, string.Join(' ', line.Tokens.Select(t => t.Value)));
        var folder = RunFolder.Write(under, "gates", times, new Dictionary<string, string>
        {
            [RunFolder.Result] = GatesRecords.Json(record), [RunFolder.Report] = await Views.Report.HtmlAsync(record, Program.Version, words),
        }, GatesTables.Of(record));
        if (!line.GetValue(json)) Console.Out.WriteLine(ScreenText.Field($"Written to {folder}"));
        return ExitCode.Done;
    }

    static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = OptionTexts.Day,
    };
}
