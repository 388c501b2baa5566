using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>What a page says of itself in its lines: title, source, byline with a day, days of the teasers around it.</summary>
static partial class PlainFacts
{
    const int MostLines = 4000;

    /// <summary>Adds what the lines say to what the head said.</summary>
    /// <param name="facts">What the head said.</param>
    /// <param name="lines">All lines of the page.</param>
    /// <param name="article">Lines of the part that holds the article.</param>
    public static PageFacts Add(PageFacts facts, IReadOnlyList<string> lines, IReadOnlyList<string> article)
    {
        var (titles, sources, dates) = (facts.Titles.ToBuilder(), facts.Sources.ToBuilder(), facts.Dates.ToBuilder());
        if (article.FirstOrDefault(IsTitle) is { } title) titles.Add(new(title, "first line"));
        var near = true;
        var prose = 0;
        foreach (var line in lines.Take(MostLines))
        {
            if (line.Length > 200)
            {
                prose++;
                near = prose < 2;
                continue;
            }

            if (Source().Match(line) is { Success: true } source) sources.Add(new(source.Groups[1].Value.Trim(), "byline"));
            if (line.Length > 120 || !HasDay().IsMatch(line)) continue;
            if (near || Labelled().IsMatch(line)) dates.Insert(Labelled().IsMatch(line) ? IndexOfBylines(dates) : dates.Count, new(line, Labelled().IsMatch(line) ? "byline" : "line near the title"));
            else dates.Add(new(line, "teasers beside the article"));
        }

        if (facts.Titles.Select(t => Site().Match(t.Text)).FirstOrDefault(m => m.Success) is { } site) sources.Add(new(site.Groups[1].Value.Trim(), "title tag"));
        return facts with { Titles = titles.ToImmutable(), Sources = sources.ToImmutable(), Dates = dates.ToImmutable() };
    }

    static int IndexOfBylines(ImmutableArray<Told>.Builder dates)
    {
        for (var i = 0; i < dates.Count; i++)
            if (dates[i].From is "line near the title" or "teasers beside the article") return i;
        return dates.Count;
    }

    static bool IsTitle(string line) => line.Length is >= 6 and <= 300 && !Source().IsMatch(line) && !Furniture().IsMatch(line);

    [GeneratedRegex(@"^(?:来源|來源|出处|文章来源|source|via)\s*[:：\s]\s*([^\s:：].{0,40}?)(?:\s{2,}.*|\s+\d{4}.*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    [GeneratedRegex(@"\d{4}\s*[-/.年]\s*\d{1,2}|\d{1,2}\s*月\s*\d{1,2}\s*日|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+\d{1,2}|\b\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HasDay();

    [GeneratedRegex(@"^\W{0,3}(?:by\b|published|posted|发布|发表|时间|日期|date\b)|(?:发布|发表)(?:时间|于)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\s[|\-–—_]\s([^|\-–—_]{2,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex Site();

    [GeneratedRegex(@"^(?:home|menu|首页|导航|登录|skip to|search|placeholder|by\s|作者)|^[\d\s:：/.-]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Furniture();
}
