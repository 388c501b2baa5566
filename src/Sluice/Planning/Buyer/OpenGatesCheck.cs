using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Market;
using Sluice.Optimization;
using Sluice.Outlooks;

namespace Sluice.Planning.Buyer;

/// <summary>
/// Solves the future in which every gate stands at its most open level from the first day on and nothing else moves, with mean fills, as one
/// programme. Where even then the minimum service cannot be met the case lacks supply; where every offer stands at its cap in every period
/// nothing is decided in it.
/// </summary>
public sealed class OpenGatesCheck
{
    const double Tolerance = 1e-6;

    readonly BuyerTerms terms;
    readonly ImmutableArray<Legend> legends;
    readonly ImmutableArray<double> columns;
    readonly ImmutableArray<int> firstColumn;

    OpenGatesCheck(BuyerTerms terms)
    {
        this.terms = terms;
        var layouts = BuyerLayouts.Of(terms);
        var path = new WholePath(BuyerProgramme.Opening(terms, layouts[0], Question.None));
        var (read, starts) = (ImmutableArray.CreateBuilder<Legend>(terms.Stages), ImmutableArray.CreateBuilder<int>(terms.Stages));
        for (var t = 0; t < terms.Stages; t++)
        {
            starts.Add(path.Subproblem.Columns);
            read.Add(PeriodProgramme.Write(terms, layouts[t], t + 1 < terms.Stages ? layouts[t + 1] : null, Question.None, t, 0, path).Legend);
        }
        var solution = DeterministicEquivalent.Solve(new PolicyGraph([new Stage([new StageNode(path.Subproblem, 0)])], []));
        (legends, firstColumn, columns) = (read.ToImmutable(), starts.ToImmutable(), solution.RootColumns[0]);
        Cost = solution.Value * Programme.MoneyScale;
    }

    /// <summary>Cost over the horizon, discounted, money.</summary>
    public double Cost { get; }

    /// <summary>[workload][period] share of demand left unserved.</summary>
    public ImmutableArray<ImmutableArray<double>> Unserved =>
        [.. Enumerable.Range(0, terms.Workloads.Length).Select(w => Enumerable.Range(0, terms.Stages)
            .Select(t => Demand(w, t) is > 0 and var demand ? Sum(t, ChoiceKind.Unserved, terms.Workloads[w].Id) / demand : 0).ToImmutableArray())];

    /// <summary>Share of all demand left unserved, by workload. A useful case leaves 5 to 30 %.</summary>
    public ImmutableArray<double> UnservedInAll =>
        [.. Enumerable.Range(0, terms.Workloads.Length).Select(w =>
        {
            double Over(Func<int, double> what) => Enumerable.Range(0, terms.Stages).Sum(t => terms.Periods[t].Months * what(t));
            return Over(t => Demand(w, t)) is > 0 and var demand ? Over(t => Sum(t, ChoiceKind.Unserved, terms.Workloads[w].Id)) / demand : 0;
        })];

    /// <summary>What makes the case of little use; empty where nothing does.</summary>
    public ImmutableArray<OpenGatesFinding> Findings
    {
        get
        {
            var findings = ImmutableArray.CreateBuilder<OpenGatesFinding>();
            foreach (var workload in terms.Workloads)
                for (var t = 0; t < terms.Stages; t++)
                    if (Sum(t, ChoiceKind.Unserved, workload.Id, "minimum service") is > Tolerance and var lacks)
                        findings.Add(new MinimumServiceUnmet(workload.Id, terms.Periods[t].Label, lacks * Programme.UnitScale));
            if (EverythingAtCap())
                findings.Add(new NothingDecided());
            return findings.ToImmutable();
        }
    }

    /// <summary>Solves it.</summary>
    /// <param name="world">The case.</param>
    /// <param name="standing">Where its drivers stand: those that are no gates stay there.</param>
    public static OpenGatesCheck Of(Case world, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(standing);
        var market = world.Market with { Offers = [.. world.Market.Offers.Select(o => o is Purchase { Fill.IsEmpty: false } p ? p with { Fill = Mean(p.Fill) } : o)] };
        var open = world.Drivers.Select((d, i) => d.Gate is null ? standing.State.Levels[i] : MostOpen(world, market, d)).ToImmutableArray();
        var state = new JointState(open, [.. world.Drivers.Select(_ => false)]);
        var periods = world.Header.Clock.Periods.Length;
        var chain = Still(world.Drivers, state, periods);
        var conditions = ConditionsTable.Build(chain, market, world.Header.Viewpoint, world.Header.Stances, world.Verdicts, world.Classes);
        return new OpenGatesCheck(new BuyerTerms(world with { Market = market }, chain, conditions));
    }

    static OutlookChain Still(ImmutableArray<Driver> drivers, JointState state, int periods) =>
        new(drivers, [state], 0, [.. Enumerable.Repeat(ImmutableArray.Create(0), periods)], [.. Enumerable.Range(1, periods - 1).Select(_ => new double[,] { { 1 } })],
            [.. Enumerable.Range(0, periods).Select(_ => new double[] { 1 })], [.. new double[periods]]);

    static ImmutableArray<FillShare> Mean(ImmutableArray<FillShare> fill) =>
        [new FillShare("mean", fill.Sum(f => f.Share * f.Chance.Value), fill[0].Chance.Map(_ => 1.0))];

    /// <summary>The level of a gate that lets most through: launches, orders, deliveries and use first, then cost; of equals the first in the ladder.</summary>
    static int MostOpen(Case world, MarketFacts market, Driver gate)
    {
        var levels = Enumerable.Range(0, gate.Levels.Length).Select(l => new JointState([l], [false])).ToImmutableArray();
        var conditions = ConditionsTable.Build(new OutlookChain([gate], levels, 0, [], [], [], []), market, world.Header.Viewpoint, world.Header.Stances, world.Verdicts, world.Classes);
        return Enumerable.Range(0, levels.Length).MaxBy(l => Openness(conditions, l));
    }

    static double Openness(Conditions conditions, int state) =>
        conditions.Offers[state].Sum(o => (o.Launched ? o.OrderShare : 0) + o.PassShare + o.WaitingShare - o.DelayShare
            - (double.IsInfinity(o.OrderCap) ? 0 : 0.5) - (double.IsInfinity(o.DeliveryCap) ? 0 : 0.5) - (double.IsInfinity(o.DeliveryInAll) ? 0 : 0.5)
            - (o.Bundle > 0 ? 0.5 : 0) + 0.1 * (o.SupplyFactor - o.PriceFactor) - 0.1 * o.Levies.Sum(l => l.Rate * l.PassedOn))
        + conditions.Use[state].Sum(u => u.Usable.Sum() - u.NewBarred.Count(b => b))
        - conditions.Quotas.Sum(q => q.InForce[state] ? 0.5 : 0);

    double Demand(int w, int t) => terms.Demand[w][t] * terms.Conditions.Demand[0][w];

    double Sum(int t, ChoiceKind kind, string subject, string? with = null) => Columns(t, kind, subject, with).Sum(j => columns[firstColumn[t] + j]);

    IEnumerable<int> Columns(int t, ChoiceKind kind, string subject, string? with = null)
    {
        for (var j = 0; j < legends[t].Columns.Length; j++)
            if (legends[t].Columns[j] is var choice && choice.Kind == kind && choice.Subject == subject && (with is null || choice.With == with))
                yield return j;
    }

    bool EverythingAtCap() => terms.World.Market.Offers.All(offer => offer is Purchase
        ? AtCap(terms.Purchases.First(p => p.Id == offer.Id))
        : Enumerable.Range(0, terms.Stages).All(t => AtCap(t, ChoiceKind.Rent, offer.Id)));

    /// <summary>A quote is one pool over its periods.</summary>
    bool AtCap(PurchaseTerms purchase)
    {
        var quoted = Enumerable.Range(0, purchase.LastQuotePeriod + 1).ToList();
        var most = quoted.Max(t => Columns(t, ChoiceKind.Order, purchase.Id).Select(j => (double?)legends[t].Columns[j].Most).Max()) ?? 0;
        return quoted.Sum(t => Sum(t, ChoiceKind.Order, purchase.Id)) >= most - Tolerance
            && Enumerable.Range(purchase.LastQuotePeriod + 1, terms.Stages - purchase.LastQuotePeriod - 1).All(t => AtCap(t, ChoiceKind.Order, purchase.Id));
    }

    bool AtCap(int t, ChoiceKind kind, string subject) => Columns(t, kind, subject).All(j => columns[firstColumn[t] + j] >= legends[t].Columns[j].Most - Tolerance);
}

/// <summary>Something that makes a case of little use even with all gates open.</summary>
public abstract record OpenGatesFinding;

/// <summary>The minimum service cannot be met.</summary>
/// <param name="Workload">Workload.</param>
/// <param name="Period">Label of the period.</param>
/// <param name="Lacks">Equivalents below the minimum service.</param>
public sealed record MinimumServiceUnmet(string Workload, string Period, double Lacks) : OpenGatesFinding;

/// <summary>Every offer stands at its cap in every period.</summary>
public sealed record NothingDecided : OpenGatesFinding;
