using Sluice.Gates;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Tests.Gates;

/// <summary>The language of conditions: exact thresholds, three values, faults that point at the word.</summary>
public class ConditionTests
{
    const string About = "version: test\nhorizon: {parts: 2026-01-01, us-rules: 2026-01-01, cn-measures: 2026-01-01}\n";

    static GateBook Book(string test, string figures) => TheAtlas.Small(
        ("atlas.yaml", About),
        ("countries.yaml", "countries: {CN: {name: {en: China, zh: 中国}, known: 2022-08-01, effective: 2022-08-01, src: [x]}}\n"),
        ("parts/a.yaml", $"parts: {{a-one: {{maker: a, country: US, {figures}}}}}\n"),
        ("us/r.yaml", $"rules: {{r: {{kind: rule, issuer: bis, known: 2022-01-01, effective: 2022-01-01, ended: none, basis: [x], scope: {{to: {{in: [CN]}}}}, classes: {{c: {test}}}}}}}\n"));

    static VerdictWord Judge(string test, string figures) => TheAtlas.Export(Book(test, figures)).Word;

    [Theory]
    [InlineData("tpp >= 4800", "dense: {fp8: 600}", VerdictWord.Licence)]
    [InlineData("tpp >= 4800", "dense: {fp8: 599.999}", VerdictWord.NoRequirement)]
    [InlineData("tpp > 4800", "dense: {fp8: 600}", VerdictWord.NoRequirement)]
    [InlineData("tpp < 4800", "dense: {fp8: 600}", VerdictWord.NoRequirement)]
    [InlineData("tpp <= 4800", "dense: {fp8: 600}", VerdictWord.Licence)]
    [InlineData("tpp >= 4800", "dense: {fp16: 300, fp8: 500}", VerdictWord.Licence)]
    [InlineData("tpp >= 2964", "dense: {tf32: 156}", VerdictWord.Licence)]
    [InlineData("pd >= 5.92", "dense: {fp8: 740}, die-area: 1000 mm2", VerdictWord.Licence)]
    [InlineData("pd >= 5.92", "dense: {fp8: 739.9}, die-area: 1000 mm2", VerdictWord.NoRequirement)]
    [InlineData("pd >= 5.92", "dense: {fp8: 740}", VerdictWord.Unknown)]
    [InlineData("tpp >= 4800", "dense: {}", VerdictWord.Unknown)]
    [InlineData("bandwidth >= 1400", "bandwidth: {below: 1400 GB/s}", VerdictWord.NoRequirement)]
    [InlineData("bandwidth >= 1399", "bandwidth: {below: 1400 GB/s}", VerdictWord.Unknown)]
    [InlineData("bandwidth >= 1400", "bandwidth: {at-least: 1400 GB/s}", VerdictWord.Licence)]
    [InlineData("bandwidth >= 1400", "bandwidth: {value: 1300 GB/s, others: {z: 1500 GB/s}}", VerdictWord.Unknown)]
    [InlineData("bandwidth >= 1400", "bandwidth: {between: 1400 to 1500 GB/s}", VerdictWord.Licence)]
    [InlineData("bandwidth + interconnect >= 1700", "bandwidth: 1300 GB/s, interconnect: 400 GB/s", VerdictWord.Licence)]
    [InlineData("bandwidth + interconnect >= 1700", "bandwidth: 1300 GB/s", VerdictWord.Unknown)]
    [InlineData("datacentre = no", "datacentre: no", VerdictWord.Licence)]
    [InlineData("datacentre = no", "stack: x", VerdictWord.Unknown)]
    [InlineData("us-sale-from <= 2026-01-15", "us-sale-from: 2026-01", VerdictWord.Unknown)]
    [InlineData("us-sale-from <= 2026-01-31", "us-sale-from: 2026-01", VerdictWord.Licence)]
    [InlineData("{all: [tpp >= 1, bandwidth >= 1]}", "dense: {fp8: 1}", VerdictWord.Unknown)]
    [InlineData("{all: [tpp >= 999, bandwidth >= 1]}", "dense: {fp8: 1}", VerdictWord.NoRequirement)]
    [InlineData("{any: {x: tpp >= 1, y: bandwidth >= 1}}", "dense: {fp8: 1}", VerdictWord.Licence)]
    [InlineData("{not: tpp >= 999}", "dense: {fp8: 1}", VerdictWord.Licence)]
    public void Conditions_are_exact_and_unknown_where_facts_are(string test, string figures, VerdictWord expected) => Assert.Equal(expected, Judge(test, figures));

    [Theory]
    [InlineData("tpp > = 4800", 143, "is no test")]
    [InlineData("tpq >= 4800", 143, "Did you mean 'tpp'?")]
    [InlineData("tpp = 4800", 147, "held against a number with")]
    [InlineData("tpp >= 4k8", 150, "is no number")]
    [InlineData("bandwidth - interconnect >= 1700", 153, "only figures can be added")]
    [InlineData("datacentre = maybe", 156, "expected `datacentre = yes`")]
    [InlineData("{all: [tpp >= 1], any: [tpp >= 2]}", 161, "one word at its head")]
    [InlineData("{most: [tpp >= 1]}", 144, "expected all, any or not")]
    public void Faults_point_at_the_word(string test, int column, string said)
    {
        var diagnostics = new Diagnostics();
        var files = MemorySource.Empty.With("atlas.yaml", About).With("us/r.yaml",
            $"rules: {{r: {{kind: rule, issuer: bis, known: 2022-01-01, effective: 2022-01-01, ended: none, basis: [x], scope: {{to: {{in: [CN]}}}}, classes: {{c: {test}}}}}}}\n");
        GatesRecords.Read(files, diagnostics);
        var fault = Assert.Single(diagnostics.Sorted);
        Assert.Equal("SLU0710", fault.Code);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.Equal(column, fault.At.Column);
    }
}
