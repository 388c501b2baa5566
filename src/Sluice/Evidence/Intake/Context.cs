using System.Text.RegularExpressions;
using Sluice.Reading;

namespace Sluice.Evidence.Intake;

/// <summary>What the sentences before have named: whom "the agency" means, which part the orders are of, when somebody last spoke.</summary>
sealed partial class Context(EvidenceRecord? known, DateOnly? published)
{
    readonly Dictionary<string, VagueDate> spoke = new(StringComparer.Ordinal);

    /// <summary>Last party named by role.</summary>
    public Dictionary<PartyRole, Named> Last { get; } = [];

    /// <summary>Party of each role that was named before the last one.</summary>
    public Dictionary<PartyRole, Named> Earlier { get; } = [];

    /// <summary>Who acted last.</summary>
    public Named? Actor { get; set; }

    /// <summary>Part named last.</summary>
    public Named? Part { get; set; }

    /// <summary>The part named last, unless somebody else makes it than the maker who acts: a maker acts on its own parts.</summary>
    public Named? PartOf(Named? who) => Part is { } part && who is { Role: PartyRole.Firm } && makers.Contains(who.Id) && part.Maker != who.Id ? null : Part;

    static readonly HashSet<string> makers = new(StringComparer.Ordinal) { "nvidia", "amd", "intel", "huawei", "cambricon", "hygon", "biren", "moore-threads", "metax", "enflame", "iluvatar", "kunlunxin", "t-head" };

    /// <summary>Source named last; it goes on speaking in "he added".</summary>
    public Attribution Said { get; set; } = Attribution.None;

    readonly Dictionary<string, Named> people = new(StringComparer.Ordinal);

    /// <summary>Remembers people introduced with an office: spokesman Lin Jian, president Martin Lau, 发言人林剑.</summary>
    public void Introduce(string text, IReadOnlyList<Mention> mentions)
    {
        foreach (Match m in Office().Matches(text))
        {
            var office = mentions.LastOrDefault(p => p.IsParty && p.Named.Role is PartyRole.Firm or PartyRole.Authority && p.End <= m.Index + 1).Named ?? Last.GetValueOrDefault(PartyRole.Firm);
            if (office is not null && !mentions.Any(p => p.Named.Role == PartyRole.Person && p.Start < m.Index + m.Length && p.End > m.Index)) people.TryAdd(m.Groups["n"].Value, office);
        }

        foreach (Match m in OfficeChinese().Matches(text))
            if (mentions.LastOrDefault(p => p.IsParty && p.End <= m.Index + 1) is { Named: { } office })
                for (var n = 2; n <= Math.Min(3, m.Groups["n"].Length); n++) people.TryAdd(m.Groups["n"].Value[..n], office);
    }

    /// <summary>An attribution to somebody who was introduced before; null: nobody.</summary>
    public Attribution? Introduced(string text)
    {
        if (people.Count == 0) return null;
        foreach (Match m in NameSays().Matches(text))
            if (people.TryGetValue(m.Groups["n"].Value, out var office)) return new(office.Id, office, m.Index, m.Index + m.Length);
        return null;
    }

    [GeneratedRegex(@"\b(?:spokes(?:man|woman|person)|president|chairman|chairwoman|chief executive|chief financial officer|finance chief|CEO|CFO|COO|founder|director|minister|secretary)\s+(?:[A-Z][\w-]+\s+){1,2}(?<n>[A-Z][\w-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex(@"(?:发言人|总裁|董事长|首席[\u4E00-\u9FFF]{1,3}官|总经理|创始人|部长|主任|局长)(?<n>[\u4E00-\u9FFF]{2,3})", RegexOptions.CultureInvariant)]
    private static partial Regex OfficeChinese();

    [GeneratedRegex(@"(?<n>[A-Z][\w-]+)\s+(?:also\s+)?(?:said|says|told|added|argued|warned|confirmed)\b|(?:^|[，,])(?<n>[\u4E00-\u9FFF]{2,3}?)(?:还|也|同时)?(?:表示|称|说|指出|强调|透露)", RegexOptions.CultureInvariant)]
    private static partial Regex NameSays();

    /// <summary>Who answers, where the page is a record of questions and answers; null: nobody is named for it.</summary>
    public Named? Host { get; private set; }

    /// <summary>Takes from a heading who answers: the authority or firm that it names first.</summary>
    public void Heading(string text, IReadOnlyList<Mention> mentions) =>
        Host ??= Answers().IsMatch(text) ? mentions.Where(m => m.IsParty && m.Named.Role is PartyRole.Authority or PartyRole.Firm).Select(m => m.Named).FirstOrDefault() : null;

    /// <summary>Remembers what a sentence named.</summary>
    public void Note(IReadOnlyList<Mention> mentions)
    {
        foreach (var mention in mentions)
            if (mention.IsPart) Part = mention.Named;
            else if (mention.IsParty)
            {
                if (Last.TryGetValue(mention.Named.Role, out var before) && before != mention.Named) Earlier[mention.Named.Role] = before;
                Last[mention.Named.Role] = mention.Named;
            }
    }

    /// <summary>Remembers when somebody acted.</summary>
    public void Note(string party, VagueDate when) => spoke[party] = when;

    /// <summary>The day of what a party last did: as the case knows it to the day, else as the page said.</summary>
    public VagueDate? EventOf(string party)
    {
        var claims = known?.Claims.Where(c => c.Who == party && c.When.IsExact && (published is null || c.When.From <= published)).Select(c => c.When).Order().ToList() ?? [];
        return claims.Count > 0 && (!spoke.TryGetValue(party, out var said) || (claims[^1].From >= said.From && claims[^1].To <= said.To)) ? claims[^1] : spoke.TryGetValue(party, out var page) ? page : claims.Count > 0 ? claims[^1] : null;
    }

    /// <summary>Whom a pronoun or "the agency" means.</summary>
    /// <param name="words">Words that may hold it.</param>
    /// <param name="before">Names before it in the same sentence.</param>
    /// <param name="subject">Who acted before it in the same sentence.</param>
    /// <param name="after">Names after the deed: who is spoken of there is not the one meant.</param>
    public Named? Meant(string words, IEnumerable<Mention> before, Named? subject, IEnumerable<Mention>? after = null)
    {
        var role = Agency().IsMatch(words) ? PartyRole.Authority : Company().IsMatch(words) ? PartyRole.Firm : Companies().IsMatch(words) ? PartyRole.Group : Person().IsMatch(words) ? PartyRole.Person : PartyRole.None;
        // "The company" is first of all the one that the sentence is about.
        if (role != PartyRole.None && subject?.Role == role) return subject;
        if (role != PartyRole.None) return before.LastOrDefault(m => m.IsParty && m.Named.Role == role).Named ?? NotAmong(Last.GetValueOrDefault(role), Earlier.GetValueOrDefault(role), after) ?? (role == PartyRole.Person ? Actor : null);
        return Anybody().IsMatch(words) ? subject ?? Actor : null;
    }

    static Named? NotAmong(Named? last, Named? earlier, IEnumerable<Mention>? after) => last is not null && earlier is not null && after?.Any(m => m.Named == last) == true ? earlier : last;

    [GeneratedRegex(@"答记者问|发言人|记者会|问答|\b(?:earnings call|conference call|Q&A|press conference|briefing|transcript|interview)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answers();

    const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\bthe (?:agency|regulator|watchdog|ministry|authority|department|commission|planner|administration|officers|inspectors)\b|该机构|该部门|该监管机构|该委", Loose)]
    private static partial Regex Agency();

    [GeneratedRegex(@"\bthe (?:company|chipmaker|chip maker|firm|maker|group|supplier|designer|manufacturer|foundry)\b|该公司|该企业|这家公司|该厂商|公司方面", Loose)]
    private static partial Regex Company();

    [GeneratedRegex(@"\bthe (?:companies|firms|platforms|groups|buyers)\b|这些公司|这些企业|上述企业|上述公司", Loose)]
    private static partial Regex Companies();

    [GeneratedRegex(@"\b(?:he|she|the (?:secretary|president|chief executive|executive|official|minister))\b|(?<!其)[他她](?!们)", Loose)]
    private static partial Regex Person();

    [GeneratedRegex(@"\b(?:it|they|its officials)\b|其(?!他|中|它|实)|它们?|他们|对方", Loose)]
    private static partial Regex Anybody();
}
