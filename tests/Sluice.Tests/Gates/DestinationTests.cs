using Sluice.Gates;

namespace Sluice.Tests.Gates;

/// <summary>Groups of countries, and who is behind a buyer.</summary>
public class DestinationTests
{
    [Theory]
    [InlineData("h100", "VN", "2024-06-01", null, "licence 3A090.a approval")]
    [InlineData("h100", "KZ", "2024-06-01", null, "licence 3A090.a approval")]
    [InlineData("h100", "SA", "2024-06-01", null, "licence 3A090.a approval")]
    [InlineData("h100", "AE", "2025-06-01", null, "licence 3A090.a approval")]
    [InlineData("h100", "RU", "2024-06-01", null, "licence 3A090.a denial")]
    [InlineData("h100", "VE", "2024-06-01", null, "licence 3A090.a denial")]
    [InlineData("h100", "MO", "2024-06-01", null, "licence 3A090.a denial")]
    [InlineData("h100", "SG", "2024-06-01", null, "no-requirement")]
    [InlineData("h100", "TW", "2024-06-01", null, "no-requirement")]
    [InlineData("h100", "JP", "2024-06-01", null, "no-requirement")]
    [InlineData("h100", "IL", "2024-06-01", null, "no-requirement")]
    [InlineData("h100", "CY", "2024-06-01", null, "no-requirement")]
    [InlineData("h100", "MY", "2024-06-01", null, "no-requirement")]
    [InlineData("h100", "US", "2024-06-01", null, "no-requirement")]
    [InlineData("l40", "VN", "2024-01-15", null, "no-requirement 3A090.b NAC")]
    [InlineData("l40", "VN", "2024-05-01", null, "no-requirement 3A090.b ACA")]
    [InlineData("l40", "VN", "2024-05-01", "CN", "licence 3A090.b notice NAC")]
    [InlineData("rtx-4090", "SA", "2024-05-01", null, "no-requirement 3A090.a ACA")]
    public void Groups_of_destination_decide(string part, string to, string on, string? parent, string expected) => Assert.Equal(expected, TheAtlas.Words(TheAtlas.Export(part, to, on, parent)));

    [Theory]
    [InlineData("h100", "SG", "2023-10-30", "CN", "no-requirement")]
    [InlineData("h100", "SG", "2023-11-17", "CN", "licence 3A090.a denial")]
    [InlineData("h100", "MY", "2026-06-15", "CN", "licence 3A090.a denial")]
    [InlineData("h100", "JP", "2024-06-01", "MO", "licence 3A090.a denial")]
    [InlineData("h100", "VN", "2024-06-01", "CN", "licence 3A090.a denial")]
    [InlineData("h20", "SG", "2025-06-01", "CN", "licence letter")]
    [InlineData("h20", "SG", "2025-06-01", "SG", "no-requirement")]
    [InlineData("h100", "CN", "2023-06-01", "US", "licence 3A090 case-by-case")]
    public void The_ultimate_parent_counts_wherever_the_buyer_sits(string part, string to, string on, string parent, string expected) => Assert.Equal(expected, TheAtlas.Words(TheAtlas.Export(part, to, on, parent)));

    [Fact]
    public void A_parent_that_is_not_stated_is_taken_to_sit_at_the_destination_and_the_verdict_says_so()
    {
        Assert.Contains(TheAtlas.Export("h100", "SG", "2024-06-01").Conditions, c => c.Contains("SG", StringComparison.Ordinal));
        Assert.Empty(TheAtlas.Export("h100", "SG", "2024-06-01", "SG").Conditions);
    }

    [Fact]
    public void The_affiliates_rule_is_a_condition_while_it_binds_and_again_once_its_stay_is_over()
    {
        bool Asked(string on) => TheAtlas.Export("l20", "CN", on, "CN").Conditions.Contains("buyer-not-half-owned-by-listed-parties");
        Assert.True(Asked("2025-10-15"));
        Assert.False(Asked("2026-01-15"));
        Assert.True(Asked("2026-11-20"));
    }

    [Fact]
    public void A_country_in_no_complete_list_needs_its_group()
    {
        var verdict = TheAtlas.Export("h100", "ZZ", "2024-06-01");
        Assert.Equal(VerdictWord.Unknown, verdict.Word);
        Assert.Contains(verdict.Missing, m => m.StartsWith("needs group", StringComparison.Ordinal));
    }

    [Fact]
    public void Groups_are_dated()
    {
        Assert.Equal("no-requirement", TheAtlas.Words(TheAtlas.Export("h100", "NI", "2024-02-01")));
        Assert.Equal("licence 3A090.a denial", TheAtlas.Words(TheAtlas.Export("h100", "NI", "2024-05-01")));
        Assert.Equal(VerdictWord.Unknown, TheAtlas.Export("h100", "AE", "2026-08-15").Word);
    }

    [Fact]
    public void Letters_whose_destinations_were_not_published_leave_the_Middle_East_open() => Assert.Equal(VerdictWord.Unknown, TheAtlas.Export("h100", "SA", "2023-09-15").Word);

    [Fact]
    public void No_part_is_cleared_for_an_embargoed_destination() =>
        Assert.All(TheAtlas.Book.Parts.Where(p => p.Jurisdiction == "us"), part => Assert.Equal(VerdictWord.Licence, TheAtlas.Export(part.Id, "IR", "2026-09-01").Word));

    [Fact]
    public void The_framework_that_was_never_enforced_decides_only_for_who_could_not_know_that()
    {
        Assert.Equal("no-requirement", TheAtlas.Words(TheAtlas.Export("h100", "MY", "2025-06-01")));
        Assert.Equal("licence 3A090.a approval", TheAtlas.Words(TheAtlas.Export("h100", "MY", "2025-06-01", asOf: "2025-03-01")));
    }
}
