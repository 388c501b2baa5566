using Sluice.Market;

namespace Sluice.Planning.Buyer;

/// <summary>What orders draw on: quotes, quotas, bundles, the budget, and the allowance of a question.</summary>
sealed partial class PeriodProgramme
{
    void WritePools()
    {
        foreach (var purchase in terms.Purchases)
        {
            WriteQuote(purchase);
            WriteAllowance(purchase.Id, orders.GetValueOrDefault(purchase.Index, -1));
        }
        WriteQuotas();
        WriteBundle();
        WriteBudget();
    }

    /// <summary>left′ = left − orders; a quote that ends is forgotten.</summary>
    void WriteQuote(PurchaseTerms purchase)
    {
        var left = new StateKey(ChoiceKind.QuoteLeft, purchase.Id);
        if (builder.Incoming(left) < 0)
            return;
        var column = builder.State(left, []);
        // What is pinned later must find what is left: then none of it may be forgotten.
        var least = column >= 0 && question.Exactly.ContainsKey(purchase.Id) ? 0 : double.NegativeInfinity;
        var row = builder.Row(Limit(LimitKind.Quote, purchase.Id, "", purchase.Offer.Quote!.Quantity.Provenance), least, 0);
        builder.Put(row, column, 1);
        builder.Put(row, orders.GetValueOrDefault(purchase.Index, -1), 1);
        builder.Take(row, left, -1);
    }

    /// <summary>An allowance lives only inside the wait: what is not ordered now may be ordered in a later node of it.</summary>
    void WriteAllowance(string offer, int order)
    {
        var left = new StateKey(ChoiceKind.Allowance, offer);
        if (builder.Incoming(left) < 0)
            return;
        var column = builder.State(left, []);
        var row = builder.Row(Limit(LimitKind.Question, offer), double.NegativeInfinity, 0);
        builder.Put(row, column, 1);
        builder.Put(row, order, 1);
        builder.Take(row, left, -1);
    }

    /// <summary>left′ ≤ left + grant − orders while the quota is in force.</summary>
    void WriteQuotas()
    {
        foreach (var quota in terms.Conditions.Quotas)
        {
            var left = new StateKey(ChoiceKind.QuotaLeft, quota.Id);
            var column = builder.State(left, []);
            var grant = quota.Grant[state] * months / Programme.UnitScale;
            var row = builder.Row(Limit(LimitKind.Quota, quota.Id, "", quota.From), double.NegativeInfinity, grant);
            builder.Put(row, column, 1);
            builder.Take(row, left, -1);
            if (quota.InForce[state])
                foreach (var offer in quota.Offers)
                    builder.Put(row, orders.GetValueOrDefault(offer, -1), 1);
        }
    }

    /// <summary>credit′ ≤ credit + domestic − domestic given back − x · foreign while a bundle is in force.</summary>
    void WriteBundle()
    {
        var credit = new StateKey(ChoiceKind.Credit, "bundle");
        if (builder.Incoming(credit) < 0)
            return;
        var row = builder.Row(Limit(LimitKind.Bundle, "bundle"), double.NegativeInfinity, 0);
        builder.Put(row, builder.State(credit, []), 1);
        builder.Take(row, credit, -1);
        foreach (var purchase in terms.Purchases)
        {
            if (purchase.Offer.Domestic)
            {
                builder.Put(row, orders.GetValueOrDefault(purchase.Index, -1), -1);
                foreach (var column in builder.Columns(ChoiceKind.Cancel, purchase.Id).Concat(builder.Columns(ChoiceKind.CancelHeld, purchase.Id)))
                    builder.Put(row, column, 1);
            }
            else
            {
                builder.Put(row, orders.GetValueOrDefault(purchase.Index, -1), Conditions(purchase.Index).Bundle);
            }
        }
    }

    /// <summary>left′ ≤ left − what orders commit to + overrun, at a price: the row can always be met.</summary>
    void WriteBudget()
    {
        if (terms.World.Header.Budget is not { } budget)
            return;
        var left = new StateKey(ChoiceKind.BudgetLeft, "budget");
        var row = builder.Row(Limit(LimitKind.Budget, "budget", "", budget.Amount.Provenance), double.NegativeInfinity, 0);
        builder.Put(row, builder.State(left, []), 1);
        builder.Take(row, left, -1);
        builder.Put(row, Column(ChoiceKind.Overrun, "budget", "",
            [Pay(CostKind.Overrun, "budget", discount * budget.Overrun.Value, budget.Overrun.Provenance)]), -1);
        foreach (var purchase in terms.Purchases)
            builder.Put(row, orders.GetValueOrDefault(purchase.Index, -1),
                PriceNow(purchase, Conditions(purchase.Index)) * (1 + PassedOn(Conditions(purchase.Index)) + purchase.Offer.FitOut.Value));
    }
}
