using System.Diagnostics;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>Trains the 32 × 10 lattice under (1 − λ) E + λ CVaR and bounds it from above by an inner approximation.</summary>
internal static class InnerBench
{
    public static int Run(BenchArguments arguments)
    {
        var measure = RiskMeasure.Averse(arguments.Number("lambda", 0.25), arguments.Number("tail", 0.1));
        var plain = Lattice32.Build();
        var graph = new PolicyGraph([.. plain.Stages.Select(stage => stage with { Risk = measure })], plain.InitialState);
        using var policy = new Sddp(graph, new SddpOptions { Threads = arguments.Count("threads", Environment.ProcessorCount) });
        var clock = Stopwatch.StartNew();
        var by = new BoundOptions
        {
            Method = BoundMethod.Inner,
            Inner = new InnerOptions { Points = arguments.Count("points", 300), EdgePoints = arguments.Count("edges", 8), Slopes = arguments.Text("slopes") is null ? default : Lattice32.Slopes() },
        };
        var trained = policy.Train(new StoppingRules { Time = TimeSpan.FromSeconds(arguments.Number("train", 6)), Bound = null });
        var (solves, iterations) = (policy.Counts.Solves, policy.Counts.SimplexIterations);
        var (start, upper) = (clock.Elapsed, policy.EstimateUpperBound(by));
        var taken = clock.Elapsed - start;
        Console.WriteLine(
            $"{measure}: passes {trained.Passes}, lower {trained.LowerBound:F2} after {start.TotalSeconds:F2} s; {upper.Kind} {upper.Value:F2} in {taken.TotalSeconds:F2} s, " +
            $"{policy.Counts.Solves - solves} solves, {policy.Counts.HighsRuns} in HiGHS, {(double)(policy.Counts.SimplexIterations - iterations) / (policy.Counts.Solves - solves):F1} iterations each; gap {(upper.Value - trained.LowerBound) / trained.LowerBound:P3}");
        return 0;
    }
}
