using System.Text.Json.Nodes;
using Sluice.Cases;
using Sluice.Reading;
using Sluice.Runs;
using Sluice.Tests.Cases;

namespace Sluice.Tests.Runs;

public class EvidenceDocumentTests
{
    static readonly EvidenceDocument all = Of(LoadOptions.None, q => q);

    static EvidenceDocument Of(LoadOptions options, Func<EvidenceQuestion, EvidenceQuestion> ask)
    {
        var world = TestCases.Founding.Load(options).Case!;
        return EvidenceDocuments.Of(world, CaseOutlook.Of(world), ask(new(new RunHeader("test", 0, []))));
    }

    [Fact]
    public void Claims_come_by_falling_support() =>
        Assert.Equal(all.Claims.Select(c => c.Support).OrderDescending(), all.Claims.Select(c => c.Support));

    [Fact]
    public void An_open_dispute_shares_its_weight_between_its_sides_and_neither() =>
        Assert.All(all.Disputes.Where(d => d.Resolved is null), d => Assert.Equal(1, d.Sides.Sum(s => s.Support) + d.Neither, 1e-5));

    [Fact]
    public void A_claim_lists_the_moves_histories_and_numbers_that_rest_on_it()
    {
        var remark = all.Claims.Single(c => c.Id == "lutnick-remark");
        Assert.Contains(remark.UsedBy, u => u is { Kind: "move", As: "event", Path: "drivers.cac.moves.tighten.because.remark" });
        Assert.Contains(all.Claims.Single(c => c.Id == "cac-asked-to-pause").UsedBy, u => u is { Kind: "history", As: "level" });
        Assert.Contains(all.Claims.Single(c => c.Id == "h20-stock-held").UsedBy, u => u is { Kind: "number", As: "basis" });
    }

    [Fact]
    public void A_weight_is_the_product_of_its_factors_and_own_weight_follows_from_them()
    {
        foreach (var claim in all.Claims)
        {
            Assert.All(claim.Origins, o => Assert.Equal(o.Reliability * o.Credibility * o.Certainty * o.Interest, o.Weight, 1e-6));
            Assert.Equal(Math.Min(0.95, 1 - claim.Origins.Aggregate(1.0, (p, o) => p * (1 - o.Decline * o.Weight))), claim.Own, 1e-5);
        }
    }

    [Fact]
    public void A_rate_is_its_base_times_the_factor_of_what_acts()
    {
        foreach (var move in all.Moves)
        {
            Assert.Equal(move.Base * move.Factor, move.Rate, 1e-5);
            Assert.Equal(1 - Math.Exp(-3 * move.Rate), move.ChancePerQuarter, 1e-3);
            if (!move.Clipped) Assert.Equal(move.Reasons.Where(r => r.Role == "speaks").Aggregate(1.0, (p, r) => p * r.Factor) * move.Events.Aggregate(1.0, (p, e) => p * e.Times), move.Factor, 1e-4);
        }
    }

    [Fact]
    public void A_muted_claim_leaves_no_trace()
    {
        var without = EvidenceDocuments.Json(Of(LoadOptions.None with { Mute = ["lutnick-remark"] }, q => q));
        Assert.DoesNotContain("lutnick-remark", without);
    }

    [Fact]
    public void A_resolved_dispute_leaves_the_loser_nothing()
    {
        var resolved = Of(LoadOptions.None with { Resolve = [("tracking", "absent")] }, q => q);
        var dispute = resolved.Disputes.Single(d => d.Id == "tracking");
        Assert.Equal(("absent", 0.0), (dispute.Resolved, dispute.Neither));
        Assert.Equal(0, resolved.Claims.Single(c => c.Id == "cac-says-tracking").Support);
    }

    [Fact]
    public void A_later_day_sees_more_and_finds_what_has_aged()
    {
        var autumn = LoadOptions.None with { AsOf = new(2025, 11, 15) };
        var later = Of(autumn, q => q with { OldAfter = 2 });
        Assert.True(later.Claims.Count(c => !c.Origins.IsEmpty) > all.Claims.Count(c => !c.Origins.IsEmpty));
        Assert.Contains(later.Stale, s => s.Kind == "old");
        Assert.Contains(later.Stale, s => s.Kind == "expires");
        Assert.DoesNotContain(later.Stale, s => s.Kind == "expired");
        var brief = Of(autumn with { Patches = [Patch.Put("drivers.cac.moves.tighten.because.remark.for", "1 month", new("test", 1, 1))] }, q => q);
        Assert.Contains(brief.Stale, s => s is { Kind: "expired", Claim: "lutnick-remark" });
    }

    [Fact]
    public void A_named_claim_stands_alone_with_what_it_touches()
    {
        var one = Of(LoadOptions.None, q => q with { Claim = "cac-says-tracking" });
        Assert.Equal(["cac-says-tracking"], one.Claims.Select(c => c.Id));
        Assert.Equal(["tracking"], one.Disputes.Select(d => d.Id));
        Assert.All(one.Moves, m => Assert.Contains(m.Reasons, r => r.Event == "cac-says-tracking" || r.Link == "cac-says-tracking"));
    }

    [Fact]
    public void An_explained_driver_goes_month_by_month_until_nothing_changes()
    {
        var driver = Of(LoadOptions.None, q => q with { Explain = "cac" }).Explain!;
        Assert.Equal("pause", driver.Level);
        var tighten = driver.Moves.Single(m => m.Move == "tighten");
        Assert.Equal(new DateOnly(2025, 8, 1), tighten.Months[0].Month);
        Assert.True(tighten.Months[0].Rate > tighten.Base);
        Assert.Equal(tighten.Base, tighten.Months[^1].Rate, 1e-6);
        Assert.Equal(tighten.Months.Select(m => m.Month).Order(), tighten.Months.Select(m => m.Month));
    }

    [Fact]
    public void Unknown_names_are_the_callers_fault()
    {
        Assert.Throws<ArgumentException>(() => Of(LoadOptions.None, q => q with { Claim = "no-such" }));
        Assert.Throws<ArgumentException>(() => Of(LoadOptions.None, q => q with { Explain = "no-such" }));
    }

    [Fact]
    public void The_document_has_the_keys_that_scripts_rely_on()
    {
        var document = JsonNode.Parse(EvidenceDocuments.Json(all))!.AsObject();
        foreach (var key in new[] { "claims", "disputes", "moves", "withoutBasis", "stale" }) Assert.NotNull(document[key]);
        foreach (var key in new[] { "id", "own", "support", "origins", "disputes", "usedBy" }) Assert.NotNull(document["claims"]![0]![key]);
        foreach (var key in new[] { "id", "sides", "neither" }) Assert.NotNull(document["disputes"]![0]![key]);
        foreach (var key in new[] { "driver", "move", "base", "reasons", "rate", "chancePerQuarter" }) Assert.NotNull(document["moves"]![0]![key]);
        var reason = document["moves"]!.AsArray().SelectMany(m => m!["reasons"]!.AsArray()).First()!.AsObject();
        foreach (var key in new[] { "event", "link", "times", "support", "decay", "factor" }) Assert.True(reason.ContainsKey(key));
        Assert.All(EvidenceDocuments.Json(all), c => Assert.True(c is '\n' or (>= ' ' and < '\u007F')));
    }
}
