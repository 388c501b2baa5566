using System.Collections.Immutable;

namespace Sluice.Optimization.Tests;

/// <summary>A small random problem whose every stage buys, stores and serves; what is random and whether shortage is allowed is chosen.</summary>
internal static class RandomProblem
{
    internal enum Noise { RightHandSides, Costs, Everything }

    /// <summary>Two stages or more; noise in several independent sources. Without shortage some first decisions cannot be met later.</summary>
    internal static StochasticProblem Make(int seed, int stages, Noise noise, bool shortage, int products = 2, int values = 3)
    {
        var random = new Random(seed);
        var nodes = new List<ProblemNode>();
        for (var t = 0; t < stages; t++)
        {
            var last = t == stages - 1;
            var stage = new Subproblem(t == 0 ? 0 : products, last ? 0 : products);
            var sources = new List<ImmutableArray<Outcome>>();
            for (var p = 0; p < products; p++)
            {
                var buy = stage.AddColumn(1 + 3 * random.NextDouble(), 0, 4);
                var store = stage.AddColumn(0.1, 0, 20);
                var balance = stage.AddRow(0, 0);
                stage.Set(balance, buy, 1);
                stage.Set(balance, store, -1);
                if (!last) stage.SetOutgoing(p, store);
                if (t == 0) continue;
                stage.SetIncoming(balance, p, 1);
                var serve = stage.AddColumn(0, 0, double.PositiveInfinity);
                stage.Set(balance, serve, -1);
                var demand = stage.AddRow(5, double.PositiveInfinity);
                stage.Set(demand, serve, 1);
                var miss = stage.AddColumn(8, 0, shortage ? double.PositiveInfinity : 0.5);
                stage.Set(demand, miss, 1);
                sources.Add([.. Enumerable.Range(0, values).Select(_ => new Outcome(1.0 / values, Changes(random, noise, stage, buy, balance, demand, serve, p)))]);
            }
            // A common limit keeps the products from falling apart.
            var limit = stage.AddRow(double.NegativeInfinity, 6);
            for (var j = 0; j < stage.Columns; j += t == 0 ? 2 : 4) stage.Set(limit, j, 1);
            nodes.Add(new ProblemNode($"t{t}", stage, [.. sources], last ? [] : [new Successor(t + 1, 1)]));
        }
        return new StochasticProblem($"random {seed}", Sense.Minimise, [], [new Successor(0, 1)], [.. nodes]);
    }

    private static ImmutableArray<Change> Changes(Random random, Noise noise, Subproblem stage, int buy, int balance, int demand, int serve, int product)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        if (noise != Noise.Costs) changes.Add(Change.RowBounds(demand, 6 * random.NextDouble(), double.PositiveInfinity));
        if (noise != Noise.RightHandSides) changes.Add(Change.ColumnCost(buy, 1 + 4 * random.NextDouble()));
        if (noise != Noise.Everything) return changes.ToImmutable();
        changes.Add(Change.IncomingCoefficient(balance, product, 0.5 + 0.5 * random.NextDouble()));
        changes.Add(Change.MatrixCoefficient(demand, serve, 0.8 + 0.4 * random.NextDouble()));
        changes.Add(Change.ColumnBounds(buy, 0, 3 + 2 * random.NextDouble()));
        return changes.ToImmutable();
    }
}
