using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Sluice.Runs;
using Sluice.Views;

namespace Sluice.Tests.Views;

/// <summary>The pages of comparisons and replays.</summary>
public class RunPagesTests
{
    static IHtmlDocument Parsed(string html) => new HtmlParser().ParseDocument(html);

    static async Task<IHtmlDocument> Page(string verb, Language language = Language.English, bool linked = true) => Parsed(verb switch
    {
        "compare" => await Report.HtmlAsync(SampleRecords.Compare, language, linked),
        "hostile compare" => await Report.HtmlAsync(SampleRecords.HostileCompare, language, linked),
        "replay" => await Report.HtmlAsync(SampleRecords.Replay, language, linked),
        _ => await Report.HtmlAsync(SampleRecords.HostileReplay, language, linked),
    });

    [Theory]
    [InlineData("compare", 5)]
    [InlineData("replay", 4)]
    public async Task Every_table_has_a_caption_every_heading_a_scope_and_there_are_figures(string verb, int figures)
    {
        var page = await Page(verb);
        Assert.True(page.QuerySelectorAll("sluice-figure").Length >= figures);
        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
        Assert.All(page.QuerySelectorAll("th"), h => Assert.True(h.HasAttribute("scope"), h.OuterHtml));
        Assert.Empty(page.QuerySelectorAll("link, script[src], img, iframe, object, embed"));
    }

    [Theory]
    [InlineData("hostile compare")]
    [InlineData("hostile replay")]
    public async Task Nothing_that_a_case_says_becomes_markup(string verb)
    {
        var page = await Page(verb);
        Assert.Equal(2, page.Scripts.Length);
        Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
        Assert.DoesNotContain(page.Body!.TextContent, c => c is '\0' or '\a' or '\u202E' or '\u200F');
    }

    [Theory]
    [InlineData("compare")]
    [InlineData("replay")]
    public async Task Every_link_leads_to_a_place_in_the_report_of_a_run_beside_the_page(string verb)
    {
        var places = Parsed(await Report.HtmlAsync(SampleRecord.Whole, Language.English)).QuerySelectorAll("[id]").Select(e => e.Id!).ToHashSet();
        var links = (await Page(verb)).QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Where(h => h != "#details").ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            Assert.Matches(verb == "compare" ? "^[ab]/report\\.html(#.+)?$" : "^2025-0[789]-15/report\\.html(#.+)?$", link);
            if (link.Split('#') is [_, var place]) Assert.Contains(place, places);
        });
        Assert.DoesNotContain((await Page(verb, linked: false)).QuerySelectorAll("a"), a => a.GetAttribute("href") != "#details");
    }

    [Fact]
    public async Task A_comparison_opens_with_what_differs_and_names_both_worlds()
    {
        var page = (await Page("compare")).QuerySelector(".first")!.TextContent;
        Assert.Contains("B costs between $104 m and $122 m less than A: settled.", page);
        Assert.Contains("with open-gate; without lutnick-remark; taken as settled: asked-or-paused=asked", page);
        Assert.Contains("runs/one", page);
        Assert.Contains("pause", page);
        Assert.Contains("rows are the same in both", page);
    }

    [Fact]
    public async Task A_replay_shows_decisions_over_time_their_causes_and_claims_no_skill_where_n_is_small()
    {
        var page = await Page("replay");
        Assert.Equal(["cut to 36,000", "cut to 27,000", "pause"], page.QuerySelectorAll(".first tbody tr").First(r => r.QuerySelector("th")!.TextContent == "h20-stock").QuerySelectorAll("td").Select(c => c.TextContent));
        Assert.Equal(2, page.QuerySelectorAll(".first tbody b").Length);
        Assert.Contains("paused", page.QuerySelector("#causes table")!.TextContent);
        Assert.Contains("stays that of 21 Aug 2025", page.QuerySelector(".first")!.TextContent);
        Assert.Contains("too few to say anything of skill", page.QuerySelector("#scores")!.TextContent);
        Assert.Contains("+$500 m", page.QuerySelector("#realised")!.TextContent);
        Assert.Contains("Stopped before its end", page.QuerySelector(".first")!.TextContent);
        Assert.Contains("ask (nothing known)", page.QuerySelector("#levels")!.TextContent);
    }

    [Fact]
    public async Task A_market_says_what_was_left_out_of_its_evidence()
    {
        var page = Parsed(await Report.HtmlAsync(SampleRecords.Market, Language.English));
        Assert.Contains("without price-note", page.QuerySelector(".first")!.TextContent);
        Assert.Contains("taken as settled: asked-or-paused=asked", page.QuerySelector(".first")!.TextContent);
    }

    [Fact]
    public async Task Below_each_figure_of_the_gates_stand_the_intervals_of_its_parts()
    {
        var page = Parsed(await Report.HtmlAsync(SampleRecords.Gates, "t", Language.English));
        var section = Assert.Single(page.QuerySelectorAll("#details > section"));
        Assert.NotNull(section.QuerySelector("sluice-figure"));
        Assert.Equal(3, section.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Buyer: bytedance.", page.Body!.TextContent);
    }

    [Fact]
    public void The_result_of_any_verb_is_read_back_as_it_was_written()
    {
        var folder = Directory.CreateTempSubdirectory("sluice-results-").FullName;
        var file = Path.Combine(folder, RunFolder.Result);
        PastResult Written(string text)
        {
            File.WriteAllText(file, text);
            return PastResult.Read(file);
        }

        Assert.Equal(RunFolder.Json(SampleRecord.Whole), RunFolder.Json(Written(RunFolder.Json(SampleRecord.Whole)).Plan!));
        Assert.Equal(RunFolder.Json(SampleRecords.Market), RunFolder.Json(Written(RunFolder.Json(SampleRecords.Market)).Market!));
        Assert.Equal(Sluice.Runs.Comparison.CompareRecords.Json(SampleRecords.Compare), Sluice.Runs.Comparison.CompareRecords.Json(Written(Sluice.Runs.Comparison.CompareRecords.Json(SampleRecords.Compare)).Compare!));
        Assert.Equal(Sluice.Runs.Replays.Replay.Json(SampleRecords.Replay), Sluice.Runs.Replays.Replay.Json(Written(Sluice.Runs.Replays.Replay.Json(SampleRecords.Replay)).Replay!));
        Assert.Equal(GatesRecords.Json(SampleRecords.Gates), GatesRecords.Json(Written(GatesRecords.Json(SampleRecords.Gates)).Gates!));
        // A result from before the keys were there reads as one in which nothing was left out.
        Assert.Empty(Written(RunFolder.Json(SampleRecord.Whole).Replace("  \"muted\": [],\n  \"resolved\": [],\n", "", StringComparison.Ordinal)).Plan!.Muted);
        Assert.Contains("no result that has a report", Assert.Throws<IOException>(() => Written("{\"claims\": []}")).Message);
        Assert.Contains("result.json:1:", Assert.Throws<IOException>(() => Written("{]")).Message);
        Assert.Contains("no whole result of sluice plan", Assert.Throws<IOException>(() => Written("{\"bounds\": 1, \"decisions\": []}")).Message);
        Directory.Delete(folder, recursive: true);
    }
}
