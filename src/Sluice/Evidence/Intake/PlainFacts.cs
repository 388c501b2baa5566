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
                if (HasDay().Match(line) is { Success: true, Index: < 3 } leads) dates.Add(new(leads.Value, "teasers beside the article"));
                continue;
            }

            var sentence = line.Length > 0 && ".!?。！？”\"".Contains(line[^1], StringComparison.Ordinal) && line.Length + 2 * line.Count(c => c >= '\u3400') > 50;
            if (sentence) near = ++prose < 2;
            if (Source().Match(line) is { Success: true } source) sources.Add(new(source.Groups[1].Value.Trim(), "byline"));
            if (line.Length > 120 || !HasDay().IsMatch(line) || (sentence && !Labelled().IsMatch(line))) continue;
            if (near && Beside().Match(line) is { Success: true } beside && IsName(beside.Groups["n"].Value)) sources.Add(new(beside.Groups["n"].Value.Trim(), "line near the title"));
            if (near || Labelled().IsMatch(line)) dates.Insert(Labelled().IsMatch(line) ? IndexOfBylines(dates) : dates.Count, new(line, Labelled().IsMatch(line) ? "byline" : "line near the title"));
            else dates.Add(new(line, "teasers beside the article"));
        }

        if (facts.Titles.Select(t => Site().Match(t.Text)).FirstOrDefault(m => m.Success) is { } site) sources.Add(new(site.Groups[1].Value.Trim(), "title tag"));
        return facts with { Titles = titles.ToImmutable(), Sources = sources.ToImmutable(), Dates = dates.ToImmutable() };
    }

    /// <summary>A name, not the place of a dateline in capitals, nor who wrote down what others said.</summary>
    static bool IsName(string text) => (text[0] >= '\u2E80' || char.IsUpper(text[0])) && !(text.Length > 5 && text.All(c => !char.IsLower(c)) && text[0] < '\u2E80') && !text.Contains(" by ", StringComparison.OrdinalIgnoreCase);

    static int IndexOfBylines(ImmutableArray<Told>.Builder dates)
    {
        for (var i = 0; i < dates.Count; i++)
            if (dates[i].From is "line near the title" or "teasers beside the article") return i;
        return dates.Count;
    }

    static bool IsTitle(string line) => line.Length is >= 6 and <= 300 && !Source().IsMatch(line) && !Furniture().IsMatch(line);

    [GeneratedRegex(@"(?:^|[|·\s])(?:来源|來源|出处|文章来源|source|via)\s*[:：\s]\s*([^\s:：].{0,40}?)(?:\s{2,}.*|\s+\d{4}.*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    /// <summary>A name alone beside a day: Harbour Times, 3 March 2026; Aug 29, 2025 - Ledger and Lane; 江畔财经 2025年8月25日.</summary>
    [GeneratedRegex(@"^(?!by\b|作者|记者|issue\b|updated|published|last\b|posted)(?<n>(?:(?:The\s+)?[A-Z][\w&.’'-]*(?:\s+(?:of|and|&|the|[A-Z&][\w&.’'-]*)){0,4}|[\u4E00-\u9FFF]{2,8}))\s*(?:[,|–—·-]|\s)\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:" + Day + @")\W*$|^(?:" + Day + @")\s*[,|–—·-]\s*(?<n>(?:The\s+)?[A-Z][\w&.’'-]*(?:\s+(?:of|and|&|the|[A-Z&][\w&.’'-]*)){0,4})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    const string Day = @"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}";

    [GeneratedRegex(@"\d{4}\s*[-/.年]\s*\d{1,2}|\d{1,2}\s*月\s*\d{1,2}\s*日|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+\d{1,2}|\b\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HasDay();

    [GeneratedRegex(@"^\W{0,3}(?:by\b|published|posted|发布|发表|时间|日期|date\b)|(?:发布|发表)(?:时间|于)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\s[|\-–—_]\s([^|\-–—_]{2,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex Site();

    [GeneratedRegex(@"^(?:home|menu|首页|导航|登录|skip to|search|placeholder|by\s|作者)|^[\d\s:：/.-]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Furniture();
}
