using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Quantities;

namespace Sluice.Planning.Buyer;

/// <summary>One purchase offer in the programme's units: thousands of units, millions of money, undiscounted.</summary>
sealed class PurchaseTerms
{
    readonly BuyerTerms terms;

    public PurchaseTerms(Purchase offer, int index, BuyerTerms terms, double discountRate)
    {
        (Offer, Index, this.terms) = (offer, index, terms);
        Price = offer.Price.Value / 1_000;
        AssetIndex = terms.AssetIndex(offer.Part.Id, offer.Site.Id);
        Supply = [.. terms.Periods.Select(p => Integral(offer.Supply, p) / Programme.UnitScale)];
        Arrivals = [.. terms.Periods.Select(p => ArrivalSplit.Whole(terms.Periods, Math.Max(p.StartMonth, Opens) + offer.Lead.Value))];
        Opening = OpeningDue();
        LowestPrice = [.. terms.Chain.Alive.Select(alive => Price * alive.Min(s => terms.Conditions.Offers[s][index].PriceFactor))];
        Holding = offer.Holding?.Value ?? Math.Exp(discountRate) - 1;
        Refund = offer.Cancel is { } cancel ? Math.Min(cancel.Refund.Value / 1_000, offer.Deposit.Value * LowestPrice.Min()) : 0;
        ResidualShare = [.. terms.Periods.Select(p => Math.Min(1, terms.Residual * (1 - Annuity.Share(terms.Horizon - p.StartMonth, offer.Life.Value, discountRate))))];
        MayHold = offer is { Receipt: Receipt.Optional, Cancel: not null };
    }

    public Purchase Offer { get; }

    /// <summary>Position among all offers of the market.</summary>
    public int Index { get; }

    public int AssetIndex { get; }

    public string Id => Offer.Id;

    /// <summary>Millions per thousand units, before factors and levies.</summary>
    public double Price { get; }

    /// <summary>[period] lowest price over the alive states.</summary>
    public ImmutableArray<double> LowestPrice { get; }

    /// <summary>Millions per thousand units given back on cancelling; at most the lowest deposit, so that no cycle of order and cancel earns.</summary>
    public double Refund { get; }

    /// <summary>Share of balance and fit-out paid per month for units left at an open gate; the interest where none is stated.</summary>
    public double Holding { get; }

    /// <summary>[period] thousands that the seller supplies for orders of the period, before factors.</summary>
    public ImmutableArray<double> Supply { get; }

    /// <summary>[period] where an order of the period falls due: periods and shares; empty where a part of it would fall beyond the horizon.</summary>
    public ImmutableArray<ImmutableArray<(int Period, double Share)>> Arrivals { get; }

    /// <summary>Thousands on order at the as-of date, by the period in which they fall due.</summary>
    public ImmutableSortedDictionary<int, double> Opening { get; }

    /// <summary>[period] share of price and fit-out that a unit received then is still worth beyond the horizon.</summary>
    public ImmutableArray<double> ResidualShare { get; }

    /// <summary>Whether units that arrive may be left at an open gate.</summary>
    public bool MayHold { get; }

    /// <summary>Month from which it can be ordered: an order of the period that holds it is on its way from then.</summary>
    double Opens => Offer.From is { } from ? terms.World.Header.Clock.MonthsTo(from.Value) : double.NegativeInfinity;

    public bool HasFill => !Offer.Fill.IsEmpty || Offer.FillWith is not null;

    /// <summary>Last period in which orders draw on the quote; −1 where there is none.</summary>
    public int LastQuotePeriod => Offer.Quote is { } quote ? terms.Periods.Count(p => p.Start <= quote.Until) - 1 : -1;

    /// <summary>Whether an order can be made in the period in some alive state.</summary>
    public bool Orderable(int period) =>
        !Arrivals[period].IsEmpty && Available(period) && (period <= LastQuotePeriod || Supply[period] > 0)
        && terms.Any(period, Index, c => c.Launched && c.OrderShare > 0);

    public bool Available(int period) => Offer.From is not { } from || terms.Periods[period].End >= from.Value;

    /// <summary>Whether units may wait at the gate in some alive state of the period.</summary>
    public bool MayWait(int period) =>
        MayHold || terms.Any(period, Index, c => c.PassShare < 1 || !double.IsInfinity(c.DeliveryCap) || !double.IsInfinity(c.DeliveryInAll));

    ImmutableSortedDictionary<int, double> OpeningDue()
    {
        var due = new SortedDictionary<int, double>();
        foreach (var row in terms.World.Market.OnOrder.Where(r => r.Offer.Id == Id))
        {
            var units = row.Units.Value / Programme.UnitScale;
            foreach (var (period, share) in ArrivalSplit.Within(terms.Periods, terms.World.Header.Clock.MonthsTo(row.Due)))
                due[period] = due.GetValueOrDefault(period) + units * share;
        }
        return due.ToImmutableSortedDictionary();
    }

    internal double Integral(ImmutableArray<SupplyStep> steps, Period period)
    {
        var clock = terms.World.Header.Clock;
        var (start, end) = (Math.Max(period.StartMonth, Opens), period.StartMonth + period.Months);
        var total = 0.0;
        for (var i = 0; i < steps.Length; i++)
        {
            var holdsFrom = steps[i].From is { } day ? clock.MonthsTo(day) : double.NegativeInfinity;
            var holdsTo = i + 1 < steps.Length && steps[i + 1].From is { } next ? clock.MonthsTo(next) : double.PositiveInfinity;
            total += steps[i].Value.Value * Math.Max(0, Math.Min(end, holdsTo) - Math.Max(start, holdsFrom));
        }
        return total;
    }
}
