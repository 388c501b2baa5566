using System.Collections.Frozen;
using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Optimization;
using Sluice.Outlooks;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice plan</c>: what to do now, and next if the news turns.</summary>
sealed class PlanCommand
{
    readonly CommonOptions common = new();

    readonly Option<double?> gap = new("--gap")
    {
        Description = "Stop at this relative gap between the bounds. Default: a gap of half the indifference, or the pass limit.",
        HelpName = "0.25%",
        CustomParser = OptionTexts.Share,
    };

    readonly Option<int?> passes = new("--passes") { Description = $"Most training passes. Default {new PlanOptions().Passes}; none where --gap is given.", HelpName = "N" };

    readonly Option<TimeSpan?> time = new("--time")
    {
        Description = "A ceiling on training time. Off by default: a result that hits it depends on the machine.",
        HelpName = "30s",
        CustomParser = OptionTexts.Duration,
    };

    readonly Option<string> answers = new("--answers")
    {
        Description = $"What to answer beside the decisions: quick ({Named(AnswerNames.Quick)}), all, none (bounds, decisions and costs alone), or names: "
            + $"{Named(AnswerNames.All)}; separated by commas.",
        HelpName = "quick|all|none|NAME,…",
        DefaultValueFactory = _ => "quick",
    };

    readonly Option<int> seed = new("--seed") { Description = "Seed of every random draw.", DefaultValueFactory = _ => 7 };

    readonly Option<int> threads = new("--threads")
    {
        Description = "Threads; the result is the same for any number.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    readonly Option<string> output = new("--out") { Description = "Folder that takes the run folder.", HelpName = "DIR", DefaultValueFactory = _ => "runs" };

    readonly Option<Language> language = CommonOptions.Lang();

    readonly Option<bool> timing = new("--timing") { Description = "Print seconds, solves, passes and memory as one line on standard error." };

    public static Command Create()
    {
        var plan = new PlanCommand();
        var command = new Command("plan", "What to order, pause, cancel, rent or wait for now, and next if the news turns.");
        plan.common.AddTo(command);
        plan.answers.Validators.Add(r =>
        {
            if (r.Tokens is [var token] && AnswerNames.TryRead(token.Value, out _) is { } wrong)
                r.AddError(ScreenText.Field($"--answers: {wrong}"));
        });
        plan.passes.Validators.Add(r => AtLeastOne(r, "--passes"));
        plan.threads.Validators.Add(r => AtLeastOne(r, "--threads"));
        foreach (var option in new Option[] { plan.gap, plan.passes, plan.time, plan.answers, plan.seed, plan.threads, plan.output, plan.language, plan.timing })
            command.Options.Add(option);
        command.SetAction(plan.Run);
        return command;
    }

    static void AtLeastOne(System.CommandLine.Parsing.OptionResult result, string name)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var n) && n < 1)
            result.AddError($"{name} takes a whole number from 1; found {n}.");
    }

    async Task<int> Run(ParseResult line, CancellationToken cancellation)
    {
        var started = DateTimeOffset.UtcNow;
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        if (CaseLoading.Source(line, common, line.GetValue(common.Case), Console.Error) is not { } source)
            return ExitCode.BadInput;
        var loaded = source.Load();
        DiagnosticScreen.WriteErrors(Console.Error, loaded);
        if (loaded.Case is not { } world)
            return ExitCode.BadInput;
        if (world.Header.Risk is not null && line.GetValue(gap) is not null)
        {
            Console.Error.WriteLine("sluice: --gap has no meaning in a case averse to risk: the cost along paths is then no bound. Use --passes or --time.");
            return ExitCode.BadInput;
        }
        var options = Options(line, clock);
        var errors = Consoles.Errors();
        var progress = line.GetValue(common.Quiet) ? null : new ProgressLine(errors, world.Header.Currency, clock);
        CaseOutlook outlook;
        try
        {
            outlook = CaseOutlook.Of(world);
        }
        catch (OutlookTooLargeException tooLarge)
        {
            Console.Error.WriteLine(ScreenText.Field($"sluice: {tooLarge.Message}"));
            return ExitCode.BadInput;
        }
        var programme = BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions);
        var found = loaded with { Diagnostics = PlanningChecks.Of(world, outlook) };
        DiagnosticScreen.Write(Console.Error, found, CheckReport.Of(found, null), DiagnosticDetail.Findings);
        if (found.Errors > 0)
            return ExitCode.BadInput;
        using var planner = new BuyerPlanner(programme, options, source);
        var header = new RunHeader(Program.Version, options.Seed, [.. line.GetValue(common.With) ?? []])
        {
            Private = PrivatePaths.Of(loaded.Tree, line.GetValue(common.Overlay)),
        };
        PlanRecord RecordOf(BuyerPlan found) => PlanRecords.Of(world, found, outlook, header);
        var screen = new PlanScreen(Consoles.Output(), Wording.Of(line.GetValue(language)));
        // At a terminal the decision is shown as soon as it stands, and every answer as it comes; elsewhere all at once.
        var asItComes = !line.GetValue(common.Json) && !Console.IsOutputRedirected;
        var plan = planner.Plan(progress, asItComes ? Show : null, cancellation);
        progress?.Done();
        var record = RecordOf(plan);
        var times = new TimingRecord(Math.Round(clock.GetElapsedTime(start).TotalSeconds, 3), plan.Solves, plan.Passes,
            Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6), options.Threads,
            $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors", started, string.Join(' ', line.Tokens.Select(t => t.Value)));
        var folder = RunFolder.Write(line.GetValue(output)!, record, times, await Views.Report.HtmlAsync(record, line.GetValue(language)));
        if (line.GetValue(common.Json))
            Console.Out.Write(RunFolder.Json(record));
        else
            screen.Finish(record, folder);
        if (line.GetValue(timing))
            Console.Error.WriteLine($"timing {JsonSerializer.Serialize(times, TimingJson.Default.TimingRecord)}");
        return Ceiling(line, plan) ? ExitCode.Ceiling : ExitCode.Done;

        void Show(BuyerPlan found, AnswerName? answer)
        {
            progress?.Done();
            screen.Show(RecordOf(found), answer);
        }
    }

    static string Named(IEnumerable<AnswerName> names) => string.Join(", ", names.Order().Select(AnswerNames.Of));

    static FrozenSet<AnswerName> AnswersIn(string text)
    {
        _ = AnswerNames.TryRead(text, out var asked);
        return asked;
    }

    PlanOptions Options(ParseResult line, TimeProvider clock)
    {
        var defaults = new PlanOptions();
        var relative = line.GetValue(gap);
        var most = line.GetValue(passes);
        return defaults with
        {
            RelativeGap = relative,
            Passes = most ?? (relative is null && line.GetValue(time) is null ? defaults.Passes : int.MaxValue),
            Time = line.GetValue(time),
            Seed = line.GetValue(seed),
            Threads = line.GetValue(threads),
            Depth = line.GetValue(answers) == "none" ? PlanDepth.Decisions : PlanDepth.Ranges,
            Answers = AnswersIn(line.GetValue(answers)!),
            Clock = clock,
        };
    }

    /// <summary>A stated tolerance was not reached, or the clock ended training.</summary>
    bool Ceiling(ParseResult line, BuyerPlan plan) => plan.Stopped is "time" or "cancelled" || (line.GetValue(gap) is not null && plan.Stopped != "gap");
}
