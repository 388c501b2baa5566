using System.Collections.Immutable;
using Sluice.Outlooks;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.Rivals;

/// <summary>
/// The conditions of an average future: of shares, factors, prices and demand the mean over joint states; a stop of orders and a cap on them as the mean
/// share of supply that can be ordered; caps on deliveries, quotas and bars of use as they are in the likelier half of the states.
/// </summary>
sealed class MeanConditions(BuyerTerms terms)
{
    readonly Conditions all = terms.Conditions;

    /// <summary>The table with further joint states after the chain's: one for each of these distributions over the chain's states.</summary>
    /// <param name="distributions">Period, and weights by state of the chain, which sum to 1.</param>
    public Conditions With(IReadOnlyList<(int Period, double[] Weights)> distributions) => all with
    {
        Offers = [.. all.Offers, .. distributions.Select(d => terms.World.Market.Offers.Select((_, i) => Offer(d.Period, d.Weights, i)).ToImmutableArray())],
        Use = [.. all.Use, .. distributions.Select(d => all.Assets.Select((_, a) => UseOf(d.Weights, a)).ToImmutableArray())],
        Demand = [.. all.Demand, .. distributions.Select(d => Means(d.Weights, all.Demand))],
        Energy = [.. all.Energy, .. distributions.Select(d => Means(d.Weights, all.Energy))],
        Quotas = [.. all.Quotas.Select(q => q with
        {
            Grant = [.. q.Grant, .. distributions.Select(d => Mean(d.Weights, s => q.Grant[s]))],
            InForce = [.. q.InForce, .. distributions.Select(d => Likely(d.Weights, s => q.InForce[s]))],
        })],
    };

    OfferConditions Offer(int period, double[] weights, int offer)
    {
        double Over(Func<OfferConditions, double> what) => Mean(weights, s => what(all.Offers[s][offer]));
        double Cap(Func<OfferConditions, double> what)
        {
            if (!Likely(weights, s => double.IsFinite(what(all.Offers[s][offer]))))
                return double.PositiveInfinity;
            var finite = weights.Select((w, s) => w > 0 && double.IsFinite(what(all.Offers[s][offer])) ? w : 0).ToArray();
            return finite.Select((w, s) => w > 0 ? w * what(all.Offers[s][offer]) : 0).Sum() / finite.Sum();
        }
        var purchase = terms.Purchases.FirstOrDefault(p => p.Index == offer);
        var quoted = purchase is not null && period <= purchase.LastQuotePeriod;
        var supply = quoted ? purchase!.Offer.Quote!.Quantity.Value / Programme.UnitScale : purchase?.Supply[period] ?? terms.Rentals.First(r => r.Index == offer).Limit[period];
        var factor = Over(o => o.Launched ? o.SupplyFactor : 0);
        // A quote is not multiplied by the factor on supply; of either, stops and caps leave a share.
        var share = supply <= 0 ? Over(o => o.Launched ? o.OrderShare : 0)
            : Over(o => o.Launched ? Math.Min(o.OrderShare * (quoted ? 1 : o.SupplyFactor), o.OrderCap / Programme.UnitScale * terms.Periods[period].Months / supply) : 0)
                / (quoted ? 1 : Math.Max(1e-12, factor));
        return new OfferConditions(
            Over(o => o.Launched ? 1 : 0) > 0, share, double.PositiveInfinity, Over(o => o.PassShare), Over(o => o.WaitingShare), Over(o => o.LapseShare), Over(o => o.DelayShare),
            Cap(o => o.DeliveryCap), Cap(o => o.DeliveryInAll), Over(o => o.PriceFactor),
            [new LevyConditions(Over(o => o.Levies.Sum(l => l.Rate * l.PassedOn)), "", 1, new Reading.Provenance("", new Reading.Place("", 1, 1), null))],
            factor, Bundle(weights, offer), ImmutableSortedDictionary<string, ImmutableArray<Reading.Provenance>>.Empty);
    }

    double Bundle(double[] weights, int offer) =>
        Likely(weights, s => all.Offers[s][offer].Bundle > 0) ? Mean(weights, s => all.Offers[s][offer].Bundle) : 0;

    UseConditions UseOf(double[] weights, int asset)
    {
        var workloads = Enumerable.Range(0, terms.Workloads.Length).ToList();
        return new UseConditions([.. workloads.Select(w => Mean(weights, s => all.Use[s][asset].Usable[w]))],
            [.. workloads.Select(w => Likely(weights, s => all.Use[s][asset].NewBarred[w]))], []);
    }

    static double[] Means(double[] weights, ImmutableArray<double[]> rows) => [.. rows[0].Select((_, i) => Mean(weights, s => rows[s][i]))];

    static double Mean(double[] weights, Func<int, double> of)
    {
        var sum = 0.0;
        for (var s = 0; s < weights.Length; s++)
            if (weights[s] > 0)
                sum += weights[s] * of(s);
        return sum;
    }

    static bool Likely(double[] weights, Func<int, bool> holds) => Mean(weights, s => holds(s) ? 1 : 0) >= 0.5;
}
