using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>Finds who does what to what in an English sentence.</summary>
static partial class EnglishScenes
{
    const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    const int Reach = 160;

    public static List<Scene> In(Sentence sentence, Context context)
    {
        var deeds = Deeds(sentence);
        var scenes = new List<Scene>();
        var used = new HashSet<int>();
        (Named? Who, ImmutableArray<Named> Also, int At) before = (null, [], -1);
        for (var i = 0; i < deeds.Count; i++)
        {
            var deed = deeds[i];
            if (used.Contains(i) || sentence.Said.Covers(deed.Start)) continue;
            if (deed.Deed.Id == "say" && (deeds.Count > 1 || sentence.Said.SaidBy is not null)) continue;
            var end = ClauseEnd(sentence.Text, deed.End);
            var (passive, lead) = Passive(sentence.Text, deed);
            var (who, also, subjectAt) = Subject(sentence, deed, context, before);
            var asked = deed.Deed.Family == DeedFamily.Ask ? Asked(sentence.Text, deeds, i, used) : null;
            if (deed.Deed.Family == DeedFamily.Ask && asked is null && !AsksFor().IsMatch(Span(sentence.Text, deed.End, 40)) && deed.Deed.Id == "ask" && IsTold(sentence, deed)) continue;
            var after = sentence.Mentions.Where(m => m.Start >= deed.End && m.Start < Math.Max(end, asked?.End ?? 0) + 60 && m.Start - deed.End < Reach && !sentence.Said.Covers(m.Start)).ToList();
            var lastVerb = asked is { } inner ? deeds[inner.Index].End : deed.End;
            var to = deed.Deed.Family == DeedFamily.Ask || deed.Deed.Id is "summon" or "meet" or "allow"
                ? after.Where(m => m.IsParty && m.Start < (asked?.Start ?? end) && m.Named != who).Select(m => m.Named).FirstOrDefault() : null;
            var text = subjectAt >= 0 ? sentence.Text[subjectAt..deed.Start] : lead;
            var turn = Hedges.Negates(lead) ? Turn.Not : Turn.Active;
            if (passive)
            {
                var by = after.FirstOrDefault(m => (m.IsParty) && By().IsMatch(sentence.Text[Math.Max(0, m.Start - 8)..m.Start]));
                if (by.Named is not null) (to, who, also) = (who, by.Named, []);
                else turn |= Turn.Suffered;
            }

            var about = About(sentence, deed, lastVerb, Math.Max(end, asked is null ? 0 : ClauseEnd(sentence.Text, lastVerb)), who, to, context, passive);
            if (deed.Deed.Id == "wait" && about is null) continue;
            if (who is null && (turn & Turn.Suffered) == 0 && about is null) continue;
            if (who is null && deed.Form == VerbForm.Ing) continue;
            scenes.Add(new(deed.Deed, asked is { } found ? deeds[found.Index].Deed : null, who, also, to, about, Noun(sentence.Text, lastVerb), text, deed.Start, turn) { AsksNot = asked?.Not ?? false });
            if (who is not null) before = (who, also, deed.Start);
        }

        return scenes;
    }

    /// <summary>Words that are verbs here, each phrase at its longest.</summary>
    static List<FoundDeed> Deeds(Sentence sentence)
    {
        var text = sentence.Text;
        var words = Word().Matches(text);
        var found = new List<FoundDeed>();
        for (var i = 0; i < words.Count; i++)
        {
            if (sentence.Mentions.Any(m => words[i].Index >= m.Start && words[i].Index < m.End)) continue;
            for (var n = Math.Min(4, words.Count - i); n >= 1; n--)
            {
                var phrase = n == 1 ? words[i].Value.ToLowerInvariant() : string.Join(' ', Enumerable.Range(i, n).Select(k => words[k].Value.ToLowerInvariant()));
                if (!Lexicon.TryEnglish(phrase, out var deed, out var form)) continue;
                var end = words[i + n - 1].Index + words[i + n - 1].Length;
                if (form == VerbForm.Fixed || IsVerb(sentence, words, i, i + n - 1, form, deed)) found.Add(new(words[i].Index, end, deed, form));
                i += n - 1;
                break;
            }
        }

        return found;
    }

    static bool IsVerb(Sentence sentence, MatchCollection words, int first, int last, VerbForm form, Deed deed)
    {
        var text = sentence.Text;
        var before = first > 0 ? words[first - 1].Value.ToLowerInvariant() : "";
        var gap = first > 0 ? text[(words[first - 1].Index + words[first - 1].Length)..words[first].Index] : "";
        var next = last + 1 < words.Count ? words[last + 1].Value.ToLowerInvariant() : "";
        var afterMention = sentence.Mentions.Any(m => m.End <= words[first].Index && words[first].Index - m.End <= 2 && !text[m.End..words[first].Index].Contains('’', StringComparison.Ordinal));
        if (gap.Contains('-', StringComparison.Ordinal) || text.AsSpan(words[last].Index + words[last].Length).StartsWith("-")) return false;
        if (Determiners.Contains(before) && form != VerbForm.Past) return false;
        if (Determiners.Contains(before) && form == VerbForm.Past) return false;
        return form switch
        {
            VerbForm.Base => Calls.Contains(before) || ((afterMention || Plurals.Contains(before) || before is "and" or "or" or "then" or "also") && !Prepositions.Contains(next) && (before is not ("and" or "or") || IsObject(next, sentence, words, last)) && deed.Id is not ("test" or "adopt" or "buy" or "cut" or "ban" or "levy" or "invest" or "hold")),
            VerbForm.Third => (afterMention || Relatives.Contains(before) || before.EndsWith("ly", StringComparison.Ordinal) || before is "also" or "and" or "it" or "he" or "she" or "agency" or "company" or "regulator" or "ministry" or "guidance") && !(next is "of" or "for" && deed.Id is not ("ask" or "want" or "hope")) && !(deed.Id is "ask" && next is "are" or "were" or "from" or "and"),
            VerbForm.Past => !(Prepositions.Contains(before) && before is not ("to" or "by") && !IsObject(next, sentence, words, last)),
            VerbForm.Ing => before is "is" or "are" or "was" or "were" or "be" or "been" or "by" or "without" or "from" or "against" or "started" or "began" or "considering" or "started" or "stop" or "stopped" or "keep" or "also" or "not" or "now" or "be" || gap.Contains(',', StringComparison.Ordinal) || afterMention || before is "guidance" or "notice" or "notices" or "companies" or "firms" or "of" or "to",
            _ => true,
        };
    }

    /// <summary>Whether what follows begins an object rather than a noun phrase that the participle belongs to.</summary>
    static bool IsObject(string next, Sentence sentence, MatchCollection words, int last) =>
        Determiners.Contains(next) || next is "" or "to" or "that" || (last + 1 < words.Count && sentence.Mentions.Any(m => m.Start <= words[last + 1].Index && words[last + 1].Index < m.End));

    /// <summary>The deed that is asked for: to pause, not to buy, against buying, from using.</summary>
    static (int Index, int Start, int End, bool Not)? Asked(string text, List<FoundDeed> deeds, int ask, HashSet<int> used)
    {
        for (var i = ask + 1; i < deeds.Count && deeds[i].Start - deeds[ask].End < 140; i++)
        {
            var between = text[deeds[ask].End..deeds[i].Start];
            if (between.AsSpan().IndexOfAny(".;") >= 0) return null;
            var link = LinkOf().Match(between);
            if (!link.Success) continue;
            used.Add(i);
            // What stands beside what is asked belongs to it as well: to pause orders and return stock.
            for (var k = i + 1; k < deeds.Count && deeds[k].Start - deeds[i].End < 60; k++)
                if (And().IsMatch(text[deeds[i].End..deeds[k].Start]) && deeds[k].Form == deeds[i].Form) used.Add(k);
            var not = link.Groups["not"].Success || (link.Groups["from"].Success && deeds[i].Deed.Id != "avoid");
            return (i, deeds[i].Start, deeds[i].End, not);
        }

        return null;
    }

    /// <summary>"told CNBC", "told investors that": saying, not asking.</summary>
    static bool IsTold(Sentence sentence, FoundDeed deed)
    {
        var after = Span(sentence.Text, deed.End, 60);
        return sentence.Text[deed.Start..deed.End].StartsWith("t", StringComparison.OrdinalIgnoreCase)
            || sentence.Mentions.Any(m => m.Named.Kind == MentionKind.Outlet && m.Start >= deed.End && m.Start - deed.End < 30) || ThatClause().IsMatch(after);
    }

    static (Named? Who, ImmutableArray<Named> Also, int At) Subject(Sentence sentence, FoundDeed deed, Context context, (Named? Who, ImmutableArray<Named> Also, int At) before)
    {
        var text = sentence.Text;
        var start = ClauseStart(text, deed.Start);
        var candidates = Actors(sentence, start, deed.Start);
        if (candidates.Count > 0) return Together(sentence, candidates, start);
        var words = text[start..deed.Start];
        if (FirstPerson().IsMatch(words) && sentence.Said.Speaker is { } speaking) return (speaking, [], start);
        if (context.Meant(words) is { } meant) return (meant, [], start);
        // Relative clauses and verbs beside each other share the subject that stands before them.
        if (before.Who is not null && deed.Start - before.At < 200) return (before.Who, before.Also, start);
        var earlier = Actors(sentence, 0, start);
        if (earlier.Count > 0) return Together(sentence, earlier, 0);
        if (context.Meant(text[..deed.Start]) is { } named) return (named, [], 0);
        return sentence.Said.Speaker is { } speaker ? (speaker, [], -1) : (null, [], -1);
    }

    static List<Mention> Actors(Sentence sentence, int from, int to)
    {
        var text = sentence.Text;
        var actors = new List<Mention>();
        foreach (var m in sentence.Mentions)
        {
            if (m.Start < from || m.End > to) continue;
            if (m.Named.Kind is MentionKind.Part or MentionKind.Outlet || (m.Named.Kind == MentionKind.Place && !IsActingPlace(m, text, to))) continue;
            if (NotSubject().IsMatch(text[Math.Max(0, m.Start - 22)..m.Start]) || Modifies().IsMatch(Span(text, m.End, 40))) continue;
            if (sentence.Said.Covers(m.Start) && sentence.Said.IsHearsay) continue;
            actors.Add(m);
        }

        return actors;
    }

    static bool IsActingPlace(Mention m, string text, int verb) => m.Id is "CN" or "US" && verb - m.End <= 14 && !Modifies().IsMatch(Span(text, m.End, 40));

    /// <summary>The subject nearest the verb, with those that stand beside it: A, B and C.</summary>
    static (Named?, ImmutableArray<Named>, int) Together(Sentence sentence, List<Mention> actors, int start)
    {
        var text = sentence.Text;
        var last = actors.Count - 1;
        var first = last;
        while (first > 0 && Beside().IsMatch(text[actors[first - 1].End..actors[first].Start])) first--;
        return (actors[first].Named, [.. actors.Skip(first + 1).Take(last - first).Select(m => m.Named).Where(n => n != actors[first].Named).Distinct()], actors[first].Start);
    }

    static Named? About(Sentence sentence, FoundDeed deed, int from, int end, Named? who, Named? to, Context context, bool passive)
    {
        var ahead = sentence.Mentions.Where(m => m.Start >= deed.End && m.Start < end && !sentence.Said.Covers(m.Start)).ToList();
        var made = ahead.FirstOrDefault(m => m.IsParty && m.Start >= from && m.Named != who && Modifies().IsMatch(Span(sentence.Text, m.End, 40)) && !m.Named.Id.StartsWith("chinese-", StringComparison.Ordinal) && m.Named.Role == PartyRole.Firm);
        var all = AllOf().IsMatch(sentence.Text[Math.Min(from, sentence.Text.Length)..Math.Min(end, sentence.Text.Length)]);
        if (all && (made.Named ?? ahead.FirstOrDefault(m => m.IsParty && m.Named.Role == PartyRole.Firm && m.Start >= from && m.Named != who).Named) is { } whole) return whole;
        if (ahead.FirstOrDefault(m => m.IsPart) is { Named: not null } part && (made.Named is null || part.Start <= made.End + 40)) return part.Named;
        if (made.Named is not null) return made.Named;
        if (passive && sentence.Mentions.LastOrDefault(m => m.IsPart && m.End <= deed.Start) is { Named: not null } suffers) return suffers.Named;
        if (sentence.Mentions.FirstOrDefault(m => m.IsPart) is { Named: not null } inSentence) return inSentence.Named;
        if (ahead.FirstOrDefault(m => m.IsParty && m.Named != who && m.Named != to && m.Named.Role is PartyRole.Firm or PartyRole.Group) is { Named: not null } party) return party.Named;
        return Goods().IsMatch(sentence.Text[Math.Min(deed.Start, sentence.Text.Length)..Math.Min(end, sentence.Text.Length)]) && !Domestic().IsMatch(sentence.Text) ? context.Part : null;
    }

    static (bool Passive, string Lead) Passive(string text, FoundDeed deed)
    {
        var start = ClauseStart(text, deed.Start);
        var lead = text[Math.Max(start, deed.Start - 60)..deed.Start];
        return (deed.Form is VerbForm.Past && Be().IsMatch(lead), lead);
    }

    static string Noun(string text, int from) => Nouns().Match(Span(text, from, 70)) is { Success: true } noun ? noun.Groups["n"].Value.ToLowerInvariant() switch
    {
        "order" or "orders" or "ordering" or "purchase" or "purchases" or "purchasing" or "buying" or "procurement" => "orders",
        "production" or "manufacturing" or "output" or "line" or "lines" or "work" or "capacity" => "production",
        "delivery" or "deliveries" or "shipment" or "shipments" or "shipping" => "shipments",
        "sale" or "sales" or "selling" => "sales",
        "export" or "exports" => "exports",
        "import" or "imports" => "imports",
        "test" or "tests" or "testing" or "trials" => "tests",
        "use" or "using" or "usage" or "deployment" => "use",
        "licence" or "licences" or "license" or "licenses" => "licences",
        "guidance" or "notice" or "notices" or "guidelines" => "guidance",
        "price" or "prices" => "prices",
        var other => other,
    } : "";

    static int ClauseStart(string text, int before)
    {
        var start = 0;
        foreach (Match boundary in Boundary().Matches(text[..before])) start = boundary.Index + boundary.Length;
        return start;
    }

    static int ClauseEnd(string text, int from) => Boundary().Match(text, Math.Min(from, text.Length)) is { Success: true } next ? next.Index : text.Length;

    static string Span(string text, int from, int length) => from >= text.Length ? "" : text.Substring(from, Math.Min(length, text.Length - from));

    static readonly HashSet<string> Determiners = new(StringComparer.Ordinal) { "the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "some", "any", "all", "such", "more", "most", "new", "planned", "further", "existing", "tighter", "stricter", "own", "of", "pending", "no" };
    static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "of", "for", "with", "from", "to", "in", "on", "at", "by", "as", "than", "into", "over", "under", "are", "were", "is", "was", "had", "have", "rose", "fell" };
    static readonly HashSet<string> Calls = new(StringComparer.Ordinal) { "to", "will", "would", "may", "might", "can", "could", "must", "should", "did", "does", "do", "not", "n't", "cannot", "never", "let", "help", "shall", "didn", "doesn", "don", "won", "wouldn", "couldn", "ll" };
    static readonly HashSet<string> Plurals = new(StringComparer.Ordinal) { "they", "we", "you", "i", "companies", "firms", "platforms", "regulators", "officials", "groups", "buyers", "makers", "authorities", "analysts", "who", "people", "policymakers", "some" };
    static readonly HashSet<string> Relatives = new(StringComparer.Ordinal) { "who", "which", "that", "it", "he", "she" };

    [GeneratedRegex(@"[A-Za-z]+(?:['’][a-z]{1,2})?")]
    private static partial Regex Word();

    [GeneratedRegex(@"[;:“”""()—]|\s–\s|,\s+(?=(?:but|and|while|after|as|because|though|although|whereas|since|before|which|who|where|when|so|hence|yet|with|or)\b)|\b(?:but|while|because|though|although|whereas|before|until|if|so that|hence|despite|unless|that|after|whether|even though)\s|,\s+(?=(?:\w+\s+){0,3}(?:said|says|told|added)\b)", Loose)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^(?:[^.;]{0,100}?)\b(?:(?<not>not\s+to|to\s+not)|to|(?<from>against|from|off))\s+(?:\w+ly\s+|temporarily\s+)?$", Loose)]
    private static partial Regex LinkOf();

    [GeneratedRegex(@"^[^.;:]{0,50}\b(?:and|or|,)\s+(?:to\s+|then\s+|not\s+)?$", Loose)]
    private static partial Regex And();

    [GeneratedRegex(@"^\s+(?:[\w'’-]+\s+){0,6}that\b|^\s+(?:\w+\s+){0,3}(?:it|they|he|she|its)\b", Loose)]
    private static partial Regex ThatClause();

    [GeneratedRegex(@"^\s+(?:\w+\s+){0,3}(?:for|why|about|whether)\b", Loose)]
    private static partial Regex AsksFor();

    [GeneratedRegex(@"\b(?:of|to|from|for|by|with|against|on|in|at|including|like|than|behind|between|among|under|over|around|near|into|via|using|as well as|such as|rather than|than|despite|without|after|before|following|versus|about)\s+(?:the\s+|an?\s+|its\s+|their\s+|some\s+|several\s+|US\s+|large\s+|major\s+)?$", Loose)]
    private static partial Regex NotSubject();

    [GeneratedRegex(@"^(?:['’]s?)?\s*(?:(?:own|new|latest|planned|Chinese|AI|artificial[- ]intelligence|advanced|older|best|top|most|data[- ]centre|data[- ]center|local|domestic)\s+){0,3}(?:chips?|GPUs?|processors?|accelerators?|hardware|semiconductors?|parts?|products?|cards?|boards?|systems?|servers?|remarks?|comments?|speech|statement|words|visit|orders?|demand|supply|market|customers?|clients?|shares?|stock|stack|ecosystem|silicon|technology)\b", Loose)]
    private static partial Regex Modifies();

    [GeneratedRegex(@"^\s*(?:,|and|or|,\s*and|as well as|along with|,\s*as well as)\s*(?:the\s+)?$", Loose)]
    private static partial Regex Beside();

    [GeneratedRegex(@"\b(?:we|our|I|us)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"\b(?:is|are|was|were|been|being|be|get|got|gets)(?:n['’]t)?\s+(?:(?:\w+ly|also|not|now|still|first|never|temporarily|later|then)\s+){0,2}$", Loose)]
    private static partial Regex Be();

    [GeneratedRegex(@"\bby\s+(?:the\s+)?$", Loose)]
    private static partial Regex By();

    [GeneratedRegex(@"\b(?:all|any|every)\s+(?:of\s+)?(?:the\s+)?(?:\w+['’]?s?\s+){0,3}(?:chips?|GPUs?|processors?|accelerators?|products?|parts?|cards?|hardware)\b", Loose)]
    private static partial Regex AllOf();

    [GeneratedRegex(@"\b(?:chips?|orders?|purchas\w+|processors?|accelerators?|GPUs?|cards?|shipments?|deliver\w+|sales|parts?|production|licen[cs]es?|stock|units|it|them|backdoors?|back doors?|kill switch\w*|tracking)\b", Loose)]
    private static partial Regex Goods();

    [GeneratedRegex(@"\b(?:domestic|domestically|home-grown|homegrown|locally made|local|own)\s+(?:\w+\s+){0,2}(?:chips?|parts?|processors?|accelerators?|hardware|makers|lines|production|supply)\b", Loose)]
    private static partial Regex Domestic();

    [GeneratedRegex(@"^(?:[^.;:]{0,60}?)\b(?<n>orders?|ordering|purchases?|purchasing|buying|procurement|production|manufacturing|output|lines?|capacity|work|deliver(?:y|ies)|shipments?|shipping|sales?|selling|exports?|imports?|tests?|testing|trials|use|using|usage|deployment|licen[cs]es?|guidance|notices?|guidelines|prices?)\b", Loose)]
    private static partial Regex Nouns();
}
