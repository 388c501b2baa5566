using System.Diagnostics;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>
/// Trains the 32 × 10 lattice under (1 − λ) E + λ CVaR and bounds it from above by an inner approximation: after a number of passes, or until a gap.
/// Beside the wall it prints processor time ÷ threads, which is the wall on an idle machine.
/// </summary>
internal static class InnerBench
{
    public static int Run(BenchArguments arguments)
    {
        var (threads, measure) = (arguments.Count("threads", Environment.ProcessorCount), RiskMeasure.Averse(arguments.Number("lambda", 0.25), arguments.Number("tail", 0.1)));
        var plain = Lattice32.Build();
        var graph = new PolicyGraph([.. plain.Stages.Select(stage => stage with { Risk = measure })], plain.InitialState);
        using var policy = new Sddp(graph, new SddpOptions { Threads = threads });
        var by = new BoundOptions
        {
            Method = BoundMethod.Inner,
            Inner = new InnerOptions
            {
                Points = arguments.Count("points", new InnerOptions().Points),
                EdgePoints = arguments.Count("edges", new InnerOptions().EdgePoints),
                Slopes = arguments.Text("slopes") is null ? default : Lattice32.Slopes(),
            },
        };
        Console.WriteLine($"{measure}");
        if (arguments.Text("gap") is not null)
        {
            var result = Timed("until the gap", threads, () => policy.Train(new StoppingRules { RelativeGap = arguments.Number("gap", 0.02), Time = TimeSpan.FromSeconds(300), Bound = by }));
            Console.WriteLine($"  {result.Passes} passes, {result.LowerBound:F2} to {result.UpperBound.Value:F2} ({result.UpperBound.Kind}), gap {result.RelativeGap:P3}");
            return 0;
        }
        var trained = Timed("training", threads, () => policy.Train(new StoppingRules { Passes = arguments.Count("passes", 400), Bound = null }));
        var before = policy.Counts;
        var upper = Timed("bound", threads, () => policy.EstimateUpperBound(by));
        var solves = policy.Counts.Solves - before.Solves;
        Console.WriteLine(
            $"  {trained.Passes} passes, {trained.LowerBound:F2} to {upper.Value:F2} ({upper.Kind}), gap {(upper.Value - trained.LowerBound) / trained.LowerBound:P3}; bound: {solves} solves, " +
            $"{(double)(policy.Counts.SimplexIterations - before.SimplexIterations) / solves:F1} iterations each, {policy.Counts.HighsRuns - before.HighsRuns} in HiGHS");
        return 0;
    }

    private static T Timed<T>(string what, int threads, Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        var (clock, processor) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var result = work();
        process.Refresh();
        Console.WriteLine($"  {what}: {clock.Elapsed.TotalSeconds:F2} s, processor ÷ {threads} threads {(process.TotalProcessorTime - processor).TotalSeconds / threads:F2} s");
        return result;
    }
}
