using System.Diagnostics;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>A solution with its time on the clock and on the processors, and the process's peak memory after it.</summary>
internal sealed record Measurement(Solution Solution, double Seconds, double ProcessorSeconds, double PeakMb)
{
    /// <summary>Time includes building the programmes, not reading the file.</summary>
    public static Measurement Of(StochasticProblem problem, SolveOptions options)
    {
        using var process = Process.GetCurrentProcess();
        var (start, processor) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var solution = StochasticSolver.Solve(problem, options);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return new Measurement(solution, seconds, (process.TotalProcessorTime - processor).TotalSeconds, process.PeakWorkingSet64 / 1e6);
    }

    /// <summary>Solves a toy by every method, so that loading HiGHS and compiling the code are not counted in the first problem's time.</summary>
    public static void WarmUp()
    {
        var first = new Subproblem(0, 1);
        first.SetOutgoing(0, first.AddColumn(1, 0, 10));
        ProblemNode Stage(int states, params Successor[] successors)
        {
            var stage = new Subproblem(1, states);
            var row = stage.AddRow(0, 0);
            for (var j = 0; j < 2; j++) stage.Set(row, stage.AddColumn(1 + 2 * j, 0, 20), j == 0 ? 1 : -1);
            stage.SetIncoming(row, 0, -1);
            for (var i = 0; i < states; i++) stage.SetOutgoing(i, 0);
            return new ProblemNode("stage", stage, [[.. Enumerable.Range(0, 6).Select(k => new Outcome(1.0 / 6, [Change.RowBounds(row, -k, -k)]))]], [.. successors]);
        }
        foreach (var nodes in (ProblemNode[][])[[Stage(0)], [Stage(1, new Successor(2, 1)), Stage(0)]])
        {
            var problem = new StochasticProblem("toy", Sense.Minimise, [], [new Successor(0, 1)], [new ProblemNode("first", first, [], [new Successor(1, 1)]), .. nodes]);
            foreach (var method in (SolveMethod[])[SolveMethod.Equivalent, SolveMethod.Decomposition, SolveMethod.Auto])
                StochasticSolver.Solve(problem, new SolveOptions { Method = method, Threads = 2 });
        }
    }

    /// <summary>As <see cref="Of"/>; null when the extensive form does not fit.</summary>
    public static Measurement? TryOf(StochasticProblem problem, SolveOptions options)
    {
        try
        {
            return Of(problem, options);
        }
        catch (EquivalentTooLargeException e)
        {
            Console.Error.WriteLine($"{problem.Name}: {e.Message}");
            return null;
        }
    }
}
