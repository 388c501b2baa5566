using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Tests.Cases;

public class PatchedCaseTests
{
    public static TheoryData<string> WhatIfs => [.. TestCases.Founding.Paths.Where(p => p.StartsWith("whatifs/", StringComparison.Ordinal)).Select(p => Path.GetFileNameWithoutExtension(p))];

    [Theory]
    [MemberData(nameof(WhatIfs))]
    public void Every_what_if_of_the_founding_case_loads_and_changes_it(string name)
    {
        var loaded = TestCases.Founding.Load(new() { WhatIfs = [name] });
        Assert.DoesNotContain(loaded.Diagnostics, d => d.Severity != Severity.Note && d.Code != "SLU0431");
        Assert.NotEqual(TestCases.Founding.Load().Case!.Digest, loaded.Case!.Digest);
    }

    [Fact]
    public void What_ifs_apply_in_order_and_keep_what_they_replace()
    {
        var files = TestCases.Small.With("whatifs/dear.yaml", "set: {offers.h20.fit-out: 70 %}").With("whatifs/dearer.yaml", "set: {offers.h20.fit-out: 80 %}");
        var fitOut = ((Purchase)files.Load(new() { WhatIfs = ["dear", "dearer"] }).Case!.Market.Offer("h20")).FitOut;
        Assert.Equal(0.8, fitOut.Value);
        Assert.Equal(["whatifs/dearer.yaml", "whatifs/dear.yaml", "offers.yaml"],
            new[] { fitOut.Provenance, fitOut.Provenance.Replaces!, fitOut.Provenance.Replaces!.Replaces! }.Select(p => p.At.File));
    }

    [Fact]
    public void The_sections_of_the_atlas_may_be_chosen_in_another_file_than_the_header()
    {
        const string chosen = "atlas: [parts, us-rules, cn-measures, sources]\n";
        var moved = TestCases.Founding.Edit("case.yaml", chosen, "").Edit("workloads.yaml", "workloads:\n", chosen + "workloads:\n").Load();
        Assert.Equal(TestCases.Founding.Load().Case!.Digest, moved.Case!.Digest);
    }

    [Fact]
    public void A_what_if_that_changes_nothing_changes_no_byte_and_says_so()
    {
        var files = TestCases.Small.With("whatifs/same.yaml", "set:\n  wait: 1 quarter\n");
        var loaded = files.Load(new() { WhatIfs = ["same"] });
        Assert.Contains(loaded.Diagnostics, d => d is { Code: "SLU0031", Severity: Severity.Warning, At: { File: "whatifs/same.yaml", Line: 2, Column: 3 } });
        Assert.Equal(TestCases.Small.Load().Case!.Digest, loaded.Case!.Digest);
    }

    [Fact]
    public void A_wrong_value_is_an_error_at_the_what_ifs_own_place()
    {
        var files = TestCases.Small.With("whatifs/wrong.yaml", "set:\n  wait: 2 elephants\n");
        var error = Assert.Single(files.Load(new() { WhatIfs = ["wrong"] }).Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(("SLU0120", new Place("whatifs/wrong.yaml", 2, 9)), (error.Code, error.At));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_an_error_with_the_nearest()
    {
        var files = TestCases.Small.With("whatifs/slip.yaml", "set: {drivers.import-gate.moves.tigthen.chance: 40 % per quarter}");
        var error = Assert.Single(files.Load(new() { WhatIfs = ["slip"] }).Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(("SLU0030", "drivers.import-gate.moves.tighten.chance"), (error.Code, error.Nearest));
    }

    [Fact]
    public void An_unknown_what_if_is_an_error_with_the_nearest()
    {
        var error = Assert.Single(TestCases.Founding.Load(new() { WhatIfs = ["no-remrak"] }).Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(("SLU0607", "no-remark"), (error.Code, error.Nearest));
    }

    [Fact]
    public void A_missing_overlay_is_an_error()
    {
        var error = Assert.Single(TestCases.Small.Load(new() { Overlay = "nowhere.yaml" }).Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal("SLU0608", error.Code);
    }

    [Fact]
    public void An_overlay_may_add_and_its_places_are_its_own()
    {
        var outside = MemorySource.Empty.With("private.yaml", "told: {import-gate: pause}\noffers: {h20: {price: 10 000 USD}}\n");
        var world = TestCases.Small.Load(new() { Overlay = "private.yaml", Outside = outside }).Case!;
        Assert.Equal("pause", world.Header.Told["import-gate"]);
        var price = ((Purchase)world.Market.Offer("h20")).Price;
        Assert.Equal("private.yaml", price.Provenance.At.File);
        Assert.IsType<NoBasis>(price.Basis);
    }

    [Fact]
    public void A_muted_claim_equals_a_case_without_it_and_its_references()
    {
        var without = TestCases.Small.Edit("drivers.yaml", "        because:\n          notices:\n", "        because: {}\n#")
            .Edit("evidence.yaml", "  notices-sent:\n", "  {}\n#");
        var lines = without.Text("drivers.yaml").Split('\n').Where(l => !l.Contains("notices-sent", StringComparison.Ordinal) && !l.Contains("times: 1.3", StringComparison.Ordinal));
        without = without.With("drivers.yaml", string.Join('\n', lines));
        var evidence = without.Text("evidence.yaml");
        without = without.With("evidence.yaml", evidence[..evidence.IndexOf("claims:", StringComparison.Ordinal)] + "claims: {}\n");
        Assert.Equal(without.Load().Case!.Digest, TestCases.Small.Load(new() { Mute = ["notices-sent"] }).Case!.Digest);
    }

    [Fact]
    public void Muting_takes_out_reasons_bases_histories_and_sides()
    {
        var world = TestCases.Founding.Load(new() { Mute = ["lutnick-remark", "cac-asked-to-pause", "information-ordered", "h20-price-2024", "omdia-hopper-orders"] }).Case!;
        Assert.Equal(["platforms-object", "security-case"], world.Driver("cac").Moves.Single(m => m.Name == "tighten").Because.Select(r => r.Name));
        Assert.DoesNotContain(world.Evidence.Disputes, d => d.Id == "asked-or-paused");
        Assert.Equal(["h20-price-2025"], Assert.IsType<Claims>(((Purchase)world.Market.Offer("h20-stock")).Price.Basis).Ids.Select(c => c.Id));
        Assert.Equal(["h20-sales-early-2025"], Assert.IsType<Claims>(world.Market.Fleet.First(f => f.Part.Id == "nvidia-h20").Units.Basis).Ids.Select(c => c.Id));
        Assert.DoesNotContain(world.Evidence.Claims, c => c.Id == "lutnick-remark");
    }

    [Fact]
    public void Removing_a_claim_by_a_what_if_is_muting_it() =>
        Assert.Equal(TestCases.Founding.Load(new() { Mute = ["lutnick-remark"] }).Case!.Digest, TestCases.Founding.Load(new() { WhatIfs = ["no-remark"] }).Case!.Digest);

    [Fact]
    public void Resolving_a_dispute_marks_its_winner_and_takes_back_what_only_losers_told()
    {
        var asked = TestCases.Founding.Load(new() { Resolve = [("asked-or-paused", "asked")] }).Case!;
        Assert.Equal("asked", asked.Evidence.Disputes.Single(d => d.Id == "asked-or-paused").Resolved);
        Assert.Equal(["ndrc-nvidia"], asked.Header.Told.Keys);
        var paused = TestCases.Founding.Load(new() { Resolve = [("asked-or-paused", "paused")] }).Case!;
        Assert.Equal(["cac", "ndrc-nvidia"], paused.Header.Told.Keys);
    }

    [Theory]
    [InlineData("asked-or-paussed", "asked", "asked-or-paused")]
    [InlineData("asked-or-paused", "aked", "asked")]
    public void Resolving_what_does_not_exist_is_an_error_with_the_nearest(string dispute, string side, string nearest)
    {
        var error = Assert.Single(TestCases.Founding.Load(new() { Resolve = [(dispute, side)] }).Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(("SLU0609", nearest), (error.Code, error.Nearest));
    }

    [Fact]
    public void Muting_what_does_not_exist_is_an_error_with_the_nearest()
    {
        var error = Assert.Single(TestCases.Founding.Load(new() { Mute = ["lutnick-remrak"] }).Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(("SLU0609", "lutnick-remark"), (error.Code, error.Nearest));
    }

    [Fact]
    public void Another_as_of_date_moves_the_clock_and_leaves_out_rows_of_the_past()
    {
        var loaded = TestCases.Founding.Load(new() { AsOf = new(2025, 10, 15) });
        Assert.Equal(0, loaded.Errors);
        Assert.Equal(new DateOnly(2025, 10, 15), loaded.Case!.Header.Clock.AsOf);
        Assert.Equal(11, loaded.Case.Header.Clock.Periods.Length);
    }

    [Fact]
    public void Further_patches_come_last()
    {
        var patch = Patch.Set("wait", "2 quarters", new("slider", 1, 1));
        Assert.Equal(6, TestCases.Small.Load(new() { Patches = [patch] }).Case!.Header.Wait);
    }

    [Fact]
    public void A_stance_may_be_followed_in_part_at_one_place()
    {
        var files = TestCases.Small.Edit("case.yaml", "stance: {import-gate: follow}", "stance: {import-gate: {follow-in-part: {share: 60 %, place: home}}}");
        var stance = Assert.Single(files.Load().Case!.Header.Stances);
        Assert.Equal((Answer.InPart, 0.6, "home"), (stance.Answer, stance.Share, stance.Place));
    }

    [Theory]
    [InlineData("cautious")]
    [InlineData("trusting")]
    public void Another_table_of_weights_is_chosen_by_a_patch_like_any_other(string table)
    {
        var standard = CaseOutlook.Of(TestCases.Founding.Load().Case!);
        var other = CaseOutlook.Of(TestCases.Founding.Load(new() { Patches = [Patch.Set("weights.use", table, default)] }).Case!);
        Assert.Equal(("standard", table), (standard.Supports.Weights.Name, other.Supports.Weights.Name));
        var differences = standard.Supports.Claims.Select(c => Math.Sign(Math.Round(other.Supports.SupportOf(c.Claim.Id).Own - c.Own, 9))).ToArray();
        Assert.All(differences, d => Assert.True(table == "cautious" ? d <= 0 : d >= 0));
        Assert.Contains(differences, d => d != 0);
    }

    [Fact]
    public void A_table_of_weights_that_does_not_exist_is_an_error_that_names_those_that_do()
    {
        var error = Assert.Single(TestCases.Founding.Load(new() { Patches = [Patch.Set("weights.use", "cautios", default)] }).Diagnostics, d => d.Severity == Severity.Error);
        Assert.Contains("cautious", error.Expected, StringComparison.Ordinal);
    }
}
