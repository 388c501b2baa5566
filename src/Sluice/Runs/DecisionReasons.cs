using Sluice.Cases;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Planning;
using Sluice.Planning.Buyer;

namespace Sluice.Runs;

/// <summary>Why a quantity is what it is, in parts that can be said in any language.</summary>
static class DecisionReasons
{
    public static ImmutableArray<ReasonRecord> Of(Case world, BuyerPlan plan, Offer offer, OfferPlan offerPlan)
    {
        if (offerPlan.Binds is { Kind: LimitKind.Gate } gate)
            return [.. Gates(world, gate), .. CostOfFollowing(plan, gate)];
        if (offer is Purchase && offerPlan.Most <= 0.5)
            return [new("not-in-wait")];
        if (offerPlan.Binds is { } limit && offerPlan.OneMoreSaves > 0 && offerPlan.Quantity >= 0.95 * offerPlan.Most)
            return [new(limit.Kind switch { LimitKind.RentLimit => "all-rented", LimitKind.Quote => "all-allotted", _ => "all-offered" },
                Saves: Rounding.Money(offerPlan.OneMoreSaves * 1_000))];
        var settled = plan.Bounds.GapMoney <= plan.Indifference / 2;
        return [new(offerPlan.Quantity >= 0.5 ? "enough" : settled ? "costs-more" : "nothing-gained")];
    }

    public static ImmutableArray<ReasonRecord> OfInHand(Purchase? offer, OfferPlan plan, bool cancels)
    {
        if (cancels)
            return [new("refund-over-use")];
        if (offer?.Cancel is null)
            return [new("no-cancel")];
        return [new(plan.Held > 0.02 * plan.OnOrder ? "waits-at-gate" : "use-over-refund")];
    }

    /// <summary>Names the drivers and levels that an effect's path speaks of: drivers.NAME.levels.LEVEL.asks or effects.</summary>
    public static ImmutableArray<ReasonRecord> Gates(Case world, Limit limit)
    {
        var reasons = new List<ReasonRecord>();
        foreach (var provenance in limit.From)
        {
            var names = provenance.Path.Split('.');
            if (names is ["verdicts", var offer, var side])
                reasons.Add(new(world.Verdicts[offer].Verdicts.First(v => v.Gate == side).Word == VerdictWord.Barred ? "barred" : "licence-needed", side));
            if (names is not ["drivers", var driver, "levels", var level, var how, ..])
                continue;
            var authority = world.Driver(driver).Gate?.Authorities.FirstOrDefault()?.ToUpperInvariant();
            reasons.Add(how == "asks" ? new("ask-followed", driver, level, authority) : new("level", driver, level));
        }
        return reasons.Count > 0 ? [.. reasons.Distinct()] : [new("not-on-sale")];
    }

    /// <summary>What following the asks of a gate costs, where that was asked; empty else.</summary>
    static ImmutableArray<ReasonRecord> CostOfFollowing(BuyerPlan plan, Limit gate)
    {
        var asking = gate.From.Select(f => f.Path.Split('.')).Where(n => n is ["drivers", _, "levels", _, "asks", ..]).Select(n => n[1]).Distinct().ToList();
        if (asking.Count == 0 || plan.Answers.Following is not { } costs)
            return [];
        var found = asking is [var only] ? costs.FirstOrDefault(c => c.Driver == only) : costs.FirstOrDefault(c => c.Driver is null && !c.Asks.IsEmpty);
        if (found is null)
            return [];
        var (low, high) = (found.Cost.Low, found.Cost.High);
        return high <= plan.Indifference / 10 ? [new("following-free")]
            : high - low <= Math.Max(plan.Indifference, (low + high) / 2) ? [new("following-costs", Low: Rounding.Money((low + high) / 2), High: Rounding.Money((low + high) / 2))]
            : [new("following-open", Low: Rounding.Money(low), High: double.IsFinite(high) ? Rounding.Money(high) : null)];
    }
}
