using System.Collections.Frozen;
using System.Collections.Immutable;
using System.CommandLine;
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

    readonly PlanningOptions planning = new(new PlanOptions().Passes, "");

    readonly Option<string> answers = new("--answers")
    {
        Description = $"What to answer beside the decisions: quick ({Named(AnswerNames.Quick)}), all, none (bounds, decisions and costs alone), or names: "
            + $"{Named(AnswerNames.All)}; separated by commas.",
        HelpName = "quick|all|none|NAME,…",
        DefaultValueFactory = _ => "quick",
    };

    readonly Option<Language> language = CommonOptions.Lang();

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
        command.Options.Add(plan.answers);
        plan.planning.AddTo(command);
        command.Options.Add(plan.language);
        command.SetAction(plan.Run);
        return command;
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
        if (world.Header.Risk is not null && planning.AsksGap(line))
        {
            Console.Error.WriteLine("sluice: --gap has no meaning in a case averse to risk: the cost along paths is then no bound. Use --passes or --time.");
            return ExitCode.BadInput;
        }
        var options = planning.Of(line, clock) with
        {
            Depth = line.GetValue(answers) == "none" ? PlanDepth.Decisions : PlanDepth.Ranges, Answers = AnswersIn(line.GetValue(answers)!),
        };
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
        var header = common.Header(line, options.Seed, [.. line.GetValue(common.With) ?? []], loaded.Tree);
        PlanRecord RecordOf(BuyerPlan found) => PlanRecords.Of(world, found, outlook, header);
        var screen = new PlanScreen(Consoles.Output(), Wording.Of(line.GetValue(language)));
        // At a terminal the decision is shown as soon as it stands, and every answer as it comes; elsewhere all at once.
        var asItComes = !line.GetValue(common.Json) && !Console.IsOutputRedirected;
        var plan = planner.Plan(progress, asItComes ? Show : null, cancellation);
        progress?.Done();
        var record = RecordOf(plan);
        var times = planning.Timing(line, clock, start, started, plan.Solves, plan.Passes);
        var folder = RunFolder.Write(planning.Output(line), record, times, await Views.Report.HtmlAsync(record, line.GetValue(language)));
        if (line.GetValue(common.Json))
            Console.Out.Write(RunFolder.Json(record));
        else
            screen.Finish(record, folder);
        planning.WriteTiming(line, times);
        return planning.HitsCeiling(line, record) ? ExitCode.Ceiling : ExitCode.Done;

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
}
