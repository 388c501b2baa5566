using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Sluice.Planning.Buyer;
using Sluice.Runs;

namespace Sluice.Cli.Commands;

/// <summary>Options of verbs that plan one world or more.</summary>
/// <param name="usualPasses">Pass limit where none is given.</param>
/// <param name="each">Words for what is planned, behind "of": "each plan"; empty where it is one.</param>
sealed class PlanningOptions(int usualPasses, string each = "each plan")
{
    readonly Option<double?> gap = new("--gap")
    {
        Description = $"Stop {(each.Length > 0 ? each + " " : "")}at this relative gap between the bounds. Default: a gap of half the indifference, or the pass limit.",
        HelpName = "0.25%",
        CustomParser = OptionTexts.Share,
    };

    readonly Option<int?> passes = new("--passes") { Description = $"Most training passes{(each.Length > 0 ? " of " + each : "")}. Default {usualPasses}; none where --gap is given.", HelpName = "N" };

    readonly Option<TimeSpan?> time = new("--time")
    {
        Description = $"A ceiling on the training time{(each.Length > 0 ? " of " + each : "")}. Off by default: a result that hits it depends on the machine.",
        HelpName = "30s",
        CustomParser = OptionTexts.Duration,
    };

    readonly Option<int> seed = new("--seed") { Description = "Seed of every random draw.", DefaultValueFactory = _ => 7 };

    readonly Option<int> threads = new("--threads")
    {
        Description = "Threads; the result is the same for any number.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    readonly Option<string> output = new("--out") { Description = "Folder that takes the run folder.", HelpName = "DIR", DefaultValueFactory = _ => "runs" };

    readonly Option<bool> timing = new("--timing") { Description = "Print seconds, solves, passes and memory as one line on standard error." };

    public void AddTo(Command command)
    {
        passes.Validators.Add(r => AtLeastOne(r, "--passes"));
        threads.Validators.Add(r => AtLeastOne(r, "--threads"));
        foreach (var option in new Option[] { gap, passes, time, seed, threads, output, timing })
            command.Options.Add(option);
    }

    /// <summary>Whether any of them was typed, which has no meaning where nothing is planned.</summary>
    public string? Typed(ParseResult line) =>
        new Option[] { gap, passes, time, seed, threads }.FirstOrDefault(o => line.GetResult(o) is { Implicit: false })?.Name;

    /// <summary>Whether a relative gap was asked for.</summary>
    public bool AsksGap(ParseResult line) => line.GetValue(gap) is not null;

    /// <summary>Whether a stated tolerance was not reached, or the clock ended training.</summary>
    public bool HitsCeiling(ParseResult line, PlanRecord plan) => plan.Stopped is "time" or "cancelled" || (AsksGap(line) && plan.Stopped != "gap");

    public string Output(ParseResult line) => line.GetValue(output)!;

    /// <summary>How to plan each world.</summary>
    public PlanOptions Of(ParseResult line, TimeProvider clock)
    {
        var relative = line.GetValue(gap);
        return new PlanOptions
        {
            RelativeGap = relative,
            Passes = line.GetValue(passes) ?? (relative is null && line.GetValue(time) is null ? usualPasses : int.MaxValue),
            Time = line.GetValue(time),
            Seed = line.GetValue(seed),
            Threads = line.GetValue(threads),
            Depth = PlanDepth.Decisions,
            Clock = clock,
        };
    }

    /// <summary>Seconds and machine of a run.</summary>
    public TimingRecord Timing(ParseResult line, TimeProvider clock, long start, DateTimeOffset started, long solves, int passesDone) =>
        new(Math.Round(clock.GetElapsedTime(start).TotalSeconds, 3), solves, passesDone, Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6),
            line.GetValue(threads), $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors", started, string.Join(' ', line.Tokens.Select(t => t.Value)));

    /// <summary>Prints the timing where it was asked for.</summary>
    public void WriteTiming(ParseResult line, TimingRecord times)
    {
        if (line.GetValue(timing))
            Console.Error.WriteLine($"timing {JsonSerializer.Serialize(times, TimingJson.Default.TimingRecord)}");
    }

    static void AtLeastOne(OptionResult result, string name)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var n) && n < 1)
            result.AddError($"{name} takes a whole number from 1; found {n}.");
    }
}
