using Sluice.Planning.Buyer;
using Sluice.Runs;
using Sluice.Tests.Planning;

namespace Sluice.Tests.Runs;

/// <summary>Days that press, counted by hand.</summary>
public class CalendarTests
{
    static readonly PlanOptions quick = new() { Passes = 12, Stop = StopRule.PassesOnly, Threads = 1, Paths = 40 };

    /// <summary>Seven months from 1 September, of which the first three are the wait; later is cheaper.</summary>
    static Tiny Quarter => new()
    {
        Periods = "months to 2026-03", Wait = "1 quarter", Discount = "20 % per year",
        Demand = string.Join('\n', new[] { "2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03" }.Select(m => $"serve,{m},20k H20e")),
    };

    static string[] Days(Tiny tiny)
    {
        var plan = WorldPlan.Of(tiny.World, quick, new RunHeader("0.1.0", quick.Seed, []), cancellation: TestContext.Current.CancellationToken).Record;
        var days = plan.Calendar!.Value;
        Assert.Equal(days.OrderBy(d => d.Day).Select(d => d.Day), days.Select(d => d.Day));
        // What a decision says of its own day is what the calendar says.
        foreach (var decision in plan.Decisions.Where(d => d.By is not null && !d.Title.EndsWith(" on order", StringComparison.Ordinal)))
            Assert.Contains(days, d => d.Offer == decision.Offer && d.Day == decision.By);
        // No day presses for what the advice calls nothing.
        Assert.DoesNotContain(plan.Decisions, d => d.By is not null && d.Action is "wait" or "pause" or "defer");
        return [.. days.Select(d => $"{d.Day:yyyy-MM-dd} {d.Kind} {d.Offer}".TrimEnd())];
    }

    [Fact]
    public void A_quote_ends_on_its_own_day() =>
        Assert.Equal(["2025-10-17 quote buy"], Days(Quarter with { Offers = Tiny.Buy(supply: "quote: {quantity: 4k units, until: 2025-10-17}, rate: 1k units per month") }));

    [Fact]
    public void What_is_offered_month_by_month_and_is_all_worth_having_is_decided_by_the_end_of_the_first() =>
        Assert.Equal(["2025-09-30 decide buy"], Days(Quarter));

    /// <summary>Work begins on 1 February and the place holds half of it; two months before are 61 days.</summary>
    static Tiny Needed => Quarter with
    {
        Places = "home: {country: CN, power: 10 MW}", Wait = "2 quarters", Discount = "60 % per year", Offers = Tiny.Buy(lead: "2 months", supply: "rate: 90k units per month"),
        Demand = "serve,2025-09,0 H20e\nserve,2025-10,0 H20e\nserve,2025-11,0 H20e\nserve,2025-12,0 H20e\nserve,2026-01,0 H20e\nserve,2026-02,20k H20e\nserve,2026-03,20k H20e",
    };

    [Fact]
    public void A_need_less_the_lead_time_is_the_last_day_to_order() => Assert.Equal(["2025-12-02 decide buy"], Days(Needed));

    [Fact]
    public void Where_the_need_is_beyond_the_wait_its_end_is_the_day() => Assert.Equal(["2026-02-28 decide buy"], Days(Needed with { Offers = Tiny.Buy(supply: "rate: 20k units per month"), Demand = Needed.Demand.Replace("2026-02,20k", "2026-02,9k", StringComparison.Ordinal) }));

    [Fact]
    public void Units_on_order_come_on_their_day_and_can_be_given_back_until_the_notice_before_their_period() =>
        Assert.Equal(["2025-09-30 decide buy", "2025-10-02 cancel buy", "2025-11-10 arrives buy"],
            Days(Quarter with { Offers = Tiny.Buy("cancel: {until: 30 days before delivery, refund: 100 USD}"), OnOrder = "buy,3k,2025-11-10" }));

    [Fact]
    public void Scheduled_events_of_the_wait_are_there_and_no_others() =>
        Assert.Equal(["2025-09-30 decide buy", "2025-10-15 event", "2025-11-30 event"],
            Days(Quarter with { Calendar = "before: {on: 2025-09-01}\nvote: {on: 2025-10-15}\nlast-day: {on: 2025-11-30}\nafter: {on: 2025-12-01}" }));

    [Fact]
    public void Where_nothing_is_advised_and_nothing_ends_nothing_presses() => Assert.Empty(Days(Quarter with { Offers = Tiny.Buy(price: "900 000 USD") }));
}
