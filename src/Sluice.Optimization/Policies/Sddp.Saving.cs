namespace Sluice.Optimization;

public sealed partial class Sddp
{
    /// <summary>Writes what was learnt: trial points, cuts and recent supports, as JSON of the schema <c>sluice-policy-1</c>. The graph itself is not written.</summary>
    /// <param name="target">Where to; stays open.</param>
    public void Save(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var bound = LowerBound;
        PolicyWriter.Write(target, Graph, stages, Passes, bound);
    }

    /// <summary>A policy that goes on from a saved one.</summary>
    /// <remarks>Further passes walk paths of their own: they differ from those of the saved policy had it gone on.</remarks>
    /// <param name="graph">The graph of the saved policy, or one of the same shape whose data have changed since.</param>
    /// <param name="source">The text; read to its end, stays open.</param>
    /// <param name="options">How to train; default options when null.</param>
    /// <param name="whenDataDiffer">
    /// How to solve the saved points again if the graph's data are not those of the saved policy, whose cuts are then no bounds. Null (default): that is refused.
    /// </param>
    /// <param name="cancellation">Stops solving points again.</param>
    /// <exception cref="PolicyFileException">It is no saved policy, or one of a graph of another shape; or the data differ and that was not allowed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Sddp Load(
        PolicyGraph graph, Stream source, SddpOptions? options = null, RefreshOptions? whenDataDiffer = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(source);
        whenDataDiffer?.Check();
        using var saved = SavedPolicy.Read(source, graph);
        if (saved.Fingerprint != GraphFingerprint.Of(graph))
        {
            if (whenDataDiffer is null)
                throw new PolicyFileException("The graph's data differ from those of the saved policy, whose cuts are then no bounds; pass RefreshOptions to solve its points again.");
            IReadOnlyList<double[]>[] points = [.. saved.Points().Select(all => all.TakeLast(whenDataDiffer.Points).ToList())];
            return Relearnt(graph, options, points, (ulong)saved.Passes, cancellation);
        }
        var policy = new Sddp(graph, options, StreamsApart * (1 + (ulong)saved.Passes));
        try
        {
            saved.Restore(policy.stages);
            (policy.Passes, policy.lowerBound) = (saved.Passes, saved.LowerBound);
            return policy;
        }
        catch
        {
            policy.Dispose();
            throw;
        }
    }
}
