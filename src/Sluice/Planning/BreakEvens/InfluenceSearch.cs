using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Quantities;

namespace Sluice.Planning.BreakEvens;

/// <summary>
/// ∂V/∂θ by the envelope theorem: along the plan's paths what it did and its prices are kept, the programme of every node visited is compiled again with
/// θ ± δ, and its Lagrangian is taken at the old decisions and prices: no solve. Chances count by the values of what they lead to.
/// </summary>
sealed class InfluenceSearch
{
    /// <summary>Half the width of the range taken where none is stated, as a share of the number.</summary>
    public const double AssumedShare = 0.25;

    const double Step = 1e-4;
    const double SameSlope = 0.02;

    readonly AnswerContext context;
    readonly NearbyWorlds worlds;
    readonly List<Visit> visits;
    readonly PolicyGraph graph;
    readonly double[] lagrangian, probed;
    readonly List<(int Visit, int Column, double Most)> idle = [];
    readonly Dictionary<int, double[]> old;

    public InfluenceSearch(AnswerContext context, CancellationToken cancellation)
    {
        (this.context, worlds) = (context, new NearbyWorlds(context));
        graph = context.Programme.Programme.Graph;
        visits = Visits.Of(context, cancellation);
        lagrangian = [.. visits.Select(v => At(graph.Stages[v.Stage].Nodes[v.Node], v, v.State))];
        probed = [.. visits.Select(v => Probe(graph.Stages[v.Stage].Nodes[v.Node], v, v.State))];
        for (var i = 0; i < visits.Count; i++)
            if (visits[i].Stage < context.Terms.Waits)
                AddIdle(i);
        old = idle.Select(i => i.Visit).Distinct().ToDictionary(i => i, i => PriceOf(graph.Stages[visits[i].Stage].Nodes[visits[i].Node], visits[i]));
    }

    /// <summary>Numbers that may be varied: those with a range, and those that are judgement or rest on nothing.</summary>
    public static IEnumerable<Assumption> Varied(Case world) =>
        world.Assumptions.Where(a => double.IsFinite(a.Value) && (a is { Low: not null, High: not null } || a.Basis is Judgement || !a.Basis.IsStated) && a.Path != "indifference");

    /// <summary>Range of a number: as stated, else a quarter to each side.</summary>
    public static (double From, double To) RangeOf(Assumption assumption) => assumption is { Low: { } low, High: { } high }
        ? (Math.Min(low, assumption.Value), Math.Max(high, assumption.Value))
        : (assumption.Value - AssumedShare * Math.Abs(assumption.Value), assumption.Value + AssumedShare * Math.Abs(assumption.Value));

    /// <summary>The influence of a number; null where the case is not sound, or has another shape, on both sides of it.</summary>
    public Influence? Of(Assumption assumption)
    {
        var (from, to) = RangeOf(assumption);
        var delta = Step * Math.Max(Math.Abs(assumption.Value), to - from);
        if (delta == 0)
            delta = Step;
        var (up, down) = (Toward(assumption, delta), Toward(assumption, -delta));
        if (up is null && down is null && Math.Abs(assumption.Value) >= 1)
        {
            // A count takes whole numbers only.
            delta = Math.Max(1, Math.Round(1e-3 * Math.Abs(assumption.Value)));
            (up, down) = (Toward(assumption, delta), Toward(assumption, -delta));
        }
        if (up is null && down is null)
            return null;
        var slopes = new[] { up, down }.OfType<Side>().Select(s => s.Slope * Programme.MoneyScale).ToArray();
        var touches = up is { Touches: true } || down is { Touches: true };
        var ends = touches ? [] : new[] { End(assumption, to), End(assumption, from) };
        var steep = slopes.MaxBy(Math.Abs);
        var kink = (slopes is [var one, var other] && Math.Abs(one - other) > SameSlope * Math.Abs(steep) + 1e-9) || up is { AfterTie: true } || down is { AfterTie: true };
        var opens = Math.Max(up?.Opens(to - assumption.Value) ?? 0, down?.Opens(assumption.Value - from) ?? 0);
        foreach (var (change, _) in ends)
            opens = Math.Max(opens, Math.Abs(change));
        return new Influence(assumption, slopes.Length == 1 || Math.Abs(slopes[0] - slopes[^1]) > SameSlope * Math.Abs(steep) ? steep : slopes.Average(), kink, from, to, opens * Programme.MoneyScale,
            touches || ends.Any(e => e.Touches));
    }

    /// <summary>
    /// What an end of the range does, to first order, where a little more or less of the number does nothing: a threshold or a cap may lie between.
    /// </summary>
    (double Change, bool Touches) End(Assumption assumption, double end) =>
        end == assumption.Value || worlds.Read((assumption, end)) is not { } world ? (0, false)
        : !world.SameShape || SideOf(world, end - assumption.Value) is not { } side ? (0, true) : (side.Slope * (end - assumption.Value), side.Touches);

    /// <summary>One side: slope, and how the idle choices' reduced costs move per unit.</summary>
    sealed record Side(double Slope, bool Touches, bool AfterTie, ImmutableArray<(double Cost, double PerUnit, double Weight)> Idle)
    {
        /// <summary>What idle choices earn when the number has moved so far on this side.</summary>
        public double Opens(double distance) => Idle.Sum(i => i.Weight * Math.Max(0, -(i.Cost + distance * i.PerUnit)));
    }

    Side? SideOf(NearbyWorld world, double delta)
    {
        var nodes = new Dictionary<(int, int), StageNode>();
        StageNode? Node(Visit v)
        {
            if (world.MovesOnlyChances)
                return graph.Stages[v.Stage].Nodes[v.Node];
            var key = (v.Stage, world.Terms.Alike[world.Terms.Chain.Alive[v.Stage][v.Node]]);
            if (!nodes.TryGetValue(key, out var node))
                nodes[key] = node = world.Node(context.Programme.Programme.Layouts, v.Stage, v.Node, 0);
            var own = graph.Stages[v.Stage].Nodes[v.Node];
            return node.Subproblem.Columns == own.Subproblem.Columns && node.Subproblem.Rows == own.Subproblem.Rows && node.Outcomes.Length == own.Outcomes.Length ? node : null;
        }
        var opening = BuyerProgramme.Opening(world.Terms, context.Programme.Programme.Layouts[0], Question.None);
        var (change, touches, afterTie) = (0.0, false, false);
        for (var i = 0; i < visits.Count; i++)
        {
            var visit = visits[i];
            if (Node(visit) is not { } node)
                return null;
            var state = visit.Stage == 0 ? opening : visit.State;
            var moved = (world.MovesOnlyChances ? 0 : At(node, visit, state) - lagrangian[i]) + OutcomeShift(visit, node) + (world.MovesChances ? ChanceShift(visit, world) : 0);
            change += visit.Weight * moved;
            // A limit that costs nothing at these prices may cost something at others that hold as well.
            var here = moved != 0 || (!world.MovesOnlyChances && (!touches || (visit.AfterTie && !afterTie)) && Probe(node, visit, state) != probed[i]);
            (touches, afterTie) = (touches || here, afterTie || (here && visit.AfterTie));
        }
        var prices = new Dictionary<int, double[]>();
        var shifts = ImmutableArray.CreateBuilder<(double, double, double)>();
        foreach (var (at, column, most) in idle)
        {
            var visit = visits[at];
            if (!prices.TryGetValue(at, out var price))
                prices[at] = price = PriceOf(Node(visit)!, visit);
            var shift = price[column] - old[at][column];
            touches |= Math.Abs(shift) > 1e-12;
            shifts.Add((visit.Solution.ReducedCosts[column], shift / Math.Abs(delta), visit.Weight * most));
        }
        return new Side(change / delta, touches, afterTie, shifts.ToImmutable());
    }

    Side? Toward(Assumption assumption, double delta) =>
        worlds.Read((assumption, assumption.Value + delta)) is { SameShape: true } world ? SideOf(world, delta) : null;

    static double At(StageNode node, Visit v, ImmutableArray<double> state) => Lagrangian.At(
        node, v.Outcome, v.Solution.Columns.AsSpan(), v.Solution.RowDuals.AsSpan(), v.Solution.ReducedCosts.AsSpan(), state.AsSpan());

    static double[] PriceOf(StageNode node, Visit v) => Lagrangian.Price(node, v.Outcome, v.Solution.RowDuals.AsSpan());

    /// <summary>The Lagrangian at prices that leave no bound out: it differs wherever the data do.</summary>
    static double Probe(StageNode node, Visit v, ImmutableArray<double> state)
    {
        // No two alike, or a step that grows as much as its neighbour shrinks would not show.
        static double Odd(int i) => 1 + (i * 0.6180339887498949 % 1);
        double[] columns = [.. v.Solution.Columns.Select((x, j) => x + Odd(j))];
        double Priced(double sign) => Lagrangian.At(
            node, v.Outcome, columns, [.. v.Solution.RowDuals.Select((_, i) => sign * Odd(i))], [.. v.Solution.ReducedCosts.Select((_, j) => sign * Odd(j + 1))], state.AsSpan());
        return Priced(1) + Priced(-0.7);
    }

    double ChanceShift(Visit visit, NearbyWorld world)
    {
        if (visit.Successors.Length == 0)
            return 0;
        var (own, shift) = (graph.Stages[visit.Stage].Transitions[visit.Node], 0.0);
        // The rows sum to the same: values over the lowest keep the sum exact.
        var least = visit.Successors.Min();
        for (var m = 0; m < own.Length; m++)
            shift += (world.Terms.Chain.Transition[visit.Stage][visit.Node, m] - own[m]) * (visit.Successors[m] - least);
        return shift;
    }

    double OutcomeShift(Visit visit, StageNode node)
    {
        var shift = 0.0;
        for (var w = 0; w < visit.Outcomes.Length; w++)
            shift += (node.Outcomes[w].Probability - graph.Stages[visit.Stage].Nodes[visit.Node].Outcomes[w].Probability) * visit.Outcomes[w];
        return shift;
    }

    /// <summary>Choices of a node that stand at 0 because they do not pay.</summary>
    void AddIdle(int at)
    {
        var visit = visits[at];
        var columns = context.Programme.Programme.Legends[visit.Stage][visit.Node].Columns;
        for (var j = 0; j < columns.Length; j++)
            if (columns[j].Kind is ChoiceKind.Order or ChoiceKind.RentMore && columns[j].Most > 0 && double.IsFinite(columns[j].Most)
                && visit.Solution.Columns[j] <= 1e-9 && visit.Solution.ReducedCosts[j] > 1e-9)
                idle.Add((at, j, columns[j].Most));
    }
}
