namespace Sluice.Optimization;

public sealed partial class Sddp
{
    // Streams of the policy itself and its branches are counted from 0; those that go on from another begin far beyond.
    private const ulong StreamsApart = 1UL << 32;

    /// <summary>A policy of its own for changed data: nodes, probabilities, costs, bounds, coefficients, noise or measures of risk.</summary>
    /// <remarks>
    /// The most recent trial points are solved again under the new data from the last stage to the first; cuts and supports of this policy are left behind,
    /// since nothing says that they are bounds there. This policy stays as it is.
    /// </remarks>
    /// <param name="changed">A graph with as many stages, and as many states entering and leaving each; its nodes may be others.</param>
    /// <param name="by">How many points; defaults when null.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">The graph has other stages or states; the message says where.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="SubproblemException">A node has no optimal solution under the new data at a point where it had one.</exception>
    public Sddp Refreshed(PolicyGraph changed, RefreshOptions? by = null, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(disposed || family.Disposed, this);
        ArgumentNullException.ThrowIfNull(changed);
        by ??= new RefreshOptions();
        by.Check();
        if (GraphShape.StateDifference(Graph, changed) is { } difference) throw new ArgumentException($"The changed graph has another shape: {difference}.", nameof(changed));
        return Relearnt(changed, options with { Threads = by.Threads ?? options.Threads }, [.. stages.SkipLast(1).Select(stage => stage.Leaving!.Recent(by.Points).ToList())], (ulong)Passes, cancellation, by);
    }

    private static Sddp Relearnt(PolicyGraph graph, SddpOptions? options, IReadOnlyList<double[]>[] points, ulong passes, CancellationToken cancellation, RefreshOptions? by = null)
    {
        var policy = new Sddp(graph, options, StreamsApart * (1 + passes));
        try
        {
            Relearning.Run(policy.stages, points, by ?? new RefreshOptions(), policy.family.Pool, cancellation);
            return policy;
        }
        catch
        {
            policy.Dispose();
            throw;
        }
    }
}
