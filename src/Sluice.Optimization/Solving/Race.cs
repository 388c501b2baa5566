namespace Sluice.Optimization;

/// <summary>Two methods at once; the first to reach its tolerance ends the other.</summary>
/// <remarks>
/// The winner's solution is returned at once: the presolve of HiGHS cannot be interrupted, so the loser may work on for a moment. The process waits for it before it ends.
/// </remarks>
internal static class Race
{
    internal static Solution Run(Func<CancellationToken, Solution> first, Func<CancellationToken, Solution> second, CancellationToken cancellation)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<(Solution? Solution, Exception? Failure)>[] runners = [Start(first, stop), Start(second, stop)];
        var winner = Task.WaitAny(runners, CancellationToken.None);
        if (runners[winner].Result.Solution is { Reached: true } done)
        {
            Stragglers.Leave(runners[1 - winner], stop.Dispose);
            return done;
        }
        Task.WaitAll(runners, CancellationToken.None);
        stop.Dispose();
        var (a, b) = (runners[winner].Result, runners[1 - winner].Result);
        if (b.Solution is { Reached: true } also) return also;
        var unfinished = a.Solution ?? b.Solution ?? throw (b.Failure ?? a.Failure ?? new OperationCanceledException(cancellation));
        return b.Solution is { } better && better.Gap < unfinished.Gap ? better : unfinished;
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
