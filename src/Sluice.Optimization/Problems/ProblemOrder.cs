using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>Orders the reachable nodes of a problem so that each stands before its successors.</summary>
internal static class ProblemOrder
{
    /// <summary>The order, and for each node the length of the longest path to it (0 where unreachable); both empty when a node can come again.</summary>
    internal static (ImmutableArray<int> Order, int[] Depth) Of(StochasticProblem problem)
    {
        var incoming = new int[problem.Nodes.Length];
        var reached = new bool[problem.Nodes.Length];
        var pending = new Stack<int>();
        Reach(problem.Root);
        while (pending.TryPop(out var node)) Reach(problem.Nodes[node].Successors);
        foreach (var from in problem.Nodes.Index().Where(n => reached[n.Index]))
            foreach (var next in Positive(from.Item.Successors)) incoming[next]++;

        var order = ImmutableArray.CreateBuilder<int>();
        var depth = new int[problem.Nodes.Length];
        var ready = new Queue<int>(Positive(problem.Root).Where(n => incoming[n] == 0).Distinct());
        foreach (var n in ready) depth[n] = 1;
        while (ready.TryDequeue(out var node))
        {
            order.Add(node);
            foreach (var next in Positive(problem.Nodes[node].Successors))
            {
                depth[next] = Math.Max(depth[next], depth[node] + 1);
                if (--incoming[next] == 0) ready.Enqueue(next);
            }
        }
        return order.Count == reached.Count(r => r) ? (order.ToImmutable(), depth) : ([], []);

        void Reach(ImmutableArray<Successor> successors)
        {
            foreach (var next in Positive(successors))
            {
                if (reached[next]) continue;
                reached[next] = true;
                pending.Push(next);
            }
        }
    }

    private static IEnumerable<int> Positive(ImmutableArray<Successor> successors) => successors.Where(next => next.Probability > 0).Select(next => next.Node);
}
