using System.Collections.Immutable;
using Sluice.Market;

namespace Sluice.Planning.Buyer;

/// <summary>One rental offer in the programme's units: thousands of equivalents, millions of money, undiscounted.</summary>
sealed class RentalTerms
{
    public RentalTerms(Rental offer, int index, BuyerTerms terms)
    {
        (Offer, Index) = (offer, index);
        Price = offer.Price.Value / 1_000;
        Opening = offer.Opening.Value / Programme.UnitScale;
        Limit = [.. terms.Periods.Select(p => offer.From is { } from && p.Start < from.Value ? Opening : LimitAt(offer.Limit, p.Start))];
        Workloads = [.. offer.Workloads.Select(r => terms.Workloads.Select((w, i) => (w, i)).First(p => p.w.Id == r.Id).i)];
    }

    public Rental Offer { get; }

    /// <summary>Position among all offers of the market.</summary>
    public int Index { get; }

    public string Id => Offer.Id;

    /// <summary>Millions per thousand equivalents and month.</summary>
    public double Price { get; }

    /// <summary>Thousands rented at the as-of date.</summary>
    public double Opening { get; }

    /// <summary>[period] most thousands at one time, before factors.</summary>
    public ImmutableArray<double> Limit { get; }

    /// <summary>Workloads that it serves, by index.</summary>
    public ImmutableArray<int> Workloads { get; }

    static double LimitAt(ImmutableArray<SupplyStep> steps, DateOnly day)
    {
        var limit = 0.0;
        foreach (var step in steps)
            if (step.From is not { } from || from <= day)
                limit = step.Value.Value;
        return limit / Programme.UnitScale;
    }
}
