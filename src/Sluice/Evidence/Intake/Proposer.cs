using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>Reads the article sentence by sentence and proposes claims.</summary>
/// <param name="names">Names.</param>
/// <param name="published">Day of publication, for relative dates; null: not known.</param>
/// <param name="known">The case's evidence, for days of events; null: none.</param>
sealed partial class Proposer(NameBook names, DateOnly? published, EvidenceRecord? known)
{
    /// <summary>Most proposals of one page; what follows is left out.</summary>
    public const int Most = 500;

    const int MostPerSentence = 3;

    /// <summary>Proposals in the order of the text.</summary>
    public ImmutableArray<Proposal> In(Page page)
    {
        var context = new Context(known, published);
        var dates = new DateFinder(published, context.EventOf);
        var proposals = ImmutableArray.CreateBuilder<Proposal>();
        foreach (var block in page.Blocks)
        {
            if (block.Noise is not null) continue;
            if (block.Kind != BlockKind.Prose)
            {
                context.Note(Mentions(page.Of(block)));
                context.Heading(page.Of(block), Mentions(page.Of(block)));
                continue;
            }

            var label = Labels.Of(page.Of(block), Mentions, context);
            if (label.IsQuestion) continue;
            foreach (var (start, length) in Sentences.Of(page.Text, block.Start, block.Length))
            {
                if (proposals.Count >= Most) return proposals.ToImmutable();
                // A line broken at a width is read as one; the places stay.
                var text = page.Text.Substring(start, length).Replace('\n', ' ').Replace('\r', ' ');
                var mentions = Mentions(text);
                var said = Continued(Speech.In(text, mentions, page.Language), text, mentions, context);
                if (said.SaidBy is null && label.Speaker is { } speaker) said = new(speaker.Id, speaker, 0, Math.Max(0, Math.Min(length, label.End - start)));
                var found = new Sentence(text, new(start, length), mentions, dates.In(text, mentions), said);
                proposals.AddRange(Of(found, context, page.Language));
                context.Note(mentions);
                context.Introduce(text, mentions);
                if (found.Said.SaidBy is { Length: > 0 }) context.Said = found.Said;
            }
        }

        return proposals.ToImmutable();
    }

    List<Mention> Mentions(string text)
    {
        var found = names.In(text);
        // A bare product family names no part, unless the sentence says that it is the one cut down for China.
        found.RemoveAll(m => BareFamily().IsMatch(text[m.Start..m.End]) && !ForChina().IsMatch(text));
        // A firm is written with or without what it is registered as.
        for (var i = 0; i < found.Count; i++)
            if (found[i].Named.Role == PartyRole.Firm && Registered().Match(text, found[i].End) is { Success: true } suffix && suffix.Index == found[i].End) found[i] = found[i] with { Length = found[i].Length + suffix.Length };
        // An under secretary is not the secretary.
        found.RemoveAll(m => m.Named.Role == PartyRole.Person && Deputy().IsMatch(text[Math.Max(0, m.Start - 12)..m.Start]));
        found.RemoveAll(m => m.Id is "china-leadership" or "white-house" && InPlace().IsMatch(text[Math.Max(0, m.Start - 8)..m.Start]));
        // A maker that stands before its part only describes it.
        for (var i = found.Count - 2; i >= 0; i--)
            if (found[i].IsParty && found[i + 1].IsPart && found[i + 1].Named.Maker == found[i].Id && Describes().IsMatch(text[found[i].End..found[i + 1].Start]) && !HoldsVerb(text[found[i].End..found[i + 1].Start])) found.RemoveAt(i);
        return found;
    }

    static bool HoldsVerb(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => Lexicon.TryEnglish(w.ToLowerInvariant(), out _, out _) || w is "is" or "has" or "had" or "was" or "will" or "and");

    static Attribution Continued(Attribution said, string text, List<Mention> mentions, Context context)
    {
        // Somebody who was introduced as speaking for a party speaks for it by name alone as well.
        if (said.SaidBy is null && context.Introduced(text) is { } known0) return known0;
        // A sentence between quotation marks goes on with whoever spoke before it.
        if (said.SaidBy is null && text.Length > 2 && "\"“".Contains(text[0], StringComparison.Ordinal) && "\"”".Contains(text[^1], StringComparison.Ordinal) && context.Said.Speaker is { } going) return new(going.Id, going, 0, 0);
        if (said.SaidBy != "") return said;
        var words = text[said.From..said.To];
        var named = mentions.Where(m => m.IsParty && m.End <= said.From).ToList();
        if (RolePronoun().IsMatch(words) && context.Meant(words, named, null) is { } meant) return said with { SaidBy = meant.Id, Speaker = meant };
        // "It said" after a sentence about a firm is that firm.
        if (ItSaid().IsMatch(words) && named.FirstOrDefault(m => m.Named.Role is PartyRole.Firm or PartyRole.Authority) is { Named: { } own }) return said with { SaidBy = own.Id, Speaker = own };
        return context.Said.SaidBy is { Length: > 0 } before ? said with { SaidBy = before, Speaker = context.Said.Speaker } : context.Actor is { } actor ? said with { SaidBy = actor.Id, Speaker = actor } : Attribution.None;
    }

    IEnumerable<Proposal> Of(Sentence sentence, Context context, PageLanguage language)
    {
        var scenes = language == PageLanguage.Chinese ? ChineseScenes.In(sentence, context) : EnglishScenes.In(sentence, context);
        if (Silent().IsMatch(sentence.Text)) scenes.RemoveAll(s => s.Deed.Id == "say" || (s.Deed.Id == "refuse" && s.About is null));
        if (scenes.Count == 0 && Speaks(sentence) is { } spoken) scenes.Add(spoken);
        foreach (var scene in scenes.DistinctBy(s => (s.Deed.Id, s.Asked?.Id, s.Who?.Id, s.About?.Id)).Take(MostPerSentence))
        {
            var who = Actor(scene.Who);
            // Who denies speaks for itself, whoever reports it.
            var said = scene.Deed.Family == DeedFamily.Deny && sentence.Said.SaidBy is null && scene.Who is { } denier ? new Attribution(denier.Id, denier, -1, -1) : sentence.Said;
            var certainty = scene.Deed.Id is "say" or "deny" && said.Speaker is not null && said.Speaker == scene.Who ? Certainty.Firm : Hedges.Of(scene.Lead, sentence.Text, said, scene.Who);
            // A forecast is an estimate, however firmly it is given.
            if (scene.Deed.Id == "forecast" && certainty is Certainty.Firm or Certainty.Reported or Certainty.Planned) certainty = Certainty.Estimate;
            var when = sentence.Dates.Count == 0 ? default(FoundDate?) : sentence.Dates.OrderBy(d => Math.Abs(d.Start - scene.At)).ThenBy(d => d.Start).First();
            // A month without a year that is planned lies ahead.
            if (when is { From: "year inferred" } past && published is { } today && past.Date.To < today && certainty is Certainty.Planned or Certainty.Estimate && !past.Date.IsExact)
                when = past with { Date = new(past.Date.From.AddYears(1), new DateOnly(past.Date.From.Year + 1, past.Date.From.Month, 1).AddMonths(1).AddDays(-1), past.Date.About) };
            if (when is { } date && who is not null) context.Note(who, date.Date);
            if (scene.Who is not null) context.Actor = scene.Who;
            yield return new(who, Wording.Of(scene, certainty, sentence.Said.Speaker), scene.About?.Id, when?.Date.ToString(), when?.From, certainty.ToString().ToLowerInvariant(),
                said.SaidBy, NumberFinder.In(Masked(sentence)), sentence.Place)
            {
                Deed = scene.Asked is { } asked ? $"{scene.Deed.Id} to {(scene.AsksNot ? "not " : "")}{asked.Id}" : scene.Deed.Id,
                Also = [.. scene.Also.Select(a => a.Id)],
                To = scene.To?.Id,
                Places = [.. sentence.Mentions.Where(m => m.Named.Kind == MentionKind.Place).Select(m => m.Id).Distinct(StringComparer.Ordinal)],
                Negated = scene.Turn.HasFlag(Turn.Not) || scene.Deed.Family == DeedFamily.Deny,
            };
        }
    }

    /// <summary>A named party that speaks, where nothing else was found in the sentence.</summary>
    static Scene? Speaks(Sentence sentence)
    {
        if (sentence.Said.SaidBy == "analysts" && sentence.Mentions.FirstOrDefault(m => m.IsPart).Named is { } part && sentence.Mentions.FirstOrDefault(m => m.Id == "analysts").Named is { } reckon)
            return new(Lexicon.Forecast, null, reckon, [], null, part, "", "", sentence.Said.From, Turn.Active);
        if (sentence.Said.Speaker is not { } speaker || Silent().IsMatch(sentence.Text) || !(sentence.Text.AsSpan().IndexOfAny("\"“「") >= 0 || sentence.Mentions.Any(m => m.IsPart) || speaker.Role is PartyRole.Authority or PartyRole.Person || Matter().IsMatch(sentence.Text))) return null;
        Lexicon.TryEnglish("say", out var say, out _);
        return new(say, null, speaker, [], null, sentence.Mentions.Where(m => m.IsPart).Select(m => m.Named).FirstOrDefault(), "", "", sentence.Said.From, Turn.Active);
    }

    /// <summary>A place that acts is its leadership.</summary>
    string? Actor(Named? who) => who switch
    {
        { Kind: MentionKind.Place, Id: "CN" } => names.Find("china-leadership")?.Id,
        { Kind: MentionKind.Place } => names.Find("white-house")?.Id,
        _ => who?.Id,
    };

    /// <summary>The sentence with names and dates blotted out, so that their digits are no numbers.</summary>
    static string Masked(Sentence sentence)
    {
        var text = sentence.Text.ToCharArray();
        foreach (var (start, end) in sentence.Mentions.Select(m => (m.Start, m.End)).Concat(sentence.Dates.Select(d => (d.Start, d.End))))
            for (var i = start; i < end; i++)
                if (char.IsAsciiDigit(text[i])) text[i] = 'x';
        return new(text);
    }

    [GeneratedRegex(@"\b(?:chips?|hardware|processors?|accelerators?|licen[cs]es?|export|guidance|curbs|GPUs?|notices?|orders?|purchases?|procurement)\b|芯片|出口|进口|许可|算力|显卡|通知|指引|采购|订单", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Matter();

    [GeneratedRegex(@"\b(?:under|deputy|assistant|former|ex-)\s*$|[副前]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deputy();

    [GeneratedRegex(@"\G(?:,? (?:Holdings?|Group|Inc|Corp|Corporation|Ltd|Limited|Company|Technologies|Technology|PLC|SE|AG)\b)+", RegexOptions.CultureInvariant)]
    private static partial Regex Registered();

    [GeneratedRegex(@"^(?:it|its)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ItSaid();

    [GeneratedRegex(@"^(?:the|a|an)\s|spokes|^该|^公司", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RolePronoun();

    [GeneratedRegex(@"\b(?:declined to (?:comment|answer|respond)|did not (?:immediately )?(?:respond|reply|comment|answer|return)|would not (?:comment|say|disclose|discuss|elaborate))\b|拒绝置评|不予置评|未予置评|未回应|没有回应|未作回应", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Silent();

    [GeneratedRegex(@"^Blackwell(?: chips?| part)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareFamily();

    [GeneratedRegex(@"\b(?:lesser|cut-down|scaled|trimmed|weaker|pared|stripped|less powerful|specific to China|China-specific|for China|for the Chinese market|Chinese market)\b|阉割|特供|降级|缩水|中国市场", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForChina();

    [GeneratedRegex(@"\b(?:in|from|to|at|near|visit(?:ed)?)\s+$|[在到赴抵至]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InPlace();

    [GeneratedRegex(@"^(?:['’]s?)?\s*(?:的)?\s?(?:\w+\s){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Describes();
}
