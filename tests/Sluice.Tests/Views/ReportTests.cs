using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Sluice.Runs;
using Sluice.Views;

namespace Sluice.Tests.Views;

public partial class ReportTests
{
    static async Task<IHtmlDocument> Page(PlanRecord plan, Language language = Language.English) =>
        new HtmlParser().ParseDocument(await Report.HtmlAsync(plan, language));

    [Fact]
    public async Task The_page_is_one_file_under_three_megabytes()
    {
        var html = await Report.HtmlAsync(SampleRecord.Whole, Language.Chinese);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 100_000, 3_000_000);
        var page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("link, script[src], img, iframe, object, embed, [style*='url(']"));
        Assert.DoesNotContain("url(", Report.Style);
        Assert.DoesNotContain("@import", Report.Style);
    }

    [Fact]
    public async Task First_stands_what_is_known_until_when_and_last_that_it_is_no_advice()
    {
        var page = await Page(SampleRecord.Whole);
        Assert.Equal("Two gates · Northstar · as of 21 Aug 2025 · atlas knows to 26 Aug 2026, 2 rules change by then · follows guidance as told (cac: pause) · with lines-late", Text(page.QuerySelector("main p")!));
        Assert.Equal("Not legal or investment advice.", Text(page.QuerySelector(".first > p:last-child")!));
        Assert.Equal("Not legal or investment advice.", Text(page.QuerySelector("footer p:last-child")!));
    }

    [Theory]
    [InlineData(Language.English, "If cac stands at bar by 30 Nov 2025 (chance 26 %): ascend-910c 30,000 (else 22,000)")]
    [InlineData(Language.Chinese, "若cac到2025年11月30日处于“bar”（概率 26%）： ascend-910c 3 万（否则 2.2 万）")]
    public async Task The_first_page_says_what_follows_if_the_news_turns(Language language, string expected) =>
        Assert.Contains(expected, (await Page(SampleRecord.Whole, language)).QuerySelectorAll(".first li").Select(Text));

    [Fact]
    public async Task Every_link_within_the_page_leads_somewhere()
    {
        foreach (var plan in new[] { SampleRecord.Whole, SampleRecord.Bare, Sharing.Of(SampleRecord.Whole, Wording.English).Plan })
        {
            var page = await Page(plan);
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
            Assert.Empty(ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));
            var broken = page.QuerySelectorAll("a[href^='#']").Select(a => Uri.UnescapeDataString(a.GetAttribute("href")![1..])).Except(ids).ToList();
            Assert.Empty(broken);
        }
    }

    [Fact]
    public async Task From_an_assumption_a_reader_walks_to_the_claim_and_from_there_to_the_page_where_it_was_heard()
    {
        var page = await Page(SampleRecord.Whole);
        var decision = page.QuerySelectorAll("#decisions tbody tr").First(r => Text(r.QuerySelector("th")!) == "ascend-910c");
        var group = page.GetElementById(decision.QuerySelector(".links a")!.GetAttribute("href")![1..])!;
        var claim = page.GetElementById(group.QuerySelector("td a")!.GetAttribute("href")![1..])!;
        Assert.Contains("puts the 910C at 110 000 yuan", Text(claim));
        Assert.Equal("https://example.org/ft?a=1&b=2", page.QuerySelector("#evidence a[rel]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Nothing_that_a_case_says_becomes_markup()
    {
        var html = await Report.HtmlAsync(SampleRecord.Hostile, Language.English);
        var page = new HtmlParser().ParseDocument(html);
        Assert.Equal(2, page.Scripts.Length);
        Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
        Assert.DoesNotContain("javascript:", html.Replace(Report.Scripts[0], "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(html.Replace(Report.Scripts[0], "", StringComparison.Ordinal), c => c is '\0' or '\a' or '\u202E' or '\u200F');
        Assert.DoesNotMatch("&#x(0|7|202E|200F);", html);
    }

    [Fact]
    public async Task Every_table_has_a_caption_and_every_heading_a_scope()
    {
        var page = await Page(SampleRecord.Whole);
        Assert.NotEmpty(page.QuerySelectorAll("table"));
        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
        Assert.All(page.QuerySelectorAll("th"), h => Assert.True(h.HasAttribute("scope"), h.OuterHtml));
        Assert.All(page.QuerySelectorAll("sluice-figure"), f => Assert.False(string.IsNullOrWhiteSpace(f.GetAttribute("aria-label"))));
    }

    [Fact]
    public async Task A_record_without_answers_says_which_were_not_asked()
    {
        var absent = (await Page(SampleRecord.Bare)).QuerySelectorAll("#answers .absent").Select(Text).Single();
        foreach (var answer in new[] { "What waiting costs", "Break-evens", "Against simpler ways", "Days that press" })
            Assert.Contains(answer, absent);
        Assert.Empty((await Page(SampleRecord.Whole)).QuerySelectorAll("#answers .absent"));
    }

    [Fact]
    public async Task In_Chinese_no_label_is_left_in_English()
    {
        var page = await Page(SampleRecord.Whole with { Case = "案例", Viewpoint = "北辰" }, Language.Chinese);
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        var left = page.QuerySelectorAll("h1, h2, h3, thead th, caption, dt, figcaption, summary, nav a").Select(Text).Where(t => EnglishWords().IsMatch(t)).Except(Names());
        Assert.Empty(left);
    }

    [Fact]
    public async Task Rendering_twice_gives_the_same_bytes() =>
        Assert.Equal(await Report.HtmlAsync(SampleRecord.Whole, Language.English), await Report.HtmlAsync(SampleRecord.Whole, Language.English));

    static IEnumerable<string> Names() => SampleRecord.Whole.Grounds!.Assumptions.Select(a => string.Join('.', a.Path.Split('.', '@')[..2])).SelectMany(g => new[] { g, g + " 1", g + " 2" });

    static string Text(IElement element) => Spaces().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // Two words of letters beside each other; single ids such as h20-stock are the case's own.
    [GeneratedRegex(@"[A-Za-z]{2,} [A-Za-z]{2,}")]
    private static partial Regex EnglishWords();
}
