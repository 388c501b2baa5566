using System.Diagnostics;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>A solution with its time and the process's peak memory after it.</summary>
internal sealed record Measurement(Solution Solution, double Seconds, double PeakMb)
{
    /// <summary>Time includes building the programmes, not reading the file.</summary>
    public static Measurement Of(StochasticProblem problem, SolveOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        var solution = StochasticSolver.Solve(problem, options);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        return new Measurement(solution, seconds, process.PeakWorkingSet64 / 1e6);
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
