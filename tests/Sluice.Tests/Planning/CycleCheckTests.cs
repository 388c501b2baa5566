using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Planning;
using Sluice.Planning.Buyer;

namespace Sluice.Tests.Planning;

public class CycleCheckTests
{
    const string Terms = "deposit: 40 %, fit-out: 20 %, cancel: {until: 1 month before delivery, refund: 400 USD}, receipt: optional, holding: 1 % per month";

    static readonly Tiny plain = new() { Offers = Tiny.Buy(Terms, lead: "1.5 months"), OnOrder = "buy,1k,2025-10-11", Discount = "10 % per year" };

    /// <summary>The plan's legends with another value for cost items of a kind.</summary>
    static ImmutableArray<CycleFinding> With(Tiny world, CostKind kind, double factor)
    {
        var programme = world.Programme;
        var legends = programme.Programme.Legends.Select(nodes => nodes.Select(legend => legend with
        {
            Columns = [.. legend.Columns.Select(c => c with { Costs = [.. c.Costs.Select(i => i.Kind == kind ? i with { PerUnit = i.PerUnit * factor } : i)] })],
        }).ToImmutableArray()).ToImmutableArray();
        return CycleCheck.Of(programme.Terms, legends);
    }

    [Fact]
    public void A_sound_offer_earns_nothing_without_being_used() => Assert.Empty(CycleCheck.Of(plain.Programme));

    [Fact]
    public void A_refund_above_the_deposit_is_found_in_every_cycle_that_ends_with_it()
    {
        var found = With(plain, CostKind.Refund, 1.5);
        Assert.Equal([Cycle.OrderToCancel, Cycle.HeldToCancel, Cycle.OrderToEnd], found.Select(f => f.Cycle).Distinct());
        // 600 for 400, a month later: of an order of September half is due in November and may be given back in October.
        Assert.Equal(600 * Math.Pow(1.1, -1.0 / 12) - 400, found.First(f => f.Cycle == Cycle.OrderToCancel).Gain, 1e-6);
    }

    [Fact]
    public void A_credit_above_what_was_paid_is_found()
    {
        var finding = Assert.Single(With(plain, CostKind.Residual, 1.3));
        Assert.Equal(("buy", Cycle.ReceiptToCredit), (finding.Offer, finding.Cycle));
    }

    [Fact]
    public void A_price_that_only_rises_lets_a_deposit_in_full_earn_its_rise()
    {
        var rising = (new Tiny { Offers = Tiny.Buy("deposit: 100 %", lead: "1 month") }).Then("", "it: {price: {times: 2, on: {part: alpha}}}");
        var finding = Assert.Single(CycleCheck.Of(rising.Programme));
        // Paid 1 000 in September, worth 0.8 · 2 000 when it comes in October.
        Assert.Equal(("buy", Cycle.ReceiptToCredit), (finding.Offer, finding.Cycle));
        Assert.Equal(600, finding.Gain, 1e-6);
        Assert.Empty(CycleCheck.Of(rising.Then("it: {price: {times: 2, on: {part: alpha}}}", "").Programme));
    }

    [Fact]
    public void States_that_cannot_follow_each_other_make_no_cycle()
    {
        // Cheap and dear are settled on the first day: nobody can order at the one and receive at the other's worth … except from the first month.
        var split = new Tiny
        {
            Offers = Tiny.Buy("deposit: 100 %", lead: "1 month", supply: "supply: {2025-10-01: 2k units per month}"),
            Drivers = "gate: {history: {2025-08-01: {level: one, known: 2025-08-01}}, levels: {one: {}, cheap: {effects: {it: {price: {times: 0.9, on: {part: alpha}}}}}, dear: {effects: {it: {price: {times: 3, on: {part: alpha}}}}}}}",
            Calendar = "change: {on: 2025-09-15, jumps: {gate: {from: one, to: dear, chance: 100 %}}}",
        };
        Assert.Empty(CycleCheck.Of(split.Programme));
    }

    [Fact]
    public void One_state_of_those_that_agree_in_money_stands_for_all() => RandomCase.Each(40, random =>
    {
        var world = random.World;
        Assert.Equal(CycleCheck.Of(SmallCase.Compile(world)), CycleCheck.Of(world, CaseOutlook.Of(world)));
    });

    [Fact]
    public void Orders_earn_nothing_in_any_random_small_case() => RandomCase.Each(40, random => Assert.Empty(CycleCheck.Of(random.Programme).Where(f => f.Cycle != Cycle.ReceiptToCredit)));
}
