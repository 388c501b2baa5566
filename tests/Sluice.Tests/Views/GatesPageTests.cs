using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Sluice.Gates;
using Sluice.Runs;
using Sluice.Tests.Gates;
using Sluice.Views;

namespace Sluice.Tests.Views;

public class GatesPageTests
{
    static readonly GatesRecord record = GatesRecords.Answer(TheAtlas.Book, "t", new("h20", "CN", Buyer.Unknown, TheAtlas.Day("2024-01-01"), TheAtlas.Day("2026-01-01"), null)).Record!;

    [Theory]
    [InlineData(Language.English, "case-by-case")]
    [InlineData(Language.Chinese, "逐案审查")]
    public async Task The_page_has_a_figure_every_interval_and_nothing_to_fetch(Language language, string policy)
    {
        var page = new HtmlParser().ParseDocument(await Report.HtmlAsync(record, "t", language));
        Assert.Single(page.QuerySelectorAll("sluice-figure"));
        Assert.Equal(record.Rows.Length, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains(policy, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("link, script[src], img, iframe, object, embed"));
    }

    [Fact]
    public async Task Hostile_names_of_parts_reach_page_and_table_defused()
    {
        const string evil = "=cmd|' /C calc'!A1\u001b]0;t\u0007\u202e<img src=x onerror=alert(1)>";
        var hostile = record with { Asked = new(evil, [evil], evil, evil), Rows = [.. record.Rows.Select(r => r with { Title = evil })] };
        var html = await Report.HtmlAsync(hostile, "t", Language.English);
        Assert.Empty(new HtmlParser().ParseDocument(html).QuerySelectorAll("img, [onerror]"));
        Assert.DoesNotContain(html.Replace(Report.Scripts[0], "", StringComparison.Ordinal), c => c is '\u001b' or '\a' or '\u202e');
        Assert.All(GatesTables.Of(hostile)[0].Rows, r => Assert.Equal("'=cmd|' /C calc'!A1\uFFFD]0;t\uFFFD\uFFFD<img src=x onerror=alert(1)>", r[1]));
    }

    [Theory]
    [InlineData("gates-result.json", "asOf", "horizon", "rows")]
    [InlineData("evidence-result.json", "claims", "disputes", "moves", "withoutBasis", "stale")]
    public void The_documents_have_the_keys_that_others_rely_on(string file, params string[] keys) =>
        Assert.Empty(keys.Except(JsonNode.Parse(ResultSchema.Files()[file])!["properties"]!.AsObject().Select(p => p.Key)));
}
