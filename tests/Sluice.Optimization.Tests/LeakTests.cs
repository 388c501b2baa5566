using System.Diagnostics;

namespace Sluice.Optimization.Tests;

public class LeakTests
{
    // The long form, 10,000 trainings, is a bench. A leaked HiGHS instance of this model takes about 300 kB: 400 trainings of 6 nodes would show.
    [Fact]
    public void Trainings_in_HiGHS_leave_no_memory_behind()
    {
        var graph = new InventoryProblem(3, stages: 3).Graph();
        for (var k = 0; k < 100; k++) Train(graph);
        var before = Resident();
        for (var k = 0; k < 400; k++) Train(graph);
        var growth = Resident() - before;
        // Other tests run beside this one.
        Assert.True(growth < 400_000_000, $"400 trainings left {growth / 1_000_000} MB behind");
    }

    [Fact]
    public void Disposed_policies_leave_no_threads_behind()
    {
        var graph = new InventoryProblem(3, stages: 3).Graph();
        using var process = Process.GetCurrentProcess();
        var before = process.Threads.Count;
        for (var k = 0; k < 100; k++)
            using (var policy = new Sddp(graph, new SddpOptions { Threads = 3 }))
                policy.Train(new StoppingRules { Passes = 1, Bound = null });
        for (var wait = 0; wait < 100; wait++)
        {
            process.Refresh();
            if (process.Threads.Count < before + 50) return;
            Thread.Sleep(50);
        }
        Assert.Fail($"{process.Threads.Count - before} threads more than before");
    }

    private static void Train(PolicyGraph graph)
    {
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1, DenseEntries = 0 });
        policy.Train(new StoppingRules { Passes = 2, Bound = null });
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
