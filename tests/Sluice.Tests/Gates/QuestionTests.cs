using System.Collections.Immutable;
using Sluice.Cli.Screens;
using System.Text.Json;
using Sluice.Gates;
using Sluice.Runs;

namespace Sluice.Tests.Gates;

/// <summary>What <c>sluice gates</c> is asked, and the document it answers with.</summary>
public class QuestionTests
{
    static GatesAnswer Ask(string part, string to = "CN", Buyer? buyer = null, string? from = null, string? until = null, string? asOf = null) =>
        GatesRecords.Answer(TheAtlas.Book, "test", new(part, to, buyer ?? Buyer.Unknown, from is null ? null : TheAtlas.Day(from), until is null ? null : TheAtlas.Day(until), asOf is null ? null : TheAtlas.Day(asOf)));

    [Theory]
    [InlineData("h20", "nvidia-h20")]
    [InlineData("H20", "nvidia-h20")]
    [InlineData("NVIDIA H20", "nvidia-h20")]
    [InlineData("昇腾910C", "huawei-ascend-910c")]
    [InlineData("ascend 910c", "huawei-ascend-910c")]
    [InlineData("rtx4090", "nvidia-rtx-4090")]
    [InlineData("4090", "nvidia-rtx-4090")]
    [InlineData("mi300x", "amd-mi300x")]
    [InlineData("gaudi2", "intel-gaudi2")]
    public void Parts_answer_to_the_names_that_people_use(string name, string id) => Assert.Equal(id, TheAtlas.Book.Names.Find(name));

    [Fact]
    public void An_unknown_part_gets_the_nearest_names() => Assert.Contains("Did you mean H20", Ask("h21").Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("c1", "is no country")]
    [InlineData("CHN", "is no country")]
    public void A_country_is_two_capitals(string to, string said) => Assert.Contains(said, Ask("h20", to).Fault, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_group_or_use_is_refused()
    {
        Assert.Contains("large-platform", Ask("h20", buyer: new(null, ["large-platforms"], null)).Fault, StringComparison.Ordinal);
        Assert.Contains("inference", Ask("h20", buyer: new(null, [], "inferense")).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_are_not_echoed_to_the_terminal() => Assert.DoesNotContain(Ask("\u001b[31mh20\u202e" + new string('x', 100_000)).Fault, char.IsControl);

    [Fact]
    public void The_document_has_the_keys_that_programs_rely_on()
    {
        var root = JsonDocument.Parse(GatesRecords.Json(Ask("h20", from: "2025-08-21").Record!)).RootElement;
        var row = Assert.Single(root.GetProperty("rows").EnumerateArray());
        foreach (var key in new[] { "asOf", "horizon" }) Assert.True(root.TryGetProperty(key, out _), key);
        foreach (var key in new[] { "part", "to", "buyerHq", "on", "until", "conflicts", "verdicts" }) Assert.True(row.TryGetProperty(key, out _), key);
        foreach (var verdict in row.GetProperty("verdicts").EnumerateArray())
            foreach (var key in new[] { "gate", "verdict", "class", "policy", "strength", "rules", "conditions", "missing", "trace" }) Assert.True(verdict.TryGetProperty(key, out _), key);
        Assert.Equal("2025-08-21", row.GetProperty("on").GetString());
    }

    [Fact]
    public void Over_a_span_there_is_one_row_for_each_interval() =>
        Assert.Equal(["2022-08-01", "2023-10-23", "2023-11-17"], Ask("a800", from: "2022-08-01", until: "2024-01-01").Record!.Rows.Select(r => r.On.ToString("yyyy-MM-dd")));

    [Fact]
    public void All_parts_have_rows() => Assert.Equal(TheAtlas.Book.Parts.Length, Ask("all", from: "2025-08-21").Record!.Rows.Length);

    [Theory]
    [InlineData("bytedance", "guided 4")]
    [InlineData("tencent", "guided 2")]
    [InlineData(null, "guided 2")]
    public void A_measure_that_names_single_firms_asks_nobody_else(string? firm, string expected)
    {
        var answer = GatesRecords.Answer(TheAtlas.Book, "", new("h20", "CN", new Buyer("CN", ["large-platform"], null) { Firm = firm }, TheAtlas.Day("2025-11-15"), null, null));
        var named = GatesRecords.Answer(TheAtlas.Book, "", new("b30a", "CN", new Buyer("CN", ["large-platform"], null) { Firm = firm }, TheAtlas.Day("2025-11-15"), null, null)).Record!.Rows[0].Verdicts[1];
        Assert.Equal("barred", answer.Record!.Rows[0].Verdicts[1].Verdict);
        Assert.Equal(expected, $"{named.Verdict} {named.Strength}");
    }

    [Fact]
    public void A_firm_that_the_atlas_does_not_have_is_refused_with_the_nearest() =>
        Assert.Contains("bytedance", GatesRecords.Answer(TheAtlas.Book, "", new("h20", "CN", Buyer.Unknown with { Firm = "bytedanse" }, null, null, null)).Fault, StringComparison.Ordinal);

    [Fact]
    public void Hostile_text_in_a_part_or_rule_reaches_no_console_as_it_is()
    {
        var text = "a\u001b[2J\u001b]0;title\u0007\u202eb\u2066c\u200bd\u009be\r\n\0f\ud800g [red]x[/] <script>alert(1)</script> " + new string('x', 1_000_000);
        var record = GatesRecords.Answer(TheAtlas.Book, "", new("h20", "CN", Buyer.Unknown, TheAtlas.Day("2025-08-21"), null, null)).Record!;
        ImmutableArray<string> many = [text, text];
        var row = record.Rows[0] with
        {
            Part = text, Title = text, Conflicts = [new(many, text)],
            Verdicts = [.. record.Rows[0].Verdicts.Select(v => v with { Class = text, Policy = text, Exception = text, Rules = many, Conditions = many, Missing = many, TurnsOn = many, Trace = many, Why = text })],
        };
        foreach (var width in new[] { 80, 120 })
            foreach (var rows in new[] { ImmutableArray.Create(row), [row, row with { Part = "b", On = row.On.AddDays(-400) }, row with { Part = "c" }] })
            {
                var shown = Runs.Screens.ShownEvidence.At(width, c => GatesScreen.Write(c, record with { Rows = rows }));
                Assert.All(shown, c => Assert.True(c is '\n' || (!char.IsControl(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format), $"U+{(int)c:X4} reached the console"));
                Assert.True(shown.Length < 100_000, $"{shown.Length} characters");
            }
    }
}
