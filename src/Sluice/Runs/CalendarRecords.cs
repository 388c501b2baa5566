using System.Collections.Immutable;
using System.Globalization;
using Sluice.Cases;
using Sluice.Market;
using Sluice.Planning.Buyer;

namespace Sluice.Runs;

/// <summary>
/// Days that press: by when to decide (from quotes, from what is offered period by period, from need dates less lead times), until when an order
/// in hand can be given back, when it comes, and what is scheduled before.
/// </summary>
static class CalendarRecords
{
    // A shortage of less than this share of demand is no need to order for.
    const double Short = 0.02;

    /// <summary>Everything from the day after the as-of date on, earliest first: to the end of the wait, and arrivals to half a year.</summary>
    public static ImmutableArray<CalendarRecord> Of(Case world, BuyerPlan plan)
    {
        var asOf = world.Header.AsOf;
        var end = EndOfWait(world);
        var days = new List<CalendarRecord>();
        foreach (var offerPlan in plan.Offers)
        {
            var offer = world.Market.Offer(offerPlan.Offer);
            if (DecideBy(world, plan, offer, offerPlan) is { } decide)
                days.Add(new CalendarRecord(decide.Day, decide.Kind, offer.Id, decide.Why));
            else if (offer is Purchase { Quote: { } quote } && quote.Until > asOf && quote.Until <= end)
                days.Add(new CalendarRecord(quote.Until, "quote", offer.Id, $"the allotment of {quote.Quantity.Value.ToString("N0", CultureInfo.InvariantCulture)} ends"));
            if (LastCancelDay(world, offer as Purchase) is { } cancel && cancel <= end)
                days.Add(new CalendarRecord(cancel, "cancel", offer.Id, "last day to give back units on order"));
        }
        foreach (var row in world.Market.OnOrder.Where(r => r.Due > asOf && r.Due <= asOf.AddMonths(6)))
            days.Add(new CalendarRecord(row.Due, "arrives", row.Offer.Id, $"{row.Units.Value.ToString("N0", CultureInfo.InvariantCulture)} units on order are due"));
        foreach (var scheduled in world.Calendar.Where(e => e.On > asOf && e.On <= end))
            days.Add(new CalendarRecord(scheduled.On, "event", null, scheduled.Title ?? scheduled.Id.Replace('-', ' ')));
        return [.. days.OrderBy(d => d.Day).ThenBy(d => d.Kind, StringComparer.Ordinal).ThenBy(d => d.Offer, StringComparer.Ordinal).ThenBy(d => d.What, StringComparer.Ordinal)];
    }

    /// <summary>By when what is advised must be ordered, the kind of the day, and why then; null where nothing is advised.</summary>
    public static (DateOnly Day, string Kind, string Why)? DecideBy(Case world, BuyerPlan plan, Offer offer, OfferPlan offerPlan)
    {
        // What the advice calls nothing presses on no day.
        var least = offer is Purchase ? DecisionRecords.LeastOf(world, plan) : 0;
        if (offerPlan.Ordered < Math.Max(Math.Max(0.5, least), 0.02 * Math.Max(offerPlan.Planned, offerPlan.Most)))
            return null;
        var periods = world.Header.Clock.Periods;
        if (offer is Purchase { Quote: { } quote } && quote.Until > world.Header.AsOf)
            return (quote.Until, "quote", $"the allotment of {quote.Quantity.Value.ToString("N0", CultureInfo.InvariantCulture)} ends");
        var first = periods[0].End;
        if (offerPlan is { Binds: not null, OneMoreSaves: > 0 } && offerPlan.FirstPeriod > 0.5)
            return (first, "decide", $"what is offered to {Day(first)} is not offered again, and all that is offered is worth having");
        var end = EndOfWait(world);
        if (NeedOf(world, plan, offer) is not { } need)
            return (end, "decide", "the end of the wait; nothing presses before");
        var last = need.Start.AddDays(-(int)Math.Round((offer as Purchase)?.Lead.Value * 30.4375 ?? 0));
        var day = last < first ? first : last > end ? end : last;
        return (day, "decide", last <= first ? $"{need.Workload} is short in {need.Label} already, and the lead time is longer" : last > end ? "the end of the wait; nothing presses before"
            : $"ordered later it does not stand when {need.Label} begins, in which {need.Workload} is short");
    }

    /// <summary>The first period, not before an order made now could come, in which something that the offer can serve is expected to be short.</summary>
    static (string Workload, DateOnly Start, string Label)? NeedOf(Case world, BuyerPlan plan, Offer offer)
    {
        var lead = (offer as Purchase)?.Lead.Value ?? 0;
        var periods = world.Header.Clock.Periods;
        for (var t = 0; t < periods.Length; t++)
            for (var w = 0; w < world.Market.Workloads.Length; w++)
                if (periods[t].StartMonth + periods[t].Months > lead && Serves(world, offer, world.Market.Workloads[w])
                    && plan.Unserved[w][t] is { Demand: > 0 } unserved && unserved.Mean > Short * unserved.Demand)
                    return (world.Market.Workloads[w].Id, periods[t].Start, periods[t].Label);
        return null;
    }

    static bool Serves(Case world, Offer offer, Workload workload) => offer switch
    {
        Rental rental => rental.Workloads.Any(w => w.Id == workload.Id),
        Purchase purchase => Speed.Of(world.Market.Part(purchase.Part.Id), workload, world.Market.Part(workload.Reference.Id)) is > 0,
        _ => false,
    };

    /// <summary>The next deadline for giving back units on order; null where there is none.</summary>
    public static DateOnly? LastCancelDay(Case world, Purchase? offer)
    {
        if (offer?.Cancel is not { } cancel)
            return null;
        var days = (int)Math.Round(cancel.Notice.Value * 30.4375);
        var deadlines = world.Market.OnOrder.Where(r => r.Offer.Id == offer.Id)
            .Select(r => world.Header.Clock.Periods.FirstOrDefault(p => r.Due <= p.End)?.Start.AddDays(-days)).Where(d => d > world.Header.AsOf).Order().ToList();
        return deadlines.Count > 0 ? deadlines[0] : null;
    }

    static DateOnly EndOfWait(Case world) => world.Header.Clock.Periods.Last(p => p.StartMonth < world.Header.Wait - 1e-9).End;

    static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}
