using Sluice.Optimization;
using Sluice.Planning;
using Sluice.Planning.Buyer;

namespace Sluice.Tests.Planning;

/// <summary>One test for each rule of state and money of MODEL 4, in numbers that can be checked on paper.</summary>
public class MoneyAndStateTests
{
    static readonly Tiny plain = new();

    /// <summary>What leaving all demand unserved costs: 20 thousand at 10 a month.</summary>
    const double NothingServed = 3 * 200;

    static Tiny Nothing => plain with { Offers = Tiny.Buy(supply: "rate: 0k units per month") };

    [Fact]
    public void Units_bought_at_once_serve_from_the_first_month_and_keep_their_worth() =>
        // 2 thousand a month: 2 + 4 + 6 served; each costs 1 and is worth 0.7, 0.8, 0.9 at the end by the month of receipt.
        SmallCase.AssertClose(NothingServed - 12 * 10 + 6 - 2 * (.7 + .8 + .9), plain.Value);

    [Fact]
    public void Deposit_is_paid_at_the_price_of_the_order_and_the_balance_at_that_of_the_receipt()
    {
        var dearer = (plain with { Offers = Tiny.Buy("deposit: 40 %, fit-out: 50 %", lead: "1 month", supply: "supply: {2025-09-01: 2k units per month, 2025-10-01: 0k units per month}") })
            .Then("", "it: {price: {times: 2, on: {part: alpha}}}");
        // Ordered in September: 0.4 · 1; received in October at double the price: 0.6 · 2 + 0.5 · 2; worth 0.8 of 2 · 1.5 at the end; serves two months.
        SmallCase.AssertClose(NothingServed + 2 * (.4 + 1.2 + 1 - .8 * 3 - 2 * 10), dearer.Value);
    }

    [Fact]
    public void The_credit_counts_at_the_lowest_price_of_the_states_of_receipt()
    {
        var uncertain = plain with
        {
            Offers = Tiny.Buy(lead: "1 month", supply: "supply: {2025-09-01: 2k units per month, 2025-10-01: 0k units per month}"),
            Drivers = "gate: {history: {2025-08-01: {level: one, known: 2025-08-01}}, levels: {one: {}, two: {effects: {it: {price: {times: 2, on: {part: alpha}}}}}}}",
            Calendar = "change: {on: 2025-09-15, jumps: {gate: {from: one, to: two, chance: 50 %}}}",
        };
        SmallCase.AssertClose(NothingServed + 2 * (1.5 - .8 - 2 * 10), uncertain.Value);
    }

    [Fact]
    public void Interest_counts_from_the_first_day_of_the_period()
    {
        var yearly = plain with { Discount = "12 % per year", Offers = Tiny.Buy(supply: "rate: 0k units per month") };
        SmallCase.AssertClose(200 * (1 + Math.Pow(1.12, -1.0 / 12) + Math.Pow(1.12, -2.0 / 12)), yearly.Value);
    }

    [Fact]
    public void The_worth_at_the_end_falls_by_an_annuity()
    {
        var monthly = Math.Pow(1.12, 1.0 / 12);
        var one = plain with { Discount = "12 % per year", OnOrder = "buy,1k,2025-10-01", Offers = Tiny.Buy(supply: "rate: 0k units per month") };
        var none = one with { OnOrder = "" };
        var share = (1 - Math.Pow(monthly, -2)) / (1 - Math.Pow(monthly, -10));
        SmallCase.AssertClose((1 - (1 - share) - 10) / monthly - 10 / monthly / monthly, one.Value - none.Value);
    }

    [Fact]
    public void A_delivery_inside_a_period_comes_there_for_the_rest_of_it_and_in_the_next_for_what_has_gone_by()
    {
        var inside = Nothing with { OnOrder = "buy,3k,2025-09-11" };
        // A third of September has gone by: 2 thousand from September on, 1 from October on.
        SmallCase.AssertClose(NothingServed - 10 * (2 + 3 + 3) + 3 - 2 * .7 - 1 * .8, inside.Value);
    }

    [Fact]
    public void An_order_of_which_a_share_would_come_after_the_end_is_not_possible()
    {
        var late = plain with { Offers = Tiny.Buy(lead: "0.4 months", supply: "supply: {2025-09-01: 0k units per month, 2025-11-01: 2k units per month}") };
        SmallCase.AssertClose(NothingServed, late.Value);
    }

    [Fact]
    public void An_offer_that_opens_inside_a_period_is_on_its_way_from_then()
    {
        var opens = plain with { Offers = Tiny.Buy("from: 2025-09-16", lead: "0.5 months", supply: "supply: {2025-09-01: 2k units per month, 2025-10-01: 0k units per month}") };
        // Half a month of supply, there on 1 October.
        SmallCase.AssertClose(NothingServed - 2 * 10 + 1 - .8, opens.Value);
    }

    [Fact]
    public void An_order_is_given_back_until_its_deadline_and_no_later()
    {
        const string dear = "5 000 USD", terms = "deposit: 10 %, fit-out: 0 %, cancel: {until: 1 month before delivery, refund: 400 USD}, receipt: optional, holding: 5 % per month";
        Tiny Useless(string due) => Nothing with { Offers = Tiny.Buy(terms, price: dear, supply: "rate: 0k units per month"), OnOrder = $"buy,1k,{due}", Demand = "serve,2025-09,0k H20e\nserve,2025-10,0k H20e\nserve,2025-11,0k H20e" };
        SmallCase.AssertClose(-.4, Useless("2025-10-01").Value);
        // Due in the first month it can only be left, for a month's holding of 5 % of the balance, and given back after it.
        SmallCase.AssertClose(.05 * 4.5 - .4, Useless("2025-09-01").Value);
    }

    [Fact]
    public void What_is_ordered_cannot_be_given_back_in_the_same_period()
    {
        // Half comes at once and half next month, which nobody wants: what was ordered goes as a whole.
        const string terms = "deposit: 40 %, cancel: {until: 1 month before delivery, refund: 400 USD}, receipt: optional, holding: 50 % per month";
        var world = plain with
        {
            Offers = Tiny.Buy(terms, lead: "0.5 months", price: "5 000 USD", supply: "supply: {2025-09-01: 2k units per month, 2025-10-01: 0k units per month}"),
            OnOrder = "buy,0.001k,2025-10-01",
            Demand = "serve,2025-09,1k H20e\nserve,2025-10,0k H20e\nserve,2025-11,0k H20e",
        };
        var programme = world.Programme.Programme;
        var root = DeterministicEquivalent.Solve(programme.Graph, cancellation: TestContext.Current.CancellationToken).RootColumns[0];
        var index = new LegendIndex(programme.Legends);
        Assert.True(index.Sum(0, 0, ChoiceKind.Order, "buy", root.AsSpan()) > .9);
        Assert.True(index.Sum(0, 0, ChoiceKind.Cancel, "buy", root.AsSpan()) <= .001 + 1e-9);
    }

    [Fact]
    public void A_refund_is_at_most_the_lowest_deposit_of_any_state()
    {
        const string terms = "deposit: 10 %, cancel: {until: 1 month before delivery, refund: 400 USD}, receipt: optional, holding: 5 % per month";
        var useless = (Nothing with { Offers = Tiny.Buy(terms, supply: "rate: 0k units per month"), OnOrder = "buy,1k,2025-10-01", Demand = "serve,2025-09,0k H20e\nserve,2025-10,0k H20e\nserve,2025-11,0k H20e" })
            .Then("", "it: {price: {times: 0.5, on: {part: alpha}}}");
        SmallCase.AssertClose(-.05, useless.Value);
    }

    [Fact]
    public void Units_left_at_an_open_gate_pay_the_holding_cost_every_month_and_are_refunded_at_the_end()
    {
        const string terms = "deposit: 40 %, fit-out: 50 %, cancel: {until: 2 months before delivery, refund: 200 USD}, receipt: optional, holding: 1 % per month";
        // Nothing is demanded and units soon are worth nothing, so they are given back at once, two months before they come …
        var left = Nothing with
        {
            Offers = Tiny.Buy(terms + ", residual-life: 1 month", supply: "rate: 0k units per month").Replace("residual-life: 10 months, ", "", StringComparison.Ordinal),
            OnOrder = "buy,1k,2025-11-01", Demand = "serve,2025-09,0k H20e\nserve,2025-10,0k H20e\nserve,2025-11,0k H20e",
        };
        SmallCase.AssertClose(-.2, left.Value);
        // … and where the deadline is over, left for the last month and credited after it.
        SmallCase.AssertClose(.01 * 1.1 - .2, (left with { Offers = left.Offers.Replace("until: 2 months", "until: 3 months", StringComparison.Ordinal) }).Value);
    }

    [Fact]
    public void Without_a_stated_holding_cost_it_is_the_interest()
    {
        const string terms = "deposit: 40 %, cancel: {until: 3 months before delivery, refund: 0 USD}, receipt: optional, residual-life: 1 month";
        var left = Nothing with
        {
            Discount = "12 % per year", OnOrder = "buy,1k,2025-09-01", Demand = "serve,2025-09,0k H20e\nserve,2025-10,0k H20e\nserve,2025-11,0k H20e",
            Offers = Tiny.Buy(terms, supply: "rate: 0k units per month").Replace("residual-life: 10 months, ", "", StringComparison.Ordinal),
        };
        // No refund: giving back costs nothing from the second month on; the first month's holding is the interest on 0.6.
        SmallCase.AssertClose(.6 * (Math.Pow(1.12, 1.0 / 12) - 1), left.Value);
    }

    [Fact]
    public void At_a_gate_that_stops_them_units_pay_no_holding_cost()
    {
        const string terms = "deposit: 40 %, cancel: {until: 3 months before delivery, refund: 0 USD}, receipt: optional, holding: 10 % per month, residual-life: 1 month";
        var stopped = Nothing with
        {
            OnOrder = "buy,1k,2025-09-01", Demand = "serve,2025-09,0k H20e\nserve,2025-10,0k H20e\nserve,2025-11,0k H20e",
            Offers = Tiny.Buy(terms, supply: "rate: 0k units per month").Replace("residual-life: 10 months, ", "", StringComparison.Ordinal),
            Drivers = Tiny.Standing("it: {pass-deliveries: {share: 30 %, per-month: 0 %, on: {part: alpha}}}"),
        };
        // Three tenths pass and are left for a month; the rest is stopped.
        SmallCase.AssertClose(.3 * .1 * .6, stopped.Value);
        SmallCase.AssertClose(0, (stopped with { Drivers = Tiny.Standing("it: {pass-deliveries: {share: 0 %, on: {part: alpha}}}") }).Value);
    }

    [Fact]
    public void Take_or_pay_pays_the_balance_of_what_nobody_takes()
    {
        var useless = Nothing with
        {
            Offers = Tiny.Buy("deposit: 30 %, fit-out: 500 %, receipt: take-or-pay", supply: "rate: 0k units per month"), OnOrder = "buy,1k,2025-10-01", Demand = "serve,2025-09,0k H20e\nserve,2025-10,0k H20e\nserve,2025-11,0k H20e",
        };
        SmallCase.AssertClose(.7, useless.Value);
    }

    [Fact]
    public void Optional_receipt_without_terms_of_cancelling_cannot_leave_units()
    {
        var useless = Nothing with
        {
            Offers = Tiny.Buy("deposit: 30 %, fit-out: 500 %, receipt: optional, holding: 1 % per month", supply: "rate: 0k units per month"), OnOrder = "buy,1k,2025-10-01",
            Demand = "serve,2025-09,0k H20e\nserve,2025-10,0k H20e\nserve,2025-11,0k H20e",
        };
        SmallCase.AssertClose(.7, useless.Value);
    }

    [Fact]
    public void Take_or_pay_units_that_a_gate_stops_may_be_given_back_too()
    {
        var stopped = Nothing with
        {
            Offers = Tiny.Buy("deposit: 30 %, cancel: {until: 3 months before delivery, refund: 200 USD}, receipt: take-or-pay", supply: "rate: 0k units per month"),
            OnOrder = "buy,1k,2025-09-01", Drivers = Tiny.Standing("it: {pass-deliveries: {share: 0 %, on: {part: alpha}}}"),
        };
        SmallCase.AssertClose(NothingServed - .2, stopped.Value);
        // Where only the end is left they are credited there.
        SmallCase.AssertClose(NothingServed - .2, (stopped with { OnOrder = "buy,1k,2025-11-01" }).Value);
    }

    [Fact]
    public void New_units_ramp_up_in_their_first_month()
    {
        var ramp = Nothing with { Offers = Tiny.Buy("ramp: 60 % in the first month", supply: "rate: 0k units per month"), OnOrder = "buy,1k,2025-09-01" };
        SmallCase.AssertClose(NothingServed - 10 * 2.6 + 1 - .7, ramp.Value);
        var quarter = ramp with { Periods = "quarters to 2025-12", AsOf = "2025-10-01", OnOrder = "buy,1k,2025-10-01", Demand = "serve,2025-Q4,20k H20e" };
        SmallCase.AssertClose(NothingServed - 10 * 2.6 + 1 - .7, quarter.Value);
    }

    [Fact]
    public void Due_units_come_by_a_random_share_and_the_rest_in_the_next_period()
    {
        var filled = Nothing with { Offers = Tiny.Buy("fill: {all: 25 %, half: 50 %, none: 25 %}", supply: "rate: 0k units per month"), OnOrder = "buy,1k,2025-10-01" };
        // On average half comes in October and half of the rest in November.
        SmallCase.AssertClose(NothingServed + .5 * (1 - .8 - 20) + .25 * (1 - .9 - 10), filled.Value);
    }

    [Fact]
    public void Offers_that_share_a_draw_fill_alike()
    {
        var two = Nothing with
        {
            Offers = Tiny.Buy("fill: {all: 25 %, half: 50 %, none: 25 %}", supply: "rate: 0k units per month") + "\n"
                + Tiny.Buy("fill-with: buy", "with", "beta", supply: "rate: 0k units per month"),
            OnOrder = "buy,1k,2025-10-01\nwith,1k,2025-10-01",
        };
        SmallCase.AssertClose(NothingServed + (1 - .8 - 20) + .5 * (1 - .9 - 10), two.Value);
        Assert.Equal(3, two.Programme.Programme.Graph.Stages[1].Nodes[0].Outcomes.Length);
    }

    [Fact]
    public void Orders_to_the_date_of_a_quote_draw_on_it_and_later_ones_on_the_rate()
    {
        var quoted = plain with { Offers = Tiny.Buy(supply: "rate: 2k units per month, quote: {quantity: 3k units, until: 2025-10-15}") };
        // All 3 thousand at once, none in October, 2 in November.
        SmallCase.AssertClose(NothingServed - 10 * (3 + 3 + 5) + 5 - 3 * .7 - 2 * .9, quoted.Value);
    }

    [Fact]
    public void A_rental_is_paid_and_serves_through_its_notice()
    {
        const string rent = "rent: {rent: [serve], place: home, price: 6 000 USD per H20e-month, rate: 2k H20e, opening: 2k H20e, notice: 1 month}";
        // Given up on the first day it serves its notice out and is paid for it.
        SmallCase.AssertClose(18 * 10 + 2 * 6, (plain with { Offers = rent, Demand = "serve,2025-09,20k H20e\nserve,2025-10,0k H20e\nserve,2025-11,0k H20e" }).Value);
        // A limit that falls lets what it had let in run out.
        SmallCase.AssertClose(2 * (18 * 10 + 2 * 6), (plain with
        {
            Offers = rent.Replace("rate: 2k H20e", "supply: {2025-09-01: 2k H20e, 2025-10-01: 0k H20e}", StringComparison.Ordinal),
            Demand = "serve,2025-09,20k H20e\nserve,2025-10,20k H20e\nserve,2025-11,0k H20e",
        }).Value);
    }

    [Theory]
    [InlineData("0 months")]
    [InlineData("0.5 months")]
    [InlineData("1 month")]
    [InlineData("3 months")]
    public void No_more_can_be_rented_at_one_time_than_the_limit_whatever_the_notice(string notice)
    {
        var rented = plain with { Offers = $"rent: {{rent: [serve], place: home, price: 6 000 USD per H20e-month, rate: 2k H20e, opening: 2k H20e, notice: {notice}}}" };
        Assert.True(rented.Value >= NothingServed - 3 * 2 * (10 - 6) - 1e-9);
    }

    [Fact]
    public void Demand_is_met_by_the_cheapest_steps_and_below_the_minimum_service_at_its_own_price()
    {
        var steps = plain with
        {
            Offers = Tiny.Buy(supply: "rate: 0k units per month"), Fleet = "alpha,home,5k,2024-01-01,",
            Workloads = plain.Workloads.Replace("shortage: {rest: {price: 10 000 USD per H20e-month}}",
                "shortage: {first: {up-to: 10 %, price: 1 000 USD per H20e-month}, next: {up-to: 30 %, price: 2 000 USD per H20e-month}, rest: {price: 3 000 USD per H20e-month}}, minimum-service: {level: 8k H20e, price: 9 000 USD per H20e-month}", StringComparison.Ordinal),
        };
        // In each month 15 lack: 2 at 1, 4 at 2, 6 at 3 down to the minimum of 8, 3 at 9.
        SmallCase.AssertClose(3 * (2 + 8 + 18 + 27), steps.Value);
    }

    [Fact]
    public void Power_and_racks_limit_what_is_at_work()
    {
        var fleet = plain with { Offers = Tiny.Buy(supply: "rate: 0k units per month"), Fleet = "alpha,home,10k,2024-01-01,", Demand = "serve,2025-09,20k H20e\nserve,2025-10,0k H20e\nserve,2025-11,0k H20e" };
        SmallCase.AssertClose(200 - 60, (fleet with { Places = "home: {country: CN, power: 6 MW}" }).Value);
        SmallCase.AssertClose(200 - 10 * 6 * Math.Pow(1.1, .5), (fleet with { Places = "home: {country: CN, power: 6 MW, power-growth: 10 % per month}" }).Value);
    }

    [Fact]
    public void Use_on_a_stack_needs_porting_which_costs_takes_time_and_goes_at_a_rate()
    {
        var ported = plain with
        {
            Offers = Tiny.Buy(part: "beta", supply: "rate: 0k units per month"), Fleet = "beta,home,10k,2024-01-01,",
            Stacks = "cann: {ported: {serve: 1k H20e}, porting: {serve: {price: 2 000 USD per H20e, rate: 3k H20e per month, delay: 1 month}}}",
        };
        // 1 ported; 3 more from October, 3 from November; what starts in November comes too late and does not start.
        SmallCase.AssertClose(NothingServed - 10 * (1 + 4 + 7) + 2 * 6, ported.Value);
    }

    [Fact]
    public void What_is_ordered_beyond_the_budget_costs_its_price()
    {
        var budget = plain with { Header = "budget: {amount: 0.003 bn USD, overrun: 0.5}", Offers = Tiny.Buy("fit-out: 50 %") };
        // Six thousand at 1.5 commit 9 of 3: 6 over, at 0.5 each.
        SmallCase.AssertClose((plain with { Offers = Tiny.Buy("fit-out: 50 %") }).Value + .5 * 6, budget.Value);
    }

    [Fact]
    public void The_fleet_leaves_on_its_day()
    {
        var fleet = Nothing with { Fleet = "alpha,home,10k,2024-01-01,2025-10-16" };
        SmallCase.AssertClose(NothingServed - 10 * (10 + 10 * 15.0 / 31), fleet.Value);
    }

    [Fact]
    public void The_lower_bound_on_what_follows_holds()
    {
        var world = plain with { Offers = Tiny.Buy("deposit: 100 %"), Demand = "serve,2025-09,0k H20e\nserve,2025-10,0k H20e\nserve,2025-11,0k H20e", OnOrder = "buy,5k,2025-11-01" };
        Assert.True(world.Programme.CostToGoFloors[0] <= world.Value);
    }
}
