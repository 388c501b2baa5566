using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sluice.Browser.Tests;

/// <summary>A page as a browser shows it from disk, and what went wrong meanwhile.</summary>
static class Shown
{
    /// <summary>Writes the page, opens it and waits until its last figure is drawn.</summary>
    public static async Task<(IPage Page, List<string> Wrong)> Open(Browser browser, string folder, string html, BrowserNewContextOptions? options = null)
    {
        var page = await browser.PageAsync(options);
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        var wrong = new List<string>();
        var address = new Uri(file).AbsoluteUri;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") wrong.Add($"console {message.Type}: {message.Text}"); };
        page.PageError += (_, error) => wrong.Add($"error: {error}");
        page.Request += (_, request) => { if (request.Url != address) wrong.Add($"request: {request.Url}"); };
        await page.GotoAsync(address, new() { Timeout = 120_000 });
        await Until(page, "[...document.querySelectorAll('sluice-figure')].every(f => f.querySelector('svg.main-svg'))");
        return (page, wrong);
    }

    /// <summary>What keeps somebody from reading the page, by the rules of WCAG 2.1 at level AA.</summary>
    public static async Task<IEnumerable<string>> Barriers(IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] } });
        return found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
    }

    /// <summary>Asks until it is so. The page's own policy forbids what Playwright does to wait inside it.</summary>
    public static async Task Until(IPage page, string condition)
    {
        for (var i = 0; !await page.EvaluateAsync<bool>(condition); i++)
        {
            Assert.True(i < 600, $"not so after a minute: {condition}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
