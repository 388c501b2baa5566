using Sluice.Gates;

namespace Sluice.Tests.Gates;

/// <summary>Well-known history comes out right, in the words that other programs rely on.</summary>
public class HistoryTests
{
    [Theory]
    [InlineData("a100", "CN", "2022-08-20", "no-requirement")]
    [InlineData("a100", "CN", "2022-09-15", "licence letter")]
    [InlineData("h100", "RU", "2022-09-15", "licence letter denial")]
    [InlineData("mi250", "CN", "2022-09-15", "licence letter")]
    [InlineData("a100", "CN", "2022-12-01", "licence 3A090 denial")]
    [InlineData("h100", "HK", "2022-12-01", "licence 3A090 denial")]
    [InlineData("a100", "MO", "2022-12-01", "no-requirement")]
    [InlineData("a100", "MO", "2023-02-01", "licence 3A090 denial")]
    [InlineData("h100", "DE", "2022-12-01", "no-requirement")]
    public void The_first_letters_and_the_first_rule(string part, string to, string on, string expected) => Assert.Equal(expected, TheAtlas.Words(TheAtlas.Export(part, to, on)));

    [Theory]
    [InlineData("a800", "2023-06-01", "no-requirement")]
    [InlineData("a800", "2023-10-22", "no-requirement")]
    [InlineData("a800", "2023-10-23", "licence early denial")]
    [InlineData("a800", "2023-11-17", "licence 3A090.a denial")]
    [InlineData("h800", "2023-06-01", "no-requirement")]
    [InlineData("h800", "2023-11-16", "licence early denial")]
    [InlineData("h800", "2024-06-01", "licence 3A090.a denial")]
    [InlineData("l40s", "2023-10-20", "no-requirement")]
    [InlineData("l40s", "2023-10-25", "licence early denial")]
    [InlineData("l40s", "2023-11-20", "licence 3A090.a denial")]
    [InlineData("l40", "2023-10-25", "no-requirement")]
    [InlineData("l40", "2023-11-20", "licence 3A090.b notice NAC")]
    [InlineData("l4", "2023-11-20", "licence 3A090.a denial")]
    [InlineData("l20", "2024-03-01", "no-requirement")]
    [InlineData("l2", "2024-03-01", "no-requirement")]
    [InlineData("mi250", "2023-12-01", "licence 3A090.a denial")]
    [InlineData("mi300x", "2024-01-15", "licence 3A090.a denial")]
    public void Slower_links_left_the_first_rule_and_speed_brought_them_into_the_second(string part, string on, string expected) => Assert.Equal(expected, TheAtlas.Words(TheAtlas.Export(part, "CN", on)));

    [Theory]
    [InlineData("rtx-4090", "2023-06-01", "no-requirement")]
    [InlineData("rtx-4090", "2023-10-25", "no-requirement")]
    [InlineData("rtx-4090", "2023-11-17", "licence 3A090.a notice NAC")]
    [InlineData("rtx-4090-d", "2024-06-01", "no-requirement")]
    [InlineData("rtx-5090", "2025-04-05", "licence 3A090.a notice NAC")]
    [InlineData("rtx-5090-d", "2025-04-05", "no-requirement")]
    [InlineData("rtx-5090-d", "2025-05-01", "licence letter")]
    [InlineData("rtx-5090-d-v2", "2025-09-01", "no-requirement")]
    [InlineData("rtx-pro-6000d", "2025-09-01", "no-requirement")]
    public void Consumer_cards_pass_with_a_notice_of_25_days_or_below_the_line(string part, string on, string expected) => Assert.Equal(expected, TheAtlas.Words(TheAtlas.Export(part, "CN", on)));

    [Fact]
    public void The_notice_is_a_condition_of_the_transaction() =>
        Assert.Contains(TheAtlas.Export("rtx-4090", "CN", "2024-06-01").Conditions, c => c.Contains("25 days", StringComparison.Ordinal));

    [Theory]
    [InlineData("h20", "2024-06-01", "no-requirement")]
    [InlineData("h20", "2025-04-08", "no-requirement")]
    [InlineData("h20", "2025-04-09", "licence letter")]
    [InlineData("h20", "2025-07-20", "licence letter")]
    [InlineData("h20", "2025-08-08", "licence letter case-by-case")]
    [InlineData("mi308", "2024-06-01", "no-requirement")]
    [InlineData("mi308", "2025-05-01", "licence letter")]
    [InlineData("mi308", "2025-08-21", "licence letter case-by-case")]
    [InlineData("gaudi3-hl-328", "2025-05-01", "licence letter")]
    [InlineData("h100", "2025-06-01", "licence 3A090.a denial")]
    [InlineData("b30a", "2025-09-01", "licence 3A090.a denial")]
    public void The_letters_of_April_2025_and_the_licences_of_August(string part, string on, string expected) => Assert.Equal(expected, TheAtlas.Words(TheAtlas.Export(part, "CN", on)));

    [Theory]
    [InlineData("h200", "CN", "2025-12-20", "licence 3A090.a denial")]
    [InlineData("h200", "CN", "2026-01-14", "licence 3A090.a denial")]
    [InlineData("h200", "CN", "2026-01-15", "licence 3A090.a case-by-case")]
    [InlineData("h200", "HK", "2026-02-20", "licence 3A090.a case-by-case")]
    [InlineData("h200", "MO", "2026-02-20", "licence 3A090.a case-by-case")]
    [InlineData("h200", "RU", "2026-02-20", "licence 3A090.a denial")]
    [InlineData("mi325x", "CN", "2026-03-01", "licence 3A090.a case-by-case")]
    [InlineData("mi300x", "CN", "2026-03-01", "licence 3A090.a case-by-case")]
    [InlineData("b200", "CN", "2026-03-01", "licence 3A090.a denial")]
    [InlineData("b300", "CN", "2026-03-01", "licence 3A090.a denial")]
    [InlineData("b30a", "CN", "2026-03-01", "licence 3A090.a denial")]
    public void The_review_of_January_2026_opens_for_the_H200_and_not_for_Blackwell(string part, string to, string on, string expected) => Assert.Equal(expected, TheAtlas.Words(TheAtlas.Export(part, to, on)));

    [Fact]
    public void A_parent_in_China_does_not_get_the_new_review_elsewhere() => Assert.Equal("licence 3A090.a denial", TheAtlas.Words(TheAtlas.Export("h200", "SG", "2026-02-20", "CN")));

    [Theory]
    [InlineData("910c", "CN", "2025-05-12", "no-requirement", false)]
    [InlineData("910c", "CN", "2025-05-13", "guided", true)]
    [InlineData("昇腾910C", "CN", "2025-08-21", "guided", true)]
    [InlineData("910b", "MY", "2025-08-21", "guided", true)]
    [InlineData("950pr", "CN", "2026-05-01", "guided", true)]
    [InlineData("mlu590", "CN", "2025-08-21", "unknown", false)]
    public void Chinese_parts_are_outside_the_item_tests_and_inside_the_guidance_on_use(string part, string to, string on, string expected, bool conflict)
    {
        var screened = TheAtlas.Judge(part, to, on);
        Assert.Equal(expected, TheAtlas.Words(screened.Verdicts[0]));
        Assert.Equal(conflict, screened.Conflicts.Length > 0);
        if (conflict) Assert.Contains(screened.Verdicts[0].Trace, t => t.Contains("General Prohibition 10", StringComparison.Ordinal));
        Assert.Equal(VerdictWord.NoRequirement, screened.Verdicts[1].Word);
    }
}
