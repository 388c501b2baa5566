using System.Collections.Immutable;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>
/// One buyer of four kinds of part over ten quarters while four drivers move: 32 joint states × 10 stages × 12 state variables.
/// Units in thousands, money in millions; discounted by 2 % a stage.
/// </summary>
internal static class Lattice32
{
    private const int Parts = 4;
    private const double Discount = 0.98;
    private const double Deposit = 0.10;
    private const double Cancellation = 0.15;
    private const double Salvage = 0.45;
    private const double PipelineSalvage = 0.05;
    private const double Unlimited = 1e9;

    private static readonly int[] Lead = [2, 2, 1, 1];
    private static readonly bool[] Foreign = [true, true, false, false];
    private static readonly double[] Price = [13, 18, 13, 9];
    private static readonly double[,] Speed = { { 1.0, 0.25 }, { 2.2, 1.6 }, { 0.9, 0.75 }, { 0.35, 0.22 } };
    private static readonly double[] Supply = [60, 40, 18, 12];
    private static readonly double[] Power = [0.25, 0.35, 0.4, 0.25];
    private static readonly double[] RentPrice = [2.6, 7.5], RentLimit = [25, 12], ShortagePrice = [4.5, 12];
    private static readonly double[] Stock = [90, 0, 15, 8];
    private static readonly double[][] Pipeline = [[30, 30], [0, 0], [10], [5]];

    // Drivers: export of the first part, of the second, the buyer's government (tolerates, discourages, pauses, bars), the domestic line.
    private static readonly double[][] FirstExport = [[0.8, 0.2], [0.1, 0.9]];
    private static readonly double[][] SecondExport = [[0.9, 0.1], [0.1, 0.9]];
    private static readonly double[][] Attitude = [[.7, .3, 0, 0], [.15, .6, .25, 0], [0, .15, .65, .2], [0, 0, .2, .8]];
    private static readonly double[][] DomesticLine = [[.75, .25], [0, 1]];
    private const int JointStates = 32;

    /// <summary>The graph, starting with the first export open, the second shut, a tolerant government at "discourages" and the line unbuilt.</summary>
    public static PolicyGraph Build(int stages = 10)
    {
        var layout = new Layout();
        var root = Code(1, 0, 1, 0);
        var all = new Stage[stages];
        for (var t = 0; t < stages; t++)
        {
            var last = t == stages - 1;
            int[] states = t == 0 ? [root] : [.. Enumerable.Range(0, JointStates)];
            ImmutableArray<StageNode> nodes = [.. states.Select(s => new StageNode(Node(t, stages, s, layout), -1e6))];
            all[t] = last ? new Stage(nodes) : new Stage(nodes, [.. states.Select(Row)]);
        }
        return new PolicyGraph([.. all], layout.Initial());
    }

    /// <summary>
    /// Limits on the slopes of the cost after each stage: a unit less costs at most the dearest service that it gives, in every stage left, and its salvage; a unit
    /// more can be cancelled on its way, and in stock never costs anything.
    /// </summary>
    public static ImmutableArray<StateSlopes> Slopes(int stages = 10)
    {
        var layout = new Layout();
        return [.. Enumerable.Range(0, stages - 1).Select(t =>
        {
            var (rise, fall) = (new double[layout.Count], new double[layout.Count]);
            for (var p = 0; p < Parts; p++)
            {
                var service = Math.Max(Speed[p, 0] * ShortagePrice[0], Speed[p, 1] * ShortagePrice[1]);
                var worth = Enumerable.Range(t + 1, stages - 1 - t).Sum(s => Math.Pow(Discount, s) * service) + Math.Pow(Discount, stages - 1) * Price[p] * Salvage;
                fall[Layout.Stock(p)] = worth;
                for (var l = 0; l < Lead[p]; l++) (fall[layout.Pipeline(p, l)], rise[layout.Pipeline(p, l)]) = (worth, Price[p] * (Cancellation - Deposit));
                if (Foreign[p]) (fall[layout.Held(p)], rise[layout.Held(p)]) = (worth, Price[p] * (Cancellation - Deposit));
            }
            return new StateSlopes([.. rise], [.. fall]);
        })];
    }

    private static int Code(int first, int second, int attitude, int line) => ((first * 2 + second) * 4 + attitude) * 2 + line;

    private static (int First, int Second, int Attitude, int Line) Levels(int s) => (s / 16, s / 8 % 2, s / 2 % 4, s % 2);

    private static double[] Row(int s)
    {
        var from = Levels(s);
        return [.. Enumerable.Range(0, JointStates).Select(Levels).Select(to =>
            FirstExport[from.First][to.First] * SecondExport[from.Second][to.Second] * Attitude[from.Attitude][to.Attitude] * DomesticLine[from.Line][to.Line])];
    }

    private static Subproblem Node(int t, int stages, int s, Layout layout)
    {
        var level = Levels(s);
        var discount = Math.Pow(Discount, t);
        var node = new Subproblem(layout.Count, layout.Count);
        for (var i = 0; i < layout.Count; i++) node.SetOutgoing(i, node.AddColumn(0, 0, Unlimited));
        for (var p = 0; p < Parts; p++)
        {
            var cap = Supply[p];
            var (delivers, friction) = (true, 0.0);
            if (p == 0 && level.First == 0 || p == 1 && level.Second == 0) (cap, delivers) = (0, false);
            if (Foreign[p])
            {
                if (level.Attitude == 1) friction = 1;
                if (level.Attitude >= 2) cap = 0;
                if (level.Attitude == 3) delivers = false;
            }
            else cap = Supply[p] * (level.Line == 1 ? 2.5 : 1.0 + 0.03 * t);
            var order = node.AddColumn(discount * (Price[p] * Deposit + friction), 0, cap);
            var receive = node.AddColumn(discount * Price[p] * (1 - Deposit), 0, delivers ? Unlimited : 0);
            Flow(node, layout, p, order, receive, discount);
        }
        Service(node, t, layout, discount);
        if (t == stages - 1) Leftovers(node, layout, discount);
        return node;
    }

    // Arrivals are received, held (foreign parts) or cancelled; the rest of the pipeline moves up.
    private static void Flow(Subproblem node, Layout layout, int p, int order, int receive, double discount)
    {
        var arrival = node.AddRow(0, 0);
        node.Set(arrival, receive, 1);
        node.SetIncoming(arrival, layout.Pipeline(p, 0), -1);
        for (var l = 0; l < Lead[p]; l++)
        {
            var cancel = node.AddColumn(discount * Price[p] * (Cancellation - Deposit), 0, Unlimited);
            if (l == 0)
            {
                node.Set(arrival, cancel, 1);
                continue;
            }
            var move = node.AddRow(0, 0);
            node.Set(move, layout.Pipeline(p, l - 1), 1);
            node.SetIncoming(move, layout.Pipeline(p, l), -1);
            node.Set(move, cancel, 1);
        }
        if (Foreign[p])
        {
            node.Set(arrival, layout.Held(p), 1);
            node.SetIncoming(arrival, layout.Held(p), -1);
        }
        var enter = node.AddRow(0, 0);
        node.Set(enter, layout.Pipeline(p, Lead[p] - 1), 1);
        node.Set(enter, order, -1);
        var stock = node.AddRow(0, 0);
        node.Set(stock, Layout.Stock(p), 1);
        node.SetIncoming(stock, Layout.Stock(p), -1);
        node.Set(stock, receive, -1);
    }

    private static void Service(Subproblem node, int t, Layout layout, double discount)
    {
        double[] demand = [150 * Math.Pow(1.11, t), 40 * Math.Pow(1.06, t)];
        int[] serve = [node.AddRow(demand[0], double.PositiveInfinity), node.AddRow(demand[1], double.PositiveInfinity)];
        for (var p = 0; p < Parts; p++)
        {
            var use = node.AddRow(double.NegativeInfinity, 0);
            node.Set(use, Layout.Stock(p), -1);
            for (var w = 0; w < 2; w++)
            {
                var run = node.AddColumn(discount * Power[p], 0, Unlimited);
                node.Set(use, run, 1);
                node.Set(serve[w], run, Speed[p, w]);
            }
        }
        for (var w = 0; w < 2; w++)
        {
            node.Set(serve[w], node.AddColumn(discount * RentPrice[w], 0, RentLimit[w]), 1);
            node.Set(serve[w], node.AddColumn(discount * ShortagePrice[w], 0, Unlimited), 1);
        }
    }

    private static void Leftovers(Subproblem node, Layout layout, double discount)
    {
        for (var p = 0; p < Parts; p++)
        {
            node.AddCost(Layout.Stock(p), -discount * Price[p] * Salvage);
            for (var l = 0; l < Lead[p]; l++) node.AddCost(layout.Pipeline(p, l), -discount * Price[p] * PipelineSalvage);
        }
    }

    /// <summary>Where each state variable stands; an outgoing state is the column of the same number.</summary>
    private sealed class Layout
    {
        private readonly int[] pipeline = new int[Parts], held = new int[Parts];

        public Layout()
        {
            Count = Parts;
            for (var p = 0; p < Parts; p++) (pipeline[p], Count) = (Count, Count + Lead[p]);
            for (var p = 0; p < Parts; p++)
                if (Foreign[p]) held[p] = Count++;
        }

        public int Count { get; }

        public static int Stock(int p) => p;

        public int Pipeline(int p, int l) => pipeline[p] + l;

        public int Held(int p) => held[p];

        public ImmutableArray<double> Initial()
        {
            var state = new double[Count];
            for (var p = 0; p < Parts; p++)
            {
                state[Stock(p)] = Lattice32.Stock[p];
                for (var l = 0; l < Lead[p]; l++) state[Pipeline(p, l)] = Lattice32.Pipeline[p][l];
            }
            return [.. state];
        }
    }
}
