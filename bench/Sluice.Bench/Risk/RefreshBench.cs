using System.Collections.Immutable;
using System.Diagnostics;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>Trains the 32 × 10 lattice, changes the chance of one move, and carries the policy over: time to a gap, and from a cold start for comparison.</summary>
internal static class RefreshBench
{
    public static int Run(BenchArguments arguments)
    {
        var threads = arguments.Count("threads", Environment.ProcessorCount);
        var options = new SddpOptions { Threads = threads };
        var gap = new StoppingRules { RelativeGap = arguments.Number("gap", 0.01), Time = TimeSpan.FromSeconds(30) };
        using var policy = new Sddp(Lattice32.Build(), options);
        policy.Train(new StoppingRules { Time = TimeSpan.FromSeconds(arguments.Number("train", 5)), Bound = null });
        var changed = Changed(Lattice32.Build(), arguments.Number("share", 0.5));
        using var process = Process.GetCurrentProcess();
        var (clock, processor) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        using var refreshed = policy.Refreshed(changed, new RefreshOptions { Points = arguments.Count("points", new RefreshOptions().Points) });
        var (solved, first) = (clock.Elapsed, refreshed.LowerBound);
        process.Refresh();
        var work = process.TotalProcessorTime - processor;
        var bound = refreshed.EstimateUpperBound();
        var bounded = clock.Elapsed - solved;
        var result = refreshed.Train(gap);
        Console.WriteLine(
            $"refresh {solved.TotalSeconds:F2} s ({work.TotalSeconds / threads:F2} s of {threads} cores): lower {first:F2}; bound {bound.Value:F2} in {bounded.TotalSeconds:F2} s, " +
            $"gap {(bound.Value - first) / first:P2}; then {result.Passes} passes to {result.RelativeGap:P2} in {result.Elapsed.TotalSeconds:F2} s");
        using var cold = new Sddp(changed, options);
        var fresh = cold.Train(gap);
        Console.WriteLine($"cold: {fresh.Passes} passes to {fresh.RelativeGap:P2} in {fresh.Elapsed.TotalSeconds:F2} s");
        return 0;
    }

    // A share of every chance of standing still goes to the other states of its row, in proportion.
    private static PolicyGraph Changed(PolicyGraph graph, double share) => new(
        [.. graph.Stages.Select((stage, t) => t == graph.Stages.Length - 1 ? stage : stage with { Transitions = [.. stage.Transitions.Select(row => Moved(row, share))] })],
        graph.InitialState);

    private static double[] Moved(double[] row, double share)
    {
        var most = Array.IndexOf(row, row.Max());
        var (taken, others) = (share * row[most], 1 - row[most]);
        return others <= 0 ? row : [.. row.Select((chance, to) => to == most ? chance - taken : chance * (1 + taken / others))];
    }
}
