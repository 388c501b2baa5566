using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.News;

/// <summary>
/// The wait in the knowledge of where a driver will stand at its end: for each level the wait's own nodes, those that can still lead there, with
/// transition probabilities conditioned on it (Doob's h-transform: P(i, j) · h(j) / h(i), h the chance of the level), and the plan's later stages.
/// </summary>
/// <remarks>
/// One root with a copy per level, weighted by its chance, falls apart into its copies where the root takes the expectation: nothing is decided
/// before the news. Each copy is therefore a programme of its own here, and their values are added up with the chances.
/// </remarks>
sealed class NewsWorlds
{
    readonly PolicyGraph plan;
    readonly int end;

    NewsWorlds(PolicyGraph plan, int end) => (this.plan, this.end) = (plan, end);

    /// <summary>One level: its chance, and the first stages in the knowledge of it, which leave the state that enters the shared stage after them.</summary>
    /// <param name="Level">Index in the driver's ladder.</param>
    /// <param name="Chance">Chance of standing there at the end of the wait.</param>
    /// <param name="Early">Stages of the wait, the last leading to all nodes of the stage after it.</param>
    public sealed record Copy(int Level, double Chance, ImmutableArray<Stage> Early);

    /// <summary>The copies of every level that a driver can stand at when the wait ends, or at the start of the last period where the wait is as long as the horizon.</summary>
    public static ImmutableArray<Copy> Of(BuyerTerms terms, PolicyGraph plan, int driver)
    {
        var end = Math.Min(terms.Waits, terms.Stages - 1);
        if (end == 0)
            return [];
        var levels = terms.Chain.Alive[end].Select(s => terms.Chain.States[s].Levels[driver]).ToArray();
        var worlds = new NewsWorlds(plan, end);
        return [.. levels.Distinct().Order().Select(level => worlds.CopyOf(level, [.. levels.Select(l => l == level ? 1.0 : 0.0)])).OfType<Copy>()];
    }

    Copy? CopyOf(int level, double[] reached)
    {
        var chances = new double[end + 1][];
        chances[end] = reached;
        for (var t = end - 1; t >= 0; t--)
        {
            var (rows, after) = (plan.Stages[t].Transitions, chances[t + 1]);
            chances[t] = [.. rows.Select(row => row.Select((p, to) => p * after[to]).Sum())];
        }
        if (chances[0][0] <= 0)
            return null;
        var early = ImmutableArray.CreateBuilder<Stage>(end);
        for (var t = 0; t < end; t++)
        {
            int[] to = t + 1 == end ? [.. Enumerable.Range(0, plan.Stages[end].Nodes.Length)] : Possible(chances[t + 1]);
            var nodes = Possible(chances[t]);
            early.Add(plan.Stages[t] with
            {
                Nodes = [.. nodes.Select(n => plan.Stages[t].Nodes[n])],
                Transitions = [.. nodes.Select(n => Conditioned(plan.Stages[t].Transitions[n], chances[t + 1], to))],
            });
        }
        return new Copy(level, chances[0][0], early.ToImmutable());
    }

    static int[] Possible(double[] chances) => [.. Enumerable.Range(0, chances.Length).Where(n => chances[n] > 0)];

    static double[] Conditioned(double[] row, double[] after, int[] to)
    {
        double[] weights = [.. to.Select(m => row[m] * after[m])];
        var sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }
}
