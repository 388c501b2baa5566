using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>Who is named as the source of a sentence.</summary>
/// <param name="SaidBy">A party, an outlet, or unnamed people in the house's words; null: nobody.</param>
/// <param name="Speaker">The party that speaks; null: none, or unnamed people.</param>
/// <param name="From">Where the attribution begins.</param>
/// <param name="To">Where it ends.</param>
readonly record struct Attribution(string? SaidBy, Named? Speaker, int From, int To)
{
    public static Attribution None { get; } = new(null, null, -1, -1);

    public bool Covers(int at) => at >= From && at < To;

    /// <summary>Whether unnamed people or an outlet are the source.</summary>
    public bool IsHearsay => SaidBy is not null && Speaker is null;
}

/// <summary>Finds attributions.</summary>
static partial class Speech
{
    const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static Attribution In(string text, IReadOnlyList<Mention> mentions, PageLanguage language) =>
        language == PageLanguage.Chinese ? Chinese(text, mentions) : English(text, mentions);

    static Attribution English(string text, IReadOnlyList<Mention> mentions)
    {
        foreach (Match people in Unnamed().Matches(text))
            if (Around(text, people.Index, people.Index + people.Length) is { } span) return new(People(people), null, span.From, span.To);
        foreach (var according in According().Matches(text).Cast<Match>())
            if (mentions.FirstOrDefault(m => m.Start >= according.Index + according.Length && m.Start - according.Index - according.Length <= 45 && m.Named.Kind is MentionKind.Outlet or MentionKind.Party) is { Named: not null } told)
                return new(told.Id, told.IsParty && told.Named.Role != PartyRole.Group ? told.Named : null, according.Index, told.End);
        foreach (var outlet in mentions.Where(m => m.Named.Kind == MentionKind.Outlet))
            if (OutletSays().IsMatch(After(text, outlet.End, 40))) return new(outlet.Id, null, outlet.Start, outlet.End + OutletSays().Match(After(text, outlet.End, 40)).Length);
        foreach (var party in mentions.Where(m => m.IsParty))
            if (PartySays().Match(After(text, party.End, 70)) is { Success: true } says) return new(party.Id, party.Named.Role == PartyRole.Group && party.Id == "analysts" ? null : party.Named, party.Start, party.End + says.Length);
        if (mentions.FirstOrDefault(m => m.Id == "analysts") is { Named: not null } analysts && Reckons().Match(After(text, analysts.End, 60)) is { Success: true } reckons) return new("analysts", null, analysts.Start, analysts.End + reckons.Length);
        foreach (var house in mentions.Where(m => m.Named.Role == PartyRole.Analyst))
            if (Reckons().Match(After(text, house.End, 60)) is { Success: true } estimates) return new(house.Id, house.Named, house.Start, house.End + estimates.Length);
        foreach (var party in mentions.Where(m => m.IsParty))
            if (SaysBefore().IsMatch(Before(text, party.Start, 40))) return new(party.Id, party.Named, party.Start - SaysBefore().Match(Before(text, party.Start, 40)).Length, party.End);
        if (Pronoun().Match(text) is { Success: true } pronoun) return new("", null, pronoun.Index, pronoun.Index + pronoun.Length);
        return Reportedly().Match(text) is { Success: true } hearsay ? new("unnamed people", null, hearsay.Index, hearsay.Index + hearsay.Length) : Attribution.None;
    }

    static Attribution Chinese(string text, IReadOnlyList<Mention> mentions)
    {
        if (TrailingOfficer().Match(text) is { Success: true } officer && mentions.FirstOrDefault(m => m.IsParty && m.End <= officer.Index) is { Named: { Role: PartyRole.Firm or PartyRole.Authority } own }) return new(own.Id, own, officer.Index, officer.Index + officer.Length);
        if (UnnamedChinese().Match(text) is { Success: true } people) return new(people.Value.Contains("官员", StringComparison.Ordinal) ? "unnamed officials" : people.Value.Contains("分析", StringComparison.Ordinal) || people.Value.Contains("业内", StringComparison.Ordinal) ? "analysts" : "people familiar", null, people.Index, people.Index + people.Length);
        foreach (var outlet in mentions.Where(m => m.Named.Kind == MentionKind.Outlet))
            if (OutletChinese().Match(After(text, outlet.End, 20)) is { Success: true } says) return new(outlet.Id, null, Math.Max(0, outlet.Start - 2), outlet.End + says.Length);
        foreach (var party in mentions.Where(m => m.IsParty))
            if (PartyChinese().Match(After(text, party.End, 36)) is { Success: true } says) return new(party.Id, party.Id == "analysts" ? null : party.Named, party.Start, party.End + says.Length);
        if (PronounChinese().Match(text) is { Success: true } pronoun) return new("", null, pronoun.Index, pronoun.Index + pronoun.Length);
        return ReportedlyChinese().Match(text) is { Success: true } hearsay ? new("unnamed people", null, hearsay.Index, hearsay.Index + hearsay.Length) : Attribution.None;
    }

    /// <summary>The attribution with its verb, where one stands beside the people; "by people" counts as well.</summary>
    static (int From, int To)? Around(string text, int from, int to)
    {
        if (Verb().Match(After(text, to, 80)) is { Success: true } after) return (from, to + after.Length);
        if (Lead().Match(Before(text, from, 60)) is { Success: true } before) return (from - before.Length, to);
        return null;
    }

    static string People(Match match)
    {
        var words = match.Value.ToLowerInvariant();
        var count = CountWord().Match(words) is { Success: true } number ? number.Value + " " : "";
        var kind = words.Contains("executive", StringComparison.Ordinal) ? "executives" : words.Contains("official", StringComparison.Ordinal) ? "officials" : words.Contains("employee", StringComparison.Ordinal) ? "employees" : words.Contains("analyst", StringComparison.Ordinal) ? "analysts" : count is "one " or "a " ? "person" : "people";
        if (count == "a ") count = "one ";
        var near = words.Contains("close to", StringComparison.Ordinal) ? " close to it" : words.Contains("briefed", StringComparison.Ordinal) ? " briefed" : words.Contains("aware", StringComparison.Ordinal) ? " aware of it" : kind is "people" or "person" ? " familiar" : "";
        return count.Length > 0 && near == " familiar" && !words.Contains("familiar", StringComparison.Ordinal) && !words.Contains("knowledge", StringComparison.Ordinal) ? $"{count}{kind}" : $"{count}{kind}{near}";
    }

    static string After(string text, int at, int length) => at >= text.Length ? "" : text.Substring(at, Math.Min(length, text.Length - at));

    static string Before(string text, int at, int length) => text.Substring(Math.Max(0, at - length), Math.Min(length, at));

    const string Saying = @"(?:said|says|say|told(?!\s+(?:[\w'’-]+\s+){1,7}?(?:not\s+)?to\s)|tells|added|adds|stated|states|noted|notes|explained|confirmed|claimed|claims|insisted|argued|argues|warned|warns|announced|disclosed|revealed|wrote(?!\s+(?:down|off))|reported|believes?|thinks?|described|acknowledged|conceded|suggested|made (?:it )?clear|reiterated|remarked|declared)";

    [GeneratedRegex(@"\b(?:(?:an?|one|two|three|four|five|six|several|some|multiple|many|the)\s+)?(?:other\s+|another\s+|current\s+and\s+former\s+|senior\s+|former\s+|industry\s+|unnamed\s+|anonymous\s+|company\s+|government\s+|Chinese\s+|US\s+|of the\s+){0,2}(?:people|persons?|sources?|insiders?|officials?|executives?|employees|individuals|traders|bankers)\b(?:\s+(?:who (?:are|were)\s+)?(?:familiar with|briefed on|close to|aware of|with (?:direct )?knowledge of|involved in|at|in|from|directly involved)\s+[^,.;“”""]{1,60}?(?=\s+(?:said|say|says|told|added|have|has|had)\b|[,.;“”""]|$))?", Loose)]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"^(?:,\s+(?:however|though|meanwhile|too|in turn|for their part),)?,?\s+(?:(?:has|have|had|also|earlier|separately|who|later|then|however)\s+){0,3}(?:" + Saying + @"|estimated?|expect|predict(?:ed)?|reckon(?:ed)?|forecast)\b(?:\s+(?:the\s+)?[A-Z][\w ]{0,25}?(?=\s+(?:that|in|on|about|how)\b|[,.]))?(?:\s+that\b)?", Loose)]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?:according to|citing|said|told by|based on (?:comments|accounts|statements) (?:by|from)|by)\s+$", Loose)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:one|two|three|four|five|six|several|some|a)\b", Loose)]
    private static partial Regex CountWord();

    [GeneratedRegex(@"\b(?:according to|citing|as reported by|reported by)\s+(?:a\s+(?:recent\s+)?(?:report|article|filing|statement|notice)\s+(?:by|in|from|on)\s+)?(?:the\s+)?", Loose)]
    private static partial Regex According();

    [GeneratedRegex(@"^(?:['’]s\s+[\w ]{0,20})?(?:,?\s+(?:first|also|has|had|earlier|previously|which))?\s+(?:reported|reports|said|says|wrote|writes|first reported|has reported|revealed|learned|learnt|understands)\b(?:\s+(?:on|in|last|this|earlier)\s+\w+)?(?:\s+that\b)?", Loose)]
    private static partial Regex OutletSays();

    [GeneratedRegex(@"^(?:['’]s\s+(?:chief executive|chief|head|founder|boss|spokes\w+|finance chief|CEO|CFO)[^,.;“”""]{0,25})?(?:,[^,.;“”""]{0,45},)?(?:\s+(?:spokes\w+|officials?|executives?|has|have|had|also|later|repeatedly|however|itself|then|since|chief\s\w+|president))*\s+" + Saying + @"\b(?:\s+(?:the\s+)?(?:[A-Z][\w]*\s?){1,3})?(?:\s+that\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex PartySays();

    [GeneratedRegex(@"^(?:\s+(?:at|from|with)\s+[^,.;]{1,40}?)?\s+(?:expect|estimate|predict|reckon|forecast|see|project)(?:ed|s)?\b(?:\s+that\b)?", Loose)]
    private static partial Regex Reckons();

    [GeneratedRegex(@"[,”""]\s+(?:said|says|added|told|argued|warned)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$", Loose)]
    private static partial Regex SaysBefore();

    [GeneratedRegex(@"\b(?:he|she|they|it|the (?:company|agency|ministry|regulator|chipmaker|firm|watchdog|department|bureau|commission|official|executive)|(?:(?:a|an|the|its)\s+)?(?:(?:company|ministry|agency|department|government)\s+)?(?:spokes(?:man|woman|person)|finance chief|chief executive|chief financial officer|representative)(?:\s+[A-Z][\w-]+){0,3})\s+(?:also\s+|has\s+|had\s+)?(?:said|says|told|added|stated|noted|explained|argued|warned|confirmed|believes?|believed)\b(?:\s+that\b)?", Loose)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b(?:reportedly|is said to|are said to|was said to|were said to|is understood to|are understood to|it was reported that|it is reported that|reports (?:say|said|suggest)(?: that)?|media reports)\b", Loose)]
    private static partial Regex Reportedly();

    [GeneratedRegex(@"(?:据)?(?:[一二两三四五多数几]?名|[一二两三四五多数几]?位|多个)?(?:不愿具名的?)?(?:熟悉(?:此事|情况|该计划|内情)的?|了解(?:情况|内情)的?|接近[^,，。]{1,12}的|直接了解[^,，。]{1,10}的)?(?:知情人士|消息人士|知情者|人士|知情官员|美国官员|匿名官员|(?<=位|名)官员|业内人士|分析人士|消息源|知情人)(?:称|表示|透露|指出|说|告诉[^,，。]{1,10}|介绍|认为)?", RegexOptions.CultureInvariant)]
    private static partial Regex UnnamedChinese();

    [GeneratedRegex(@"^[》」”]?(?:[^,，。]{0,8}?)(?:报道称?|消息称?|称|援引|引述|披露|获悉|说)")]
    private static partial Regex OutletChinese();

    [GeneratedRegex(@"^(?:首席执行官|CEO|创始人|发言人|方面|董事长|总裁|高管|一位|部长)*(?:[\u4E00-\u9FFF·]{0,6}?)(?:在[^,，。]{1,18}?[中上时里]|于?[^,，。]{0,12}?日|对[^,，。]{1,12}?|随后|昨日|今日|周[一二三四五六日]|则|也|此前|曾|再次|当天|正式|公开)*(?:表示|称|说|指出|透露|宣布|公告称?|回应称?|强调|披露|证实|声明称?|坦言|重申|认为|预计|预测|估计|告诉)")]
    private static partial Regex PartyChinese();

    [GeneratedRegex(@"(?<=[，,])(?:其|该公司|公司|该行)?(?:轮值)?(?:董事长|总裁|首席[\u4E00-\u9FFF]{1,3}官|CEO|CFO|发言人|高管|总经理|创始人)[^,，。、]{0,20}?(?:表示|称|说|宣布|透露|指出|强调)", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingOfficer();

    [GeneratedRegex(@"(?:他|她|其|该公司|该机构|该部门|该发言人|公司方面|后者)(?:还|也|同时|进一步|随后)?(?:表示|称|说|指出|透露|强调|补充|认为)")]
    private static partial Regex PronounChinese();

    [GeneratedRegex(@"据报道|据称|据悉|据了解|有报道称|有消息称|外媒报道|媒体报道|消息称|据外媒|据传|传闻")]
    private static partial Regex ReportedlyChinese();
}
