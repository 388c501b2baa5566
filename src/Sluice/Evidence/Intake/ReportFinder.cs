using System.Text.RegularExpressions;
using Sluice.Reading;

namespace Sluice.Evidence.Intake;

/// <summary>Makes the entry of a report from what a page says of itself.</summary>
static partial class ReportFinder
{
    /// <summary>Where days are looked for, the surest first; a day of a longer list stands behind all of these.</summary>
    static readonly ImmutableArray<string> order = ["JSON-LD datePublished", "meta tag", "time tag", "byline", "address", "line near the title", "teasers beside the article"];

    public static ReportEntry Of(Page page, NameBook names, DateOnly? latest)
    {
        var days = page.Facts.Dates.Select(d => (Told: d, Date: DateFinder.Published(d.Text, latest))).Where(d => d.Date is not null)
            .OrderBy(d => Rank(d.Told.From)).ThenByDescending(d => d.Told.From == order[^1] ? d.Date!.Value.From : default).ToList();
        var best = days.Count > 0 ? days[0] : default;
        VagueDate? published = best.Date;
        var from = best.Told?.From;
        if (from == order[^1])
        {
            // Teasers are of the day on which the page was saved, and without a year they take that of the case.
            published = best.Date!.Value with { About = true };
            if (!FourDigits().IsMatch(best.Told!.Text)) from += ", the year from the case";
        }

        var source = page.Facts.Sources.Select(s => (Told: s, Named: names.SourceNamed(s.Text))).OrderByDescending(s => s.Named is not null).FirstOrDefault();
        var host = page.Facts.Address is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : null;
        var named = source.Named ?? (host is null ? null : names.SourceNamed(Www().Replace(host, "").Split('.')[0]));
        var sourceText = named?.Id ?? source.Told?.Text ?? (host is null ? null : Www().Replace(host, ""));
        var title = page.Facts.Titles.Length > 0 ? SiteName().Replace(Spaces().Replace(page.Facts.Titles[0].Text, " "), "").Trim() : null;
        return new(IdOf(sourceText, published), title, sourceText, published?.ToString(), from, null)
        {
            Address = page.Facts.Address,
            SourceKnown = named is not null,
            OtherDays = [.. days.Skip(1).Where(d => d.Date != best.Date && !d.Told.From.StartsWith("teasers", StringComparison.Ordinal)).Select(d => $"{d.Date} ({d.Told.From})").Distinct(StringComparer.Ordinal).Take(5)],
        };
    }

    static int Rank(string from)
    {
        for (var i = 0; i < order.Length; i++)
            if (from.StartsWith(order[i], StringComparison.Ordinal)) return i;
        return order.Length;
    }

    static string IdOf(string? source, VagueDate? published)
    {
        var slug = NotId().Replace((source ?? "page").ToLowerInvariant(), "-").Trim('-');
        if (slug.Length == 0) slug = "page";
        if (slug.Length > 40) slug = slug[..40].TrimEnd('-');
        return published is { } day ? $"{slug}-{day.From:yyyy-MM-dd}" : slug;
    }

    [GeneratedRegex(@"(?:19|20)\d{2}")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"^(?:www|m|amp|news|en|cn)\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Www();

    [GeneratedRegex(@"\s[|_]\s[^|_]{2,40}$|\s[-–—]\s[^-–—]{2,30}$")]
    private static partial Regex SiteName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[^a-z0-9]+")]
    private static partial Regex NotId();
}
