using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Market.Reported;
using Sluice.Optimization;
using Sluice.Outlooks;
using Sluice.Planning.Buyer;
using Sluice.Reading;
using Sluice.Runs;
using Sluice.Simulation;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice simulate</c>: what happens if everybody acts by habit.</summary>
sealed class SimulateCommand
{
    const int PolicyReplications = 250;

    readonly CommonOptions common = new();

    readonly Option<int> replications = new("--replications") { Description = "Courses of the market that are drawn.", HelpName = "N", DefaultValueFactory = _ => 1000 };

    readonly Option<int> months = new("--months") { Description = "Months from the start of the habits, 1 to 240.", HelpName = "N", DefaultValueFactory = _ => 36 };

    readonly Option<string[]> without = new("--without")
    {
        Description = "Events that did not happen: claims, with every reference to them and every standing that they brought about; days of the calendar; or events of the atlas (ev-…), with the claims that tell of them. Separated by commas.",
        HelpName = "EVENT,…",
        CustomParser = CommonOptions.Names,
    };

    readonly Option<string[]> path = new("--path")
    {
        Description = "Levels that drivers are put to, from a month on: us-export=closed@2025-10; the level 'drawn' leaves a driver to chance again. Separated by commas.",
        HelpName = "DRIVER=LEVEL@MONTH,…",
        CustomParser = CommonOptions.Names,
    };

    readonly Option<DateOnly?> drawnFrom = new("--drawn-from")
    {
        Description = "First day from which drivers are drawn. Default: the as-of date; before it they follow their histories.",
        HelpName = "DATE",
        CustomParser = OptionTexts.Day,
    };

    readonly Option<string> policies = new("--policies")
    {
        Description = $"table: also what each driver does to each party, over {PolicyReplications} replications. none: leave that out.",
        DefaultValueFactory = _ => "table",
    };

    readonly Option<string[]> policy = new("--policy")
    {
        Description = "Sets the viewpoint of the case on its own in the market, from the as-of month on: northstar=plan acts by its trained plan, beside the same buyer by habit; northstar=habit by habit alone.",
        HelpName = "PARTY=plan|habit",
        CustomParser = CommonOptions.Names,
    };

    readonly Option<int?> passes = new("--passes") { Description = $"Most training passes of a plan that --policy asks for. Default {new PlanOptions().Passes}.", HelpName = "N" };

    readonly Option<int> seed = new("--seed") { Description = "Seed of every random draw.", DefaultValueFactory = _ => 7 };

    readonly Option<int> threads = new("--threads") { Description = "Threads; the result is the same for any number.", DefaultValueFactory = _ => Environment.ProcessorCount };

    readonly Option<string> output = new("--out") { Description = "Folder that takes the run folder.", HelpName = "DIR", DefaultValueFactory = _ => "runs" };

    readonly Option<Language> language = CommonOptions.Lang();

    readonly Option<bool> timing = new("--timing") { Description = "Print seconds and memory as one line on standard error." };

    public static Command Create()
    {
        var simulate = new SimulateCommand();
        var command = new Command("simulate", "What happens if everybody acts by habit: buyers, makers, foundries, under the gates of the case.");
        simulate.common.AddTo(command);
        simulate.policies.AcceptOnlyFromAmong("table", "none");
        foreach (var (option, most) in new (Option, int)[] { (simulate.replications, 1_000_000), (simulate.months, 240), (simulate.threads, 1024), (simulate.passes, 1_000_000) })
            option.Validators.Add(r => Within(r, option.Name, most));
        foreach (var option in new Option[] { simulate.replications, simulate.months, simulate.without, simulate.path, simulate.drawnFrom, simulate.policies, simulate.policy, simulate.passes, simulate.seed, simulate.threads, simulate.output, simulate.language, simulate.timing })
            command.Options.Add(option);
        command.SetAction(simulate.Run);
        return command;
    }

    static void Within(OptionResult result, string name, int most)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var n) && (n < 1 || n > most))
            result.AddError($"{name} takes a whole number from 1 to {most.ToString(CultureInfo.InvariantCulture)}; found {n}.");
    }

    async Task<int> Run(ParseResult line, CancellationToken cancellation)
    {
        var started = DateTimeOffset.UtcNow;
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        ImmutableArray<string> unhappened = [.. line.GetValue(without) ?? []];
        if (Load(line, o => o with { Without = unhappened }) is not { } world || Forced(line, world) is not { } forced || Acts(line, world) is not { } acts || Reported(world) is not { } reported)
            return ExitCode.BadInput;
        ImmutableArray<string> whatIfs = [.. line.GetValue(common.With) ?? []];
        var isChanged = unhappened.Length + whatIfs.Length + forced.Length > 0;
        var plainWorld = unhappened.Length + whatIfs.Length > 0 ? Load(line, o => o with { WhatIfs = [] }) : world;
        if (plainWorld is null)
            return ExitCode.BadInput;
        var options = new MarketOptions
        {
            Replications = line.GetValue(replications),
            Months = line.GetValue(months),
            Seed = line.GetValue(seed),
            Threads = line.GetValue(threads),
            DrawnFrom = line.GetValue(drawnFrom),
            Path = forced,
            Viewpoint = acts == Acting.InItsKind ? ViewpointRole.InItsKind : ViewpointRole.OnItsOwn,
        };
        var progress = line.GetValue(common.Quiet) ? null : new ReplicationLine(Consoles.Errors(), clock);
        MarketRecord record;
        try
        {
            var header = new MarketHeader(Program.Version, whatIfs, unhappened, [.. line.GetValue(path) ?? []])
            {
                Policy = [.. line.GetValue(policy) ?? []],
                Muted = [.. line.GetValue(common.Mute) ?? []],
                Resolved = [.. line.GetValue(common.Resolve) ?? []],
                TakenOut = unhappened.IsEmpty ? [] : [.. plainWorld.Evidence.Claims.Select(c => c.Id).Except(world.Evidence.Claims.Select(c => c.Id))],
            };
            MarketRun run;
            MarketRun? plain = null;
            if (acts == Acting.ByPlan)
            {
                (run, var plan) = ByPlan(line, world, options, world.Header.Viewpoint.Id + " by plan", progress, cancellation);
                header = header with { Plan = plan, ByHabit = Simulated(world, options, world.Header.Viewpoint.Id + " by habit", progress, cancellation) };
                if (isChanged)
                    (plain, _) = ByPlan(line, plainWorld, options with { Path = [] }, "the case as it stands", progress, cancellation);
            }
            else
            {
                run = Simulated(world, options, "market", progress, cancellation);
                plain = isChanged ? Simulated(plainWorld, options with { Path = [] }, "the case as it stands", progress, cancellation) : null;
            }
            record = MarketRecords.Of(world, run, plain, Idle(line, world, options, progress, cancellation), reported, header);
        }
        catch (Exception refused) when (refused is OutlookTooLargeException or ArgumentException or SubproblemException)
        {
            Console.Error.WriteLine(ScreenText.Field($"sluice: {refused.Message}"));
            return ExitCode.BadInput;
        }
        progress?.Done();
        var times = new TimingRecord(Math.Round(clock.GetElapsedTime(start).TotalSeconds, 3), 0, record.Replications, Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6), options.Threads,
            $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors", started, string.Join(' ', line.Tokens.Select(t => t.Value)));
        var folder = RunFolder.Write(line.GetValue(output)!, record, times, await Views.Report.HtmlAsync(record, line.GetValue(language)));
        if (line.GetValue(common.Json))
            Console.Out.Write(RunFolder.Json(record));
        else
            MarketScreen.Write(Consoles.Output(), record, folder);
        if (line.GetValue(timing))
            Console.Error.WriteLine($"timing {JsonSerializer.Serialize(times, TimingJson.Default.TimingRecord)}");
        return record.Stopped == "cancelled" ? ExitCode.Ceiling : ExitCode.Done;
    }

    static MarketRun Simulated(Case world, MarketOptions options, string what, ReplicationLine? progress, CancellationToken cancellation)
    {
        progress?.Begin(what, options.Replications);
        return MarketSimulation.Run(MarketCompiler.Compile(world, options), options, null, progress, cancellation);
    }

    // The solver keeps where it last stood, so that one thread meets the replications in order: the same bytes for any --threads.
    (MarketRun, BuyerPlan) ByPlan(ParseResult line, Case world, MarketOptions options, string what, ReplicationLine? progress, CancellationToken cancellation)
    {
        var model = MarketCompiler.Compile(world, options);
        var training = line.GetValue(common.Quiet) ? null : new ProgressLine(Consoles.Errors(), world.Header.Currency, TimeProvider.System, $"{world.Header.Viewpoint.Id}'s plan: ");
        using var planned = PlannedBuyer.Train(
            world, model, new PlanOptions { Seed = options.Seed, Threads = options.Threads, Passes = line.GetValue(passes) ?? new PlanOptions().Passes }, training, cancellation);
        training?.Done();
        progress?.Begin(what, options.Replications);
        return (MarketSimulation.Run(model, options with { Threads = 1 }, b => b == model.Viewpoint ? planned : null, progress, cancellation), planned.Plan);
    }

    /// <summary>What <c>--policy</c> says; null where it names what has no plan, which has then been said.</summary>
    Acting? Acts(ParseResult line, Case world)
    {
        var acting = Acting.InItsKind;
        foreach (var text in line.GetValue(policy) ?? [])
        {
            var viewpoint = world.Header.Viewpoint.Id;
            if (text.Split('=') is not [var party, var way and ("plan" or "habit")])
                return Refuse($"--policy takes PARTY=plan or PARTY=habit such as {viewpoint}=plan; found '{text}'.") ? acting : null;
            if (party != viewpoint)
                return Refuse(world.Habits!.Buyers.Any(b => b.Id == party)
                    ? $"--policy: {party} is a kind of buyers and acts by habit; a plan is that of the case's viewpoint, {viewpoint}."
                    : $"--policy: there is no buyer '{party}' that has a plan.{Instead(party, [viewpoint])}") ? acting : null;
            if (acting != Acting.InItsKind)
                return Refuse("--policy is given twice.") ? acting : null;
            acting = way == "plan" ? Acting.ByPlan : Acting.ByHabit;
        }
        return acting;
    }

    enum Acting
    {
        InItsKind,
        ByHabit,
        ByPlan,
    }

    ImmutableArray<(string, MarketRun)> Idle(ParseResult line, Case world, MarketOptions options, ReplicationLine? progress, CancellationToken cancellation)
    {
        if (line.GetValue(policies) == "none")
            return [];
        var runs = ImmutableArray.CreateBuilder<(string, MarketRun)>();
        var fewer = options with { Replications = Math.Min(options.Replications, PolicyReplications) };
        foreach (var driver in world.Drivers.Where(d => d.Levels.Any(l => l.Effects.Length + l.Asks.Length > 0)))
        {
            var run = Simulated(world, fewer with { Idle = [driver.Id] }, $"without {driver.Id}", progress, cancellation);
            if (run.Done == fewer.Replications)
                runs.Add((driver.Id, run));
        }
        return runs.ToImmutable();
    }

    Case? Load(ParseResult line, Func<LoadOptions, LoadOptions> change)
    {
        if (CaseLoading.Load(line, common, line.GetValue(common.Case), Console.Error, change) is not { } loaded)
            return null;
        DiagnosticScreen.WriteErrors(Console.Error, loaded);
        if (loaded.Case is not { } world)
            return null;
        if (world.Habits is not null)
            return world;
        Console.Error.WriteLine("sluice: the case has no habits.yaml, which says how buyers and makers act; the founding case shows one, and docs/how-to/add-a-habit.md tells what it holds.");
        return null;
    }

    /// <summary>Rows of the atlas that the case compares with; null where one is missing, which has then been said.</summary>
    static Dictionary<string, (ReportedSeries Series, SeriesRow Row)>? Reported(Case world)
    {
        var diagnostics = new Diagnostics();
        var atlas = new FolderSource(CaseLocator.Atlas());
        var rows = new Dictionary<string, (ReportedSeries Series, SeriesRow Row)>(StringComparer.Ordinal);
        foreach (var row in world.Habits!.Record)
            if (AtlasSeries.Find(atlas, row.Series, row.Item, row.Period, row.At, diagnostics) is { } found)
                rows[row.Id] = found;
        if (!diagnostics.HasErrors)
            return rows;
        DiagnosticScreen.WriteErrors(Console.Error, new Loaded(null, [.. diagnostics.Sorted], null));
        return null;
    }

    /// <summary>What <c>--path</c> says; null where it names what the case does not have, which has then been said.</summary>
    ImmutableArray<ForcedLevel>? Forced(ParseResult line, Case world)
    {
        var forced = ImmutableArray.CreateBuilder<ForcedLevel>();
        var isSound = true;
        foreach (var text in line.GetValue(path) ?? [])
        {
            if (text.Split('=', '@') is not [var driver, var level, var month]
                || !DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
                isSound = Refuse($"--path takes DRIVER=LEVEL@MONTH such as us-export=closed@2025-10; found '{text}'.");
            else if (world.Drivers.FirstOrDefault(d => d.Id == driver) is not { } known)
                isSound = Refuse($"--path: the case has no driver '{driver}'.{Instead(driver, world.Drivers.Select(d => d.Id))}");
            else if (level != "drawn" && known.IndexOf(level) < 0)
                isSound = Refuse($"--path: driver '{driver}' has no level '{level}'.{Instead(level, known.Levels.Select(l => l.Id))}");
            else if (from < world.Habits!.Start)
                isSound = Refuse($"--path: '{text}' lies before the start of the habits, {world.Habits.Start:yyyy-MM}.");
            else
                forced.Add(new(driver, level == "drawn" ? null : level, from));
        }
        return isSound ? forced.ToImmutable() : null;
    }

    static string Instead(string word, IEnumerable<string> names)
    {
        var all = names.ToList();
        return Nearest.To(word, all) is { } nearest ? $" Did you mean {nearest}?" : $" There are {string.Join(", ", all)}.";
    }

    static bool Refuse(string message)
    {
        Console.Error.WriteLine(ScreenText.Field($"sluice: {message}"));
        return false;
    }
}
