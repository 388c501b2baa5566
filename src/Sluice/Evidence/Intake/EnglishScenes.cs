using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>Finds who does what to what in an English sentence.</summary>
static partial class EnglishScenes
{
    const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    const int Reach = 160;

    public static List<Scene> In(Sentence sentence, Context context) => In(sentence, context, Deeds(sentence));

    static List<Scene> In(Sentence sentence, Context context, List<FoundDeed> deeds)
    {
        var plain = deeds.All(d => !d.IsAim);
        var scenes = new List<Scene>();
        var used = new HashSet<int>();
        // Who is named as speaking before it is who "it" means.
        (Named? Who, ImmutableArray<Named> Also, int At) before = (sentence.Said.From <= 12 ? sentence.Said.Speaker : null, [], sentence.Said.From);
        for (var i = 0; i < deeds.Count; i++)
        {
            var deed = deeds[i];
            if (used.Contains(i) || deed.IsAim || sentence.Said.Covers(deed.Start)) continue;
            if (deed.Deed.Id == "say" && (deeds.Count > 1 || sentence.Said.SaidBy is not null))
            {
                // What somebody has not said is not said to be so.
                if (Hedges.Negates(Passive(sentence.Text, deed).Lead))
                    for (var k = i + 1; k < deeds.Count; k++) if (Content().IsMatch(sentence.Text[deed.End..deeds[k].Start])) used.Add(k);
                if (Subject(sentence, deed, context, before) is { Who: not null } speaking) before = (speaking.Who, speaking.Also, deed.Start);
                continue;
            }

            // To hope or expect to do something is to plan it.
            if (deed.Deed.Id == "forecast" && i + 1 < deeds.Count && ThatIt().IsMatch(sentence.Text[deed.End..deeds[i + 1].Start]))
            {
                if (Subject(sentence, deed, context, before) is { Who: not null } reckoning) before = (reckoning.Who, reckoning.Also, deed.Start);
                continue;
            }

            if (deed.Deed.Id is "hope" or "forecast" && i + 1 < deeds.Count && deeds[i + 1].Start - deed.End < 16 && sentence.Text[deed.End..deeds[i + 1].Start].Contains(" to ", StringComparison.Ordinal)) continue;
            var end = ClauseEnd(sentence.Text, deed.End);
            var (passive, lead) = Passive(sentence.Text, deed);
            // What a rule would do, and what is asked about, is not said to be done.
            if (OfPaper().IsMatch(sentence.Text[..deed.Start]) || Unsure().IsMatch(sentence.Text[..deed.Start]) || (i > 0 && Asks().IsMatch(sentence.Text[deeds[i - 1].End..deed.Start]) && (deeds[i - 1].Deed.Family is DeedFamily.Ask or DeedFamily.Say || deeds[i - 1].Deed.Id is "inspect"))) continue;
            if (Nobody().IsMatch(lead) || (deed.Deed.Id == "meet" && Able().IsMatch(lead))) continue;
            deed = Rejecting(sentence.Text, deed);
            var (who, also, subjectAt) = Caller(sentence, deed) is { } caller ? (caller, [], -1) : Subject(sentence, deed, context, before);
            var asked = deed.Deed.Family == DeedFamily.Ask ? Asked(sentence.Text, deeds, i, used) : null;
            // Who orders, and asks for nothing to be done, buys.
            if (asked is null && sentence.Text.AsSpan(deed.Start).StartsWith("order", StringComparison.OrdinalIgnoreCase) && !ToDo().IsMatch(Span(sentence.Text, deed.End, 80))) deed = deed with { Deed = Lexicon.Buy };
            // To stop selling is one deed, not two.
            if (i + 1 < deeds.Count && deeds[i + 1].Form == VerbForm.Ing && deeds[i + 1].Start - deed.End < 3 && deed.Deed.Id is "pause" or "avoid" or "delay" or "reopen" or "cut") used.Add(i + 1);
            // What is denied is not said to be so.
            if (deed.Deed.Id is "ban" or "pause" && i + 1 < deeds.Count && deeds[i + 1].Form is VerbForm.Ing or VerbForm.Past && From().IsMatch(sentence.Text[deed.End..deeds[i + 1].Start])) used.Add(i + 1);
            if (deed.Deed.Family == DeedFamily.Deny)
                for (var k = i + 1; k < deeds.Count; k++) if (Content().IsMatch(sentence.Text[deed.End..deeds[k].Start])) used.Add(k);
            if (deed.Deed.Family == DeedFamily.Ask && asked is null && !AsksFor().IsMatch(Span(sentence.Text, deed.End, 40)) && deed.Deed.Id == "ask" && IsTold(sentence, deed)) continue;
            var after = sentence.Mentions.Where(m => m.Start >= deed.End && m.Start < Math.Max(end, asked?.End ?? 0) + 60 && m.Start - deed.End < Reach && !sentence.Said.Covers(m.Start)).ToList();
            var lastVerb = asked is { } inner ? deeds[inner.Index].End : deed.End;
            var to = deed.Deed.Family == DeedFamily.Ask || deed.Deed.Id is "summon" or "meet" or "allow" or "issue"
                ? after.Where(m => m.IsParty && m.Start < (asked?.Start ?? end) && m.Named != who).Select(m => m.Named).FirstOrDefault() ?? context.Meant(Span(sentence.Text, deed.End, (asked?.Start ?? deed.End + 40) - deed.End), [], null) : null;
            var text = subjectAt >= 0 ? sentence.Text[subjectAt..deed.Start] : lead;
            var turn = Hedges.Negates(lead) || NoObject().IsMatch(Span(sentence.Text, deed.End, 24)) ? Turn.Not : Turn.Active;
            if (deed.Deed.Id == "attach" && after.FirstOrDefault(m => m.IsParty && By().IsMatch(sentence.Text[Math.Max(0, m.Start - 8)..m.Start])) is { Named: { } requiring }) (who, also, to) = (requiring, [], null);
            if (passive)
            {
                var by = after.FirstOrDefault(m => (m.IsParty) && By().IsMatch(sentence.Text[Math.Max(0, m.Start - 8)..m.Start]));
                if (by.Named is not null) (to, who, also) = (who, by.Named, []);
                else turn |= Turn.Suffered;
            }

            var about = About(sentence, deed, lastVerb, Math.Max(end, asked is null ? 0 : ClauseEnd(sentence.Text, lastVerb)), who, to, context, passive);
            var noun = Noun(sentence.Text, lastVerb);
            if (deed.Deed.Id == "wait" && about is null) continue;
            // What a person or an authority says of "us" between quotation marks is a statement, not a deed of the speaker.
            if (deed.Deed.Family != DeedFamily.Deny && who is { Role: PartyRole.Authority or PartyRole.Person } && who == sentence.Said.Speaker && QuotedFirst().IsMatch(sentence.Text[..deed.Start])) continue;
            // What is done to nothing that has a name says too little to propose.
            if (deed.Deed.Family is DeedFamily.Act or DeedFamily.State && about is null && to is null && (noun.Length == 0 || who is null) && deed.Deed.Id is not ("summon" or "meet" or "earn" or "invest" or "attach" or "levy" or "forecast" or "inspect")) continue;
            if (who is null && ((turn & Turn.Suffered) == 0 || about is null)) continue;
            if (deed.Deed.Family == DeedFamily.Say && turn.HasFlag(Turn.Not) && about is null) continue;
            // A notice that asks, a draft that would ban: what it says is the deed.
            if (deed.Deed.Id == "issue" && i + 1 < deeds.Count && deeds[i + 1].Start - deed.End < 60 && (deeds[i + 1].Deed.Family == DeedFamily.Ask || Provides().IsMatch(sentence.Text[deed.End..deeds[i + 1].Start]))) continue;
            if (who is null && (turn & Turn.Suffered) == 0 && about is null) continue;
            if (who is null && deed.Form == VerbForm.Ing) continue;
            scenes.Add(new(deed.Deed, asked is { } found ? deeds[found.Index].Deed : null, who, also, to, about, noun, text, deed.Start, turn) { AsksNot = asked?.Not ?? false });
            if (who is not null) before = (who, also, deed.Start);
        }

        // Where nothing else is said, what something is for says it: sent teams to inspect.
        if (scenes.Count == 0 && !plain && deeds.Any(d => d.IsAim)) return [.. In(sentence, context, [.. deeds.Select(d => d with { IsAim = false })]).Where(s => s.Who is not null)];
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
                if (form == VerbForm.Fixed || IsVerb(sentence, words, i, i + n - 1, form, deed)) found.Add(new(words[i].Index, end, deed, form, IsAim(words, i, form)));
                i += n - 1;
                break;
            }
        }

        return found;
    }

    /// <summary>An infinitive that no will or plan leads to: to acquire room, to ease a shortage.</summary>
    static bool IsAim(MatchCollection words, int first, VerbForm form) =>
        form != VerbForm.Ing && first > 0 && words[first - 1].Value.Equals("to", StringComparison.OrdinalIgnoreCase) && (first < 2 || !Wills.Contains(words[first - 2].Value.ToLowerInvariant()));

    /// <summary>Who calls in "calls from some for curbs".</summary>
    static Named? Caller(Sentence sentence, FoundDeed deed) =>
        deed.Deed.Id == "want" && sentence.Text[deed.Start..deed.End].EndsWith("from", StringComparison.OrdinalIgnoreCase) ? sentence.Mentions.Where(m => m.IsParty && m.Start >= deed.End && m.Start - deed.End < 20).Select(m => m.Named).FirstOrDefault() : null;

    static bool IsVerb(Sentence sentence, MatchCollection words, int first, int last, VerbForm form, Deed deed)
    {
        var text = sentence.Text;
        var before = first > 0 ? words[first - 1].Value.ToLowerInvariant() : "";
        var gap = first > 0 ? text[(words[first - 1].Index + words[first - 1].Length)..words[first].Index] : "";
        var next = last + 1 < words.Count ? words[last + 1].Value.ToLowerInvariant() : "";
        var afterMention = sentence.Mentions.Any(m => m.End <= words[first].Index && words[first].Index - m.End <= 2 && !m.IsPart && text.AsSpan(m.End, words[first].Index - m.End).IndexOfAny("’:;.(") < 0);
        // "Used in" after a noun belongs to the noun; "make" is a deed where a number or a part follows.
        if (deed.Id == "adopt" && words[first].Value.Equals("used", StringComparison.OrdinalIgnoreCase) && Prepositions.Contains(next) && !Auxiliaries.Contains(before)) return false;
        if (deed.Id == "make" && words[first].Value.ToLowerInvariant() is "make" or "makes" or "made" or "making" && !MadeOf().IsMatch(Span(text, words[last].Index + words[last].Length, 30))
            && !sentence.Mentions.Any(m => m.IsPart && m.Start >= words[last].Index && m.Start - words[last].Index < 25)) return false;
        if (gap.Contains('-', StringComparison.Ordinal) || text.AsSpan(words[last].Index + words[last].Length).StartsWith("-")) return false;
        if (Determiners.Contains(before) || (next is "off" && deed.Id == "adopt")) return false;
        return form switch
        {
            VerbForm.Base => Calls.Contains(before) || before.EndsWith("n't", StringComparison.Ordinal) || before.EndsWith("n’t", StringComparison.Ordinal) || ((afterMention || Plurals.Contains(before) || before is "and" or "or" or "then" or "also") && !Prepositions.Contains(next) && !VerbsAfterNouns.Contains(next) && (before is not ("and" or "or") || IsObject(next, sentence, words, last)) && deed.Id is not ("test" or "adopt" or "buy" or "cut" or "ban" or "levy" or "invest" or "hold")),
            VerbForm.Third => (afterMention || Relatives.Contains(before) || before.EndsWith("ly", StringComparison.Ordinal) || before is "also" or "and" or "it" or "he" or "she" or "agency" or "company" or "regulator" or "ministry" or "guidance") && !(next is "of" or "for" && deed.Id is not ("ask" or "want" or "hope")) && !(deed.Id is "ask" && next is "are" or "were" or "from" or "and"),
            VerbForm.Past => !(Prepositions.Contains(before) && before is not ("to" or "by") && !IsObject(next, sentence, words, last)),
            VerbForm.Ing => before is "is" or "are" or "was" or "were" or "be" or "been" or "by" or "without" or "from" or "against" or "started" or "began" or "considering" or "considered" or "discussed" or "discussing" or "debating" or "debated" or "weighed" or "mulled" or "mulling" or "weighing" or "resumed" or "halted" or "stop" or "stopped" or "keep" or "also" or "not" or "now" or "be" || gap.Contains(',', StringComparison.Ordinal) || afterMention || before is "companies" or "firms" or "to" || Papers.Contains(before) || (before is "of" && first > 1 && words[first - 2].Value.ToLowerInvariant() is "accused" or "suspected" or "accusing" or "guilty" or "capable"),
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
            if (deeds[i].Deed.Id is "avoid" or "pause" && i + 1 < deeds.Count && deeds[i + 1].Form == VerbForm.Ing && deeds[i + 1].Start - deeds[i].End < 12) used.Add(i + 1);
            // What stands beside what is asked belongs to it as well: to pause orders and return stock.
            for (var k = i + 1; k < deeds.Count && deeds[k].Start - deeds[i].End < 60; k++)
                if (And().IsMatch(text[deeds[i].End..deeds[k].Start]) && deeds[k].Form == deeds[i].Form) used.Add(k);
            var not = link.Groups["not"].Success || (link.Groups["from"].Success && deeds[i].Deed.Id != "avoid");
            return (i, deeds[i].Start, deeds[i].End, not);
        }

        return null;
    }

    /// <summary>Who rejects a report denies it.</summary>
    static FoundDeed Rejecting(string text, FoundDeed deed) =>
        deed.Deed.Id == "refuse" && Reported().IsMatch(Span(text, deed.End, 60)) ? deed with { Deed = Lexicon.Deny } : deed;

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
        // A clause of its own about something without a name: because memory ran short.
        if (deed.Deed.Family == DeedFamily.State && OwnSubject().IsMatch(words)) return (null, [], -1);
        // Who or which speaks of the name just before it, whatever that is in its own clause.
        if (Relative().IsMatch(words) && sentence.Mentions.LastOrDefault(m => m.IsParty && m.End <= start && start - m.End <= 3) is { Named: not null } antecedent) return (antecedent.Named, [], antecedent.Start);
        if (FirstPerson().IsMatch(words) && sentence.Said.Speaker is { } speaking) return (speaking, [], start);
        var named = sentence.Mentions.Where(m => m.End <= deed.Start);
        if (context.Meant(words, named, before.Who, sentence.Mentions.Where(m => m.Start >= deed.End)) is { } meant) return (meant, [], start);
        // Relative clauses and verbs beside each other share the subject that stands before them.
        if (before.Who is not null && deed.Start - before.At < 200) return (before.Who, before.Also, start);
        var earlier = Actors(sentence, 0, start);
        if (earlier.Count > 0) return Together(sentence, earlier, 0);
        if (context.Meant(text[..deed.Start], named, before.Who) is { } other) return (other, [], 0);
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
            if ((NotSubject().IsMatch(text[Math.Max(from, m.Start - 22)..m.Start]) && !SpeaksFor().IsMatch(text[Math.Max(0, m.Start - 40)..m.Start])) || Modifies().IsMatch(Span(text, m.End, 40))) continue;
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
        if (deed.Deed.Id is "inspect" or "summon" && sentence.Mentions.FirstOrDefault(m => m.IsParty && m.Start >= deed.End && m.Start - deed.End < 40 && m.Named != who) is { Named: { } looked }) return looked;
        if (passive && sentence.Mentions.LastOrDefault(m => m.IsPart && m.End <= deed.Start) is { Named: not null } suffers) return suffers.Named;
        if (sentence.Mentions.FirstOrDefault(m => m.IsPart) is { Named: not null } inSentence) return inSentence.Named;
        if (ahead.FirstOrDefault(m => m.IsParty && m.Named != who && m.Named != to && (m.Named.Role == PartyRole.Firm || (m.Named.Role == PartyRole.Group && deed.Deed.Id is "ban" or "allow" or "inspect" or "summon" or "levy"))) is { Named: not null } party) return party.Named;
        return Goods().IsMatch(sentence.Text[Math.Min(deed.Start, sentence.Text.Length)..Math.Min(end, sentence.Text.Length)]) && !Domestic().IsMatch(sentence.Text) && !OtherGoods().IsMatch(Span(sentence.Text, deed.End, Math.Max(0, end - deed.End))) && context.PartOf(who) is { } part0 ? part0 : null;
    }

    static (bool Passive, string Lead) Passive(string text, FoundDeed deed)
    {
        var start = ClauseStart(text, deed.Start);
        var lead = text[Math.Max(start, deed.Start - 60)..deed.Start];
        return (deed.Form is VerbForm.Past && Be().IsMatch(lead), lead);
    }

    static string Noun(string text, int from) => Nouns().Match(Span(text, from, 70)) is not { Success: true } noun ? Chips().IsMatch(Span(text, from, 60)) ? "parts" : "" : noun.Groups["n"].Value.ToLowerInvariant() switch
    {
        "order" or "orders" or "ordering" or "purchase" or "purchases" or "purchasing" or "buying" or "procurement" => "orders",
        "production" or "manufacturing" or "output" or "line" or "lines" or "work" or "capacity" => "production",
        "delivery" or "deliveries" or "shipment" or "shipments" or "shipping" => "shipments",
        "sale" or "sales" or "selling" => "sales",
        "export" or "exports" => "exports",
        "rule" or "rules" or "restriction" or "restrictions" or "controls" or "curbs" or "regulation" or "regulations" or "tariff" or "tariffs" => "rules",
        "requirement" or "requirements" or "application" or "applications" => "licences",
        "import" or "imports" => "imports",
        "test" or "tests" or "testing" or "trials" => "tests",
        "use" or "using" or "usage" or "deployment" => "use",
        "licence" or "licences" or "license" or "licenses" => "licences",
        "guidance" or "notice" or "notices" or "guidelines" => "guidance",
        "price" or "prices" => "prices",
        var other => other,
    };

    static int ClauseStart(string text, int before)
    {
        var start = 0;
        foreach (Match boundary in Boundary().Matches(text[..before])) start = boundary.Index + boundary.Length;
        return start;
    }

    static int ClauseEnd(string text, int from) => Boundary().Match(text, Math.Min(from, text.Length)) is { Success: true } next ? next.Index : text.Length;

    static string Span(string text, int from, int length) => from >= text.Length ? "" : text.Substring(from, Math.Min(length, text.Length - from));

    static readonly HashSet<string> Determiners = new(StringComparer.Ordinal) { "the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those", "some", "any", "all", "such", "more", "most", "new", "planned", "further", "existing", "tighter", "stricter", "own", "of", "pending", "no" };
    static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "of", "for", "with", "from", "to", "in", "on", "at", "by", "as", "than", "into", "over", "under" };
    static readonly HashSet<string> VerbsAfterNouns = new(StringComparer.Ordinal) { "are", "were", "is", "was", "had", "have", "rose", "fell", "has" };
    static readonly HashSet<string> Calls = new(StringComparer.Ordinal) { "to", "will", "would", "may", "might", "can", "could", "must", "should", "did", "does", "do", "not", "n't", "cannot", "never", "let", "help", "shall", "didn", "doesn", "don", "won", "wouldn", "couldn", "ll" };
    static readonly HashSet<string> Wills = new(StringComparer.Ordinal) { "plan", "plans", "planned", "planning", "aims", "aimed", "aim", "wants", "want", "wanted", "set", "due", "preparing", "prepares", "prepared", "about", "expected", "expects", "likely", "decided", "agreed", "agrees", "began", "begun", "begins", "started", "starts", "able", "trying", "tries", "tried", "hopes", "hoped", "hoping", "seeks", "sought", "seeking", "continues", "continued", "continue", "moved", "moves", "moving", "going", "ready", "intends", "intend", "intended", "refused", "refuses", "declined", "declines", "failed", "fails", "managed", "forced", "allowed", "free", "willing", "reluctant", "rushed", "rush", "rushing", "pledged", "promised", "vowed", "threatened", "scheduled", "proposed", "proposes", "offered", "required", "asked", "told", "has", "have", "had", "is", "are", "was", "were", "opted", "chose", "need", "needs", "needed", "unable", "unlikely", "permission", "clearance", "licence", "licences", "license", "licenses", "approval", "plans", "yet", "resolved", "scrambling", "scrambled", "raced", "voted" };
    static readonly HashSet<string> Auxiliaries = new(StringComparer.Ordinal) { "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "not", "never", "also", "and" };
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

    [GeneratedRegex(@"^\s+(?:\w+\s+){0,3}(?:rules?|regulations?|measures?|guidelines?|a ban|curbs|an order)\s+(?:that|which|to)\s+(?:would\s+|will\s+|could\s+)?$", Loose)]
    private static partial Regex Provides();

    [GeneratedRegex(@"^\s*(?:which|who)\b", Loose)]
    private static partial Regex Relative();

    [GeneratedRegex(@"^(?!.*\b(?:it|they|he|she|we|which|who|that|and)\b)(?:\w+\s+){0,2}(?:memory|supply|supplies|capacity|stock|stocks|wafers?|power|space|parts?|chips?|orders?|demand)\s+(?:\w+ly\s+)?$", Loose)]
    private static partial Regex OwnSubject();

    [GeneratedRegex(@"^\s+(?:about|around|roughly|some|nearly|up to|at least|more than|as many as|over)?\s*[0-9]", Loose)]
    private static partial Regex MadeOf();

    [GeneratedRegex(@"^\s+(?:[\w'’-]+\s+){0,6}that\b|^\s+(?:\w+\s+){0,3}(?:it|they|he|she|its)\b", Loose)]
    private static partial Regex ThatClause();

    [GeneratedRegex(@"^\s+(?:\w+\s+){0,3}(?:for|why|about|whether)\b", Loose)]
    private static partial Regex AsksFor();

    [GeneratedRegex(@"\b(?:of|to|from|for|by|with|against|on|in|at|including|like|than|behind|between|among|under|over|around|near|into|via|using|as well as|such as|rather than|than|despite|without|after|before|following|versus|about)\s+(?:the\s+|an?\s+|its\s+|their\s+|some\s+|several\s+|US\s+|large\s+|major\s+)?$", Loose)]
    private static partial Regex NotSubject();

    [GeneratedRegex(@"^(?:['’]s?)?\s*(?:(?:own|new|latest|planned|Chinese|AI|artificial[- ]intelligence|advanced|older|best|top|most|data[- ]centre|data[- ]center|local|domestic|Ascend|Instinct|Hopper|Blackwell|Kunlun|AI)\s+){0,3}(?:chips?|GPUs?|processors?|accelerators?|hardware|semiconductors?|parts?|products?|cards?|boards?|systems?|servers?|remarks?|comments?|speech|statement|words|visit|orders?|demand|supply|market|customers?|clients?|shares?|stock|stack|ecosystem|silicon|technology)\b", Loose)]
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

    [GeneratedRegex(@"\b(?:chips?|orders?|purchas\w+|processors?|accelerators?|GPUs?|cards?|shipments?|deliver\w+|sales|samples?|parts?|production|licen[cs]es?|stock|units|it|them|backdoors?|back doors?|guidance|notices?|kill switch\w*|tracking)\b", Loose)]
    private static partial Regex Goods();

    [GeneratedRegex(@"\b(?:foreign|foreign-made|American|domestic|domestically|home-grown|homegrown|locally made|local|own)\s+(?:\w+\s+){0,2}(?:chips?|parts?|processors?|accelerators?|hardware|makers|lines|production|supply)\b", Loose)]
    private static partial Regex Domestic();

    [GeneratedRegex(@"\b(?:memory|HBM|wafers?|dies|tools?|equipment|software|minerals|rare earths?|machines?|cloud (?:services|capacity)|electricity|power|Ascend|Kunlun|Instinct|Radeon)\b", Loose)]
    private static partial Regex OtherGoods();

    [GeneratedRegex(@"^[^.;:]{0,70}\bto\s+[a-z]+\b", RegexOptions.CultureInvariant)]
    private static partial Regex ToDo();

    static readonly HashSet<string> Papers = new(StringComparer.Ordinal) { "guidance", "notice", "notices", "proclamation", "order", "rule", "rules", "letter", "letters", "law", "bill", "directive", "statement", "regulation", "measure", "measures" };

    [GeneratedRegex(@"\b(?:rules?|requirements?|measures?|restrictions?|controls?|curbs|ban|bill|law|move|decision|deal|step)\s+(?:that|which)\s+(?:would|will|could|may|might)?\s*(?:\w+ly\s+)?$", Loose)]
    private static partial Regex OfPaper();

    [GeneratedRegex(@"\b(?:nobody|no one|no-one|none of (?:them|us))\b", Loose)]
    private static partial Regex Nobody();

    [GeneratedRegex(@"\b(?:can|could|cannot|to|not)\s*$", Loose)]
    private static partial Regex Able();

    [GeneratedRegex(@"\b(?:no|any) (?:assurance|guarantee|certainty)\b[^.;]{0,60}$", Loose)]
    private static partial Regex Unsure();

    [GeneratedRegex(@"^\s+that\s+(?:it|they|he|she)\b", Loose)]
    private static partial Regex ThatIt();

    [GeneratedRegex(@"\b(?:why|whether|if|how)\b", Loose)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^\s+(?:no|none|nothing|neither|zero)\b(?!\s+(?:less|fewer|more|later|longer))|^\s+not a single\b", Loose)]
    private static partial Regex NoObject();

    [GeneratedRegex(@"^\s+(?:\w+\s+){0,3}(?:reports?|claims?|allegations?|accusations?|suggestions?|assertions?|rumou?rs?|notion|idea|charges?|criticism|concerns)\b", Loose)]
    private static partial Regex Reported();

    [GeneratedRegex(@"[""“][^""”]*\b(?:we|we['’]\w+|I|I['’]\w+|our)\b[^""”]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex QuotedFirst();

    [GeneratedRegex(@"\bfrom\s+(?:being\s+)?$", Loose)]
    private static partial Regex From();

    [GeneratedRegex(@"\b(?:spokes\w+|representative|lawyers?|head|chief executive|CEO|officials?|officers?|regulators?|executives?|staff|inspectors?|managers?|engineers?|buyers?|procurement teams?)\s+(?:for|of|at|from|in)\s+(?:the\s+)?$", Loose)]
    private static partial Regex SpeaksFor();

    [GeneratedRegex(@"^(?:[^.;:,]|,(?=\d)){0,45}\b(?:chips?|parts?|processors?|accelerators?|GPUs?|cards?|models?|samples?)\b", Loose)]
    private static partial Regex Chips();

    [GeneratedRegex(@"\b(?:that|whether|reports?|claims?|having|of)\b|^\s*$", Loose)]
    private static partial Regex Content();

    [GeneratedRegex(@"^(?:[^.;:]{0,60}?)\b(?<n>orders?|ordering|purchases?|purchasing|buying|procurement|production|manufacturing|output|lines?|capacity|work|deliver(?:y|ies)|shipments?|shipping|sales?|selling|exports?|imports?|tests?|testing|trials|use|using|usage|deployment|licen[cs]es?|guidance|notices?|guidelines|prices?|revenues?|rules?|restrictions?|controls|curbs|regulations?|tariffs?|requirements?|applications?|dies|wafers)\b", Loose)]
    private static partial Regex Nouns();
}
