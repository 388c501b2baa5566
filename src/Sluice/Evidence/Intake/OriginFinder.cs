using System.Text.RegularExpressions;
using Sluice.Reading;

namespace Sluice.Evidence.Intake;

/// <summary>Recognises that a page retells a report of the case: by outlets that it names, by days, by claims that say much the same.</summary>
static partial class OriginFinder
{
    const int MostDaysBefore = 14;

    /// <summary>Score from which an origin counts as recognised.</summary>
    const double Enough = 3;

    public static (ReportEntry Report, ImmutableArray<Proposal> Proposals) Of(Page page, ReportEntry entry, ImmutableArray<Proposal> proposals, NameBook names, EvidenceRecord known)
    {
        var published = entry.Published is { } text && VagueDate.TryParse(text, out var day) ? day : default(VagueDate?);
        var alike = proposals.Select(p => p with { Like = Like(p, known, published)?.Id }).ToImmutableArray();
        var outlets = Outlets(page, names, entry.Source);
        var self = known.Reports.Where(r => r.Source.Id == entry.Source && published is { } d && Math.Abs(r.Published.DayNumber - d.To.DayNumber) <= (d.About ? 3 : 1)).OrderBy(r => r.Id, StringComparer.Ordinal).FirstOrDefault();
        var claims = alike.Select(p => p.Like).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var scored = known.Reports.Where(r => r.Id != self?.Id && r.Source.Id != entry.Source && Near(r, published)).Select(r =>
        {
            var heard = claims.Count(c => known.Claim(c).Heard.Any(h => h.Origin.Id == r.Id));
            // An outlet named in the text weighs two, a day close before one, each claim that was heard there one.
            var score = (outlets.Contains(r.Source.Id) ? 2 : 0) + (published is { } p && p.To.DayNumber - r.Published.DayNumber is >= 0 and <= 3 ? 1 : 0) + Math.Min(heard, 4);
            return (Report: r, Score: score, Heard: heard, Named: outlets.Contains(r.Source.Id));
        }).Where(s => s.Score >= Enough && (s.Named || s.Heard >= 3)).OrderByDescending(s => s.Score).ThenByDescending(s => s.Report.Published).ThenBy(s => s.Report.Id, StringComparer.Ordinal).FirstOrDefault();
        var why = ImmutableArray.CreateBuilder<string>();
        if (scored.Report is { } origin)
        {
            if (scored.Named) why.Add($"the page names {origin.Source.Id} as its source");
            if (published is { } on) why.Add($"{origin.Id} was published {origin.Published:yyyy-MM-dd}, the page {on}");
            if (scored.Heard > 0) why.Add($"{scored.Heard} of its claims say much the same");
        }
        else if (self is null && outlets.Length > 0) why.Add($"the page names {string.Join(", ", outlets)}, of which the case has no report of these days");

        return (entry with { Origin = scored.Report?.Id, Known = self?.Id, Outlets = outlets, OriginWhy = why.ToImmutable() }, alike);
    }

    static bool Near(Report report, VagueDate? published) => published is not { } day || day.To.DayNumber - report.Published.DayNumber is >= -1 and <= MostDaysBefore;

    /// <summary>Outlets named as sources in the article, those named oftenest first.</summary>
    static ImmutableArray<string> Outlets(Page page, NameBook names, string? own)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in page.Blocks.Where(b => b.Noise is null))
        {
            var text = page.Of(block);
            foreach (var mention in names.In(text).Where(m => m.Named.Kind == MentionKind.Outlet && m.Id != own))
                if (Cites().IsMatch(text[Math.Max(0, mention.Start - 40)..mention.Start]) || Reports().IsMatch(text[mention.End..Math.Min(text.Length, mention.End + 30)]))
                    counts[mention.Id] = counts.GetValueOrDefault(mention.Id) + 1;
        }

        return [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
    }

    /// <summary>The claim of the case that is nearest, by who acts, what it is about, what is done and when.</summary>
    static Claim? Like(Proposal proposal, EvidenceRecord known, VagueDate? published)
    {
        if (proposal.Who is null) return null;
        var words = Words(proposal.Does);
        var when = proposal.When is { } text && VagueDate.TryParse(text, out var day) ? day : published;
        var (best, most) = ((Claim?)null, 1.9);
        foreach (var claim in known.Claims)
        {
            if (claim.Who != proposal.Who && !proposal.Also.Contains(claim.Who) && proposal.To != claim.Who) continue;
            if (when is { } at && (claim.When.From.DayNumber - at.To.DayNumber > 45 || at.From.DayNumber - claim.When.To.DayNumber > 75)) continue;
            var shared = Words(claim.Does).Count(words.Contains);
            if (shared + (claim.Who == proposal.Who ? 0.5 : 0) > most) (best, most) = (claim, shared + (claim.Who == proposal.Who ? 0.5 : 0));
        }

        return best;
    }

    static HashSet<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => Stem(m.Value)).Where(w => w.Length > 2 && !empty.Contains(w))];

    static string Stem(string word) => word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3] : word.Length > 3 && word.EndsWith('s') ? word[..^1] : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2] : word;

    static readonly HashSet<string> empty = new(StringComparer.Ordinal) { "the", "and", "for", "that", "from", "its", "with", "are", "other", "about", "someth", "what", "said", "say", "plan", "may", "doe", "not", "ask", "part", "nvidia", "china", "chinese", "platform" };

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:according to|told|citing|reported by|report(?:s|ed)? (?:in|by|from)|by|from|to|interview with|via|first reported)\s+(?:a\s+\w+\s+)?(?:\w+\s+){0,3}$|[据向]《?$|援引《?$|告诉《?$|引述《?$|来自《?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cites();

    [GeneratedRegex(@"^\s*(?:['’]s\s+\w+\s+)?(?:,?\s*(?:first|has|had|also|earlier|previously))?\s*(?:reported|reports|said|says|wrote|writes|learned|revealed)\b|^[》]?(?:\d|月|日|周|昨日|今日|援引|[\u4E00-\u9FFF]{0,4})?(?:报道|消息|称|援引|披露|获悉)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reports();
}
