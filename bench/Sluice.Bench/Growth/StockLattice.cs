using System.Collections.Immutable;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>
/// A lattice of any size: four goods are bought at a price that moves among levels as a Markov chain, arrive a stage later, share one store, and meet a demand that rises
/// with the level; one joint capacity, four state variables, no noise but the chain's.
/// </summary>
internal static class StockLattice
{
    private const int Goods = 4;
    private const double Store = 60, MostOrdered = 12, Holding = 0.1, Lost = 9, Stay = 0.6;

    public static PolicyGraph Build(int states, int stages)
    {
        var all = new Stage[stages];
        for (var t = 0; t < stages; t++)
        {
            int[] levels = t == 0 ? [states / 2] : [.. Enumerable.Range(0, states)];
            ImmutableArray<StageNode> nodes = [.. levels.Select(level => new StageNode(Node(level / Math.Max(1.0, states - 1), t), 0))];
            all[t] = t == stages - 1 ? new Stage(nodes) : new Stage(nodes, [.. levels.Select(level => Row(level, states))]);
        }
        return new PolicyGraph([.. all], [.. Enumerable.Repeat(5.0, Goods)]);
    }

    // From a level to any other, the nearer the likelier.
    private static double[] Row(int from, int states)
    {
        var row = new double[states];
        if (states == 1) return [1];
        for (var to = 0; to < states; to++)
            if (to != from) row[to] = Math.Pow(0.5, 8.0 * Math.Abs(to - from) / states);
        var others = row.Sum();
        for (var to = 0; to < states; to++) row[to] *= (1 - Stay) / others;
        row[from] = Stay;
        return row;
    }

    private static Subproblem Node(double level, int t)
    {
        var node = new Subproblem(Goods, Goods);
        var room = node.AddRow(double.NegativeInfinity, Store);
        for (var g = 0; g < Goods; g++)
        {
            var ordered = node.AddColumn(2 + g * 0.5 + 3 * level, 0, MostOrdered);
            var kept = node.AddColumn(Holding, 0, Store);
            var missed = node.AddColumn(Lost, 0, double.PositiveInfinity);
            var stock = node.AddRow(0, 0);
            // what leaves = what entered + ordered − demand + missed
            node.Set(stock, kept, 1);
            node.Set(stock, ordered, -1);
            node.Set(stock, missed, -1);
            node.SetIncoming(stock, g, -1);
            var demand = 3 + g + 4 * level * (1 + Math.Sin(t + g));
            node.SetRowBounds(stock, -demand, -demand);
            var cover = node.AddRow(demand, double.PositiveInfinity);
            // only what entered can be sold: orders arrive a stage later
            node.Set(cover, missed, 1);
            node.SetIncoming(cover, g, 1);
            node.Set(room, kept, 1);
            node.SetOutgoing(g, kept);
        }
        return node;
    }
}
