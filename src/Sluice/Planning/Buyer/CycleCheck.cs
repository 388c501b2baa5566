using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Sluice.Cases;
using Sluice.Outlooks;

namespace Sluice.Planning.Buyer;

/// <summary>
/// Looks for ways of earning from a unit without using it: ordered and given back, left and given back, carried to the end, or received for
/// its residual credit. Each must cost 0 or more from every state, or a plan would order without limit. It reads the legend alone.
/// </summary>
public static class CycleCheck
{
    // Millions per thousand units are thousands of money per unit; below a hundredth of the smallest coin nothing is earned.
    const double PerUnit = Programme.MoneyScale / Programme.UnitScale;
    const double Nothing = 1e-7;

    static readonly ImmutableArray<ChoiceKind> kinds =
        [ChoiceKind.Order, ChoiceKind.Cancel, ChoiceKind.CancelHeld, ChoiceKind.Lapse, ChoiceKind.Pass, ChoiceKind.Receive, ChoiceKind.Held, ChoiceKind.Unfilled];

    /// <summary>Every cycle that earns in some state, with the most that a unit earns; empty where none does.</summary>
    public static ImmutableArray<CycleFinding> Of(BuyerProgramme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return Of(programme.Terms, programme.Programme.Legends);
    }

    /// <summary>The same without a compiled programme: of states that agree in all that money depends on one is written.</summary>
    /// <param name="world">The case.</param>
    /// <param name="outlook">Its outlook.</param>
    public static ImmutableArray<CycleFinding> Of(Case world, CaseOutlook outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        var terms = new BuyerTerms(world, outlook.Chain, outlook.Conditions);
        var layouts = BuyerLayouts.Of(terms);
        var money = outlook.Conditions.Offers.Select(offers => string.Join(' ', offers.Select(MoneyOf))).ToList();
        var written = new Dictionary<(int, string), Legend>();
        return Of(terms, [.. outlook.Chain.Alive.Select((alive, t) => alive.Select(state => LegendOf(t, state)).ToImmutableArray())]);

        Legend LegendOf(int t, int state)
        {
            if (!written.TryGetValue((t, money[state]), out var legend))
                written[(t, money[state])] = legend = PeriodProgramme.Write(
                    terms, layouts[t], t + 1 < terms.Stages ? layouts[t + 1] : null, Question.None, t, state).Legend;
            return legend;
        }
    }

    static string MoneyOf(OfferConditions o) => string.Create(CultureInfo.InvariantCulture,
        $"{o.PriceFactor:R},{o.Levies.Sum(l => l.Rate * l.PassedOn):R},{o.PassShare >= 1},{o.WaitingShare >= 1},{o.LapseShare > 0},{double.IsInfinity(o.DeliveryCap) && double.IsInfinity(o.DeliveryInAll)}");

    /// <summary>The same for any legends of the programme's columns.</summary>
    internal static ImmutableArray<CycleFinding> Of(BuyerTerms terms, ImmutableArray<ImmutableArray<Legend>> legends)
    {
        var findings = ImmutableArray.CreateBuilder<CycleFinding>();
        var costs = Costs(legends, terms);
        for (var p = 0; p < terms.Purchases.Length; p++)
            foreach (var cycle in Enum.GetValues<Cycle>())
                if (Gain(terms, terms.Purchases[p], (t, i, kind) => costs[t][i][p * kinds.Length + kinds.IndexOf(kind)], cycle) is var gain and > Nothing)
                    findings.Add(new CycleFinding(terms.Purchases[p].Id, cycle, gain * PerUnit));
        return findings.ToImmutable();
    }

    /// <summary>[stage][node][offer, kind] cheapest cost per unit of a choice; infinite where there is none.</summary>
    static double[][][] Costs(ImmutableArray<ImmutableArray<Legend>> legends, BuyerTerms terms)
    {
        var offers = terms.Purchases.Select((p, i) => (p.Id, i)).ToFrozenDictionary(p => p.Id, p => p.i);
        var known = new Dictionary<Legend, double[]>(ReferenceEqualityComparer.Instance);
        return [.. legends.Select(nodes => nodes.Select(legend =>
            known.TryGetValue(legend, out var costs) ? costs : known[legend] = CostsOf(legend, terms.Viewpoint, offers)).ToArray())];
    }

    static double[] CostsOf(Legend legend, string viewpoint, FrozenDictionary<string, int> offers)
    {
        var costs = new double[offers.Count * kinds.Length];
        Array.Fill(costs, double.PositiveInfinity);
        foreach (var choice in legend.Columns)
        {
            if (kinds.IndexOf(choice.Kind) is not (>= 0 and var kind) || !offers.TryGetValue(choice.Subject, out var offer))
                continue;
            var cost = 0.0;
            foreach (var item in choice.Costs)
                cost += item.Payer == viewpoint ? item.PerUnit : item.Payee == viewpoint ? -item.PerUnit : 0;
            ref var least = ref costs[offer * kinds.Length + kind];
            least = Math.Min(least, cost);
        }
        return costs;
    }

    static double Gain(BuyerTerms terms, PurchaseTerms purchase, Func<int, int, ChoiceKind, double> cost, Cycle cycle)
    {
        double[][] By(Func<int, int, double> what) => [.. terms.Chain.Alive.Select((alive, t) => alive.Select((_, i) => what(t, i)).ToArray())];
        var order = By((t, i) => cost(t, i, ChoiceKind.Order));
        var end = By((t, i) => EndOf(cycle, t == terms.Stages - 1, kind => cost(t, i, kind)));
        var most = 0.0;
        for (var t = 0; t < terms.Stages; t++)
        {
            if (purchase.Arrivals[t].IsEmpty)
                continue;
            var ends = Enumerable.Range(t, terms.Stages - t).Where(s => CanEnd(terms, purchase, cycle, t, s)).ToHashSet();
            // If the cheapest order and the cheapest end do not earn together, no path does.
            if (order[t].Min() + ends.Select(s => end[s].Min()).DefaultIfEmpty(double.PositiveInfinity).Min() < -Nothing)
                most = Math.Max(most, GainFrom(terms, order[t], end, t, ends));
        }
        return most;
    }

    /// <summary>Cost per unit of ending a cycle in a node; infinite where it cannot end there.</summary>
    static double EndOf(Cycle cycle, bool last, Func<ChoiceKind, double> cost) => cycle switch
    {
        Cycle.OrderToCancel => Math.Min(cost(ChoiceKind.Cancel), cost(ChoiceKind.Lapse)),
        Cycle.HeldToCancel => cost(ChoiceKind.CancelHeld),
        Cycle.OrderToEnd => last ? Math.Min(cost(ChoiceKind.Held), cost(ChoiceKind.Unfilled)) : double.PositiveInfinity,
        _ => cost(ChoiceKind.Receive) + (cost(ChoiceKind.Pass) is var pass && double.IsInfinity(pass) ? 0 : pass),
    };

    /// <summary>Whether a unit ordered in one period can end the cycle in another: later, when it has come, after it was left.</summary>
    static bool CanEnd(BuyerTerms terms, PurchaseTerms purchase, Cycle cycle, int ordered, int ends)
    {
        var (first, last) = (purchase.Arrivals[ordered][0].Period, purchase.Arrivals[ordered][^1].Period);
        return cycle switch
        {
            Cycle.OrderToCancel => ends > ordered,
            Cycle.HeldToCancel => ends > first,
            _ => ends >= first && (ends <= last || Lingers(terms, purchase)),
        };
    }

    /// <summary>Whether units may come later than they are due.</summary>
    static bool Lingers(BuyerTerms terms, PurchaseTerms purchase) =>
        purchase.HasFill || terms.Periods.Any(p => purchase.MayWait(p.Index) || terms.Any(p.Index, purchase.Index, c => c.DelayShare > 0));

    /// <summary>The most that a unit ordered in a period earns over the nodes that can follow each other.</summary>
    static double GainFrom(BuyerTerms terms, double[] order, double[][] end, int t, HashSet<int> ends)
    {
        var best = end.Select(e => e.ToArray()).ToArray();
        for (var s = terms.Stages - 1; s >= t; s--)
            for (var i = 0; i < best[s].Length; i++)
            {
                if (!ends.Contains(s))
                    best[s][i] = double.PositiveInfinity;
                for (var j = 0; s + 1 < terms.Stages && j < best[s + 1].Length; j++)
                    if (terms.Chain.Transition[s][i, j] > 0)
                        best[s][i] = Math.Min(best[s][i], best[s + 1][j]);
            }
        return Enumerable.Range(0, order.Length).Max(i => -(order[i] + best[t][i]) is var gain && double.IsFinite(gain) ? gain : 0);
    }
}

/// <summary>A cycle that earns.</summary>
/// <param name="Offer">Offer.</param>
/// <param name="Cycle">What is done with a unit.</param>
/// <param name="Gain">Money that a unit earns at most, discounted to the as-of date; above 0.</param>
public sealed record CycleFinding(string Offer, Cycle Cycle, double Gain);

/// <summary>What can be done with a unit beside using it.</summary>
public enum Cycle
{
    /// <summary>Ordered and given back, or lapsed at the refund.</summary>
    OrderToCancel,

    /// <summary>Ordered, left at the gate, and given back from there.</summary>
    HeldToCancel,

    /// <summary>Ordered and never received: credited at the end.</summary>
    OrderToEnd,

    /// <summary>Ordered and received for what it is worth beyond the horizon.</summary>
    ReceiptToCredit,
}
