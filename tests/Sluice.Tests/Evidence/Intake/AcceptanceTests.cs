using Sluice.Cases;
using Sluice.Evidence.Intake;
using Sluice.Reading;
using Sluice.Tests.Cases;

namespace Sluice.Tests.Evidence.Intake;

/// <summary>What a person marked in a review file enters the case, and nothing else does.</summary>
public class AcceptanceTests
{
    static readonly IntakeResult intake = TestNames.Read("<html><head><title>Pause</title><meta name=\"date\" content=\"2025-08-20\"><meta property=\"og:site_name\" content=\"Reuters\"></head><body><article><p>The CAC asked Tencent on Monday to pause orders of the H20, two people familiar with the matter said. MIIT met executives of Baidu on Tuesday about the H20.</p></article></body></html>");

    static (Acceptance Accepted, Diagnostics Faults) Read(Func<string, string> mark)
    {
        var faults = new Diagnostics();
        var review = Yaml.Read("review.yaml", mark(ReviewFile.Of(intake)), "", faults)!;
        return (Acceptance.Read(review, TestNames.Founding.Reports.Select(r => r.Id).ToHashSet(), new Reader(faults)), faults);
    }

    static string Marked(string review) => review.Replace("  p001:\n", "  p001:\n    accept: cac-asked-tencent\n    credibility: 3\n", StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_accepted_unless_it_is_marked()
    {
        var (accepted, faults) = Read(r => r);
        Assert.Empty(faults.Sorted);
        Assert.Empty(accepted.Claims);
        Assert.Empty(accepted.Reports);
        Assert.Equal(intake.Proposals.Length, accepted.Left);
    }

    [Fact]
    public void A_marked_proposal_is_written_with_its_report_and_the_case_reads_it()
    {
        var (accepted, faults) = Read(Marked);
        Assert.Empty(faults.Sorted);
        Assert.Equal(["cac-asked-tencent"], accepted.Claims.Select(c => c.Id));
        var before = TestCases.Founding.Text("evidence.yaml");
        var after = accepted.Into(before);
        var world = CaseReader.Load(TestCases.Founding.With("evidence.yaml", after), TestCases.Atlas, LoadOptions.None).Case!;
        var claim = world.Evidence.Claim("cac-asked-tencent");
        Assert.Equal(("cac", 3, "2025-08-18"), (claim.Who, claim.Credibility, claim.When.ToString()));
        Assert.Equal(TestNames.Founding.Claims.Length + 1, world.Evidence.Claims.Length);
        Assert.Empty(before.Split('\n').Except(after.Split('\n')));
        Assert.Equal(before.Split('\n').Where(l => l.StartsWith('#') || l.Contains(" # ", StringComparison.Ordinal)), after.Split('\n').Where(l => l.StartsWith('#') || l.Contains(" # ", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_empty_or_missing_file_gets_its_sections()
    {
        var (accepted, _) = Read(Marked);
        foreach (var text in new[] { "", "reports: {}\nclaims: {}\n" })
        {
            var faults = new Diagnostics();
            var tree = Yaml.Read("evidence.yaml", accepted.Into(text), "", faults)!;
            Assert.Empty(faults.Sorted);
            Assert.NotNull((tree["claims"] as Map)!["cac-asked-tencent"]);
        }
    }

    [Fact]
    public void A_proposal_that_repeats_a_claim_adds_its_report_and_changes_nothing_else()
    {
        var (accepted, faults) = Read(r => r.Replace("  p001:\n", "  p001:\n    under: cac-asked-to-pause\n", StringComparison.Ordinal));
        Assert.Empty(faults.Sorted);
        Assert.Empty(accepted.Claims);
        var before = TestCases.Founding.Text("evidence.yaml");
        var after = accepted.Into(before);
        var world = CaseReader.Load(TestCases.Founding.With("evidence.yaml", after), TestCases.Atlas, LoadOptions.None).Case!;
        var (was, now) = (TestNames.Founding.Claim("cac-asked-to-pause"), world.Evidence.Claim("cac-asked-to-pause"));
        Assert.Equal(was with { Heard = now.Heard, At = now.At }, now);
        var gained = now.Heard.SelectMany(h => h.In.Select(c => c.Id).Prepend(h.Origin.Id)).Except(was.Heard.SelectMany(h => h.In.Select(c => c.Id).Prepend(h.Origin.Id))).ToList();
        Assert.Equal([intake.Report.Id], gained);
        Assert.Equal(TestNames.Founding.Claims.Length, world.Evidence.Claims.Length);
    }

    [Theory]
    [InlineData("claims:\n  c: {who: cac, heard: {ft: {certainty: reported, in: [a]}}}\n", "claims:\n  c: {who: cac, heard: {ft: {certainty: reported, in: [p, a]}}}\n")]
    [InlineData("claims:\n  c: {who: cac, heard: {ft: {certainty: reported}}}\n", "claims:\n  c: {who: cac, heard: {ft: {in: [p], certainty: reported}}}\n")]
    [InlineData("claims:\n  c: {who: cac, heard: {b: {certainty: firm}}}\n", "claims:\n  c: {who: cac, heard: {ft: {certainty: reported, in: [p]}, b: {certainty: firm}}}\n")]
    [InlineData("claims:\n  c:\n    who: cac\n    heard:   # two\n      b:\n        certainty: firm\n", "claims:\n  c:\n    who: cac\n    heard:   # two\n      ft: {certainty: reported, in: [p]}\n      b:\n        certainty: firm\n")]
    [InlineData("claims:\n  c:\n    heard:\n      ft:\n        certainty: firm\n        in:\n          - a\n", "claims:\n  c:\n    heard:\n      ft:\n        certainty: firm\n        in:\n          - p\n          - a\n")]
    [InlineData("claims:\n  c: {heard: {ft: {certainty: reported, in: [p]}}}\n", null)]
    [InlineData("claims:\n  d: {heard: {}}\n", null)]
    public void A_report_goes_under_its_origin_in_the_form_in_which_the_claim_is_written(string before, string? after) =>
        Assert.Equal(after, HeardInsertion.Into(before, new("c", [("ft", "certainty: reported", ["p"])])));

    [Theory]
    [InlineData("    credibility: 3\n", "")]
    [InlineData("    credibility: 3\n", "    credibility: 9\n")]
    [InlineData("    who: cac\n", "    who: unknown\n")]
    [InlineData("    accept: cac-asked-tencent\n", "    accept: \"not a name\"\n")]
    public void What_is_accepted_must_be_a_whole_claim(string from, string to)
    {
        var (accepted, faults) = Read(r => Marked(r).Replace(from, to, StringComparison.Ordinal));
        Assert.True(faults.HasErrors);
        Assert.Empty(accepted.Claims);
    }
}
