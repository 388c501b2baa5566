using Microsoft.Playwright;

namespace Sluice.Browser.Tests;

/// <summary>
/// The machine's own Chromium, started once. Where there is none the tests are skipped and say so, unless SLUICE_BROWSER is <c>required</c>:
/// then they fail.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    static readonly string[] places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var named = Environment.GetEnvironmentVariable("SLUICE_CHROMIUM");
        if ((named ?? places.FirstOrDefault(File.Exists)) is not { } path)
            return;
        playwright = await Playwright.CreateAsync();
        // Without a sandbox: build machines run as root, and the page is our own.
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
    }

    /// <summary>A page in a fresh context.</summary>
    public async Task<IPage> PageAsync(BrowserNewContextOptions? options = null)
    {
        if (browser is null)
        {
            const string none = "No Chromium was found. Install one (Debian: apt-get install chromium) or name it in SLUICE_CHROMIUM.";
            if (Environment.GetEnvironmentVariable("SLUICE_BROWSER") == "required")
                Assert.Fail(none);
            Assert.Skip(none);
        }
        return await (await browser.NewContextAsync(options)).NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
