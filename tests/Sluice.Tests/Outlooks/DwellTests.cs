using System.Collections.Immutable;
using Sluice.Outlooks;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Outlooks;

public class DwellTests
{
    static readonly ImmutableArray<Driver> Drivers =
    [
        Driver("cac", "ask pause bar",
            [Move("answer", "ask", "pause", 4, [When("us-export", "licensed")]), Move("tighten", "pause", "bar", .3), Move("ease", "pause", "ask", .1)]),
        Driver("us-export", "closed licensed", [Move("open", "closed", "licensed", .5)]),
    ];

    static readonly ImmutableArray<Sluice.Quantities.Period> Year = Periods(AsOf, new(2025, 9, 1), new(2025, 10, 1), new(2026, 1, 1));

    [Fact]
    public void Mean_dwell_is_one_over_all_rates_that_lead_away()
    {
        var dwells = Dwell.Of(Drivers, StandingOf(Drivers), RatesOf(Drivers), Year);

        Assert.Equal([double.PositiveInfinity, 2.5, double.PositiveInfinity, 2, double.PositiveInfinity], dwells.Select(d => Math.Round(d.Months, 12)));
        Assert.Equal(["tighten", "ease"], dwells[1].Exits.Select(e => e.Move));
    }

    [Fact]
    public void A_condition_counts_as_the_other_drivers_stand_and_a_dwell_under_half_a_period_is_marked()
    {
        var dwell = Dwell.Of(Drivers, StandingOf(Drivers, ("us-export", "licensed")), RatesOf(Drivers), Year)[0];

        Assert.Equal(.25, dwell.Months, 12);
        Assert.Equal(1, dwell.TooCoarse?.Index);
    }

    [Fact]
    public void Why_names_the_moves_of_a_transition_month_by_month()
    {
        var calendar = Event("vote", "2025-10-10", jumps: [Jump("us-export", "closed", "licensed", .2)]);
        var chain = Build(Drivers, StandingOf(Drivers, ("cac", "pause")), Year, null, calendar);
        var (from, to) = (StateAt(1, 0), StateAt(2, 1));
        var why = ArcTracing.Of(chain, RatesOf(Drivers), Year, [calendar], 2, from, to);

        Assert.Equal(
            ["tighten 10", "tighten 11", "tighten 12", "open 10", "open 11", "open 12"], why.Rates.Select(r => $"{r.Move} {r.Month.Month}"));
        Assert.Equal("vote", Assert.Single(why.Events).Id);
        Assert.Equal(chain.Transition[2][chain.Alive[2].IndexOf(from), chain.Alive[3].IndexOf(to)], why.Chance);

        int StateAt(int cac, int export) => chain.States.ToList().FindIndex(s => s.Levels[0] == cac && s.Levels[1] == export);
    }
}
