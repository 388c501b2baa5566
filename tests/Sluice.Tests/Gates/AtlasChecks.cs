using System.Globalization;
using Sluice.Reading;

namespace Sluice.Tests.Gates;

/// <summary>The American rules of the atlas: everything has a source, names lead somewhere, dates are in order.</summary>
public class AtlasChecks
{
    static readonly Map us = Section("us", "rules");

    static Map Section(string folder, string section)
    {
        var diagnostics = new Diagnostics();
        var entries = Directory.GetFiles(Repository.At("atlas", folder), "*.yaml").Order(StringComparer.Ordinal)
            .Select(f => Yaml.Read(Path.GetFileName(f), File.ReadAllBytes(f), "", diagnostics)!).SelectMany(m => (m[section] as Map)?.Entries ?? []).ToArray();
        Assert.Empty(diagnostics.Sorted);
        return new([.. entries], default, "");
    }

    static HashSet<string> References()
    {
        var diagnostics = new Diagnostics();
        var all = Yaml.Read("references.yaml", File.ReadAllBytes(Repository.At("atlas", "references.yaml")), "", diagnostics)!["references"] as Map;
        return [.. all!.Keys, .. Section("us", "references").Keys];
    }

    static IEnumerable<string> Words(Node? node) => node switch
    {
        Scalar one => [one.Text],
        Sequence list => list.Items.OfType<Scalar>().Select(s => s.Text),
        Map map => map.Entries.SelectMany(e => Words(e.Value)),
        _ => [],
    };

    [Fact]
    public void Every_rule_rests_on_references_that_exist()
    {
        var known = References();
        Assert.All(us.Entries, e =>
        {
            var basis = Words((e.Value as Map)!["basis"]).ToArray();
            Assert.NotEmpty(basis);
            Assert.Empty(basis.Except(known));
        });
    }

    [Fact]
    public void Every_reference_of_the_rules_has_an_address_a_kind_and_a_day() =>
        Assert.All(Section("us", "references").Entries, e => Assert.Empty(new[] { "address", "kind", "published", "note" }.Except((e.Value as Map)!.Keys)));

    [Fact]
    public void Rules_with_numbers_that_their_issuer_did_not_publish_say_where_the_numbers_come_from() =>
        Assert.All(us.Entries.Select(e => (Map)e.Value).Where(m => (m["kind"] as Scalar)?.Text == "letter" && m["classes"] is not null && m.Name != "us-2023-10-23-early"),
            m => Assert.NotNull((m["basis"] as Map)?["numbers"]));

    [Fact]
    public void Every_rule_stands_in_a_file_of_its_own_or_with_its_like() =>
        Assert.All(us.Entries.Where(e => (e.Value as Map)!["kind"] is Scalar { Text: "bill" or "draft" }), e => Assert.Contains(e.KeyAt.File, new[] { "bills.yaml", "drafts.yaml" }));

    [Fact]
    public void Parts_named_by_rules_exist()
    {
        var parts = TheAtlas.Book.Parts.Select(p => p.Id).ToHashSet();
        Assert.Empty(us.Entries.SelectMany(e => Words((e.Value as Map)!["named"])).Except(parts));
    }

    [Fact]
    public void Speed_and_density_are_computed_and_never_stored()
    {
        foreach (var file in Directory.GetFiles(Repository.At("atlas", "parts"), "*.yaml"))
            Assert.DoesNotContain(File.ReadLines(file), l => l.TrimStart().StartsWith("tpp:", StringComparison.Ordinal) || l.TrimStart().StartsWith("pd:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nvidia-h20", 2368, 2.91)]
    [InlineData("nvidia-a100-sxm4-80gb", 4992, 6.04)]
    [InlineData("nvidia-h100-sxm5", 15832, 19.45)]
    [InlineData("nvidia-l4", 1936, 6.59)]
    [InlineData("nvidia-rtx-4090", 5284.8, 8.69)]
    [InlineData("amd-mi300x", 20919.2, 20.57)]
    [InlineData("huawei-ascend-910c", 12032, 9.04)]
    public void Speed_and_density_recomputed_agree_with_what_is_known(string id, double tpp, double density)
    {
        var part = TheAtlas.Book.Parts.First(p => p.Id == id);
        Assert.Equal(tpp, part.Tpp!.Value, 1);
        Assert.Equal(density.ToString("0.00", CultureInfo.InvariantCulture), (part.Tpp.Value / part.DieArea!.Value!.Value).ToString("0.00", CultureInfo.InvariantCulture));
    }
}
