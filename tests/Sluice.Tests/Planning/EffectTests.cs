using System.Globalization;

namespace Sluice.Tests.Planning;

/// <summary>Every effect of MODEL 3 as it reaches the programme: a case with the effect against a case without it that comes to the same.</summary>
public class EffectTests
{
    static readonly Tiny plain = new();

    const string OnAlpha = "on: {part: alpha}";

    static Tiny Rate(string units) => plain with { Offers = Tiny.Buy(supply: $"rate: {units} units per month") };

    static Tiny Under(string effect, string kind = "effects") => plain with { Drivers = Tiny.Standing($"it: {{{effect}}}", kind) };

    /// <summary>The effect does something, and comes to the same as the other case.</summary>
    static void ComesTo(Tiny same, Tiny effect, Tiny? without = null)
    {
        var value = effect.Value;
        SmallCase.AssertClose(same.Value, value);
        Assert.True(Math.Abs((without ?? plain).Value - value) > 1e-6, "the effect changes nothing");
    }

    [Fact]
    public void Stopped_orders_are_no_orders() => ComesTo(Rate("0k"), Under($"stop-orders: {{{OnAlpha}}}"));

    [Fact]
    public void Capped_orders_are_a_smaller_rate() => ComesTo(Rate("1k"), Under($"cap-orders: {{rate: 3k units per quarter, {OnAlpha}}}"));

    [Fact]
    public void A_stop_that_is_followed_in_part_leaves_the_rest_of_the_supply() => ComesTo(Rate("0.8k"), Asked("60 %"));

    [Fact]
    public void A_cap_holds_beside_a_stop_that_is_followed_in_part_and_the_smaller_counts()
    {
        var both = Asked("60 %") with { Drivers = Asked("60 %").Drivers + "\n" + Tiny.Standing($"it: {{cap-orders: {{rate: 1.5k units per month, {OnAlpha}}}}}", id: "other") };
        ComesTo(Rate("0.8k"), both);
    }

    [Fact]
    public void Own_judgement_orders_as_if_nobody_had_asked() =>
        SmallCase.AssertClose(plain.Value, (Under($"stop-orders: {{{OnAlpha}}}", "asks") with { Header = "stance: {gate: own-judgement}" }).Value);

    [Fact]
    public void An_ask_is_followed_where_no_stance_is_stated() => ComesTo(Rate("0k"), Under($"stop-orders: {{{OnAlpha}}}", "asks"));

    static Tiny Asked(string share) => Under($"stop-orders: {{{OnAlpha}}}", "asks") with { Header = $"stance: {{gate: {{follow-in-part: {{share: {share}}}}}}}" };

    [Fact]
    public void Orders_draw_on_a_quota_and_what_it_grants_meanwhile() =>
        ComesTo(plain with { Offers = Tiny.Buy(supply: "supply: {2025-09-01: 1.5k units per month, 2025-10-01: 0.5k units per month}") },
            Under($"quota: {{amount: 1k units, rate: 0.5k units per month, {OnAlpha}}}"));

    [Fact]
    public void A_shared_quota_counts_by_the_stated_share() =>
        ComesTo(plain with { Offers = Tiny.Buy(supply: "supply: {2025-09-01: 1k units per month, 2025-10-01: 0k units per month}") },
            Under($"quota: {{amount: 4k units, per: country, share: 25 %, {OnAlpha}}}"));

    [Fact]
    public void A_quota_counts_only_while_it_is_in_force()
    {
        var later = plain.Then("", $"it: {{quota: {{amount: 1k units, {OnAlpha}}}}}");
        ComesTo(plain with { Offers = Tiny.Buy(supply: "supply: {2025-09-01: 2k units per month, 2025-10-01: 1k units per month, 2025-11-01: 0k units per month}") }, later);
    }

    static Tiny InHand(string rows) => Rate("0k") with { OnOrder = rows };

    static readonly Tiny twoNow = InHand("buy,2k,2025-09-01");

    [Fact]
    public void Deliveries_are_capped_by_a_rate_and_the_rest_waits() =>
        ComesTo(InHand("buy,0.5k,2025-09-01\nbuy,0.5k,2025-10-01\nbuy,0.5k,2025-11-01"),
            twoNow with { Drivers = Tiny.Standing($"it: {{cap-deliveries: {{rate: 0.5k units per month, {OnAlpha}}}}}") }, twoNow);

    [Fact]
    public void Deliveries_are_capped_in_all_and_the_rest_never_comes() =>
        ComesTo(InHand("buy,1.2k,2025-09-01"), twoNow with { Drivers = Tiny.Standing($"it: {{cap-deliveries: {{in-all: 1.2k units, {OnAlpha}}}}}") }, twoNow);

    [Fact]
    public void A_cap_in_all_counts_only_what_comes_while_it_is_in_force()
    {
        var rows = InHand("buy,1k,2025-09-01\nbuy,1k,2025-10-01\nbuy,1k,2025-11-01");
        ComesTo(InHand("buy,1k,2025-09-01\nbuy,1k,2025-10-01\nbuy,0.3k,2025-11-01"), rows.Then("", $"it: {{cap-deliveries: {{in-all: 1.3k units, {OnAlpha}}}}}"), rows);
    }

    [Theory]
    [InlineData("share: 50 %, rest: waits", "buy,1k,2025-09-01\nbuy,1k,2025-10-01")]
    [InlineData("share: 50 %, rest: waits, per-month: 20 %", "buy,1k,2025-09-01\nbuy,0.2k,2025-10-01\nbuy,0.16k,2025-11-01")]
    [InlineData("share: 0 %, rest: waits, per-month: 20 %", "buy,0.4k,2025-10-01\nbuy,0.32k,2025-11-01")]
    [InlineData("share: 0 %, rest: waits", "")]
    [InlineData("share: 30 %, rest: lapses", "buy,0.6k,2025-09-01")]
    public void A_gate_passes_its_share_once_and_of_what_waits_a_share_each_month(string gate, string same)
    {
        ComesTo(InHand(same), twoNow with { Drivers = Tiny.Standing($"it: {{pass-deliveries: {{{gate}, {OnAlpha}}}}}") }, twoNow);
        const string optional = "receipt: optional, holding: 1 % per month, cancel: {until: 0 months before delivery, refund: 0 USD}";
        ComesTo(InHand(same), Optional(twoNow, optional) with { Drivers = Tiny.Standing($"it: {{pass-deliveries: {{{gate}, {OnAlpha}}}}}") }, twoNow);
    }

    static Tiny Optional(Tiny world, string terms) => world with { Offers = Tiny.Buy(terms, supply: "rate: 0k units per month") };

    [Fact]
    public void What_waits_at_a_shut_gate_comes_when_it_opens() =>
        ComesTo(InHand("buy,2k,2025-10-01"), twoNow.Then($"it: {{pass-deliveries: {{share: 0 %, {OnAlpha}}}}}", ""), twoNow);

    [Fact]
    public void What_lapses_is_refunded()
    {
        const string terms = "deposit: 50 %, cancel: {until: 1 month before delivery, refund: 300 USD}";
        var gate = Optional(twoNow, terms) with { Drivers = Tiny.Standing($"it: {{pass-deliveries: {{share: 25 %, rest: lapses, {OnAlpha}}}}}") };
        SmallCase.AssertClose(Optional(InHand("buy,0.5k,2025-09-01"), terms).Value - 1.5 * .3, gate.Value);
    }

    [Fact]
    public void Cancelled_orders_go_back_at_the_refund()
    {
        const string terms = "deposit: 50 %, cancel: {until: 1 month before delivery, refund: 300 USD}";
        var cancelled = Optional(twoNow, terms) with { Drivers = Tiny.Standing($"it: {{cancel-orders: {{{OnAlpha}}}}}") };
        SmallCase.AssertClose(Rate("0k").Value - 2 * .3, cancelled.Value);
    }

    [Fact]
    public void A_share_of_what_is_due_is_delayed_from_each_period_to_the_next() =>
        ComesTo(InHand("buy,1.2k,2025-09-01\nbuy,0.48k,2025-10-01\nbuy,0.192k,2025-11-01"),
            twoNow with { Drivers = Tiny.Standing($"it: {{delay-deliveries: {{share: 40 %, {OnAlpha}}}}}") }, twoNow);

    [Fact]
    public void Delay_reaches_what_is_ordered_and_due_in_one_period() =>
        // Of September's 2 thousand 1.2 come at once, of October's due 0.8 + 2 again six tenths.
        SmallCase.AssertClose(InHand("buy,1.2k,2025-09-01\nbuy,1.68k,2025-10-01\nbuy,1.872k,2025-11-01").Value,
            (plain with { Drivers = Tiny.Standing($"it: {{delay-deliveries: {{share: 40 %, {OnAlpha}}}}}") }).Value);

    [Fact]
    public void Foreign_units_need_domestic_ones_in_the_stated_ratio()
    {
        var domestic = Tiny.Buy("domestic: yes", "home-made", "beta", price: "900 USD", supply: "rate: 1k units per month");
        var bundled = plain with { Offers = Tiny.Buy() + "\n" + domestic, Drivers = Tiny.Standing($"it: {{bundle: {{ratio: 2, {OnAlpha}}}}}"), OnOrder = "home-made,0.6k,2025-09-01" };
        ComesTo(bundled with { Drivers = "", Offers = Tiny.Buy(supply: "supply: {2025-09-01: 0.8k units per month, 2025-10-01: 0.5k units per month}") + "\n" + domestic },
            bundled, bundled with { Drivers = "" });
    }

    static readonly Tiny fleet = Rate("0k") with { Fleet = "alpha,home,10k,2024-01-01," };

    [Fact]
    public void A_stop_of_all_use_idles_the_fleet() => ComesTo(Rate("0k"), fleet with { Drivers = Tiny.Standing($"it: {{stop-use: {{what: all, {OnAlpha}}}}}") }, fleet);

    [Fact]
    public void A_stop_of_a_share_idles_that_share() =>
        ComesTo(fleet with { Fleet = "alpha,home,8k,2024-01-01," }, fleet with { Drivers = Tiny.Standing($"it: {{stop-use: {{what: 20 %, {OnAlpha}}}}}") }, fleet);

    [Fact]
    public void A_stop_followed_in_part_idles_that_much_less() =>
        ComesTo(fleet with { Fleet = "alpha,home,5k,2024-01-01," },
            fleet with { Drivers = Tiny.Standing($"it: {{stop-use: {{what: all, {OnAlpha}}}}}", "asks"), Header = "stance: {gate: {follow-in-part: {share: 50 %}}}" }, fleet);

    [Fact]
    public void New_units_are_barred_and_old_ones_are_not()
    {
        var both = fleet with { OnOrder = "buy,2k,2025-09-01" };
        // They are paid for and keep their worth, and serve nothing: as if demand were larger by what they would have served.
        ComesTo(both with { Demand = "serve,2025-09,22k H20e\nserve,2025-10,22k H20e\nserve,2025-11,22k H20e" },
            both with { Drivers = Tiny.Standing($"it: {{stop-use: {{what: new, {OnAlpha}}}}}") }, both);
    }

    [Fact]
    public void Barred_units_are_free_once_the_bar_lifts()
    {
        var both = fleet with { OnOrder = "buy,2k,2025-09-01" };
        ComesTo(both with { Demand = "serve,2025-09,22k H20e\nserve,2025-10,20k H20e\nserve,2025-11,20k H20e" }, both.Then($"it: {{stop-use: {{what: new, {OnAlpha}}}}}", ""), both);
    }

    [Fact]
    public void Units_barred_from_one_workload_serve_the_other()
    {
        var two = twoNow with
        {
            Workloads = twoNow.Workloads + "\n" + twoNow.Workloads.Replace("serve:", "train:", StringComparison.Ordinal).Replace("10 000", "4 000", StringComparison.Ordinal),
            Demand = twoNow.Demand + "\ntrain,2025-09,5k H20e\ntrain,2025-10,5k H20e\ntrain,2025-11,5k H20e",
        };
        var barred = two with { Drivers = Tiny.Standing("it: {stop-use: {what: new, on: {part: alpha, workload: serve}}}") };
        SmallCase.AssertClose(two.Value + 3 * 2 * 6, barred.Value);
    }

    [Fact]
    public void A_levy_counts_by_the_part_that_is_passed_on_and_leaves_the_fit_out_alone()
    {
        var fitted = plain with { Offers = Tiny.Buy("fit-out: 50 %, deposit: 20 %") };
        var levied = fitted with { Drivers = Tiny.Standing($"it: {{levy: {{rate: 15 %, payer: maker-a, passed-on: 40 %, {OnAlpha}}}}}") };
        SmallCase.AssertClose(fitted.Value + 6 * .06, levied.Value);
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("0.5", .5)]
    public void A_factor_on_the_price_is_another_price(string times, double factor) =>
        ComesTo(plain with { Offers = Tiny.Buy(price: (1_000 * factor).ToString(CultureInfo.InvariantCulture) + " USD") }, Under($"price: {{times: {times}, {OnAlpha}}}"));

    [Fact]
    public void A_factor_on_the_energy_price_is_another_price()
    {
        var powered = fleet with { Places = "home: {country: CN, energy: 0.1 USD per kWh}" };
        ComesTo(fleet with { Places = "home: {country: CN, energy: 0.3 USD per kWh}" }, powered with { Drivers = Tiny.Standing("it: {energy-price: {times: 3}}") }, powered);
        SmallCase.AssertClose(fleet.Value + 3 * 10 * 730.5 * .1 / 1_000, powered.Value);
    }

    [Fact]
    public void A_factor_on_supply_is_another_rate() => ComesTo(Rate("1k"), Under($"supply: {{times: 0.5, {OnAlpha}}}"));

    [Fact]
    public void A_factor_on_demand_is_another_demand() =>
        ComesTo(plain with { Demand = "serve,2025-09,16k H20e\nserve,2025-10,16k H20e\nserve,2025-11,16k H20e" }, Under("demand: {times: 0.8, on: {workload: serve}}"));

    [Fact]
    public void An_offer_opens_with_the_level_that_launches_it()
    {
        SmallCase.AssertClose(plain.Value, Under("launch: {offer: buy}").Value);
        ComesTo(plain with { Offers = Tiny.Buy(supply: "supply: {2025-10-01: 2k units per month}") }, plain.Then("", "it: {launch: {offer: buy}}"));
    }
}
