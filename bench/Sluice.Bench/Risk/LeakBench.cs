using System.Diagnostics;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>Trains a tiny model many times, in tableaux or in HiGHS, and watches the memory of the process.</summary>
internal static class LeakBench
{
    public static int Run(BenchArguments arguments)
    {
        var (trainings, steps) = (arguments.Count("trainings", 10_000), 10);
        var options = new SddpOptions { Threads = arguments.Count("threads", 2), DenseEntries = arguments.Count("dense", 0) };
        var graph = Tiny();
        var clock = Stopwatch.StartNew();
        var first = 0L;
        for (var step = 0; step <= steps; step++)
        {
            // The first tenth warms up: compiled code and the runtime's own heaps are not yet at their size.
            for (var k = 0; k < trainings / steps && step > 0; k++) Train(graph, options);
            if (step == 0) Train(graph, options);
            var megabytes = Resident();
            if (step == 1) first = megabytes;
            Console.WriteLine($"{step * trainings / steps,7} trainings  {clock.Elapsed.TotalSeconds,6:F1} s  {megabytes / 1_000_000.0:F1} MB resident, {GC.GetTotalMemory(true) / 1_000_000.0:F1} MB managed, {Process.GetCurrentProcess().Threads.Count} threads");
        }
        Console.WriteLine($"growth after the first tenth: {(Resident() - first) / 1_000_000.0:F1} MB");
        return 0;
    }

    private static void Train(PolicyGraph graph, SddpOptions options)
    {
        using var policy = new Sddp(graph, options);
        policy.Train(new StoppingRules { Passes = 3 });
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    // Order now, sell at one of two demands.
    private static PolicyGraph Tiny()
    {
        var buy = new Subproblem(0, 1);
        buy.SetOutgoing(0, buy.AddColumn(2, 0, 10));
        var sell = new Subproblem(1, 0);
        var sold = sell.AddColumn(-5, 0, 3);
        var stock = sell.AddRow(double.NegativeInfinity, 0);
        sell.Set(stock, sold, 1);
        sell.SetIncoming(stock, 0, -1);
        return new PolicyGraph(
            [new Stage([new StageNode(buy, -100)], [[1.0]]), new Stage([new StageNode(sell, [new Outcome(0.5, []), new Outcome(0.5, [Change.ColumnBounds(sold, 0, 8)])], 0)])], []);
    }
}
