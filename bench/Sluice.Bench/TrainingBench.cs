using System.Diagnostics;
using System.Text.Json;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>Trains on a graph and prints both bounds over time; the bounds' time counts.</summary>
internal static class TrainingBench
{
    /// <summary>Trains until the gap, the passes or the time that the arguments name; the gap is relative.</summary>
    /// <param name="name">Name of the bench.</param>
    /// <param name="build">Builds the graph; its time is reported apart.</param>
    /// <param name="arguments">Arguments.</param>
    /// <param name="gap">Gap where the arguments name none.</param>
    public static int Run(string name, Func<PolicyGraph> build, BenchArguments arguments, double gap)
    {
        var building = Stopwatch.StartNew();
        var graph = build();
        building.Stop();
        var threads = arguments.Count("threads", Environment.ProcessorCount);
        var options = new SddpOptions
        {
            Threads = threads,
            Seed = (ulong)arguments.Count("seed", 1),
            RelativeSkipThreshold = arguments.Number("skip", new SddpOptions().RelativeSkipThreshold),
            DenseEntries = arguments.Count("dense", new SddpOptions().DenseEntries),
            FullPassEvery = arguments.Count("every", new SddpOptions().FullPassEvery),
        };
        var rules = new StoppingRules
        {
            RelativeGap = arguments.Number("gap", gap),
            Time = TimeSpan.FromSeconds(arguments.Number("time", 120)),
            Passes = arguments.Text("passes") is null ? null : arguments.Count("passes", 0),
        };
        using var policy = new Sddp(graph, options);
        using var process = Process.GetCurrentProcess();
        var (processor, allocated) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(true));
        var progress = new Trace(arguments.Json);
        var result = policy.Train(rules, progress);
        process.Refresh();
        allocated = GC.GetTotalAllocatedBytes(true) - allocated;
        var wall = result.Elapsed.TotalSeconds;
        var use = (process.TotalProcessorTime - processor).TotalSeconds / wall / threads;
        var summary = new
        {
            bench = name,
            nodes = graph.NodeCount,
            buildSeconds = Math.Round(building.Elapsed.TotalSeconds, 3),
            threads,
            reason = result.Reason.ToString(),
            seconds = Math.Round(wall, 3),
            boundSeconds = Math.Round(result.BoundTime.TotalSeconds, 3),
            passes = result.Passes,
            lower = result.LowerBound,
            upper = result.UpperBound.Value,
            standardError = result.UpperBound.StandardError,
            paths = result.UpperBound.Paths,
            gap = result.RelativeGap,
            solves = result.Solves,
            solvesPerSecond = Math.Round(result.Solves / wall),
            iterationsPerSolve = Math.Round((double)result.SimplexIterations / result.Solves, 2),
            highsRuns = policy.Counts.HighsRuns,
            cutsPerNode = Math.Round((double)policy.Counts.Cuts / policy.Graph.NodeCount, 1),
            coreUse = Math.Round(use, 3),
            allocatedBytesPerSolve = Math.Round((double)allocated / result.Solves, 1),
            steadyBytesPerSolve = arguments.Text("steady") is null ? (double?)null : Math.Round(Steady(policy, arguments.Count("steady", 200)), 2),
            cancelMilliseconds = Math.Round(Cancelled(policy), 1),
            peakMegabytes = process.PeakWorkingSet64 / 1_000_000,
        };
        Console.WriteLine(arguments.Json
            ? JsonSerializer.Serialize(summary)
            : string.Join(Environment.NewLine, summary.GetType().GetProperties().Select(p => $"{p.Name,-20} {p.GetValue(summary)}")));
        return 0;
    }

    // Managed bytes a solve in the second half of so many passes more. What is left after 3,000: 64 bytes for each stage of a pass, and cuts that are kept.
    private static double Steady(Sddp policy, int passes)
    {
        policy.Train(new StoppingRules { Passes = passes / 2, Bound = null });
        var (before, solves) = (GC.GetTotalAllocatedBytes(true), policy.Counts.Solves);
        policy.Train(new StoppingRules { Passes = passes - (passes / 2), Bound = null });
        return (double)(GC.GetTotalAllocatedBytes(true) - before) / (policy.Counts.Solves - solves);
    }

    // Time from a request to end until training has ended.
    private static double Cancelled(Sddp policy)
    {
        using var stop = new CancellationTokenSource();
        var asked = 0L;
        var canceller = new Thread(() =>
        {
            Thread.Sleep(300);
            Volatile.Write(ref asked, Stopwatch.GetTimestamp());
            stop.Cancel();
        });
        canceller.Start();
        policy.Train(new StoppingRules { Time = TimeSpan.FromSeconds(60), Bound = null }, null, stop.Token);
        var ended = Stopwatch.GetTimestamp();
        canceller.Join();
        return Stopwatch.GetElapsedTime(Volatile.Read(ref asked), ended).TotalMilliseconds;
    }

    /// <summary>Prints a line whenever the upper bound is new; at once, on the training thread.</summary>
    private sealed class Trace(bool quiet) : IProgress<TrainingProgress>
    {
        private double last = double.PositiveInfinity;

        public void Report(TrainingProgress value)
        {
            if (quiet || value.UpperBound == last) return;
            last = value.UpperBound;
            Console.WriteLine(
                $"{value.Elapsed.TotalSeconds,7:F2} s  pass {value.Passes,4}  lower {value.LowerBound:F2}  upper {value.UpperBound:F2}  " +
                $"gap {(value.UpperBound - value.LowerBound) / Math.Abs(value.LowerBound):P3}  {value.Solves / value.Elapsed.TotalSeconds:F0} solves/s");
        }
    }
}
