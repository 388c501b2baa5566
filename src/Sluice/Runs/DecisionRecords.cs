using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Planning;
using Sluice.Planning.Buyer;

namespace Sluice.Runs;

/// <summary>Puts decisions into words: what to do, against what was planned, by when, why, and what may pass.</summary>
static class DecisionRecords
{
    public static ImmutableArray<DecisionRecord> Of(Case world, BuyerPlan plan)
    {
        var rows = ImmutableArray.CreateBuilder<DecisionRecord>();
        var least = LeastOf(world, plan);
        foreach (var offer in plan.Offers.OrderByDescending(o => Weight(world, o)).ThenBy(o => o.Offer, StringComparer.Ordinal))
        {
            rows.Add(NewOrders(world, plan, offer, least));
            if (offer.OnOrder > 0)
                rows.Add(InHand(world, offer));
        }
        return rows.ToImmutable();
    }

    /// <summary>Units under which an order is called nothing beside all that is bought.</summary>
    public static double LeastOf(Case world, BuyerPlan plan) => Little / 10 * plan.Offers.Where(o => world.Market.Offer(o.Offer) is Purchase).Sum(o => o.Quantity);

    /// <summary>Money that the offer is about: what was planned, is advised, or is on order. The largest comes first.</summary>
    static double Weight(Case world, OfferPlan plan) => world.Market.Offer(plan.Offer) switch
    {
        Purchase purchase => purchase.Price.Value * Math.Max(Math.Max(plan.Planned, plan.Quantity), plan.OnOrder),
        Rental rental => rental.Price.Value * Math.Max(plan.Planned, plan.Quantity),
        _ => 0,
    };

    public static string UnitOf(Case world, Offer offer) =>
        offer is Rental rental ? world.Market.Workload(rental.Workloads[0].Id).Equivalent : "units";

    static DecisionRecord NewOrders(Case world, BuyerPlan plan, OfferPlan offerPlan, double least)
    {
        var offer = world.Market.Offer(offerPlan.Offer);
        var reasons = DecisionReasons.Of(world, plan, offer, offerPlan);
        return new DecisionRecord
        {
            Offer = offer.Id,
            Part = (offer as Purchase)?.Part.Id,
            Title = Names.Of(world, offer),
            Span = Span(world),
            FirstPeriod = Rounding.Quantity(offerPlan.FirstPeriod),
            Action = Action(offer, offerPlan, least),
            Quantity = Rounding.Quantity(offerPlan.Quantity),
            Planned = Rounding.Quantity(offer is Rental open && offerPlan.Planned <= 0 ? open.Opening.Value : offerPlan.Planned),
            Low = offerPlan.Possibly is { } possibly ? Rounding.Quantity(possibly.Low) : null,
            High = offerPlan.Possibly is { } possiblyHigh ? Rounding.Quantity(possiblyHigh.High) : null,
            SurelyLow = offerPlan.Surely is { } surely ? Rounding.Quantity(surely.Low) : null,
            SurelyHigh = offerPlan.Surely is { } surelyHigh ? Rounding.Quantity(surelyHigh.High) : null,
            Unit = UnitOf(world, offer),
            By = CalendarRecords.DecideBy(world, plan, offer, offerPlan)?.Day,
            Reason = ReasonWords.Of(reasons, Wording.English, world.Header.Currency),
            Reasons = reasons,
            Verdict = VerdictOf(world, offer.Id),
            Verdicts = VerdictsOf(world, offer.Id),
            Conflicts = ConflictsOf(world, offer.Id),
        };
    }

    static DecisionRecord InHand(Case world, OfferPlan offerPlan)
    {
        var offer = world.Market.Offer(offerPlan.Offer);
        var cancels = offerPlan.GivenBack > Little * offerPlan.OnOrder;
        var holds = offerPlan.Held > Little * offerPlan.OnOrder;
        var reasons = DecisionReasons.OfInHand(offer as Purchase, offerPlan, cancels);
        return new DecisionRecord
        {
            Offer = offer.Id,
            Part = (offer as Purchase)?.Part.Id,
            Title = $"{Names.Of(world, offer)} on order",
            Span = Span(world),
            FirstPeriod = 0,
            Action = cancels ? "cancel" : holds ? "hold" : "keep",
            Quantity = Rounding.Quantity(cancels ? offerPlan.GivenBack : holds ? offerPlan.Held : offerPlan.OnOrder),
            Planned = Rounding.Quantity(offerPlan.OnOrder),
            Low = null,
            High = null,
            SurelyLow = null,
            SurelyHigh = null,
            Unit = "units",
            By = CalendarRecords.LastCancelDay(world, offer as Purchase),
            Reason = ReasonWords.Of(reasons, Wording.English, world.Header.Currency),
            Reasons = reasons,
            Verdict = VerdictOf(world, offer.Id),
            Verdicts = VerdictsOf(world, offer.Id),
            Conflicts = ConflictsOf(world, offer.Id),
        };
    }

    /// <summary>What remains when a mean over rare states is all there is: less than this share of what was planned or could be had is nothing.</summary>
    const double Little = 0.02;

    static string Action(Offer offer, OfferPlan plan, double least)
    {
        if (offer is Rental rental)
            {
            var little = Math.Max(0.5, Little * plan.Most);
            return plan.Quantity > rental.Opening.Value + little ? "rent" : plan.Quantity < rental.Opening.Value - little ? "cut" : "keep";
        }
        var nothing = plan.Quantity < Math.Max(least, Little * Math.Max(plan.Planned, plan.Most));
        if (plan.Planned <= 0)
            return nothing ? "wait" : "order";
        if (nothing && plan.Most <= Little * plan.Planned)
            return "pause";
        if (nothing && plan.Later >= plan.Planned / 2)
            return "defer";
        return plan.Quantity < 0.95 * plan.Planned ? "cut" : "order";
    }

    static string Span(Case world)
    {
        var periods = world.Header.Clock.Periods;
        return $"{world.Header.AsOf:yyyy-MM-dd} to {periods.Last(p => p.StartMonth < world.Header.Wait - 1e-9).End:yyyy-MM-dd}";
    }

    static string VerdictOf(Case world, string offer) =>
        world.Verdicts.TryGetValue(offer, out var verdict)
            ? string.Join("; ", verdict.Verdicts.Select(v => $"{v.Gate} {Word(v)}"))
            : "unknown";

    static ImmutableArray<DecisionVerdict> VerdictsOf(Case world, string offer) =>
        world.Verdicts.TryGetValue(offer, out var verdict) ? [.. verdict.Verdicts.Select(DecisionVerdict.Of)] : [];

    static string Word(StatedVerdict verdict)
    {
        var word = verdict.Word switch
        {
            VerdictWord.NoRequirement => "no requirement found",
            VerdictWord.Licence => "licence",
            VerdictWord.Guided => "guided",
            VerdictWord.Barred => "barred",
            _ => "unknown",
        };
        return verdict.Policy is { } policy ? $"{word} ({policy})" : word;
    }

    static ImmutableArray<string> ConflictsOf(Case world, string offer) =>
        world.Verdicts.TryGetValue(offer, out var verdict) && verdict.Conflict is { } conflict ? [conflict] : [];
}
