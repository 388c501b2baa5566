namespace Sluice.Optimization;

/// <summary>Gives the last early stage of a branch what the parent knows about the stage after it.</summary>
/// <remarks>
/// At each of the parent's trial points the best supports of the shared stage form one cut for every new node, with its own transition row: valid whatever
/// the new nodes' number and chances, and at least as high there as the parent's cuts unless supports have left the ring since.
/// </remarks>
internal static class CutTransfer
{
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal static void Run(StageSolver from, StageSolver to, StageSolver shared, WorkerPool pool, CancellationToken cancellation)
    {
        var points = from.Leaving!;
        if (points.Kept == 0 || !shared.Nodes.All(node => node.HasSupports)) return;
        for (var slot = 0; slot < points.Kept; slot++)
        {
            var at = slot;
            var whole = pool.Run(shared.Nodes.Length, (n, room) => shared.Nodes[n].Best(points[at], shared.FunctionsOf(n), room), cancellation);
            to.Leaving!.Add(points[at]);
            if (!whole || !pool.Run(to.Nodes.Length, (n, room) => to.AddCut(n, shared, points[at], room), cancellation)) throw new OperationCanceledException(cancellation);
        }
    }
}
