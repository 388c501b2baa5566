using System.Collections.Immutable;
using Sluice.Evidence;
using Sluice.Outlooks;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Outlooks;

public class StandingTests
{
    static readonly Driver Cac = Driver(
        "cac", "none ask pause", [Move("answer", "ask", "pause", .1), Move("ease", "pause", "ask", .1)],
        history: [History("2025-07-31", "ask", "2025-08-12", null, "notices"), History("2025-07-22", "pause", "2025-08-20", null, "paused")]);

    static readonly Driver Export = Driver(
        "us-export", "closed licensed", [Move("open", "closed", "licensed", .1), Move("shut", "licensed", "closed", .1)], Recent(6, "open"),
        [History("2025-04-09", "closed", "2025-04-15"), History("2025-08-08", "licensed", "2025-08-08")]);

    [Fact]
    public void The_entry_that_became_known_last_counts()
    {
        Assert.Equal("pause", LevelOf(Cac, AsOf));
        Assert.Equal("ask", LevelOf(Cac, new(2025, 8, 19)));
    }

    [Fact]
    public void Before_anything_was_known_a_driver_stands_at_the_first_level_of_its_ladder()
    {
        Assert.Equal("none", LevelOf(Cac, new(2025, 8, 1)));
        Assert.Equal(StandsBy.FirstLevel, StandingAt(Cac, new(2025, 8, 1)).By);
    }

    [Fact]
    public void An_entry_about_a_past_that_was_over_by_then_is_skipped()
    {
        var told = Cac with { History = [Cac.History[0], History("2025-07-22", "pause", "2025-08-20", "2025-08-01")] };

        Assert.Equal("ask", LevelOf(told, AsOf));
    }

    [Fact]
    public void A_level_known_before_it_takes_effect_does_not_stand_yet()
    {
        var rule = Cac with { History = [Cac.History[0], History("2025-09-01", "pause", "2025-08-20")] };

        Assert.Equal("ask", LevelOf(rule, AsOf));
        Assert.Equal("pause", LevelOf(rule, new(2025, 9, 1)));
    }

    [Fact]
    public void What_the_viewpoint_was_told_overrides_the_record()
    {
        var standing = StandingAt(Cac, AsOf, "none");

        Assert.Equal((0, StandsBy.Told), (standing.Level, standing.By));
        Assert.Throws<ArgumentException>(() => StandingAt(Cac, AsOf, "nothing"));
    }

    [Fact]
    public void An_entry_whose_claims_lost_a_resolved_dispute_is_skipped()
    {
        var supports = Weigh(
            [Report("r", 'B')], [Claim("paused", 2, ("r", Certainty.Firm)), Claim("notices", 2, ("r", Certainty.Firm))],
            [Dispute("asked-or-paused", ("paused", ["paused"]), ("asked", ["notices"]))], [("asked-or-paused", "asked")]);

        Assert.Equal(1, Standings.At([Cac], AsOf, Nothing, supports).Drivers[0].Level);
    }

    [Fact]
    public void The_flag_is_set_while_the_last_move_that_sets_it_is_younger_than_its_window()
    {
        Assert.True(StandingAt(Export, AsOf).Recent);
        Assert.Equal(new DateOnly(2025, 8, 8), StandingAt(Export, AsOf).LastMove);
        Assert.True(StandingAt(Export, new(2026, 2, 6)).Recent);
        Assert.False(StandingAt(Export, new(2026, 2, 8)).Recent);
    }

    [Fact]
    public void The_flag_outlives_a_move_back()
    {
        var shut = Export with { History = Export.History.Add(History("2025-08-15", "closed", "2025-08-15")) };

        Assert.Equal((0, true), (StandingAt(shut, AsOf).Level, StandingAt(shut, AsOf).Recent));
    }

    [Fact]
    public void A_change_by_another_move_does_not_set_the_flag()
    {
        Assert.False(StandingAt(Export with { Recent = Recent(3, "shut") }, AsOf).Recent);
        Assert.False(StandingAt(Export with { History = [Export.History[0]] }, AsOf).Recent);
    }

    [Fact]
    public void The_first_entry_of_a_record_counts_where_only_named_moves_lead_into_its_level() =>
        Assert.Equal(new DateOnly(2025, 4, 9), StandingAt(Export with { Recent = Recent(6, "shut") }, AsOf).LastMove);

    [Fact]
    public void Being_told_of_an_opening_counts_as_recent() =>
        Assert.True(StandingAt(Export with { History = [Export.History[0]] }, AsOf, "licensed").Recent);

    static string LevelOf(Driver driver, DateOnly day) => driver.Levels[StandingAt(driver, day).Level].Id;

    static DriverStanding StandingAt(Driver driver, DateOnly day, string? told = null)
    {
        var supports = Weigh([Report("r", 'B', "2025-01-01")], [Claim("paused", 2, ("r", Certainty.Firm)), Claim("notices", 2, ("r", Certainty.Firm))], []);
        return Standings.At([driver], day, told is null ? Nothing : Nothing.Add(driver.Id, told), supports).Drivers[0];
    }
}
