using System.Diagnostics;

namespace Sluice.Optimization;

/// <summary>Watches a decomposition and lets an equivalent start beside it once it is foreseen to take longer than that.</summary>
/// <param name="limit">Time that the equivalent foreseeably takes, s.</param>
/// <param name="threads">All threads, ≥ 2; the equivalent takes one of them.</param>
internal sealed class Watch(double limit, int threads)
{
    // A round that has not ended by this share of the limit says enough.
    private const double Silence = 0.3;

    // First rounds foresee too much: up to this share of the limit nothing is believed; then this share of what they foresee, where it is this much above the limit.
    private const double Grace = 0.2, Usually = 0.5, Surely = 1.1;

    private readonly long start = Stopwatch.GetTimestamp();
    private readonly TimeSpan used = Environment.CpuUsage.TotalTime;
    private readonly TaskCompletionSource late = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool heard;

    /// <summary>Threads for the decomposition.</summary>
    internal int Threads => late.Task.IsCompleted ? threads - 1 : threads;

    /// <summary>To be called after every round with the seconds that the others are foreseen to take; returns the threads to go on with.</summary>
    internal int Foresee(double secondsLeft)
    {
        heard = true;
        // Where others crowd this process off the processors, the equivalent would take longer as well.
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var share = Math.Min(1, (Environment.CpuUsage.TotalTime - used).TotalSeconds / Math.Max(1e-3, elapsed));
        if (share * elapsed > Grace * limit && share * (elapsed + Usually * secondsLeft) > Surely * limit) Start();
        return Threads;
    }

    /// <summary>Lets the equivalent start.</summary>
    internal void Start() => late.TrySetResult();

    /// <summary>Waits until the equivalent should start; false when it never should.</summary>
    internal bool Await(CancellationToken cancellation)
    {
        try
        {
            if (late.Task.Wait((int)(1000 * Math.Min(Silence * limit, 600)), cancellation)) return true;
            if (!heard) Start();
            late.Task.Wait(cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
