using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Planning.Buyer;
using Sluice.Planning.Causes;
using Sluice.Planning.Flows;

namespace Sluice.Planning.Answers;

/// <summary>What an answer may look at: the case, its programme, the trained policy and the plan read out of it.</summary>
sealed record AnswerContext
{
    /// <summary>The compiled case.</summary>
    public required BuyerProgramme Programme { get; init; }

    /// <summary>The trained policy; questions branch from it and may improve its later stages.</summary>
    public required Sddp Policy { get; init; }

    /// <summary>How policies of this plan are trained.</summary>
    public required SddpOptions Training { get; init; }

    /// <summary>How the plan was asked for.</summary>
    public required PlanOptions Options { get; init; }

    /// <summary>Bounds, decisions, costs.</summary>
    public required BuyerPlan Plan { get; init; }

    /// <summary>Where the case was read, for answers about patched worlds; null: it was not read from files.</summary>
    public required CaseSource? Source { get; init; }

    /// <summary>Finds columns of the plan's programme.</summary>
    public required LegendIndex Index { get; init; }

    /// <summary>What was paid along the plan's plain paths.</summary>
    public required FlowTally Flows { get; init; }

    /// <summary>What held the plan back along them.</summary>
    public required CauseTally Causes { get; init; }

    /// <summary>Seed of the paths of upper bounds: worlds under one seed share their draws.</summary>
    public required ulong BoundSeed { get; init; }

    /// <summary>Seed of plain paths.</summary>
    public required ulong PathSeed { get; init; }

    /// <summary>Told what is being done.</summary>
    public required Action<string> Report { get; init; }

    public BuyerTerms Terms => Programme.Terms;

    public PlanBounds Bounds => Plan.Bounds;

    public double Indifference => Plan.Indifference;

    /// <summary>Questions about the wait, each a branch of the policy.</summary>
    public WaitQuestions Questions => new(Programme, Policy, Training, Bounds, Indifference, BoundSeed, PathSeed);

    /// <summary>Computes item after item until cancelled; what is done by then is kept.</summary>
    /// <returns>What was computed, and whether it is all.</returns>
    public (ImmutableArray<TResult> Found, bool Whole) Each<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<TItem, string> title, Func<TItem, TResult> compute, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<TResult>(items.Count);
        try
        {
            foreach (var item in items)
            {
                Report($"{title(item)} ({found.Count + 1} of {items.Count})");
                cancellation.ThrowIfCancellationRequested();
                found.Add(compute(item));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return (found.ToImmutable(), false);
        }
        return (found.ToImmutable(), true);
    }

    /// <summary>
    /// Computes items that share nothing, as many at once as there are threads; the last, where they would leave threads idle, one by one on all of them. What is found
    /// does not depend on how many.
    /// </summary>
    /// <param name="items">Items, the longest first.</param>
    /// <param name="title">What is being done, in words.</param>
    /// <param name="compute">Computes an item on so many threads.</param>
    /// <param name="cancellation">Stops it; what is done from the first on is kept.</param>
    public (ImmutableArray<TResult> Found, bool Whole) EachApart<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<TItem, string> title, Func<TItem, int, TResult> compute, CancellationToken cancellation) where TResult : class
    {
        var apart = items.Count < Options.Threads * Options.Threads ? items.Count / Options.Threads * Options.Threads : items.Count;
        var (first, whole) = EachApart([.. items.Take(apart)], title, item => compute(item, 1), cancellation);
        if (!whole || apart == items.Count)
            return (first, whole);
        var (rest, all) = Each([.. items.Skip(apart)], title, item => compute(item, Options.Threads), cancellation);
        return ([.. first, .. rest], all);
    }

    /// <summary>
    /// Computes items that share nothing, as many at once as there are threads, begun in their order; what is found does not depend on how many. A computation
    /// only reads what the plan has learnt, and solves with policies of its own, each on one thread. Cancelled, it keeps what is done from the first on.
    /// </summary>
    /// <returns>What was computed, and whether it is all.</returns>
    /// <exception cref="Exception">The first failure, by number.</exception>
    public (ImmutableArray<TResult> Found, bool Whole) EachApart<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<TItem, string> title, Func<TItem, TResult> compute, CancellationToken cancellation) where TResult : class
    {
        var found = new TResult?[items.Count];
        var failures = new ExceptionDispatchInfo?[items.Count];
        var (next, reporting) = (-1, new Lock());
        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < items.Count && !cancellation.IsCancellationRequested; i = Interlocked.Increment(ref next))
                try
                {
                    lock (reporting)
                        Report($"{title(items[i])} ({i + 1} of {items.Count})");
                    found[i] = compute(items[i]);
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception e)
                {
                    failures[i] = ExceptionDispatchInfo.Capture(e);
                }
        }
        var others = Enumerable.Range(1, Math.Max(0, Math.Min(Options.Threads, items.Count) - 1)).Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Work();
        // What is under way ends by itself where it is cancelled; nothing may outlive this call.
        Task.WaitAll(others, CancellationToken.None);
        failures.OfType<ExceptionDispatchInfo>().FirstOrDefault()?.Throw();
        ImmutableArray<TResult> whole = [.. found.TakeWhile(f => f is not null).OfType<TResult>()];
        return (whole, whole.Length == items.Count);
    }

    /// <summary>
    /// Takes items that share nothing step by step, as many at once as there are threads, next the one that is least far: all end at about the same time, however long each
    /// is. What is found does not depend on how many threads there are.
    /// </summary>
    /// <param name="items">Items.</param>
    /// <param name="title">What is being done, in words.</param>
    /// <param name="step">Takes one step; false where it was the last.</param>
    /// <param name="cancellation">Stops it; an item that is done stays done.</param>
    /// <returns>Whether all are done.</returns>
    /// <exception cref="Exception">A failure.</exception>
    public bool InTurns<TItem>(IReadOnlyList<TItem> items, Func<TItem, string> title, Func<TItem, bool> step, CancellationToken cancellation)
    {
        var (waiting, gate) = (new PriorityQueue<int, (int Steps, int Item)>(items.Select((_, i) => (i, (0, i)))), new object());
        var (busy, done) = (0, 0);
        ExceptionDispatchInfo? failure = null;
        void Work()
        {
            for (var steps = 0; ;)
            {
                int item;
                lock (gate)
                {
                    while (waiting.Count == 0 && busy > 0 && failure is null)
                        Monitor.Wait(gate);
                    if (failure is not null || cancellation.IsCancellationRequested || !waiting.TryDequeue(out item, out var at))
                        break;
                    (busy, steps) = (busy + 1, at.Steps);
                    Report($"{title(items[item])} ({done + 1} of {items.Count})");
                }
                var more = false;
                try
                {
                    more = step(items[item]);
                    if (!more)
                        Interlocked.Increment(ref done);
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
                lock (gate)
                {
                    busy--;
                    if (more)
                        waiting.Enqueue(item, (steps + 1, item));
                    Monitor.PulseAll(gate);
                }
            }
            lock (gate)
                Monitor.PulseAll(gate);
        }
        var others = Enumerable.Range(1, Math.Max(0, Math.Min(Options.Threads, items.Count) - 1)).Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Work();
        Task.WaitAll(others, CancellationToken.None);
        failure?.Throw();
        return done == items.Count;
    }
}
