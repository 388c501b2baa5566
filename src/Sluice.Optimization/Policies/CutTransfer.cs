namespace Sluice.Optimization;

/// <summary>Gives the last early stage of a branch what the parent knows about the stage after it.</summary>
/// <remarks>
/// At each of the parent's trial points the best supports of the shared stage form one cut for every new node, with its own transition row: valid whatever
/// the new nodes' number and chances, and at least as high there as the parent's cuts unless supports have left the ring since.
/// </remarks>
internal static class CutTransfer
{
    internal static void Run(StageSolver from, StageSolver to, StageSolver shared, WorkerPool pool)
    {
        var points = from.Leaving!;
        if (points.Kept == 0 || shared.Nodes.Any(node => node.Supports.Count == 0)) return;
        for (var slot = 0; slot < points.Kept; slot++)
        {
            var at = slot;
            pool.Run(shared.Nodes.Length, (n, room) => shared.Nodes[n].Supports.Best(points[at], shared.Function(n), room), CancellationToken.None);
            to.Leaving!.Add(points[at]);
            pool.Run(to.Nodes.Length, (n, room) => to.AddCut(n, shared, room), CancellationToken.None);
        }
    }
}
