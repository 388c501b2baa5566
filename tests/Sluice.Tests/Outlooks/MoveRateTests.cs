using System.Collections.Immutable;
using CsCheck;
using Sluice.Evidence;
using Sluice.Outlooks;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Outlooks;

public class MoveRateTests
{
    static readonly DateOnly August = new(2025, 8, 1);

    static readonly SupportTable Heard = Weigh(
        [Report("a", 'A'), Report("b", 'B'), Report("c", 'C'), Report("e", 'E')],
        [
            Claim("remark", 1, ("a", Certainty.Firm)), Claim("offence", 2, ("b", Certainty.Reported)), Claim("echo", 2, ("a", Certainty.Firm)),
            Claim("rumour", 3, ("e", Certainty.Unverified)), Claim("other", 1, ("c", Certainty.Firm)),
        ], []);

    [Fact]
    public void A_reason_multiplies_by_its_factor_to_the_power_of_its_support()
    {
        var rate = RateWith(August, Because("remark", 1.5));

        Assert.Equal(.2 * Math.Pow(1.5, .95), rate.Value, 12);
        Assert.Equal(Math.Pow(1.5, .95), Assert.Single(rate.Reasons).Factor, 12);
    }

    [Fact]
    public void A_link_weaker_than_its_event_sets_the_weight() =>
        Assert.Equal(.2 * Math.Pow(1.5, .8 * .85 * .85), RateWith(August, Because("remark", 1.5, "offence")).Value, 12);

    [Fact]
    public void What_counts_if_said_has_the_weight_that_it_was_said()
    {
        Assert.Equal(.2 * Math.Pow(2, .2 * .3), RateWith(August, Because("rumour", 2) with { Counts = Counts.IfSaid }).Value, 12);
        Assert.Equal(.2 * Math.Pow(2, .2 * .3 * .65), RateWith(August, Because("rumour", 2)).Value, 12);
    }

    [Fact]
    public void One_origin_moves_a_rate_once_in_each_direction()
    {
        var rate = RateWith(August, Because("remark", 1.5), Because("echo", 1.4), Because("echo", .8, name: "down"), Because("other", 1.2));

        Assert.Equal(.95 * Math.Log(1.5) + .95 * .85 * Math.Log(.8) + .6 * Math.Log(1.2), rate.Shift, 12);
        Assert.Equal([GroupRole.Speaks, GroupRole.Covered, GroupRole.Speaks, GroupRole.Speaks], rate.Reasons.Select(r => r.Role));
    }

    [Fact]
    public void All_reasons_together_are_held_within_a_factor_of_four()
    {
        Assert.Equal(.8, RateWith(August, Because("remark", 100)).Value, 12);
        Assert.Equal(.05, RateWith(August, Because("remark", .01)).Value, 12);
        Assert.Equal(Clipping.Cut, RateWith(August, Because("remark", 100)).Clipped);
    }

    [Theory]
    [InlineData("2025-06-30", 0)]
    [InlineData("2025-07-01", 1)]
    [InlineData("2025-12-31", 1)]
    [InlineData("2026-01-01", 0)]
    public void A_reason_of_15_July_for_two_quarters_acts_from_July_to_December(string day, double decay) =>
        Assert.Equal(decay, RateWith(Day(day), Because("remark", 1.5)).Reasons[0].Decay);

    [Theory]
    [InlineData("2025-11-10", 1, "2025-11-01", "2025-12-01")]
    [InlineData("2025-11-28", 1, "2025-12-01", "2026-01-01")]
    [InlineData("2025-11-05", .3, "2025-11-01", "2025-12-01")]
    public void Spans_end_at_the_nearest_month_ends_and_last_a_month_at_least(string from, double months, string first, string after)
    {
        var reason = RateWith(August, Because("remark", 1.5) with { From = Day(from), For = months }).Reasons[0];

        Assert.Equal((Day(first), Day(after)), (reason.First, reason.After));
    }

    [Fact]
    public void An_event_multiplies_beyond_the_bound_of_the_reasons_in_its_months_only()
    {
        ImmutableArray<Driver> drivers = [Driver("gate", "open shut", [Move("shut", "open", "shut", .1)])];
        var rates = RatesOf(drivers, Event("truce", "2025-11-10", [Factor("gate", "shut", 5, 1)]));

        Assert.Equal(.5, rates.At("gate", "shut", new(2025, 11, 2)).Value, 12);
        Assert.Equal("truce", Assert.Single(rates.At("gate", "shut", new(2025, 11, 2)).Events).Event);
        Assert.Equal(.1, rates.At("gate", "shut", new(2025, 12, 1)).Value, 12);
    }

    [Fact]
    public void A_claim_without_a_visible_origin_moves_nothing()
    {
        var unseen = Weigh([Report("later", 'A', "2025-09-01")], [Claim("remark", 1, ("later", Certainty.Firm))], []);

        Assert.Equal(.2, RateWith(unseen, August, Because("remark", 3)).Value);
    }

    [Fact]
    public void Rates_stay_within_their_bounds_and_the_order_of_reasons_changes_nothing()
    {
        var gen = from times in Gen.Double[.01, 100].Array[5]
                  from claims in Gen.Int[0, 4].Array[5]
                  select times.Select((t, i) => Because(Heard.Claims[claims[i]].Claim.Id, t, name: $"r{i}")).ToArray();
        gen.Always(reasons =>
        {
            var (rate, turned) = (RateWith(August, reasons), RateWith(August, [.. reasons.Reverse()]));
            Assert.InRange(rate.Value, .05 - 1e-12, .8 + 1e-12);
            Assert.Equal(rate.Value, turned.Value);
        });
    }

    static Reason Because(string claim, double times, string? link = null, string? name = null) =>
        new(name ?? claim, To(claim), link is null ? null : To(link), Given(times), null, 6, Counts.IfTrue, Nowhere);

    static MoveRate RateWith(DateOnly day, params Reason[] reasons) => RateWith(Heard, day, reasons);

    static MoveRate RateWith(SupportTable supports, DateOnly day, params Reason[] reasons) =>
        MoveRates.Of([Driver("gate", "open shut", [Move("shut", "open", "shut", .2, because: reasons)])], supports, []).At("gate", "shut", day);
}
