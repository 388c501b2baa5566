using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Optimization;

namespace Sluice.Planning.Buyer;

/// <summary>
/// What the plan does over the next span if a driver has moved by the end of the wait while all others stand where they stood, beside what
/// it does if nothing moved. Two gates of the same side that stop the same orders hide each other, so pairs of those are looked at too.
/// </summary>
sealed class NextMoves(BuyerTerms terms, Programme programme, Sddp policy, ulong seed)
{
    const double LeastChance = 0.005;
    const int Paths = 80;

    ImmutableArray<int> RootLevels => terms.Chain.States[terms.Chain.Root].Levels;

    public ImmutableArray<NextPlan> All(CancellationToken cancellation)
    {
        if (terms.Waits >= terms.Stages || Node(terms.Waits, RootLevels) is not { } unmoved)
            return [];
        var otherwise = Orders(unmoved, cancellation);
        var moves = Moves().Where(m => ChanceOf(m) >= LeastChance).ToList();
        var plans = moves.Select(m => PlanOf([m], otherwise, cancellation)).ToList();
        var silent = moves.Where((_, i) => plans[i] is { Orders.IsEmpty: true }).ToList();
        for (var i = 0; i < silent.Count; i++)
            for (var j = i + 1; j < silent.Count; j++)
                if (silent[i].Driver != silent[j].Driver && ChanceOf(silent[i], silent[j]) >= LeastChance)
                    plans.Add(PlanOf([silent[i], silent[j]], otherwise, cancellation));
        return [.. plans.OfType<NextPlan>().Where(p => !p.Orders.IsEmpty).OrderByDescending(p => p.Chance)];
    }

    IEnumerable<(int Driver, int Level)> Moves() =>
        from d in Enumerable.Range(0, terms.Chain.Drivers.Length)
        from level in Enumerable.Range(0, terms.Chain.Drivers[d].Levels.Length)
        where level != RootLevels[d]
        select (d, level);

    double ChanceOf(params ReadOnlySpan<(int Driver, int Level)> moves)
    {
        var chance = 0.0;
        for (var i = 0; i < terms.Chain.Alive[terms.Waits].Length; i++)
        {
            var levels = terms.Chain.States[terms.Chain.Alive[terms.Waits][i]].Levels;
            var all = true;
            foreach (var (driver, level) in moves)
                all &= levels[driver] == level;
            if (all)
                chance += terms.Chain.Probability[terms.Waits][i];
        }
        return chance;
    }

    NextPlan? PlanOf(ImmutableArray<(int Driver, int Level)> moves, Dictionary<string, double> otherwise, CancellationToken cancellation)
    {
        var levels = moves.Aggregate(RootLevels, (l, m) => l.SetItem(m.Driver, m.Level));
        if (Node(terms.Waits, levels) is not { } node)
            return null;
        var orders = Orders(node, cancellation);
        var largest = terms.World.Market.Offers.Select(o => Math.Max(orders[o.Id], otherwise[o.Id])).Max();
        var different = terms.World.Market.Offers.Where(o => Math.Abs(orders[o.Id] - otherwise[o.Id]) > Math.Max(0.5, 0.02 * largest))
            .OrderByDescending(o => Math.Abs(orders[o.Id] - otherwise[o.Id]));
        var names = moves.Select(m => (Driver: terms.Chain.Drivers[m.Driver].Id, Level: terms.Chain.Drivers[m.Driver].Levels[m.Level].Id)).ToList();
        return new NextPlan(string.Join(" + ", names.Select(n => n.Driver)), string.Join(" + ", names.Select(n => n.Level)), ChanceOf([.. moves]),
            [.. different.Select(o => (o.Id, orders[o.Id] * Programme.UnitScale, otherwise[o.Id] * Programme.UnitScale))]);
    }

    /// <summary>The likeliest node of a stage with these levels; flags are free.</summary>
    int? Node(int stage, ImmutableArray<int> levels)
    {
        int? best = null;
        for (var i = 0; i < terms.Chain.Alive[stage].Length; i++)
            if (terms.Chain.States[terms.Chain.Alive[stage][i]].Levels.SequenceEqual(levels)
                && (best is null || terms.Chain.Probability[stage][i] > terms.Chain.Probability[stage][best.Value]))
                best = i;
        return best;
    }

    /// <summary>Orders over the span after the wait, thousands: paths stand still during the wait, then are at the node, then go on by chance.</summary>
    Dictionary<string, double> Orders(int node, CancellationToken cancellation)
    {
        var from = terms.Waits;
        var until = terms.Periods[from].StartMonth + terms.World.Header.Wait;
        var to = Math.Max(from + 1, terms.Periods.Count(p => p.StartMonth < until - 1e-9));
        var tally = new WaitTally(terms, new LegendIndex(programme.Legends), from, to);
        policy.Simulate(Paths, seed, (in SimulationStep step) => tally.Add(step), new SimulationOptions { Transitions = Forced(node) }, cancellation);
        return terms.World.Market.Offers.ToDictionary(o => o.Id, o => o is Rental ? tally.Mean(o.Id).RentLevel : tally.Mean(o.Id).Quantity);
    }

    ImmutableArray<double[][]> Forced(int node)
    {
        var rows = programme.Graph.Stages[..^1].Select(s => s.Transitions.ToArray()).ToArray();
        var at = 0;
        for (var t = 0; t < terms.Waits; t++)
        {
            var next = t + 1 == terms.Waits ? node : Node(t + 1, RootLevels) ?? 0;
            rows[t] = [.. rows[t]];
            rows[t][at] = new double[rows[t][at].Length];
            rows[t][at][next] = 1;
            at = next;
        }
        return [.. rows];
    }
}
