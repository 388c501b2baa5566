using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Outlooks;
using Sluice.Runs;
using Sluice.Runs.Replays;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice replay</c>: what would have been decided then, and how good was it?</summary>
sealed class ReplayCommand
{
    readonly CommonOptions common = new();
    readonly PlanningOptions planning = new(Replay.UsualPasses);
    readonly Option<DateOnly?> from = Date("--from", "First day of knowledge.");
    readonly Option<DateOnly?> until = Date("--until", "Last day of knowledge.");

    readonly Option<ReplayStep> every = new("--every")
    {
        Description = "How far apart the dates are: month (default), week, quarter, or days such as 14d.",
        HelpName = "month|week|quarter|Nd",
        CustomParser = Step,
        DefaultValueFactory = _ => new ReplayStep(1, 0),
    };

    readonly Option<Language> language = CommonOptions.Lang();

    public static Command Create()
    {
        var replay = new ReplayCommand();
        var command = new Command("replay", "The case as of one date after another: what would have been decided then, what changed it, and how good it was.");
        command.Arguments.Add(replay.common.Case);
        command.Options.Add(replay.from);
        command.Options.Add(replay.until);
        command.Options.Add(replay.every);
        command.Options.Add(replay.common.With);
        replay.common.AddChangesTo(command, dated: false);
        replay.planning.AddTo(command);
        command.Options.Add(replay.language);
        command.SetAction(replay.Run);
        return command;
    }

    async Task<int> Run(ParseResult line, CancellationToken cancellation)
    {
        var (clock, started) = (TimeProvider.System, DateTimeOffset.UtcNow);
        var start = clock.GetTimestamp();
        if (CaseLoading.Source(line, common, line.GetValue(common.Case), Console.Error) is not { } source)
            return ExitCode.BadInput;
        var book = source.Load();
        DiagnosticScreen.WriteErrors(Console.Error, book);
        if (book.Case is not { } world)
            return ExitCode.BadInput;
        var (first, last, step) = (line.GetValue(from)!.Value, line.GetValue(until)!.Value, line.GetValue(every));
        var dates = step.Dates(first, last);
        if (Fault(dates, first, last, world) is { } fault)
            return Refuse(fault);
        if (planning.AsksGap(line) && world.Header.Risk is not null)
            return Refuse("--gap has no meaning in a case averse to risk: the cost along paths is then no bound. Use --passes or --time.");

        var options = planning.Of(line, clock);
        var question = new ReplayQuestion(dates, first, last, step, options, common.Header(line, options.Seed, source.Options.WhatIfs, book.Tree));
        var screen = line.GetValue(common.Json) ? null : new ReplayScreen(Consoles.Output(), world, question, Wording.Of(line.GetValue(language)));
        ProgressLine? living = null;
        screen?.Begin();
        ReplayResult result;
        try
        {
            result = new Replay(source, question,
                about => line.GetValue(common.Quiet) ? null : living = new ProgressLine(Consoles.Errors(), world.Header.Currency, clock, about + ": "),
                date =>
                {
                    living?.Done();
                    screen?.Show(date);
                }).Run(cancellation);
        }
        catch (OutlookTooLargeException tooLarge)
        {
            return Refuse(tooLarge.Message);
        }
        finally
        {
            living?.Done();
        }

        if (result.Record is not { } record)
        {
            DiagnosticScreen.WriteErrors(Console.Error, new Loaded(null, result.Faults, null));
            return ExitCode.BadInput;
        }

        if (record.Dates.IsEmpty)
        {
            Console.Error.WriteLine("sluice: stopped before the first date was done.");
            return ExitCode.Ceiling;
        }

        var words = line.GetValue(language);
        var texts = new Dictionary<string, string> { [RunFolder.Result] = Replay.Json(record), [RunFolder.Report] = await Views.Report.HtmlAsync(record, words, linked: true) };
        foreach (var (asOf, plan) in result.Plans)
        {
            var day = ReplayDate.FolderOf(asOf);
            texts[Path.Combine(day, RunFolder.Result)] = RunFolder.Json(plan);
            texts[Path.Combine(day, RunFolder.Report)] = await Views.Report.HtmlAsync(plan, words);
        }

        var times = planning.Timing(line, clock, start, started, result.Solves, result.Plans.Sum(p => p.Plan.Passes));
        var folder = RunFolder.Write(planning.Output(line), "replay", times, texts, ReplayTables.Of(record));
        if (screen is null)
            Console.Out.Write(Replay.Json(record));
        else
            screen.End(record, folder);
        planning.WriteTiming(line, times);
        return record.Stopped == "cancelled" || result.Plans.Any(p => planning.HitsCeiling(line, p.Plan)) ? ExitCode.Ceiling : ExitCode.Done;
    }

    static string? Fault(ImmutableArray<DateOnly> dates, DateOnly first, DateOnly last, Case world) =>
        last < first ? $"--until {last:yyyy-MM-dd} lies before --from {first:yyyy-MM-dd}."
        : dates.Length > ReplayStep.MostDates ? $"that is more than {ReplayStep.MostDates} dates; use a longer --every."
        : dates[^1] >= world.Header.Clock.Horizon ? $"the case ends on {world.Header.Clock.Horizon:yyyy-MM-dd}; replay days before it."
        : null;

    static Option<DateOnly?> Date(string name, string meaning) => new(name)
    {
        Description = meaning,
        HelpName = "DATE",
        Required = true,
        CustomParser = OptionTexts.Day,
    };

    static ReplayStep Step(ArgumentResult result)
    {
        if (ReplayStep.Read(result.Tokens[0].Value) is { } step) return step;
        result.AddError($"--every takes month, week, quarter, or days such as 14d; found '{result.Tokens[0].Value}'.");
        return default;
    }

    static int Refuse(string why)
    {
        Console.Error.WriteLine(ScreenText.Field($"sluice: {why}"));
        return ExitCode.BadInput;
    }
}
