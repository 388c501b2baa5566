using Sluice.Gates;

namespace Sluice.Tests.Gates;

/// <summary>Chinese measures: by group, use and form.</summary>
public class ImportTests
{
    [Theory]
    [InlineData("h20", "2024-06-01", "large-platform", VerdictWord.NoRequirement, null)]
    [InlineData("h20", "2024-11-01", "large-platform", VerdictWord.Guided, 2)]
    [InlineData("h20", "2025-08-21", "large-platform", VerdictWord.Guided, 3)]
    [InlineData("h20", "2025-08-21", "other", VerdictWord.Guided, 2)]
    [InlineData("h20", "2025-11-01", "large-platform", VerdictWord.Barred, 5)]
    [InlineData("mi308", "2025-08-21", "large-platform", VerdictWord.NoRequirement, null)]
    [InlineData("b30a", "2025-08-21", "large-platform", VerdictWord.Guided, 2)]
    [InlineData("rtx-pro-6000d", "2025-09-20", "large-platform", VerdictWord.Guided, 4)]
    [InlineData("mi325x", "2025-11-20", "state-funded", VerdictWord.Guided, 6)]
    [InlineData("910c", "2025-11-20", "state-funded", VerdictWord.NoRequirement, null)]
    public void Strength_depends_on_the_group_and_customs_bars(string part, string on, string group, VerdictWord word, int? strength)
    {
        var verdict = TheAtlas.Import(part, on, group);
        Assert.Equal((word, strength), (verdict.Word, verdict.Strength));
    }

    [Fact]
    public void Drafts_are_shown_and_decide_nothing()
    {
        var verdict = TheAtlas.Import("mi308", "2025-08-25", "large-platform", "inference");
        Assert.Equal(VerdictWord.NoRequirement, verdict.Word);
        Assert.Contains(verdict.Trace, t => t.Contains("cn-2025-08-inference-ban-proposal", StringComparison.Ordinal) && t.Contains("shown only", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_about_one_use_is_not_shown_for_another() =>
        Assert.DoesNotContain(TheAtlas.Import("mi308", "2025-08-25", "large-platform", "training").Trace, t => t.Contains("inference-ban", StringComparison.Ordinal));

    [Fact]
    public void A_buyer_of_no_known_group_is_never_cleared_where_some_group_is_asked()
    {
        var verdict = TheAtlas.Import("h20", "2025-07-25");
        Assert.Equal(VerdictWord.Guided, verdict.Word);
        Assert.Contains("buyer group", verdict.Missing);
    }

    [Fact]
    public void Unpublished_measures_are_called_that() => Assert.Contains(TheAtlas.Import("h20", "2025-08-21", "large-platform").TurnsOn, t => t.Contains("not confirmed", StringComparison.Ordinal));

    [Fact]
    public void Nothing_enters_the_mainland_by_way_of_Hong_Kong() => Assert.Equal(VerdictWord.NoRequirement, TheAtlas.Judge("h20", "HK", "2025-11-01").Verdicts[1].Word);

    [Fact]
    public void A_measure_whose_end_was_not_found_is_last_known_on_a_day() => Assert.NotNull(TheAtlas.Import("h20", "2025-11-01", "large-platform").LastKnown);
}
