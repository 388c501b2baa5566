using Microsoft.Playwright;
using Sluice.Runs;
using Sluice.Tests.Views;
using Sluice.Views;

namespace Sluice.Browser.Tests;

/// <summary>The pages of compare, replay, simulate and gates as a browser shows them from disk.</summary>
public sealed class RunPagesTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("sluice-pages-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static Task<string> Html(string verb, Language language) => verb switch
    {
        "compare" => Report.HtmlAsync(SampleRecords.Compare, language, linked: true),
        "hostile compare" => Report.HtmlAsync(SampleRecords.HostileCompare, language, linked: true),
        "replay" => Report.HtmlAsync(SampleRecords.Replay, language, linked: true),
        "hostile replay" => Report.HtmlAsync(SampleRecords.HostileReplay, language, linked: true),
        "simulate" => Report.HtmlAsync(SampleRecords.Market, language),
        _ => Report.HtmlAsync(SampleRecords.Gates, "0.1.0", language),
    };

    async Task<(IPage Page, List<string> Wrong)> Open(string verb, Language language = Language.English, BrowserNewContextOptions? options = null) => await Shown.Open(browser, folder, await Html(verb, language), options);

    public static TheoryData<string, Language, ColorScheme> Looks
    {
        get
        {
            var looks = new TheoryData<string, Language, ColorScheme> { { "hostile compare", Language.English, ColorScheme.Light }, { "hostile replay", Language.English, ColorScheme.Light } };
            foreach (var verb in new[] { "compare", "replay", "simulate", "gates" })
                foreach (var (language, scheme) in new[] { (Language.English, ColorScheme.Light), (Language.Chinese, ColorScheme.Dark) })
                    looks.Add(verb, language, scheme);
            return looks;
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task It_opens_without_an_error_and_without_a_request(string verb, Language language, ColorScheme scheme)
    {
        var (page, wrong) = await Open(verb, language, new() { ColorScheme = scheme });
        Assert.Empty(wrong);
        Assert.NotEqual("taken", await page.TitleAsync());
        Assert.True(await page.Locator("sluice-figure").CountAsync() >= 1);
        Assert.Equal(language == Language.English ? "en" : "zh-CN", await page.Locator("html").GetAttributeAsync("lang"));
    }

    [Theory]
    [InlineData("compare", ColorScheme.Light)]
    [InlineData("compare", ColorScheme.Dark)]
    [InlineData("replay", ColorScheme.Light)]
    [InlineData("replay", ColorScheme.Dark)]
    [InlineData("simulate", ColorScheme.Dark)]
    [InlineData("gates", ColorScheme.Dark)]
    public async Task It_can_be_read_by_everybody(string verb, ColorScheme scheme)
    {
        var (page, _) = await Open(verb, options: new() { ColorScheme = scheme });
        Assert.Empty(await Shown.Barriers(page));
    }

    [Theory]
    [InlineData("compare", 1280)]
    [InlineData("compare", 320)]
    [InlineData("replay", 1280)]
    [InlineData("replay", 320)]
    [InlineData("simulate", 320)]
    [InlineData("gates", 320)]
    public async Task It_never_scrolls_sideways(string verb, int width)
    {
        var (page, _) = await Open(verb, options: new() { ViewportSize = new() { Width = width, Height = 900 } });
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("compare")]
    [InlineData("replay")]
    [InlineData("simulate")]
    [InlineData("gates")]
    public async Task Printed_nothing_is_wider_than_a_sheet_and_folded_tables_are_open(string verb)
    {
        var (page, wrong) = await Open(verb, options: new() { ColorScheme = ColorScheme.Dark });
        var paper = Path.Combine(folder, "page.pdf");
        await page.PdfAsync(new() { Path = paper, PreferCSSPageSize = true, PrintBackground = true });
        Assert.True(new FileInfo(paper).Length > 10_000);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(695, 1013);
        Assert.InRange(await page.EvaluateAsync<double>("Math.max(...[...document.querySelectorAll('table')].map(t => t.getBoundingClientRect().right))"), 300, 696);
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('details table')].filter(t => t.getBoundingClientRect().height < 1).length"));
        Assert.Empty(wrong);
    }
}
