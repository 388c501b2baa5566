using System.Collections.Immutable;

namespace Sluice.Planning.Buyer;

/// <summary>
/// Which entries the state needs at each boundary: only what some decision, order in hand or rest can have put there and some later period
/// can still use. Fewer entries make every cut shorter.
/// </summary>
sealed class BuyerLayouts
{
    readonly BuyerTerms terms;
    readonly HashSet<StateKey>[] keys;

    BuyerLayouts(BuyerTerms terms)
    {
        this.terms = terms;
        keys = [.. Enumerable.Range(0, terms.Stages).Select(_ => new HashSet<StateKey>())];
    }

    /// <summary>[period] layout of the state that enters it.</summary>
    public static ImmutableArray<StateLayout> Of(BuyerTerms terms)
    {
        var layouts = new BuyerLayouts(terms);
        foreach (var purchase in terms.Purchases)
            layouts.AddPurchase(purchase);
        foreach (var rental in terms.Rentals)
            layouts.AddAll(new StateKey(ChoiceKind.Rent, rental.Id), 0);
        layouts.AddPorting();
        layouts.AddPools();
        return [.. layouts.keys.Select(set => new StateLayout([.. set.OrderBy(k => k.Kind).ThenBy(k => k.Subject, StringComparer.Ordinal)
            .ThenBy(k => k.With, StringComparer.Ordinal).ThenBy(k => k.Period)]))];
    }

    void AddPurchase(PurchaseTerms purchase)
    {
        foreach (var τ in purchase.Opening.Keys)
            AddDue(purchase.Id, τ, 0);
        var asset = terms.Assets[purchase.AssetIndex];
        var (stocked, waiting) = (false, false);
        for (var t = 0; t < terms.Stages; t++)
        {
            var flows = purchase.Orderable(t) && purchase.Arrivals[t].Any(a => a.Period == t);
            if (purchase.Orderable(t))
                foreach (var (τ, _) in purchase.Arrivals[t])
                    AddDue(purchase.Id, τ, t + 1);
            var arrives = flows || keys[t].Contains(new StateKey(ChoiceKind.Due, purchase.Id, "", t));
            if (arrives && (purchase.HasFill || terms.Any(t, purchase.Index, c => c.DelayShare > 0)))
                AddDue(purchase.Id, t + 1, t + 1);
            stocked |= arrives || waiting;
            waiting |= arrives && purchase.MayWait(t);
            if (t + 1 == terms.Stages)
                break;
            if (stocked)
                keys[t + 1].Add(new StateKey(ChoiceKind.Stock, asset.Part, asset.Site));
            if (stocked && MayBar(purchase.AssetIndex, t))
                AddAll(new StateKey(ChoiceKind.Barred, asset.Part, asset.Site), t + 1);
            if (waiting)
                keys[t + 1].Add(new StateKey(ChoiceKind.Held, purchase.Id));
        }
        for (var t = 0; t <= purchase.LastQuotePeriod && t < terms.Stages; t++)
            keys[t].Add(new StateKey(ChoiceKind.QuoteLeft, purchase.Id));
        if (terms.Periods.Any(p => terms.Any(p.Index, purchase.Index, c => !double.IsInfinity(c.DeliveryInAll))))
            AddAll(new StateKey(ChoiceKind.DeliveryLeft, purchase.Id), 0);
    }

    bool MayBar(int asset, int period) =>
        terms.Chain.Alive[period].Any(state => terms.Conditions.Use[state][asset].NewBarred.Any(b => b));

    void AddDue(string offer, int τ, int since)
    {
        for (var b = since; b <= τ && b < terms.Stages; b++)
            if (τ < terms.Stages)
                keys[b].Add(new StateKey(ChoiceKind.Due, offer, "", τ));
    }

    void AddAll(StateKey key, int since)
    {
        for (var b = since; b < terms.Stages; b++)
            keys[b].Add(key);
    }

    void AddPorting()
    {
        foreach (var (stack, workload, porting) in terms.Portings)
        {
            AddAll(new StateKey(ChoiceKind.Ported, stack.Id, workload.Id), 0);
            for (var t = 0; t < terms.Stages; t++)
                foreach (var (τ, _) in porting.Arrivals[t])
                    for (var b = t + 1; b <= τ; b++)
                        keys[b].Add(new StateKey(ChoiceKind.PortDue, stack.Id, workload.Id, τ));
        }
    }

    void AddPools()
    {
        foreach (var quota in terms.Conditions.Quotas)
            AddAll(new StateKey(ChoiceKind.QuotaLeft, quota.Id), 0);
        if (terms.World.Market.Offers.Select((_, i) => i).Any(i => terms.Periods.Any(p => terms.Any(p.Index, i, c => c.Bundle > 0))))
            AddAll(new StateKey(ChoiceKind.Credit, "bundle"), 0);
        if (terms.World.Header.Budget is not null)
            AddAll(new StateKey(ChoiceKind.BudgetLeft, "budget"), 0);
    }
}
