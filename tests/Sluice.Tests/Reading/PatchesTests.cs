using Sluice.Reading;

namespace Sluice.Tests.Reading;

public class PatchesTests
{
    private const string Text = "drivers:\n  cac:\n    moves: {tighten: {chance: 20 % per quarter}, ease: {chance: {value: 6 % per quarter, basis: [x]}}}\nclaims: {a: {who: cac}, b: {who: bis}}\n";

    private static readonly Place here = new("whatifs/hard.yaml", 2, 8);

    [Fact]
    public void A_set_value_keeps_what_it_covered()
    {
        var (map, into) = Apply(Patch.Set("drivers.cac.moves.tighten.chance", "40 % per quarter", here), Patch.Set("drivers.cac.moves.tighten.chance", "50 % per quarter", here));
        Assert.Empty(into.Sorted);
        var provenance = Provenance.Of(map.FindPath("drivers.cac.moves.tighten.chance")!.Value);
        Assert.Equal(("drivers.cac.moves.tighten.chance", "50 % per quarter", here), (provenance.Path, provenance.Written, provenance.At));
        Assert.Equal("40 % per quarter", provenance.Replaces!.Written);
        Assert.Equal((new Place("drivers.yaml", 3, 31), "20 % per quarter"), (provenance.Replaces.Replaces!.At, provenance.Replaces.Replaces.Written));
    }

    [Fact]
    public void A_value_set_over_a_value_with_its_basis_replaces_both()
    {
        var (map, _) = Apply(Patch.Set("drivers.cac.moves.ease.chance", "9 % per quarter", here));
        Assert.IsType<Scalar>(map.FindPath("drivers.cac.moves.ease.chance")!.Value);
        Assert.Equal("6 % per quarter", Provenance.Of(map.FindPath("drivers.cac.moves.ease.chance")!.Value).Replaces!.Written);
    }

    [Fact]
    public void Undoing_is_leaving_the_patch_out()
    {
        var root = Written.As(Text).Map!;
        var changed = Patches.Apply(root, [Patch.Remove("claims.a", here)], new());
        Assert.Null(changed.FindPath("claims.a"));
        Assert.NotNull(root.FindPath("claims.a"));
    }

    [Theory]
    [InlineData("drivers.cac.moves.tigthen.chance", "drivers.cac.moves.tighten.chance")]
    [InlineData("drivers.cca.moves.tighten.chance", "drivers.cac.moves.tighten.chance")]
    [InlineData("drivers.cca.moves.tigthen.chance", "drivers.cac.moves.tighten.chance")]
    [InlineData("drivers.cac.moves.tighten.chanse", "drivers.cac.moves.tighten.chance")]
    [InlineData("claim.a", "claims.a")]
    [InlineData("drivers.cac.moves.tighten.chance.value", "drivers.cac.moves.tighten.chance")]
    [InlineData("elsewhere", null)]
    public void A_path_that_does_not_exist_is_answered_with_the_nearest_that_does(string path, string? nearest)
    {
        foreach (var patch in new[] { Patch.Set(path, "x", here), Patch.Remove(path, here) })
        {
            var (map, into) = Apply(patch);
            var fault = Assert.Single(into.Sorted);
            Assert.Equal(("SLU0030", here, nearest), (fault.Code, fault.At, fault.Nearest));
            Assert.True(map.Says(Written.As(Text).Map!));
        }
    }

    [Fact]
    public void A_patch_that_changes_nothing_warns_and_leaves_the_tree_as_it_was()
    {
        var root = Written.As(Text).Map!;
        var into = new Diagnostics();
        Assert.Same(root, Patches.Apply(root, [Patch.Set("claims.a.who", "cac", here)], into));
        Assert.Equal(("SLU0031", Severity.Warning), (into.Sorted[0].Code, into.Sorted[0].Severity));
        Assert.Equal("'claims.a.who' is already 'cac'; this patch changes nothing.", into.Sorted[0].Message);
        var again = new Diagnostics();
        Patches.Apply(root, [Patch.Merge(Written.As("claims: {a: {who: cac}}").Map!)], again);
        Assert.Equal("SLU0031", Assert.Single(again.Sorted).Code);
    }

    [Fact]
    public void Put_adds_what_a_case_left_out_below_a_map_that_exists()
    {
        var (map, into) = Apply(Patch.Put("claims.c", "x", here), Patch.Put("told", "y", here), Patch.Put("claims.a.who", "miit", here));
        Assert.Empty(into.Sorted);
        Assert.Equal("claims.c", map.FindPath("claims.c")!.Value.Path);
        Assert.NotNull(map["told"]);
        Assert.NotNull(map.FindPath("claims.a.who")!.Value.Covers);
        Assert.Equal("SLU0030", Assert.Single(Apply(Patch.Put("told.cac", "x", here)).Into.Sorted).Code);
    }

    [Fact]
    public void A_map_laid_over_another_replaces_adds_and_leaves_the_rest()
    {
        var (map, into) = Apply(Patch.Merge(Written.As("claims: {b: {who: miit}, c: {who: ndrc}}\ntold: {cac: pause}", "overlay.yaml").Map!));
        Assert.Empty(into.Sorted);
        Assert.Equal(["a", "b", "c"], ((Map)map["claims"]!).Keys);
        Assert.Equal("overlay.yaml", map.FindPath("claims.b.who")!.Value.At.File);
        Assert.Equal("bis", Provenance.Of(map.FindPath("claims.b.who")!.Value).Replaces!.Written);
        Assert.Equal("told.cac", map.FindPath("told.cac")!.Value.Path);
    }

    [Fact]
    public void No_basis_outlives_its_number()
    {
        var (map, _) = Apply(Patch.Merge(Written.As("drivers: {cac: {moves: {ease: {chance: {value: 9 % per quarter, judgement: mine}}}}}").Map!));
        Assert.Equal(["value", "judgement"], ((Map)map.FindPath("drivers.cac.moves.ease.chance")!.Value).Keys);
    }

    [Fact]
    public void A_what_if_is_read_into_patches()
    {
        var read = Written.As("title: hard\nset: {drivers.cac.moves.tighten.chance: 40 % per quarter}\nremove: [claims.a]\n", "whatifs/hard.yaml");
        var patches = Patches.Read(read.Map!, read.Reader);
        var map = Patches.Apply(Written.As(Text).Map!, patches, read.Diagnostics);
        Assert.Empty(read.Faults);
        Assert.Equal("40 % per quarter", ((Scalar)map.FindPath("drivers.cac.moves.tighten.chance")!.Value).Text);
        Assert.Null(map.FindPath("claims.a"));
        Assert.Equal(new Place("whatifs/hard.yaml", 3, 10), patches[1].At);
    }

    private static (Map Map, Diagnostics Into) Apply(params Patch[] patches)
    {
        var into = new Diagnostics();
        return (Patches.Apply(Written.As(Text).Map!, patches, into), into);
    }
}
