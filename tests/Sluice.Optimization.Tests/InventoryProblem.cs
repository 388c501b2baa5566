using System.Collections.Immutable;

namespace Sluice.Optimization.Tests;

/// <summary>
/// A random inventory with an order that arrives a stage later, rush purchases and disposal, on a Markov lattice with noise in demand, cost, order limit and arrival.
/// Every constraint is a bound on a difference of two variables, so with whole data some optimum is whole: a recursion over whole states gives its exact value.
/// </summary>
internal sealed class InventoryProblem
{
    private const int Room = 5;
    private const int MostOrdered = 3;
    private const int MostRushed = 12;

    private readonly Node[][] nodes;
    private readonly double[][][] chances;
    private readonly int[] start;

    public InventoryProblem(int seed, int stages = 4)
    {
        var random = new Random(seed);
        nodes = [.. Enumerable.Range(0, stages).Select(t => Enumerable.Range(0, t == 0 ? 1 : random.Next(1, 4)).Select(_ => Node.Random(random)).ToArray())];
        chances = [.. Enumerable.Range(0, stages - 1).Select(t => nodes[t].Select(_ => Shares(random, nodes[t + 1].Length)).ToArray())];
        start = [random.Next(Room + 1), random.Next(MostOrdered + 1)];
    }

    public PolicyGraph Graph() => new([.. Enumerable.Range(0, nodes.Length).Select(StageAt)], [start[0], start[1]]);

    /// <summary>The same under a measure of risk for each stage but the last.</summary>
    public PolicyGraph Graph(Func<int, RiskMeasure> risk) =>
        new([.. Enumerable.Range(0, nodes.Length).Select(t => StageAt(t) with { Risk = risk(t) })], [start[0], start[1]]);

    public Stage StageAt(int t) => StageAt(t, node => node);

    /// <summary>The stage with its nodes changed, such as pinned.</summary>
    public Stage StageAt(int t, Func<Node, Node> change)
    {
        ImmutableArray<StageNode> all = [.. nodes[t].Select(node => change(node).Build())];
        return t == nodes.Length - 1 ? new Stage(all) : new Stage(all, chances[t]);
    }

    /// <summary>Exact optimal cost by backward recursion over whole stock and order.</summary>
    public double Recursion()
    {
        double[,]? next = null;
        double[][,]? values = null;
        for (var t = nodes.Length - 1; t >= 0; t--)
        {
            var here = new double[nodes[t].Length][,];
            for (var n = 0; n < nodes[t].Length; n++)
            {
                next = values is null ? null : Mean(values, chances[t][n]);
                here[n] = nodes[t][n].Values(next);
            }
            values = here;
        }
        return values![0][start[0], start[1]];
    }

    private static double[,] Mean(double[][,] values, double[] chances)
    {
        var mean = new double[Room + 1, MostOrdered + 1];
        for (var n = 0; n < chances.Length; n++)
            for (var stock = 0; stock <= Room; stock++)
                for (var due = 0; due <= MostOrdered; due++)
                    mean[stock, due] += chances[n] * values[n][stock, due];
        return mean;
    }

    private static double[] Shares(Random random, int count)
    {
        var weights = Enumerable.Range(0, count).Select(_ => (double)random.Next(0, 4)).ToArray();
        if (weights.Sum() == 0) weights[random.Next(count)] = 1;
        return [.. weights.Select(weight => weight / weights.Sum())];
    }

    internal sealed record Noise(double Chance, int Demand, int OrderCost, int OrderLimit, int Arrives);

    internal sealed record Node(int OrderCost, int RushCost, int DisposalCost, int HoldingCost, int DueCost, int OrderLimit, Noise[] Noises)
    {
        public static Node Random(Random random)
        {
            var limit = random.Next(MostOrdered + 1);
            var order = random.Next(1, 7);
            var shares = Shares(random, random.Next(1, 4));
            var noises = shares.Select(share => new Noise(
                share, random.Next(0, 6), random.Next(2) == 0 ? order : random.Next(1, 9), random.Next(2) == 0 ? limit : random.Next(MostOrdered + 1), random.Next(4) == 0 ? 0 : 1));
            return new Node(order, random.Next(3, 12), random.Next(0, 3), random.Next(-1, 4), random.Next(0, 4), limit, [.. noises]);
        }

        // Columns: stock left, ordered, rushed, disposed. Row: left − rushed + disposed = stock + arriving − demand.
        public StageNode Build()
        {
            var node = new Subproblem(2, 2);
            var left = node.AddColumn(HoldingCost, 0, Room);
            var ordered = node.AddColumn(OrderCost, 0, OrderLimit);
            var rushed = node.AddColumn(RushCost, 0, MostRushed);
            var disposed = node.AddColumn(DisposalCost, 0, double.PositiveInfinity);
            var balance = node.AddRow(0, 0);
            node.Set(balance, left, 1);
            node.Set(balance, rushed, -1);
            node.Set(balance, disposed, 1);
            node.SetIncoming(balance, 0, -1);
            node.SetIncoming(balance, 1, -1);
            node.SetIncomingCost(1, DueCost);
            node.SetOutgoing(0, left);
            node.SetOutgoing(1, ordered);
            return new StageNode(node, [.. Noises.Select(Changes)], -1000);

            Outcome Changes(Noise noise)
            {
                var changes = new List<Change> { Change.RowBounds(balance, -noise.Demand, -noise.Demand) };
                if (noise.OrderCost != OrderCost) changes.Add(Change.ColumnCost(ordered, noise.OrderCost));
                if (noise.OrderLimit != OrderLimit) changes.Add(Change.ColumnBounds(ordered, 0, noise.OrderLimit));
                if (noise.Arrives == 0) changes.Add(Change.IncomingCoefficient(balance, 1, 0));
                return new Outcome(noise.Chance, [.. changes]);
            }
        }

        public double[,] Values(double[,]? next)
        {
            var values = new double[Room + 1, MostOrdered + 1];
            for (var stock = 0; stock <= Room; stock++)
                for (var due = 0; due <= MostOrdered; due++)
                    values[stock, due] = DueCost * due + Noises.Sum(noise => noise.Chance * Best(noise, stock, due, next));
            return values;
        }

        private double Best(Noise noise, int stock, int due, double[,]? next)
        {
            var best = double.PositiveInfinity;
            for (var rushed = 0; rushed <= MostRushed; rushed++)
                for (var left = 0; left <= Room; left++)
                {
                    var disposed = stock + noise.Arrives * due + rushed - noise.Demand - left;
                    if (disposed < 0) continue;
                    for (var ordered = 0; ordered <= noise.OrderLimit; ordered++)
                        best = Math.Min(best, RushCost * rushed + HoldingCost * left + DisposalCost * disposed + noise.OrderCost * ordered + (next?[left, ordered] ?? 0));
                }
            return best;
        }
    }
}
