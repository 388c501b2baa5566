using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Planning;
using Sluice.Planning.Buyer;

namespace Sluice.Runs;

/// <summary>Why, in one clause, in the user's words.</summary>
static class DecisionReasons
{
    public static string Of(Case world, BuyerPlan plan, Offer offer, OfferPlan offerPlan)
    {
        if (offerPlan.Binds is { Kind: LimitKind.Gate } gate)
            return Gates(world, gate);
        if (offer is Purchase && offerPlan.Most <= 0.5)
            return "cannot be ordered during the wait";
        if (offerPlan.Binds is { } limit && offerPlan.OneMoreSaves > 0 && offerPlan.Quantity >= 0.95 * offerPlan.Most)
        {
            var words = limit.Kind is LimitKind.RentLimit ? "all that can be rented" : limit.Kind is LimitKind.Quote ? "all of the allotment" : "all that is offered";
            return $"{words}; each further 1,000 saves {MoneyWords.Of(offerPlan.OneMoreSaves * 1_000, world.Header.Currency)}";
        }
        var settled = plan.Bounds.GapMoney <= plan.Indifference / 2;
        if (offerPlan.Quantity < 0.5)
            return settled ? "costs more than it saves" : "nothing gained within the gap";
        return "enough: one more would cost what it saves";
    }

    public static string OfInHand(Purchase? offer, OfferPlan plan, bool cancels)
    {
        if (cancels)
            return "the refund is worth more than the use";
        if (offer?.Cancel is null)
            return "cannot be cancelled";
        return plan.Held > 0.02 * plan.OnOrder ? "waits at the gate; worth more than the refund" : "worth more in use than the refund";
    }

    /// <summary>Names the drivers and levels that an effect's path speaks of: drivers.NAME.levels.LEVEL.asks or effects.</summary>
    static string Gates(Case world, Limit limit)
    {
        var clauses = new List<string>();
        foreach (var provenance in limit.From)
        {
            var names = provenance.Path.Split('.');
            if (names is ["verdicts", var offer, var gate])
                clauses.Add(world.Verdicts[offer].Verdicts.First(v => v.Gate == gate).Word == VerdictWord.Barred
                    ? $"barred at {gate}" : $"a licence is needed at {gate}, and no driver says what it lets pass");
            if (names is not ["drivers", var driver, "levels", var level, var how, ..])
                continue;
            var authority = world.Driver(driver).Gate?.Authorities.FirstOrDefault()?.ToUpperInvariant() ?? driver;
            clauses.Add(how == "asks" ? $"{authority}'s request followed ({level})" : $"{driver} at {level}");
        }
        return clauses.Count > 0 ? string.Join("; ", clauses.Distinct()) : "not on sale yet";
    }
}
