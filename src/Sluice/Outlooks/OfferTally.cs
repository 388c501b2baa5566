using System.Collections.Immutable;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>Combines everything in force on one offer: stops any, caps min, factors product, levies listed, delay and bundle max.</summary>
internal sealed class OfferTally(Offer offer)
{
    readonly Dictionary<string, List<Provenance>> from = new(StringComparer.Ordinal);
    readonly List<LevyConditions> levies = [];
    bool launched = offer is not Purchase { Launch: Launch.ByEffect };
    double orderShare = 1, orderCap = double.PositiveInfinity;
    double passShare = 1, waitingShare = 1, lapseShare, delayShare;
    double deliveryCap = double.PositiveInfinity, deliveryInAll = double.PositiveInfinity;
    double priceFactor = 1, supplyFactor = 1, bundle;

    /// <summary>Conditions of an offer under everything in force on it, and under what may pass of it at all.</summary>
    public static OfferConditions Of(Offer offer, IEnumerable<InForce> items, OfferVerdict? verdict)
    {
        var tally = new OfferTally(offer);
        foreach (var gate in verdict?.Verdicts ?? [])
            if (gate.LetsNothingPass)
                tally.Close(gate);
        foreach (var item in items)
            tally.Add(item);
        return tally.ToConditions();
    }

    void Add(InForce inForce)
    {
        var share = inForce.Share;
        switch (inForce.Effect)
        {
            case StopOrders stop:
                orderShare = Math.Min(orderShare, 1 - share);
                Came(stop, nameof(OfferConditions.OrderShare));
                break;
            case CapOrders cap:
                orderCap = Math.Min(orderCap, Followed(cap.Rate.Value, share));
                Came(cap, nameof(OfferConditions.OrderCap));
                break;
            case CapDeliveries cap:
                if (cap.Rate is { } rate)
                {
                    deliveryCap = Math.Min(deliveryCap, rate.Value / share);
                    Came(cap, nameof(OfferConditions.DeliveryCap));
                }
                if (cap.InAll is { } inAll)
                {
                    deliveryInAll = Math.Min(deliveryInAll, inAll.Value / share);
                    Came(cap, nameof(OfferConditions.DeliveryInAll));
                }
                break;
            case PassDeliveries pass:
                Pass(pass, inForce.Toward(pass.Share.Value), pass.Rest);
                Wait(pass, inForce.Toward(pass.PerMonth?.Value ?? (pass.Share.Value > 0 ? 1 : 0)));
                break;
            case CancelOrders cancel:
                Pass(cancel, 1 - share, Rest.Lapses);
                Wait(cancel, 1 - share);
                break;
            case DelayDeliveries delay:
                delayShare = Math.Max(delayShare, share * delay.Share.Value);
                Came(delay, nameof(OfferConditions.DelayShare));
                break;
            case Bundle needed when offer is not Purchase { Domestic: true }:
                bundle = Math.Max(bundle, share * needed.Ratio.Value);
                Came(needed, nameof(OfferConditions.Bundle));
                break;
            case Levy levy:
                levies.Add(new(share * levy.Rate.Value, levy.Payer, levy.PassedOn.Value, levy.Provenance));
                Came(levy, nameof(OfferConditions.Levies));
                break;
            case PriceFactor price:
                priceFactor *= inForce.Toward(price.Times.Value);
                Came(price, nameof(OfferConditions.PriceFactor));
                break;
            case SupplyFactor supply:
                supplyFactor *= inForce.Toward(supply.Times.Value);
                Came(supply, nameof(OfferConditions.SupplyFactor));
                break;
            case LaunchOffers launch:
                launched = true;
                Came(launch, nameof(OfferConditions.Launched));
                break;
        }
    }

    OfferConditions ToConditions()
    {
        var came = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<Provenance>>(StringComparer.Ordinal);
        foreach (var (field, provenances) in from) came[field] = [.. provenances];
        return new(launched, orderShare, orderCap, passShare, waitingShare, lapseShare, delayShare, deliveryCap, deliveryInAll, priceFactor,
            [.. levies], supplyFactor, bundle, came.ToImmutable());
    }

    void Close(StatedVerdict gate)
    {
        orderShare = passShare = waitingShare = 0;
        var provenance = new Provenance($"verdicts.{offer.Id}.{gate.Gate}", offer.At, null) { Written = gate.Why };
        foreach (var field in new[] { nameof(OfferConditions.OrderShare), nameof(OfferConditions.PassShare), nameof(OfferConditions.WaitingShare) })
            Came(provenance, field);
    }

    // What lapses is counted first, so that no order of the effects matters: what passes passes all of them, the rest of the rest waits.
    void Pass(Effect effect, double share, Rest rest)
    {
        passShare *= share;
        Came(effect, nameof(OfferConditions.PassShare));
        if (rest != Rest.Lapses)
            return;
        lapseShare = 1 - (1 - lapseShare) * share;
        Came(effect, nameof(OfferConditions.LapseShare));
    }

    void Wait(Effect effect, double perMonth)
    {
        waitingShare *= perMonth;
        Came(effect, nameof(OfferConditions.WaitingShare));
    }

    // The share that is not followed is held back only by the largest supply the offer states, so that a cap of 0 and a stop agree.
    double Followed(double cap, double share)
    {
        var steps = offer switch { Purchase purchase => purchase.Supply, Rental rental => rental.Limit, _ => [] };
        var most = steps.Select(s => s.Value.Value).DefaultIfEmpty(double.PositiveInfinity).Max();
        return share >= 1 || cap >= most ? cap : share * cap + (1 - share) * most;
    }

    void Came(Effect effect, string field) => Came(effect.Provenance, field);

    void Came(Provenance provenance, string field)
    {
        if (!from.TryGetValue(field, out var list))
            from[field] = list = [];
        list.Add(provenance);
    }
}
