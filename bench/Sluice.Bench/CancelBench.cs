using System.Diagnostics;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>Cancels what runs long at several moments and prints how long each takes to return: training, bounds, and every method on a file.</summary>
internal static class CancelBench
{
    private static readonly double[] Moments = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.8, 1.2, 2, 3];

    public static int Run(string[] words)
    {
        try
        {
            var arguments = SolveArguments.Parse(words);
            Measurement.WarmUp();
            Print("training on the 32 × 10 lattice", token =>
            {
                using var policy = new Sddp(Lattice32.Build(), new SddpOptions { Threads = arguments.Options.Threads });
                policy.Train(new StoppingRules { RelativeGap = 1e-9 }, null, token);
            });
            foreach (var file in ProblemFile.Group(arguments.Files))
            {
                var problem = file.Read(arguments.Smps).Required;
                foreach (var method in Enum.GetValues<SolveMethod>().Where(method => !problem.HasIntegers || method != SolveMethod.Decomposition))
                    Print($"{file.Name} by {method.ToString().ToLowerInvariant()}", token => StochasticSolver.Solve(problem, arguments.Options with { Method = method }, token));
            }
            return 0;
        }
        catch (InvalidDataException e)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }

    private static void Print(string what, Action<CancellationToken> work)
    {
        var times = Moments.Select(moment => Returned(moment, work)).ToList();
        Console.WriteLine($"{what}: longest {times.OfType<double>().DefaultIfEmpty(0).Max():F0} ms; at {string.Join(", ", Moments.Zip(times, (moment, time) => time is { } ms ? $"{moment} s {ms:F0} ms" : $"{moment} s done before"))}");
    }

    // Milliseconds from the request to the return; null when the work ended before.
    private static double? Returned(double moment, Action<CancellationToken> work)
    {
        using var stop = new CancellationTokenSource();
        var asked = 0L;
        using var timer = new Timer(_ =>
        {
            Volatile.Write(ref asked, Stopwatch.GetTimestamp());
            stop.Cancel();
        }, null, TimeSpan.FromSeconds(moment), Timeout.InfiniteTimeSpan);
        work(stop.Token);
        var ended = Stopwatch.GetTimestamp();
        return Volatile.Read(ref asked) is var since and > 0 ? Stopwatch.GetElapsedTime(since, ended).TotalMilliseconds : null;
    }
}
