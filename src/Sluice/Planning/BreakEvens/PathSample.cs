using System.Collections.Immutable;
using Sluice.Optimization;

namespace Sluice.Planning.BreakEvens;

/// <summary>A sequence of nodes and outcomes from the root on, with its weight.</summary>
/// <param name="Weight">Probability, or share of the sample; they sum to 1.</param>
/// <param name="Nodes">[stage] node.</param>
/// <param name="Outcomes">[stage] outcome.</param>
sealed record SampledPath(double Weight, ImmutableArray<int> Nodes, ImmutableArray<int> Outcomes);

/// <summary>Sequences of a graph: all of them where they are few, else draws. The same seed gives the same uniform numbers for any chances.</summary>
static class PathSample
{
    /// <summary>Sequences over the first stages.</summary>
    /// <param name="graph">Graph.</param>
    /// <param name="stages">Stages.</param>
    /// <param name="paths">Draws, where there are more sequences than <paramref name="fewest"/>.</param>
    /// <param name="fewest">Most sequences that are all listed.</param>
    /// <param name="seed">Seed.</param>
    public static ImmutableArray<SampledPath> Of(PolicyGraph graph, int stages, int paths, int fewest, ulong seed) =>
        All(graph, stages, fewest) ?? Drawn(graph, stages, paths, seed);

    /// <summary>All sequences; null where there are more than <paramref name="fewest"/>.</summary>
    public static ImmutableArray<SampledPath>? All(PolicyGraph graph, int stages, int fewest)
    {
        List<SampledPath> found = [new(1, [], [])];
        for (var t = 0; t < stages; t++)
        {
            var next = new List<SampledPath>();
            foreach (var path in found)
                for (var n = 0; n < graph.Stages[t].Nodes.Length; n++)
                {
                    var chance = t == 0 ? 1 : graph.Stages[t - 1].Transitions[path.Nodes[^1]][n];
                    var outcomes = graph.Stages[t].Nodes[n].Outcomes;
                    for (var w = 0; chance > 0 && w < outcomes.Length; w++)
                        if (outcomes[w].Probability > 0)
                            next.Add(new SampledPath(path.Weight * chance * outcomes[w].Probability, path.Nodes.Add(n), path.Outcomes.Add(w)));
                    if (next.Count > fewest)
                        return null;
                }
            found = next;
        }
        return [.. found];
    }

    /// <summary>So many draws.</summary>
    public static ImmutableArray<SampledPath> Drawn(PolicyGraph graph, int stages, int paths, ulong seed)
    {
        var drawn = ImmutableArray.CreateBuilder<SampledPath>(paths);
        // Not for secrets: the generator's sequence under a seed is what makes runs repeatable.
#pragma warning disable CA5394
        var random = new Random(unchecked((int)(seed * 0x9E3779B1)));
        for (var p = 0; p < paths; p++)
        {
            var (nodes, outcomes) = (ImmutableArray.CreateBuilder<int>(stages), ImmutableArray.CreateBuilder<int>(stages));
            for (var t = 0; t < stages; t++)
            {
                var (first, second) = (random.NextDouble(), random.NextDouble());
                nodes.Add(t == 0 ? 0 : Draw(graph.Stages[t - 1].Transitions[nodes[^1]], first));
                outcomes.Add(Draw([.. graph.Stages[t].Nodes[nodes[^1]].Outcomes.Select(o => o.Probability)], second));
            }
            drawn.Add(new SampledPath(1.0 / paths, nodes.ToImmutable(), outcomes.ToImmutable()));
        }
#pragma warning restore CA5394
        return drawn.ToImmutable();
    }

    static int Draw(double[] chances, double uniform)
    {
        var last = 0;
        for (var i = 0; i < chances.Length; i++)
        {
            if (chances[i] <= 0)
                continue;
            last = i;
            uniform -= chances[i];
            if (uniform < 0)
                break;
        }
        return last;
    }
}
