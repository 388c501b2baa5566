using System.Text.Json;
using AngleSharp.Dom;

namespace Sluice.Evidence.Intake;

/// <summary>What a page says of itself in its head: titles, publisher, days, address.</summary>
static class HtmlFacts
{
    static readonly ImmutableArray<string> dateNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date", "dc.date.issued",
        "dcterms.created", "parsely-pub-date", "sailthru.date", "weibo:article:create_at", "publication_date", "apub:time",
    ];

    public static PageFacts Of(IDocument document)
    {
        var (titles, sources, dates) = (new List<Told>(), new List<Told>(), new List<Told>());
        string? address = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']").Take(20)) Ld(script.TextContent, titles, sources, dates);
        foreach (var meta in document.QuerySelectorAll("meta").Take(500))
        {
            var name = (meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? "").ToLowerInvariant();
            if (meta.GetAttribute("content") is not { Length: > 0 and < 2000 } content) continue;
            if (name is "og:title" or "twitter:title") titles.Add(new(content, $"meta tag {name}"));
            if (name is "og:site_name" or "application-name" or "mediaid") sources.Add(new(content, $"meta tag {name}"));
            if (name == "og:url") address ??= content;
            if (dateNames.Contains(name)) dates.Add(new(content, $"meta tag {name}"));
        }

        if (document.QuerySelector("h1")?.TextContent is { Length: < 1000 } heading && heading.Trim().Length > 0) titles.Add(new(heading.Trim(), "heading"));
        if (document.Title is { Length: > 0 and < 1000 } title) titles.Add(new(title.Trim(), "title tag"));
        foreach (var time in document.QuerySelectorAll("time[datetime], [itemprop=datePublished]").Take(20))
            if ((time.GetAttribute("datetime") ?? time.GetAttribute("content")) is { Length: > 0 and < 60 } day && !IsAside(time)) dates.Add(new(day, "time tag"));
        if (address is { Length: < 2000 }) dates.Add(new(address, "address"));
        return new([.. titles], [.. sources], [.. dates], address is { Length: < 2000 } ? address : null);
    }

    static bool IsAside(IElement element)
    {
        for (var parent = element.ParentElement; parent is not null; parent = parent.ParentElement)
            if (parent.LocalName is "aside" or "footer" or "nav" or "li") return true;
        return false;
    }

    static void Ld(string json, List<Told> titles, List<Told> sources, List<Told> dates)
    {
        if (json.Length > 500_000) return;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var open = new Stack<JsonElement>([document.RootElement]);
            while (open.TryPop(out var element))
            {
                if (element.ValueKind == JsonValueKind.Array)
                    foreach (var item in element.EnumerateArray().Reverse()) open.Push(item);
                if (element.ValueKind != JsonValueKind.Object) continue;
                if (Text(element, "datePublished") is { } day) dates.Add(new(day, "JSON-LD datePublished"));
                if (Text(element, "headline") is { } headline) titles.Add(new(headline, "JSON-LD headline"));
                if (element.TryGetProperty("publisher", out var publisher) && Text(publisher, "name") is { } name) sources.Add(new(name, "JSON-LD publisher"));
                if (element.TryGetProperty("@graph", out var graph)) open.Push(graph);
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // A page's own description that cannot be read says nothing.
        }
    }

    static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and < 1000 } text ? text : null;
}
