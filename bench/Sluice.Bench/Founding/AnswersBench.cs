using System.Diagnostics;
using System.Globalization;
using Sluice.Cases;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Reading;

namespace Sluice.Bench;

/// <summary>
/// Seconds of each answer on the founding case, beside the plan: wall clock and processor time, which a busy machine does not move.
/// <c>--answers</c> as of the command, default all; <c>--ranges no</c> leaves stake and ranges out.
/// </summary>
internal static class AnswersBench
{
    public static int Run(BenchArguments arguments)
    {
        if (AnswerNames.TryRead(arguments.Text("answers") ?? "all", out var asked) is { } wrong)
        {
            Console.Error.WriteLine(wrong);
            return 2;
        }
        var source = FoundingBench.Source(arguments);
        var world = source.Load().Case ?? throw new InvalidOperationException("The founding case does not load.");
        var outlook = CaseOutlook.Of(world);
        var defaults = new PlanOptions();
        using var planner = new BuyerPlanner(BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions), defaults with
        {
            Answers = asked, Passes = arguments.Count("passes", defaults.Passes), Threads = arguments.Count("threads", defaults.Threads),
            FailedSubproblemPath = arguments.Text("failed"), Depth = arguments.Text("ranges") == "no" ? PlanDepth.Decisions : PlanDepth.Ranges,
        }, source);
        var clock = Stopwatch.StartNew();
        using var process = Process.GetCurrentProcess();
        var (seconds, processor) = (0.0, Processor(process));
        var steps = new List<double>();
        var plan = planner.Plan(found: (_, answer) => Note(answer is { } name ? AnswerNames.Of(name) : "plan"));
        foreach (var missing in plan.Answers.Missing)
            Console.Error.WriteLine($"left out: {AnswerNames.Of(missing.Name)}: {missing.Why}");
        if (arguments.Text("show") is not null)
            Show(plan);
        // What follows the plan itself.
        var answering = steps.Skip(1).Sum();
        process.Refresh();
        if (!arguments.Json)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"answers",-12} {answering,8:0.0} s, most memory {process.PeakWorkingSet64 / 1e9:0.00} GB"));
        return answering < 300 ? 0 : 1;

        void Note(string name)
        {
            var (wall, cpu) = (clock.Elapsed.TotalSeconds - seconds, Processor(process) - processor);
            steps.Add(wall);
            Console.WriteLine(arguments.Json ? string.Create(CultureInfo.InvariantCulture, $"{{\"name\": \"{name}\", \"seconds\": {wall:0.00}, \"processorSeconds\": {cpu:0.00}}}")
                : string.Create(CultureInfo.InvariantCulture, $"{name,-12} {wall,8:0.0} s  {cpu,8:0.0} processor s"));
            (seconds, processor) = (clock.Elapsed.TotalSeconds, Processor(process));
        }
    }

    static double Processor(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalSeconds;
    }

    static void Show(BuyerPlan plan)
    {
        string Millions(double money) => (money / 1e6).ToString("0.00", CultureInfo.InvariantCulture);
        Console.WriteLine($"bounds {Millions(plan.Bounds.Lower)} to {Millions(plan.Bounds.Upper)}, indifference {Millions(plan.Indifference)}, {plan.Passes} passes");
        foreach (var price in plan.Answers.Waiting ?? [])
            Console.WriteLine($"waiting {price.Offer} against {price.Against}: {Millions(price.Estimate ?? double.NaN)} in {Millions(price.Between.Low)} to {Millions(price.Between.High)}");
        foreach (var cost in plan.Answers.Following ?? [])
            Console.WriteLine($"following {cost.Driver ?? (cost.Asks.IsEmpty ? "only jointly" : "all")}: {Millions(cost.Cost.Low)} to {Millions(cost.Cost.High)}; {string.Join(", ", cost.Lost.Select(l => $"{l.Workload} {l.Share:0.0000}"))}");
        foreach (var hinge in plan.Answers.Hinges ?? [])
            Console.WriteLine($"{hinge.Verdict} {hinge.About}: {Millions(hinge.Regret.Low)} to {Millions(hinge.Regret.High)}; {string.Join(", ", hinge.Changes.Take(3).Select(c => $"{c.Offer} {c.Here:0} there {c.There:0}"))}");
        foreach (var turn in plan.Answers.BreakEvens ?? [])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"break-even {turn.Influence.Assumption.Path} {turn.Influence.Assumption.Value} in {turn.Influence.From} to {turn.Influence.To}: below {turn.Below?.Low}..{turn.Below?.High}, above {turn.Above?.Low}..{turn.Above?.High}, settled {turn.Settled}"));
        foreach (var rival in plan.Answers.Rivals ?? [])
            Console.WriteLine($"{rival.Policy}: mean {Millions(rival.Mean)}, above {Millions(rival.Difference)} in {Millions(rival.Interval.Low)} to {Millions(rival.Interval.High)}, perturbed {Millions(rival.Perturbed ?? double.NaN)}, realised {Millions(rival.Realised ?? double.NaN)}, root regret {Millions(rival.RootRegret?.Low ?? double.NaN)} to {Millions(rival.RootRegret?.High ?? double.NaN)}");
    }
}
