namespace Sluice.Optimization;

/// <summary>Two methods at once; the first to reach its tolerance ends the other.</summary>
internal static class Race
{
    internal static Solution Run(Func<CancellationToken, Solution> first, Func<CancellationToken, Solution> second, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (one, other) = (Start(first, stop), Start(second, stop));
        Task.WaitAll([one, other], CancellationToken.None);
        var (a, b) = (one.Result, other.Result);
        if (a.Solution is { Reached: true } done) return done;
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
