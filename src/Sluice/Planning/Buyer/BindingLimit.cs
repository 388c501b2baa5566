using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Optimization;

namespace Sluice.Planning.Buyer;

/// <summary>What keeps the first decision about an offer from being larger, and what one more unit would save.</summary>
sealed class BindingLimit(BuyerTerms terms, Programme programme, LegendIndex index, Sddp policy, ImmutableArray<string> quotas)
{
    // Millions per thousand units are thousands of money per unit.
    const double PerUnit = Programme.MoneyScale / Programme.UnitScale;

    public (Limit? Limit, double OneMoreSaves) Of(Offer offer)
    {
        if (ShutAtRoot(offer) is { } shut)
            return (shut, 0);
        var kind = offer is Purchase ? ChoiceKind.Order : ChoiceKind.RentMore;
        var root = policy.Solve(0, 0, programme.Graph.InitialState.AsSpan());
        foreach (var column in index.Columns(0, 0, kind, offer.Id))
        {
            var choice = index.Choice(0, 0, column);
            var worth = Math.Max(0, -root.ReducedCosts[column]);
            if (choice.Most > 0 && worth > 1e-9 && root.Columns[column] >= choice.Most - 1e-9)
                return (choice.Upper, worth * PerUnit);
        }
        var rows = programme.Legends[0][0].Rows;
        for (var i = 0; i < rows.Length; i++)
            if (root.RowDuals[i] < -1e-9
                && (rows[i].Kind == LimitKind.Quote ? rows[i].Subject == offer.Id : rows[i].Kind == LimitKind.Quota && quotas.Contains(rows[i].Subject)))
                return (rows[i], -root.RowDuals[i] * PerUnit);
        return (null, 0);
    }

    /// <summary>The gate that stops orders on the as-of date, where one does.</summary>
    Limit? ShutAtRoot(Offer offer)
    {
        var conditions = terms.Conditions.Offers[terms.Chain.Root][terms.World.Market.Offers.IndexOf(offer)];
        return conditions.OrderShare <= 0 || !conditions.Launched
            ? new Limit(LimitKind.Gate, offer.Id, "", 0, PeriodProgramme.OrderGates(conditions)) : null;
    }
}
