using System.Collections.Immutable;
using CsCheck;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Outlooks;
using static Sluice.Tests.Outlooks.MarketSketch;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Outlooks;

public class ConditionsTests
{
    [Fact]
    public void Nothing_in_force_leaves_every_field_neutral()
    {
        var h20 = Under([]).Of("h20");

        const double none = double.PositiveInfinity;
        Assert.Equal(new(true, 1, none, 1, 1, 0, 0, none, none, 1, h20.Levies, 1, 0, h20.From), h20);
        Assert.Empty(h20.From);
        Assert.Empty(h20.Levies);
    }

    [Fact]
    public void Stops_bind_by_any_and_caps_by_the_smallest()
    {
        var conditions = Under(
        [
            new StopOrders("no-h20", Select(part: "h20", place: "mainland"), At("stop")),
            new CapOrders("wide", Select(maker: "nvidia"), Given(40.0), At("wide")),
            new CapOrders("narrow", Select(part: "h20"), Given(30.0), At("narrow")),
            new CapDeliveries("slow", Selector.Everything, Given(20.0), Given(90.0), At("slow")),
            new CapDeliveries("slower", Selector.Everything, Given(10.0), null, At("slower")),
        ]);

        Assert.Equal(0, conditions.Of("h20").OrderShare);
        Assert.Equal(1, conditions.Of("h20-abroad").OrderShare);
        Assert.Equal(30, conditions.Of("h20").OrderCap);
        Assert.Equal(double.PositiveInfinity, conditions.Of("ascend").OrderCap);
        Assert.Equal((10.0, 90.0), (conditions.Of("ascend").DeliveryCap, conditions.Of("ascend").DeliveryInAll));
        Assert.Equal(["wide", "narrow"], conditions.Of("h20").From[nameof(OfferConditions.OrderCap)].Select(p => p.Path));
    }

    [Fact]
    public void Factors_multiply_levies_are_listed_delay_and_bundle_are_the_largest()
    {
        var conditions = Under(
        [
            new PriceFactor("p1", Selector.Everything, Given(1.2), At("p1")), new PriceFactor("p2", Selector.Everything, Given(1.5), At("p2")),
            new SupplyFactor("s1", Select(maker: "huawei"), Given(1.5), At("s1")), new SupplyFactor("s2", Select(country: "CN"), Given(2.0), At("s2")),
            new Levy("l1", Select(part: "h20"), Given(.15), "nvidia", Given(0.0), At("l1")), new Levy("l2", Select(part: "h20"), Given(.1), "nvidia", Given(.5), At("l2")),
            new DelayDeliveries("d1", Selector.Everything, Given(.2), At("d1")), new DelayDeliveries("d2", Selector.Everything, Given(.1), At("d2")),
            new Bundle("b1", Select(country: "US"), Given(.5), At("b1")), new Bundle("b2", Selector.Everything, Given(1.0), At("b2")),
        ]);

        Assert.Equal(1.8, conditions.Of("h20").PriceFactor, 12);
        Assert.Equal(3, conditions.Of("ascend").SupplyFactor, 12);
        Assert.Equal([(.15, 0.0), (.1, .5)], conditions.Of("h20").Levies.Select(l => (l.Rate, l.PassedOn)));
        Assert.Equal(.2, conditions.Of("h20").DelayShare);
        Assert.Equal(1, conditions.Of("h20").Bundle);
        Assert.Equal(0, conditions.Of("ascend").Bundle);
    }

    [Theory]
    [InlineData(0, null, 0, 0)]
    [InlineData(.4, null, .4, 1)]
    [InlineData(.4, .25, .4, .25)]
    [InlineData(0, .25, 0, .25)]
    public void What_does_not_pass_waits_and_comes_at_the_stated_share_or_all_of_it_at_an_open_gate(double share, double? perMonth, double pass, double waiting)
    {
        var h20 = Under([new PassDeliveries("pass", Select(part: "h20"), Given(share), Rest.Waits, perMonth is { } s ? Given(s) : null, At("pass"))]).Of("h20");

        Assert.Equal((pass, waiting, 0.0), (h20.PassShare, h20.WaitingShare, h20.LapseShare));
    }

    [Fact]
    public void Two_gates_in_series_multiply_and_what_lapses_is_counted_first()
    {
        PassDeliveries waits = new("customs", Selector.Everything, Given(.5), Rest.Waits, null, At("customs"));
        PassDeliveries lapses = new("licence", Selector.Everything, Given(.4), Rest.Lapses, null, At("licence"));

        foreach (var order in new Effect[][] { [waits, lapses], [lapses, waits] })
        {
            var h20 = Under(order).Of("h20");
            Assert.Equal(.2, h20.PassShare, 12);
            Assert.Equal(.6, h20.LapseShare, 12);
        }
    }

    [Fact]
    public void Cancelled_orders_lapse_and_nothing_passes()
    {
        var h20 = Under([new CancelOrders("cancel", Select(part: "h20"), At("cancel"))]).Of("h20");

        Assert.Equal((1.0, 0.0, 0.0), (h20.LapseShare, h20.PassShare, h20.WaitingShare));
    }

    [Fact]
    public void An_offer_that_waits_for_its_launch_opens_by_effect()
    {
        Assert.False(Under([]).Of("b30a").Launched);
        Assert.True(Under([new LaunchOffers("launch", Select(part: "b30a"), At("launch"))]).Of("b30a").Launched);
    }

    [Fact]
    public void Rentals_are_selected_by_workload_place_and_country_of_place_but_not_by_part()
    {
        Assert.Equal(0, Under([new StopOrders("s", Select(workload: "inference"), At("s"))]).Of("rent").OrderShare);
        Assert.Equal(1, Under([new StopOrders("s", Select(workload: "training"), At("s"))]).Of("rent").OrderShare);
        Assert.Equal(0, Under([new StopOrders("s", Select(country: "MY"), At("s"))]).Of("rent").OrderShare);
        Assert.Equal(1, Under([new StopOrders("s", Select(country: "MY"), At("s"))]).Of("h20-abroad").OrderShare);
        Assert.Equal(1, Under([new StopOrders("s", Select(maker: "nvidia"), At("s"))]).Of("rent").OrderShare);
        Assert.Equal(0, Under([new StopOrders("s", Select(offer: "rent"), At("s"))]).Of("rent").OrderShare);
    }

    [Fact]
    public void Buyers_of_another_group_and_places_of_another_status_are_not_touched()
    {
        Assert.Equal(0, Under([new StopOrders("s", Select(buyers: "large-platform"), At("s"))]).Of("h20").OrderShare);
        Assert.Equal(1, Under([new StopOrders("s", Select(buyers: "state-funded"), At("s"))]).Of("h20").OrderShare);
        Assert.Equal(0, Under([new StopOrders("s", Select(site: "installed"), At("s"))]).Of("h20").OrderShare);
        Assert.Equal(1, Under([new StopOrders("s", Select(site: "installed"), At("s"))]).Of("h20-abroad").OrderShare);
    }

    [Fact]
    public void Bounds_on_figures_are_computed_and_an_unknown_figure_does_not_match_and_is_noted()
    {
        // TPP 296 × 8 = 2,368 and 752 × 8 = 6,016; density 2,368 ÷ 814 = 2.9 and 6,016 ÷ 1,330 = 4.5.
        var tpp = Under([new StopOrders("s", Select(spec: new("tpp", Comparison.AtLeast, 2368)), At("s"))]);
        var density = Under([new StopOrders("s", Select(spec: new("density", Comparison.Below, 3)), At("s"))]);

        Assert.Equal((0.0, 0.0, 1.0), (tpp.Of("h20").OrderShare, tpp.Of("ascend").OrderShare, tpp.Of("b30a").OrderShare));
        Assert.Equal((0.0, 1.0), (density.Of("h20").OrderShare, density.Of("ascend").OrderShare));
        Assert.Contains(tpp.Notes, n => n is { What: ConditionConcern.UnknownFigure, Subject: "b30a tpp" });
    }

    [Fact]
    public void A_figure_known_by_a_bound_matches_only_where_the_bound_decides()
    {
        var part = Part("x", "m", "US", null) with { Bandwidth = new(null, null, 1400) };

        Assert.Equal(Truth.False, PartFigures.Keeps(part, new("bandwidth", Comparison.AtLeast, 1500)));
        Assert.Equal(Truth.False, PartFigures.Keeps(part, new("bandwidth", Comparison.AtLeast, 1400)));   // it stays below 1400, and 1400 is out
        Assert.Equal(Truth.Unknown, PartFigures.Keeps(part, new("bandwidth", Comparison.AtLeast, 1399)));
        Assert.Equal(Truth.True, PartFigures.Keeps(part, new("bandwidth", Comparison.Below, 1400)));
        Assert.Equal(Truth.Unknown, PartFigures.Keeps(part, new("interconnect", Comparison.AtLeast, 1)));
    }

    [Fact]
    public void A_range_beside_a_value_is_what_is_held_against_a_bound()
    {
        var part = Part("x", "m", "US", null) with { Bandwidth = new(4000, 3800, 4200) };

        Assert.Equal(Truth.Unknown, PartFigures.Keeps(part, new("bandwidth", Comparison.AtLeast, 4000)));
        Assert.Equal(Truth.True, PartFigures.Keeps(part, new("bandwidth", Comparison.AtLeast, 3800)));
        Assert.Equal(Truth.Unknown, PartFigures.Keeps(part, new("bandwidth", Comparison.Below, 4200)));
    }

    [Fact]
    public void A_class_is_that_of_the_stated_verdict_on_an_offer_of_the_part()
    {
        ImmutableArray<Driver> drivers =
            [Driver("gate", "only", []) with { Levels = [Level("only", effects: [new StopOrders("s", Select(@class: "3A090.a"), At("s"))])] }];
        var verdict = new OfferVerdict("h20", [new("us-export", VerdictWord.Licence, "3A090.a", null, [], null, "")], null);
        var conditions = ConditionsTable.Build(
            Build(drivers, StandingOf(drivers), Periods(AsOf)), Facts, Northstar, [], ImmutableSortedDictionary<string, OfferVerdict>.Empty.Add("h20", verdict), ImmutableSortedDictionary<string, PartClasses>.Empty);

        Assert.Equal((0.0, 0.0, 1.0), (conditions.Of("h20").OrderShare, conditions.Of("h20-abroad").OrderShare, conditions.Of("ascend").OrderShare));
    }

    [Fact]
    public void Asks_enter_by_stance()
    {
        Effect[] asks = [new StopOrders("pause", Select(part: "h20"), At("pause"))];

        Assert.Equal(0, Under([], asks).Of("h20").OrderShare);
        Assert.Equal(1, Under([], asks, new(To("gate"), Answer.OwnJudgement, 0, null)).Of("h20").OrderShare);
        var part = Under([], asks, new(To("gate"), Answer.InPart, .6, "mainland"));
        Assert.Equal(.4, part.Of("h20").OrderShare, 12);
        Assert.Equal(1, part.Of("h20-abroad").OrderShare);
    }

    [Fact]
    public void What_is_no_ask_binds_whatever_the_stance()
    {
        Effect[] effects = [new StopOrders("bar", Select(part: "h20"), At("bar"))];

        Assert.Equal(0, Under(effects, null, new(To("gate"), Answer.OwnJudgement, 0, null)).Of("h20").OrderShare);
    }

    [Fact]
    public void A_cap_followed_in_part_leaves_the_other_share_to_the_stated_supply()
    {
        var stance = new Stance(To("gate"), Answer.InPart, .6, null);

        Assert.Equal(.6 * 10 + .4 * 100, Under([], [new CapOrders("cap", Select(part: "h20"), Given(10.0), At("cap"))], stance).Of("h20").OrderCap, 12);
        Assert.Equal(.4 * 100, Under([], [new CapOrders("cap", Select(part: "h20"), Given(0.0), At("cap"))], stance).Of("h20").OrderCap, 12);
    }

    [Fact]
    public void Other_asks_followed_in_part_move_from_neutral_by_the_share_followed()
    {
        var h20 = Under(
            [],
            [
                new PassDeliveries("pass", Selector.Everything, Given(.5), Rest.Waits, Given(.2), At("pass")),
                new CapDeliveries("slow", Selector.Everything, Given(10.0), null, At("slow")),
                new DelayDeliveries("late", Selector.Everything, Given(.5), At("late")),
                new Bundle("bundle", Selector.Everything, Given(1.0), At("bundle")),
                new PriceFactor("price", Selector.Everything, Given(1.5), At("price")),
            ],
            new(To("gate"), Answer.InPart, .5, null)).Of("h20");

        Assert.Equal((.75, .6, 20.0, .25, .5, 1.25), (h20.PassShare, h20.WaitingShare, h20.DeliveryCap, h20.DelayShare, h20.Bundle, h20.PriceFactor));
    }

    [Fact]
    public void An_ask_followed_for_no_share_is_not_followed() =>
        Assert.Equal(1, Under([], [new StopOrders("pause", Selector.Everything, At("pause"))], new(To("gate"), Answer.InPart, 0, null)).Of("h20").OrderShare);

    [Fact]
    public void The_order_of_effects_changes_no_number() =>
        RandomEffects.Any.Always(effects =>
        {
            var (one, other) = (Under(effects), Under([.. effects.Reverse()]));
            for (var o = 0; o < Facts.Offers.Length; o++)
                Assert.All(
                    RandomEffects.Numbers(one.Offers[0][o]).Zip(RandomEffects.Numbers(other.Offers[0][o])),
                    p => Assert.True(p.First == p.Second || Math.Abs(p.First - p.Second) < 1e-10));
        });

    [Fact]
    public void Shares_stay_shares_and_what_passes_and_lapses_is_never_more_than_all() =>
        RandomEffects.Any.Always(effects => Assert.All(Under(effects).Offers[0], o =>
        {
            Assert.All([o.OrderShare, o.PassShare, o.WaitingShare, o.LapseShare, o.DelayShare], share => Assert.InRange(share, 0, 1));
            Assert.InRange(o.PassShare + o.LapseShare, 0, 1 + 1e-12);
        }));

    [Fact]
    public void Stops_of_use_are_kept_by_asset_and_workload()
    {
        var conditions = Under(
        [
            new StopUse("no-new", Select(country: "US", workload: "inference"), UseStopped.New, null, At("new")),
            new StopUse("a-fifth", Select(country: "US"), UseStopped.Share, Given(.2), At("fifth")),
            new StopUse("a-tenth", Select(country: "US"), UseStopped.Share, Given(.1), At("tenth")),
            new StopUse("none", Select(part: "h20", workload: "training", place: "abroad"), UseStopped.All, null, At("none")),
        ]);
        var use = conditions.Assets.Select((a, i) => (Key: $"{a.Part} {a.Site}", Use: conditions.Use[0][i])).ToDictionary(x => x.Key, x => x.Use);

        Assert.Equal(["ascend mainland", "b30a mainland", "h20 abroad", "h20 mainland"], use.Keys);
        Assert.Equal([1.0, 1.0], use["ascend mainland"].Usable);
        Assert.Equal([.8, .8], use["h20 mainland"].Usable);
        Assert.Equal([.8, 0.0], use["h20 abroad"].Usable);
        Assert.Equal([true, false], use["h20 mainland"].NewBarred);
        Assert.Equal(["new", "fifth", "tenth"], use["h20 mainland"].From.Select(p => p.Path));
    }

    [Fact]
    public void Demand_and_energy_have_factors_of_their_own()
    {
        var conditions = Under(
        [
            new DemandFactor("boom", Select(workload: "inference"), Given(1.5), At("boom")), new DemandFactor("more", Selector.Everything, Given(2.0), At("more")),
            new EnergyPriceFactor("rebate", Select(place: "mainland"), Given(.5), At("rebate")),
        ]);

        Assert.Equal([3.0, 2.0], conditions.Demand[0]);
        Assert.Equal([1.0, .5], conditions.Energy[0]);
    }

    [Fact]
    public void A_shared_quota_is_drawn_pro_rata_and_granted_only_while_its_level_lasts()
    {
        Effect ration(double rate) => new Quota("ration", Select(part: "h20"), Given(1000.0), Given(rate), QuotaPer.Group, Given(.25), At("ration"));
        ImmutableArray<Driver> drivers =
        [
            Driver("permit", "none some tight", [Move("grant", "none", "some", .1), Move("tighten", "some", "tight", .1)]) with
            {
                Levels = [Level("none"), Level("some", effects: [ration(40)]), Level("tight", effects: [ration(20)])],
            },
        ];
        var chain = Build(drivers, StandingOf(drivers), Periods(AsOf, new(2025, 9, 1), new(2025, 10, 1)));
        var quota = Assert.Single(ConditionsTable.Build(chain, Facts, Northstar, []).Quotas);

        Assert.Equal("permit.ration", quota.Id);
        Assert.Equal(250, quota.Opening);
        Assert.Equal([0.0, 10, 5], quota.Grant);
        Assert.Equal([false, true, true], quota.InForce);
        Assert.Equal([2, 3], quota.Offers);
    }

    [Fact]
    public void An_effect_on_the_viewpoint_that_selects_nothing_is_noted_and_one_on_others_is_not()
    {
        var notes = Under(
        [
            new StopOrders("typo", Select(part: "h21"), At("typo")), new StopOrders("others", Select(part: "h20", buyers: "state-funded"), At("others")),
        ]).Notes;

        Assert.Equal("typo", Assert.Single(notes, n => n.What == ConditionConcern.SelectsNothing).Subject);
    }

    [Fact]
    public void Each_joint_state_has_the_conditions_of_its_levels()
    {
        ImmutableArray<Driver> drivers =
        [
            Driver("cac", "ask bar", [Move("tighten", "ask", "bar", .1)]) with
            {
                Levels = [Level("ask"), Level("bar", effects: [new StopOrders("orders", Select(part: "h20"), At("orders"))])],
            },
            Driver("price", "low high", [Move("rise", "low", "high", .1)]) with
            {
                Levels = [Level("low"), Level("high", effects: [new PriceFactor("dearer", Selector.Everything, Given(2.0), At("dearer"))])],
            },
        ];
        var chain = Build(drivers, StandingOf(drivers), Periods(AsOf, new(2025, 9, 1)));
        var conditions = ConditionsTable.Build(chain, Facts, Northstar, []);

        for (var s = 0; s < chain.States.Length; s++)
        {
            Assert.Equal(1 - chain.States[s].Levels[0], conditions.Offers[s][2].OrderShare);
            Assert.Equal(1 + chain.States[s].Levels[1], conditions.Offers[s][2].PriceFactor);
        }
    }
}
