namespace Sluice.Optimization;

/// <summary>Two methods at once; the first to reach its tolerance ends the other.</summary>
/// <remarks>
/// The winner's solution is returned at once: the presolve of HiGHS cannot be interrupted, so the loser may work on for a moment. The process waits for it before it ends.
/// </remarks>
internal static class Race
{
    private static readonly Lock Counting = new();
    private static readonly HashSet<Task> Losers = [];

    // Static data of HiGHS must not go while a run still uses it.
    static Race() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Settle();

    internal static Solution Run(Func<CancellationToken, Solution> first, Func<CancellationToken, Solution> second, CancellationToken cancellation)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<(Solution? Solution, Exception? Failure)>[] runners = [Start(first, stop), Start(second, stop)];
        var winner = Task.WaitAny(runners, CancellationToken.None);
        if (runners[winner].Result.Solution is { Reached: true } done)
        {
            Remember(runners[1 - winner], stop);
            return done;
        }
        Task.WaitAll(runners, CancellationToken.None);
        stop.Dispose();
        var (a, b) = (runners[winner].Result, runners[1 - winner].Result);
        if (b.Solution is { Reached: true } also) return also;
        var unfinished = a.Solution ?? b.Solution ?? throw (b.Failure ?? a.Failure ?? new OperationCanceledException(cancellation));
        return b.Solution is { } better && better.Gap < unfinished.Gap ? better : unfinished;
    }

    /// <summary>Waits for losers that still work.</summary>
    internal static void Settle()
    {
        Task[] waiting;
        lock (Counting) waiting = [.. Losers];
        Task.WaitAll(waiting);
    }

    private static void Remember(Task loser, CancellationTokenSource stop)
    {
        lock (Counting) Losers.Add(loser);
        loser.ContinueWith(
            task =>
            {
                lock (Counting) Losers.Remove(task);
                stop.Dispose();
            },
            TaskScheduler.Default);
    }

    private static Task<(Solution? Solution, Exception? Failure)> Start(Func<CancellationToken, Solution> method, CancellationTokenSource stop) =>
        Task.Factory.StartNew<(Solution?, Exception?)>(() =>
        {
            try
            {
                var solution = method(stop.Token);
                if (solution.Reached) stop.Cancel();
                return (solution, null);
            }
            catch (Exception e) when (e is DecompositionException or SubproblemException or InvalidOperationException)
            {
                return (null, e);
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
