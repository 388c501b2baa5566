using Sluice.Evidence;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Evidence;

public class SupportTests
{
    [Fact]
    public void Weight_is_reliability_times_credibility_times_certainty_times_interest()
    {
        var claim = Claim("c", 2) with { Heard = [Heard("r", Certainty.Reported, Behalf.Own)] };
        var origin = Assert.Single(Weigh([Report("r", 'B')], [claim], []).SupportOf("c").Origins);

        Assert.Equal((.80, .85, .85, .6), (origin.Reliability, origin.Credibility, origin.Certainty, origin.Interest));
        Assert.Equal(.80 * .85 * .85 * .6, origin.Weight, 12);
    }

    [Fact]
    public void Further_origins_count_by_a_declining_share()
    {
        var support = Weigh(
            [Report("weak", 'D'), Report("strong", 'B')], [Claim("c", 1, ("weak", Certainty.Firm), ("strong", Certainty.Firm))], []).SupportOf("c");

        Assert.Equal(["strong", "weak"], support.Origins.Select(o => o.Origin));
        Assert.Equal(1 - (1 - .8) * (1 - .6 * .4), support.Value, 12);
    }

    [Fact]
    public void Support_is_capped()
    {
        var support = Weigh([Report("r1", 'A'), Report("r2", 'A')], [Claim("c", 1, ("r1", Certainty.Firm), ("r2", Certainty.Firm))], []).SupportOf("c");

        Assert.Equal(.95, support.Value);
    }

    [Fact]
    public void An_origin_published_later_is_invisible_and_a_claim_without_any_is_reported()
    {
        var table = Weigh(
            [Report("before", 'B'), Report("on", 'C', "2025-08-21"), Report("after", 'A', "2025-08-22")],
            [Claim("seen", 1, ("before", Certainty.Firm), ("on", Certainty.Firm), ("after", Certainty.Firm)), Claim("unseen", 1, ("after", Certainty.Firm))], []);

        Assert.Equal(["before", "on"], table.SupportOf("seen").Origins.Select(o => o.Origin));
        Assert.Equal(0, table.SupportOf("unseen").Value);
        Assert.Equal(0, table.SaidWeight("unseen"));
        Assert.Equal(["unseen"], table.Unseen);
    }

    [Fact]
    public void A_dispute_weighs_sides_by_odds_and_leaves_a_rest_for_neither()
    {
        // Own: .8 (odds 4) against .6 (odds 1.5): 4, 1.5 and 1 of 6.5.
        var table = Weigh(
            [Report("b", 'B'), Report("c", 'C')], [Claim("yes", 1, ("b", Certainty.Firm)), Claim("no", 1, ("c", Certainty.Firm))],
            [Dispute("d", ("yes", ["yes"]), ("no", ["no"]))]);

        Assert.Equal(4 / 6.5, table.SupportOf("yes").Value, 12);
        Assert.Equal(1.5 / 6.5, table.SupportOf("no").Value, 12);
        Assert.Equal(1 / 6.5, Assert.Single(table.Disputes).Neither, 12);
    }

    [Fact]
    public void A_claim_has_its_own_share_of_its_side()
    {
        // The side's union is r1 at .8 and r2 at .6; the second claim was heard in r2 alone.
        var table = Weigh(
            [Report("r1", 'B'), Report("r2", 'C'), Report("r3", 'D')],
            [Claim("one", 1, ("r1", Certainty.Firm)), Claim("two", 1, ("r2", Certainty.Firm)), Claim("rival", 1, ("r3", Certainty.Firm))],
            [Dispute("d", ("a", ["one", "two"]), ("b", ["rival"]))]);
        var side = table.Disputes[0].Sides[0];

        Assert.Equal(1 - .2 * (1 - .6 * .6), side.Own, 12);
        Assert.Equal(.6 * side.Value / side.Own, table.SupportOf("two").Value, 12);
    }

    [Fact]
    public void In_several_disputes_the_smallest_counts()
    {
        var table = Weigh(
            [Report("r1", 'B'), Report("r2", 'E'), Report("r3", 'B')],
            [Claim("c", 1, ("r1", Certainty.Firm)), Claim("weak", 1, ("r2", Certainty.Firm)), Claim("strong", 1, ("r3", Certainty.Firm))],
            [Dispute("d1", ("c", ["c"]), ("weak", ["weak"])), Dispute("d2", ("c", ["c"]), ("strong", ["strong"]))]);

        Assert.Equal(4.0 / 9, table.SupportOf("c").Value, 12);
    }

    [Fact]
    public void A_resolved_dispute_leaves_the_winner_its_own_weight_and_its_rivals_nothing()
    {
        var table = Weigh(
            [Report("b", 'B'), Report("c", 'C')], [Claim("yes", 1, ("b", Certainty.Firm)), Claim("no", 1, ("c", Certainty.Firm))],
            [Dispute("d", ("yes", ["yes"]), ("no", ["no"]))], [("d", "no")]);

        Assert.Equal((0.0, .6), (table.SupportOf("yes").Value, table.SupportOf("no").Value));
        Assert.True(table.SupportOf("yes").Refuted);
        Assert.False(table.SupportOf("no").Refuted);
    }

    [Fact]
    public void A_resolution_that_names_no_side_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Weigh([], [], [Dispute("d", ("a", []), ("b", []))], [("d", "c")]));
        Assert.Throws<ArgumentException>(() => Weigh([], [], [], [("d", "a")]));
    }

    [Fact]
    public void That_it_was_said_ignores_credibility_and_disputes()
    {
        var table = Weigh(
            [Report("b", 'B'), Report("a", 'A')], [Claim("said", 5, ("b", Certainty.Firm)), Claim("rival", 1, ("a", Certainty.Firm))],
            [Dispute("d", ("said", ["said"]), ("rival", ["rival"]))]);

        Assert.Equal(.8, table.SaidWeight("said"), 12);
    }

    [Fact]
    public void The_heaviest_origin_is_the_earlier_of_two_equal_ones()
    {
        var table = Weigh(
            [Report("late", 'B', "2025-08-20"), Report("early", 'B', "2025-08-01")], [Claim("c", 1, ("late", Certainty.Firm), ("early", Certainty.Firm))], []);

        Assert.Equal("early", table.SupportOf("c").HeaviestOrigin);
    }
}
