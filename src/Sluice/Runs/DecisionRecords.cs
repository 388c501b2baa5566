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
        foreach (var offer in plan.Offers)
        {
            rows.Add(NewOrders(world, plan, offer));
            if (offer.OnOrder > 0)
                rows.Add(InHand(world, offer));
        }
        return rows.ToImmutable();
    }

    public static string UnitOf(Case world, Offer offer) =>
        offer is Rental rental ? world.Market.Workload(rental.Workloads[0].Id).Equivalent : "units";

    static DecisionRecord NewOrders(Case world, BuyerPlan plan, OfferPlan offerPlan)
    {
        var offer = world.Market.Offer(offerPlan.Offer);
        return new DecisionRecord
        {
            Offer = offer.Id,
            Part = (offer as Purchase)?.Part.Id,
            Title = Names.Of(world, offer),
            Span = Span(world),
            FirstPeriod = Rounding.Quantity(offerPlan.FirstPeriod),
            Action = Action(offer, offerPlan),
            Quantity = Rounding.Quantity(offerPlan.Quantity),
            Planned = Rounding.Quantity(offerPlan.Planned),
            Low = offerPlan.Possibly is { } possibly ? Rounding.Quantity(possibly.Low) : null,
            High = offerPlan.Possibly is { } possiblyHigh ? Rounding.Quantity(possiblyHigh.High) : null,
            SurelyLow = offerPlan.Surely is { } surely ? Rounding.Quantity(surely.Low) : null,
            SurelyHigh = offerPlan.Surely is { } surelyHigh ? Rounding.Quantity(surelyHigh.High) : null,
            Unit = UnitOf(world, offer),
            By = offer is Purchase { Quote: { } quote } && offerPlan.Quantity > 0 ? quote.Until : null,
            Reason = DecisionReasons.Of(world, plan, offer, offerPlan),
            Verdict = VerdictOf(world, offer.Id),
            Conflicts = ConflictsOf(world, offer.Id),
        };
    }

    static DecisionRecord InHand(Case world, OfferPlan offerPlan)
    {
        var offer = world.Market.Offer(offerPlan.Offer);
        var cancels = offerPlan.GivenBack > 0.02 * offerPlan.OnOrder;
        return new DecisionRecord
        {
            Offer = offer.Id,
            Part = (offer as Purchase)?.Part.Id,
            Title = $"{Names.Of(world, offer)} on order",
            Span = Span(world),
            FirstPeriod = 0,
            Action = cancels ? "cancel" : offerPlan.Held > 0.02 * offerPlan.OnOrder ? "hold" : "keep",
            Quantity = Rounding.Quantity(cancels ? offerPlan.GivenBack : offerPlan.OnOrder),
            Planned = Rounding.Quantity(offerPlan.OnOrder),
            Low = null,
            High = null,
            SurelyLow = null,
            SurelyHigh = null,
            Unit = "units",
            By = LastCancelDay(world, offer as Purchase),
            Reason = DecisionReasons.OfInHand(offer as Purchase, offerPlan, cancels),
            Verdict = VerdictOf(world, offer.Id),
            Conflicts = ConflictsOf(world, offer.Id),
        };
    }

    static string Action(Offer offer, OfferPlan plan)
    {
        if (offer is Rental rental)
            return plan.Quantity > rental.Opening.Value + 0.5 ? "rent" : plan.Quantity < rental.Opening.Value - 0.5 ? "cut" : "keep";
        var nothing = plan.Quantity < Math.Max(0.5, 0.02 * plan.Planned);
        if (plan.Planned <= 0)
            return nothing ? "wait" : "order";
        if (nothing && plan.Most <= 0.5)
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

    /// <summary>The next deadline for giving back units on order; null where there is none.</summary>
    static DateOnly? LastCancelDay(Case world, Purchase? offer)
    {
        if (offer?.Cancel is not { } cancel)
            return null;
        var days = (int)Math.Round(cancel.Notice.Value * 30.4375);
        var deadlines = world.Market.OnOrder.Where(r => r.Offer.Id == offer.Id)
            .Select(r => world.Header.Clock.Periods.First(p => r.Due <= p.End).Start.AddDays(-days)).Where(d => d > world.Header.AsOf).Order().ToList();
        return deadlines.Count > 0 ? deadlines[0] : null;
    }

    static string VerdictOf(Case world, string offer) =>
        world.Verdicts.TryGetValue(offer, out var verdict)
            ? string.Join("; ", verdict.Verdicts.Select(v => $"{v.Gate} {Word(v)}"))
            : "unknown";

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
