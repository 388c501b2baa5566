using System.Collections.Immutable;
using System.CommandLine;
using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Outlooks;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Runs;
using Sluice.Runs.Comparison;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice compare</c>: two worlds of one case, or two plans of before, side by side.</summary>
sealed class CompareCommand
{
    const int UsualPasses = 200;

    readonly CommonOptions common = new();
    readonly PlanningOptions planning = new(UsualPasses);

    readonly Argument<string[]> named = new("CASE|RUN")
    {
        Description = "One case (default: the founding case), whose worlds --with names; or two run folders or result.json files of sluice plan.",
        Arity = new ArgumentArity(0, 2),
    };

    readonly Option<string[]> with = new("--with")
    {
        Description = "What-ifs of one side, in order, separated by commas; \"\" is the case itself. Given twice: A, then B. Given once: the case itself beside it.",
        HelpName = "WHATIF,…",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    readonly Option<string> answers = new("--answers")
    {
        Description = "none: what is decided, and costs. Any other as in plan (quick, all, names): also ranges of what is as good, and the stake, so that differences can be settled.",
        HelpName = "none|quick|all|NAME,…",
        DefaultValueFactory = _ => "none",
    };

    readonly Option<Language> language = CommonOptions.Lang();

    readonly Option<bool> all = new("--all") { Description = "Show the rows that are the same as well." };

    public static Command Create()
    {
        var compare = new CompareCommand();
        var command = new Command("compare", "Two what-ifs of a case, or two plans of before, side by side: differences first.");
        command.Arguments.Add(compare.named);
        command.Options.Add(compare.with);
        compare.common.AddChangesTo(command);
        compare.answers.Validators.Add(r =>
        {
            if (r.Tokens is [var token] && AnswerNames.TryRead(token.Value, out _) is { } wrong)
                r.AddError(ScreenText.Field($"--answers: {wrong}"));
        });
        command.Options.Add(compare.answers);
        command.Options.Add(compare.all);
        compare.planning.AddTo(command);
        command.Options.Add(compare.language);
        command.SetAction(compare.Run);
        return command;
    }

    async Task<int> Run(ParseResult line, CancellationToken cancellation)
    {
        var names = line.GetValue(named) ?? [];
        var sides = line.GetValue(with) ?? [];
        if (names.Length == 2)
            return sides.Length == 0 && Meaningless(line) is null ? await Runs(line, names) : Refuse($"two runs are compared as they are: {(sides.Length > 0 ? "--with" : Meaningless(line))} has no meaning there.");
        return sides.Length switch
        {
            0 when names is [var one] && (File.Exists(one) || File.Exists(Path.Combine(one, RunFolder.Result))) => Refuse($"{one} is one run; name a second one to compare it with."),
            0 => Refuse("there is nothing to compare: name two what-ifs (--with A --with B), one (--with B, beside the case itself), or two run folders."),
            > 2 => Refuse($"--with takes one or two sides; found {sides.Length}. What-ifs of one side are separated by commas."),
            _ => await Worlds(line, names.FirstOrDefault(), sides.Length == 1 ? ["", sides[0]] : sides, cancellation),
        };
    }

    async Task<int> Runs(ParseResult line, string[] names)
    {
        var (clock, started) = (TimeProvider.System, DateTimeOffset.UtcNow);
        var start = clock.GetTimestamp();
        var runs = names.Select(n => (Path: n, Read: PastRun.Read(n, Program.Version))).ToList();
        foreach (var run in runs.Where(r => r.Read.Record is null))
            Console.Error.WriteLine(ScreenText.Field($"sluice: {run.Read.Fault}."));
        if (runs.Exists(r => r.Read.Record is null))
            return ExitCode.BadInput;
        if (runs[0].Read.Record!.Cost.Currency != runs[1].Read.Record!.Cost.Currency)
            return Refuse($"{CompareRecords.Currencies(runs[0].Read.Record!, runs[1].Read.Record!)}.");
        var record = CompareRecords.Of((runs[0].Read.Record!, runs[0].Path), (runs[1].Read.Record!, runs[1].Path), Rows(line));
        var times = planning.Timing(line, clock, start, started, 0, 0);
        Print(line, record, await Written(line, record, runs[0].Read.Record!, runs[1].Read.Record!, times));
        planning.WriteTiming(line, times);
        return ExitCode.Done;
    }

    async Task<int> Worlds(ParseResult line, string? name, string[] sides, CancellationToken cancellation)
    {
        var (clock, started) = (TimeProvider.System, DateTimeOffset.UtcNow);
        var start = clock.GetTimestamp();
        if (CaseLoading.Source(line, common, name, Console.Error) is not { } source)
            return ExitCode.BadInput;
        var worlds = new List<(Case World, CaseSource Source, RunHeader Header)>();
        foreach (var side in sides)
        {
            ImmutableArray<string> whatIfs = [.. side.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            var there = source with { Options = source.Options with { WhatIfs = whatIfs } };
            var loaded = there.Load();
            DiagnosticScreen.WriteErrors(Console.Error, loaded);
            if (loaded.Case is not { } world)
                return ExitCode.BadInput;
            worlds.Add((world, there, common.Header(line, planning.Of(line, clock).Seed, whatIfs, loaded.Tree)));
        }

        if (worlds[0].World.Header.Currency != worlds[1].World.Header.Currency)
            return Refuse($"the first world counts in {worlds[0].World.Header.Currency} and the second in {worlds[1].World.Header.Currency}: their money cannot be put side by side.");
        if (planning.AsksGap(line) && worlds.Exists(w => w.World.Header.Risk is not null))
            return Refuse("--gap has no meaning in a case averse to risk: the cost along paths is then no bound. Use --passes or --time.");

        _ = AnswerNames.TryRead(line.GetValue(answers)!, out var asked);
        var options = planning.Of(line, clock) with { Depth = line.GetValue(answers) == "none" ? PlanDepth.Decisions : PlanDepth.Ranges, Answers = asked };
        var plans = new List<PlannedWorld>();
        foreach (var (world, there, header) in worlds)
        {
            var progress = line.GetValue(common.Quiet) ? null : new ProgressLine(Consoles.Errors(), world.Header.Currency, clock, plans.Count == 0 ? "A: " : "B: ");
            try
            {
                plans.Add(WorldPlan.Of(world, options, header, there, null, progress, cancellation));
            }
            catch (OutlookTooLargeException tooLarge)
            {
                return Refuse(tooLarge.Message);
            }
            finally
            {
                progress?.Done();
            }

            if (cancellation.IsCancellationRequested && plans.Count == 1)
            {
                Console.Error.WriteLine("sluice: stopped before both worlds were planned; there is nothing to compare.");
                return ExitCode.Ceiling;
            }

            // Both worlds share the money below which two plans count as equally good.
            options = options with { Indifference = plans[0].Plan.Indifference };
        }

        var record = CompareRecords.Of((plans[0].Record, null), (plans[1].Record, null), Rows(line));
        var times = planning.Timing(line, clock, start, started, plans.Sum(p => p.Plan.Solves), plans.Sum(p => p.Plan.Passes));
        var folder = await Written(line, record, plans[0].Record, plans[1].Record, times);
        Print(line, record, folder);
        planning.WriteTiming(line, times);
        return plans.Exists(p => planning.HitsCeiling(line, p.Record)) ? ExitCode.Ceiling : ExitCode.Done;
    }

    /// <summary>The run folder: the comparison, and both plans with their reports in <c>a/</c> and <c>b/</c>, to which its numbers lead.</summary>
    async Task<string> Written(ParseResult line, CompareRecord record, PlanRecord a, PlanRecord b, TimingRecord times)
    {
        var words = line.GetValue(language);
        return RunFolder.Write(planning.Output(line), "compare", times, new Dictionary<string, string>
        {
            [RunFolder.Result] = CompareRecords.Json(record),
            [RunFolder.Report] = await Views.Report.HtmlAsync(record, words, linked: true),
            [Path.Combine("a", RunFolder.Result)] = RunFolder.Json(a),
            [Path.Combine("a", RunFolder.Report)] = await Views.Report.HtmlAsync(a, words),
            [Path.Combine("b", RunFolder.Result)] = RunFolder.Json(b),
            [Path.Combine("b", RunFolder.Report)] = await Views.Report.HtmlAsync(b, words),
        }, CompareTables.Of(record));
    }

    void Print(ParseResult line, CompareRecord record, string folder)
    {
        if (line.GetValue(common.Json))
            Console.Out.Write(CompareRecords.Json(record));
        else
            CompareScreen.Write(Consoles.Output(), record, folder, Rows(line), Wording.Of(line.GetValue(language)));
    }

    ComparedRows Rows(ParseResult line) => line.GetValue(all) ? ComparedRows.All : ComparedRows.Differences;

    /// <summary>An option that only planning understands.</summary>
    string? Meaningless(ParseResult line) =>
        planning.Typed(line) ?? new Option[] { answers, common.Overlay, common.AsOf, common.Mute, common.Resolve }.FirstOrDefault(o => line.GetResult(o) is { Implicit: false })?.Name;

    static int Refuse(string why)
    {
        Console.Error.WriteLine(ScreenText.Field($"sluice: {why}"));
        return ExitCode.BadInput;
    }
}
