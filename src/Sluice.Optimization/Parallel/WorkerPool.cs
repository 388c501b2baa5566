namespace Sluice.Optimization;

/// <summary>A few threads that take numbered pieces of work from one counter; the caller works too.</summary>
/// <remarks>
/// Workers spin briefly between jobs, since the next stage follows within microseconds, then sleep.
/// Which thread takes a piece is left to chance: pieces must not depend on each other.
/// </remarks>
internal sealed class WorkerPool : IDisposable
{
    private const int SpinsBeforeSleep = 3000;

    private readonly SemaphoreSlim wake = new(0);
    private readonly Workspace[] workspaces;
    private Job? current;
    private int sleeping;
    private volatile bool stopped;
    private volatile int limit;

    internal WorkerPool(int threads)
    {
        workspaces = [.. Enumerable.Range(0, threads).Select(_ => new Workspace())];
        limit = threads;
        for (var k = 1; k < threads; k++)
        {
            var number = k;
            new Thread(() => Serve(number)) { IsBackground = true, Name = $"Sluice.Optimization {k}" }.Start();
        }
    }

    /// <summary>Room of the calling thread.</summary>
    internal Workspace Own => workspaces[0];

    /// <summary>Goes on with so many threads, the caller's included; the others end.</summary>
    internal void ShrinkTo(int threads) => limit = Math.Clamp(threads, 1, limit);

    /// <summary>Does pieces 0 to count − 1. Returns false when cancelled before all were done.</summary>
    /// <exception cref="Exception">The first failure, by number, of the pieces done.</exception>
    internal bool Run(int count, Action<int, Workspace> piece, CancellationToken cancellation)
    {
        var job = new Job(count, piece, cancellation);
        if (limit > 1 && count > 1)
        {
            Volatile.Write(ref current, job);
            Interlocked.MemoryBarrier();
            var asleep = Volatile.Read(ref sleeping);
            if (asleep > 0) wake.Release(asleep);
        }
        job.Work(Own);
        job.Wait();
        job.ThrowIfFailed();
        return !job.Cancelled;
    }

    public void Dispose()
    {
        stopped = true;
        wake.Release(workspaces.Length);
    }

    private void Serve(int number)
    {
        var room = workspaces[number];
        Job? last = null;
        while (!stopped && number < limit)
        {
            var job = Await(last);
            if (job is null) continue;
            last = job;
            job.Work(room);
        }
    }

    private Job? Await(Job? last)
    {
        for (var spin = 0; spin < SpinsBeforeSleep; spin++)
        {
            if (Volatile.Read(ref current) is { } job && job != last) return job;
            Thread.SpinWait(20);
        }
        Interlocked.Increment(ref sleeping);
        if (Volatile.Read(ref current) == last && !stopped) wake.Wait();
        Interlocked.Decrement(ref sleeping);
        return Volatile.Read(ref current) is { } found && found != last ? found : null;
    }

    private sealed class Job(int count, Action<int, Workspace> piece, CancellationToken cancellation)
    {
        // One for all jobs: a job is made for every stage of every pass, and next to none fails.
        private static readonly Lock Failing = new();

        private int next = -1, finished, failedAt = int.MaxValue;
        private Exception? failure;

        internal bool Cancelled { get; private set; }

        internal void Work(Workspace room)
        {
            room.Cancellation = cancellation;
            for (var k = Interlocked.Increment(ref next); k < count; k = Interlocked.Increment(ref next))
            {
                if (cancellation.IsCancellationRequested) Cancelled = true;
                else Do(k, room);
                Interlocked.Increment(ref finished);
            }
        }

        internal void Wait()
        {
            var spin = new SpinWait();
            while (Volatile.Read(ref finished) < count) spin.SpinOnce(sleep1Threshold: -1);
        }

        internal void ThrowIfFailed()
        {
            if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }

        private void Do(int k, Workspace room)
        {
            try
            {
                piece(k, room);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                Cancelled = true;
            }
            catch (Exception e)
            {
                lock (Failing)
                    if (k < failedAt) (failedAt, failure) = (k, e);
            }
        }
    }
}
