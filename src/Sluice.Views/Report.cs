using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Runs;
using Sluice.Runs.Comparison;
using Sluice.Runs.Replays;
using Sluice.Views.Pages;

namespace Sluice.Views;

/// <summary>The report: one HTML file that needs nothing beside it, opens from disk and makes no request.</summary>
public static class Report
{
    /// <summary>Renders a plan.</summary>
    /// <param name="plan">What is shown; nothing else is read.</param>
    /// <param name="language">Language of the labels, dates and numbers. Words of the case itself stay as its author wrote them.</param>
    /// <param name="removed">What was taken out of the plan before it was shared, each in words of the language; empty: it is whole.</param>
    /// <returns>The document, UTF-8 when written.</returns>
    public static async Task<string> HtmlAsync(PlanRecord plan, Language language, ImmutableArray<string> removed = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return await RenderedAsync<ReportPage>(new()
        {
            [nameof(ReportPage.Plan)] = PrintableText.Of(plan),
            [nameof(ReportPage.Words)] = Wording.Of(language),
            [nameof(ReportPage.Removed)] = removed.IsDefault ? [] : removed,
        });
    }

    /// <summary>Renders a simulation.</summary>
    /// <param name="market">What is shown; nothing else is read.</param>
    /// <param name="language">Language of the labels, dates and numbers. Words of the case itself stay as its author wrote them.</param>
    /// <returns>The document, UTF-8 when written.</returns>
    public static async Task<string> HtmlAsync(MarketRecord market, Language language)
    {
        ArgumentNullException.ThrowIfNull(market);
        return await RenderedAsync<MarketPage>(new() { [nameof(MarketPage.Market)] = PrintableText.Of(market), [nameof(MarketPage.Words)] = Wording.Of(language) });
    }

    /// <summary>Renders what may pass.</summary>
    /// <param name="gates">What is shown; at least one row.</param>
    /// <param name="version">Version of Sluice.</param>
    /// <param name="language">Language of the labels, dates and verdicts. Names of parts and rules stay as they are.</param>
    /// <returns>The document, UTF-8 when written.</returns>
    public static async Task<string> HtmlAsync(GatesRecord gates, string version, Language language)
    {
        ArgumentNullException.ThrowIfNull(gates);
        return await RenderedAsync<GatesPage>(new()
        {
            [nameof(GatesPage.Gates)] = PrintableText.Of(gates), [nameof(GatesPage.Version)] = version, [nameof(GatesPage.Words)] = Wording.Of(language),
        });
    }

    /// <summary>Renders two plans side by side.</summary>
    /// <param name="compare">What is shown.</param>
    /// <param name="language">Language of the labels, dates and numbers. Words of the case itself stay as its author wrote them.</param>
    /// <param name="linked">Whether the reports of both stand beside it, as <c>a/report.html</c> and <c>b/report.html</c>: then every number leads to its run.</param>
    /// <returns>The document, UTF-8 when written.</returns>
    public static async Task<string> HtmlAsync(CompareRecord compare, Language language, bool linked = false)
    {
        ArgumentNullException.ThrowIfNull(compare);
        return await RenderedAsync<ComparePage>(new() { [nameof(ComparePage.Compare)] = PrintableText.Of(compare), [nameof(ComparePage.Words)] = Wording.Of(language), [nameof(ComparePage.Linked)] = linked });
    }

    /// <summary>Renders a replay.</summary>
    /// <param name="replay">What is shown; at least one date.</param>
    /// <param name="language">Language of the labels, dates and numbers. Words of the case itself stay as its author wrote them.</param>
    /// <param name="linked">Whether the report of each date stands beside it, as <c>2025-07-15/report.html</c>: then every number leads to its run.</param>
    /// <returns>The document, UTF-8 when written.</returns>
    public static async Task<string> HtmlAsync(ReplayRecord replay, Language language, bool linked = false)
    {
        ArgumentNullException.ThrowIfNull(replay);
        return await RenderedAsync<ReplayPage>(new() { [nameof(ReplayPage.Replay)] = PrintableText.Of(replay), [nameof(ReplayPage.Words)] = Wording.Of(language), [nameof(ReplayPage.Linked)] = linked });
    }

    static async Task<string> RenderedAsync<TPage>(Dictionary<string, object?> parameters) where TPage : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var body = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return "<!DOCTYPE html>\n" + body + "\n";
    }

    /// <summary>Scripts of the page in order, each as it stands between its tags.</summary>
    internal static ImmutableArray<string> Scripts { get; } = [Embedded("plotly.js").Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase), Embedded("figure.js")];

    internal static string Style { get; } = Embedded("report.css");

    /// <summary>Only the scripts of the page itself may run, and nothing may be fetched.</summary>
    internal static string PolicyOf(ImmutableArray<string> scripts) =>
        $"default-src 'none'; {(scripts.IsEmpty ? "" : $"script-src {string.Join(' ', scripts.Select(s => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s)))}'"))}; ")}"
        + "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    static string Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A browser reads \r\n as \n before it hashes a script.
        return reader.ReadToEnd().Replace("\r", "", StringComparison.Ordinal);
    }
}
