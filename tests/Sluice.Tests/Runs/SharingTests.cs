using Sluice.Reading;
using Sluice.Runs;
using Sluice.Tests.Views;

namespace Sluice.Tests.Runs;

public class SharingTests
{
    static readonly Sharing.Shared shared = Sharing.Of(SampleRecord.Whole, Wording.English);
    static readonly string text = RunFolder.Json(shared.Plan);

    [Theory]
    [InlineData("told-in-private")]
    [InlineData("has 60k on order")]
    [InlineData("our buyer")]
    [InlineData("two people familiar")]
    [InlineData("15 500 USD")]
    [InlineData("11 500 USD")]
    [InlineData("28600")]
    [InlineData("undated bank note")]
    [InlineData("lines-late")]
    public void What_is_private_or_a_price_or_the_name_of_a_speaker_is_gone(string secret) => Assert.DoesNotContain(secret, text);

    [Fact]
    public void What_was_told_in_private_cannot_be_read_off_the_rest()
    {
        Assert.Empty(shared.Plan.Told);
        Assert.DoesNotContain(shared.Plan.Grounds!.Levels, l => l.Driver == "cac");
        Assert.DoesNotContain(shared.Plan.Next, n => n.Driver == "cac");
        Assert.All(shared.Plan.Decisions.SelectMany(d => d.Reasons).Where(r => r.Driver == "cac"), r => Assert.Null(r.Level));
        Assert.Contains("CAC's request followed", shared.Plan.Decisions.Select(d => d.Reason));
    }

    [Fact]
    public void Orders_that_only_the_overlay_knows_have_no_row() =>
        Assert.DoesNotContain(shared.Plan.Decisions, d => d.Title == "h20-stock on order");

    [Fact]
    public void Advice_ranges_and_totals_stay()
    {
        Assert.Equal(SampleRecord.Whole.Cost, shared.Plan.Cost);
        Assert.Equal(27_060, shared.Plan.Decisions.Single(d => d.Offer == "ascend-910c").Quantity);
        Assert.Equal(SampleRecord.Whole.Unserved, shared.Plan.Unserved);
    }

    [Fact]
    public void Everything_that_was_removed_is_listed() =>
        Assert.Equal(
        [
            "1 private number", "1 private claim", "Whom reports name as their source: 2", "3 prices",
            "What the viewpoint was told, and what would show it: levels, chances and asks of those drivers", "Who pays whom (money ÷ units gives prices)",
            "Answers about those numbers: 1", "Quantities planned or on order: 1", "Names of what-ifs",
        ], shared.Removed);

    [Fact]
    public void Sharing_twice_removes_nothing_more() => Assert.Equal(text, RunFolder.Json(Sharing.Of(shared.Plan, Wording.English).Plan));

    [Fact]
    public void A_result_without_grounds_is_shared_without_what_was_told() =>
        Assert.Empty(Sharing.Of(SampleRecord.Bare, Wording.English).Plan.Told);

    [Fact]
    public void The_paths_of_an_overlay_are_those_that_stand_in_its_file()
    {
        var into = new Diagnostics();
        var tree = Yaml.Read("case.yaml", "wait: 1 quarter\ntold: {cac: ask}\nclaims: {a: {who: x, does: y}}\n"u8, "", into)!;
        var overlay = Yaml.Read("mine.yaml", "told: {cac: pause}\nclaims: {b: {who: me}}\n"u8, "", into)!;
        var patched = Patches.Apply(tree, [Patch.Merge(overlay)], into);
        Assert.False(into.HasErrors);
        Assert.Equal(["claims.b.who", "told.cac"], PrivatePaths.Of(patched, "mine.yaml"));
        Assert.Empty(PrivatePaths.Of(patched, null));
    }
}
