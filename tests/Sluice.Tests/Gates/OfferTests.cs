using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Tests.Gates;

/// <summary>Plan and gates joined: every offer of a case before the rules, at plan time.</summary>
public class OfferTests
{
    static readonly FolderSource atlas = new(Repository.At("atlas"));

    static readonly Lazy<Case> founding = new(() => Load([]));

    static Case Load(ImmutableArray<Patch> patches, DateOnly? asOf = null)
    {
        var loaded = CaseReader.Load(new FolderSource(Repository.At("cases", "h20-2025-08")), atlas, new LoadOptions { Patches = patches, AsOf = asOf });
        Assert.DoesNotContain(loaded.Diagnostics, d => d.Severity == Severity.Error);
        return loaded.Case!;
    }

    static Patch Set(string path, string yaml) => Patch.Put(path, Yaml.Read("patch.yaml", System.Text.Encoding.UTF8.GetBytes($"it: {yaml}"), "", new Diagnostics())!["it"]!, default);

    static StatedVerdict Gate(Case world, string offer, string gate) => world.Verdicts[offer].Verdicts.Single(v => v.Gate == gate);

    [Theory]
    [InlineData("h20-stock", "licence letter case-by-case", "guided")]
    [InlineData("mi308", "licence letter case-by-case", "no-requirement")]
    [InlineData("ascend-910c", "guided", "no-requirement")]
    [InlineData("mlu590", "unknown", "no-requirement")]
    [InlineData("northstar-own", "unknown", "no-requirement")]
    [InlineData("rent-mainland", "no-requirement", "no-requirement")]
    [InlineData("rent-overseas", "unknown", "no-requirement")]
    [InlineData("rent-overseas-serving", "unknown", "no-requirement")]
    public void What_the_rules_say_of_the_offers_of_the_founding_case(string offer, string export, string import)
    {
        var (first, second) = (Gate(founding.Value, offer, "us-export"), Gate(founding.Value, offer, "cn-import"));
        Assert.Equal((export, import), (TheAtlas.Words(first.Found!), TheAtlas.Words(second.Found!)));
        Assert.All(new[] { first, second }, v => Assert.Equal(VerdictOrigin.Screened, v.Origin));
    }

    [Theory]
    [InlineData("b30a", "licence 3A090.a denial")]
    [InlineData("ascend-950", "guided")]
    public void A_part_that_was_not_known_is_never_cleared_and_what_the_case_states_of_it_stands(string offer, string stated)
    {
        var verdict = Gate(founding.Value, offer, "us-export");
        Assert.Equal(VerdictOrigin.Stated, verdict.Origin);
        Assert.Equal(VerdictWord.Unknown, verdict.Found!.Word);
        Assert.Equal(stated, string.Join(' ', new[] { verdict.Word == VerdictWord.Licence ? "licence" : "guided", verdict.Class, verdict.Policy }.OfType<string>()));
    }

    [Fact]
    public void Every_offer_has_a_verdict_at_both_gates_and_laws_conflict_over_two() =>
        Assert.Equal(["ascend-910c", "ascend-950"], founding.Value.Verdicts.Values.Where(v => v.Verdicts.Length == 2 && v.Conflict is not null).Select(v => v.Offer));

    [Fact]
    public void A_licence_names_the_driver_of_which_some_level_holds_the_offer_back() =>
        Assert.Equal(["us-export", "us-export"], new[] { "h20-stock", "mi308" }.Select(o => Gate(founding.Value, o, "us-export").Driver?.Id));

    [Fact]
    public void What_the_case_states_comes_before_what_is_found_gate_by_gate()
    {
        var world = Load([Set("verdicts.h20-stock", "{us-export: {verdict: barred, why: Counsel says so.}}")]);
        Assert.Equal((VerdictWord.Barred, VerdictOrigin.Stated), (Gate(world, "h20-stock", "us-export").Word, Gate(world, "h20-stock", "us-export").Origin));
        Assert.Equal((VerdictWord.Guided, VerdictOrigin.Screened), (Gate(world, "h20-stock", "cn-import").Word, Gate(world, "h20-stock", "cn-import").Origin));
    }

    [Fact]
    public void Stated_or_found_where_no_driver_stands_for_a_gate_nothing_is_ordered_and_nothing_passes()
    {
        var barred = CaseOutlook.Of(Load([Set("verdicts.mi308", "{cn-import: {verdict: barred, why: Counsel says so.}}")]));
        var open = CaseOutlook.Of(founding.Value);
        var index = founding.Value.Market.Offers.Select(o => o.Id).ToList().IndexOf("mi308");
        Assert.All(barred.Conditions.Offers, state => Assert.Equal((0.0, 0.0, 0.0), (state[index].OrderShare, state[index].PassShare, state[index].WaitingShare)));
        Assert.Contains(open.Conditions.Offers, state => state[index].OrderShare > 0);
    }

    [Fact]
    public void A_verdict_that_rests_on_a_rule_not_known_yet_does_not_stand()
    {
        var stated = Set("verdicts.h20-stock", "{us-export: {verdict: licence, class: letter, policy: case-by-case, rules: [us-2025-08-08-licences], driver: us-export, why: Licences are given.}}");
        Assert.Equal(VerdictOrigin.Stated, Gate(Load([stated]), "h20-stock", "us-export").Origin);
        var earlier = Gate(Load([stated], new DateOnly(2025, 8, 1)), "h20-stock", "us-export");
        Assert.Equal((VerdictOrigin.Screened, VerdictWord.Licence, null), (earlier.Origin, earlier.Word, earlier.Policy));
    }

    [Fact]
    public void A_case_that_chooses_no_rules_clears_nothing_by_itself()
    {
        var files = MemorySource.Of(new FolderSource(Repository.At("cases", "h20-2025-08")));
        files = files.With("case.yaml", files.Text("case.yaml").Replace("us-rules, ", "", StringComparison.Ordinal)).With("verdicts.yaml", "");
        var loaded = CaseReader.Load(files, atlas, LoadOptions.None);
        Assert.Equal(VerdictWord.Unknown, Gate(loaded.Case!, "mi308", "us-export").Word);
        Assert.Equal(VerdictWord.Guided, Gate(loaded.Case!, "h20-stock", "cn-import").Word);
    }

    [Fact]
    public void Effects_select_by_class_of_the_rules_in_force_whether_the_part_is_offered_or_stands_in_the_fleet()
    {
        var world = Load([Set("drivers.us-export.levels.closed.effects", "{letters: {stop-orders: {on: {class: letter}}}, use: {stop-use: {what: all, on: {class: 3A090.a}}}}")]);
        var outlook = CaseOutlook.Of(world);
        var closed = Enumerable.Range(0, outlook.Chain.States.Length).First(s => world.Drivers.Select((d, i) => d.Id == "us-export" && d.Levels[outlook.Chain.States[s].Levels[i]].Id == "closed").Any(x => x));
        double Orders(string offer) => outlook.Conditions.Offers[closed][world.Market.Offers.Select(o => o.Id).ToList().IndexOf(offer)].OrderShare;
        Assert.Equal(0, Orders("h20-stock"));
        Assert.Equal(0, Orders("mi308"));
        Assert.True(Orders("ascend-910c") > 0);
        Assert.Contains(outlook.Conditions.Assets.Select((a, i) => (a.Part, outlook.Conditions.Use[closed][i].Usable)), u => u.Part == "nvidia-a800-sxm4-80gb" && u.Usable.All(x => x <= 0));
    }

    [Fact]
    public void A_class_that_no_rule_has_is_a_fault_with_the_nearest_name()
    {
        var loaded = CaseReader.Load(new FolderSource(Repository.At("cases", "h20-2025-08")), atlas, new LoadOptions { Patches = [Set("drivers.us-export.levels.closed.effects", "{a: {stop-orders: {on: {class: 3A09.a}}}}")] });
        var fault = Assert.Single(loaded.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal("3A090.a", fault.Nearest);
    }

    [Theory]
    [InlineData("2025-08-11", "ask")]
    [InlineData("2025-08-12", "pause")]
    [InlineData("2025-09-30", "ask")]
    [InlineData("2025-10-10", "bar")]
    public void A_driver_may_read_where_it_stood_from_the_measures_of_the_atlas(string asOf, string level)
    {
        var day = TheAtlas.Day(asOf);
        var world = Load(
        [
            Set("drivers.cac.history", "{2024-01-01: {level: ask, known: 2024-01-01}}"),
            Set("drivers.cac.measures", "[cn-2025-08-cac-ask-reasons, cn-2025-07-cac-pause, cn-2025-10-customs-teams]"),
            Patch.Remove("told.cac", default),
        ], day);
        var outlook = CaseOutlook.Of(world);
        Assert.Equal(level, world.Driver("cac").Levels[outlook.Standing.Drivers.Single(d => d.Driver == "cac").Level].Id);
    }

    [Fact]
    public void The_histories_of_the_founding_case_agree_with_the_measures_of_the_atlas()
    {
        var world = Load([Set("drivers.ndrc-nvidia.measures", "[cn-2025-08-ndrc-nvidia]")]);
        Assert.Contains(world.Driver("ndrc-nvidia").History, h => h.Level == "refrain" && h.Known == new DateOnly(2025, 8, 20));
    }
}
