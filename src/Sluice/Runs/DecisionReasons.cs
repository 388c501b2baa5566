using System.Collections.Immutable;
using Sluice.Cases;
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
            return LimitWords.Gate(world, gate) + CostOfFollowing(world, plan, gate);
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

    /// <summary>What following the asks of a gate costs, where that was asked; empty else.</summary>
    static string CostOfFollowing(Case world, BuyerPlan plan, Limit gate)
    {
        var asking = gate.From.Select(f => f.Path.Split('.')).Where(n => n is ["drivers", _, "levels", _, "asks", ..]).Select(n => n[1]).Distinct().ToList();
        if (asking.Count == 0 || plan.Answers.Following is not { } costs)
            return "";
        var found = asking is [var only] ? costs.FirstOrDefault(c => c.Driver == only) : costs.FirstOrDefault(c => c.Driver is null && !c.Asks.IsEmpty);
        if (found is null)
            return "";
        string Money(double money) => MoneyWords.Of(money, world.Header.Currency);
        var (low, high) = (found.Cost.Low, found.Cost.High);
        return high <= plan.Indifference / 10 ? "; following costs nothing"
            : high - low <= Math.Max(plan.Indifference, (low + high) / 2) ? $"; following costs {Money((low + high) / 2)} over the horizon"
            : $"; following costs {Money(low)} to {Money(high)}, not settled";
    }
}
