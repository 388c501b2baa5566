using System.Collections.Immutable;
using Sluice.Gates.Conditions;
using Sluice.Gates.Rules;
using Sluice.Market;

namespace Sluice.Gates.Screening;

/// <summary>One part before the American gate. Everything that follows from the part alone is worked out once; days and destinations then cost little.</summary>
sealed class ExportScreen
{
    const string Gate = "us-export";

    readonly GateBook book;
    readonly Part part;
    readonly DateOnly asOf;
    readonly KnownFigures figures;
    readonly ImmutableArray<ItemMatch> matches;
    readonly ImmutableDictionary<string, ExportScreen> without;
    readonly int known;

    ExportScreen(GateBook book, Part part, DateOnly asOf, KnownFigures figures, Depth depth)
    {
        (this.book, this.part, this.asOf, this.figures) = (book, part, asOf, figures);
        matches = [.. book.Rules.Where(r => r.Restricts && r.Validity.Known <= asOf).Select(r => ItemMatch.Of(book, r, part, figures, asOf)).OfType<ItemMatch>()];
        known = book.Rules.Count(r => r.Validity.Known <= asOf && r.Subject is RuleSubject.Parts or RuleSubject.Any && r.Effect != RuleEffect.Nothing && r.Validity.Known <= asOf);
        without = depth == Depth.Alone ? ImmutableDictionary<string, ExportScreen>.Empty
            : figures.Notes.Select(n => n.Figure).Distinct(StringComparer.Ordinal).ToImmutableDictionary(f => f, f => new ExportScreen(book, part, asOf, figures.Without(f), Depth.Alone), StringComparer.Ordinal);
    }

    /// <summary>Prepares a part.</summary>
    public static ExportScreen Of(GateBook book, Part part, DateOnly asOf) => new(book, part, asOf, KnownFigures.Of(part, book.References, asOf), Depth.WithWeakFigures);

    bool IsUnderAmericanLaw => part.Jurisdiction is "us" || (part.Jurisdiction is null && part.Country == "US");

    bool IsChinese => part.Jurisdiction is "cn" || (part.Jurisdiction is null && part.Country == "CN");

    /// <summary>The verdict, without the work of finding out what it turns on.</summary>
    public Verdict Plain(string to, string? headquarters, DateOnly day)
    {
        var delivery = Delivery.Of(to, headquarters, day, asOf);
        if (book.References.Day(part.Known) > asOf) return Unknown([GatesMessages.PartNotKnown(asOf)], [], GatesMessages.PartNotKnownWhy(asOf), []);
        if (IsChinese) return AfterHorizon(new OriginScreen(book, part, figures).On(delivery, known), day);
        if (to == "US") return new() { Gate = Gate, Word = VerdictWord.NoRequirement, Why = GatesMessages.NoExport };
        var found = matches.Select(m => ExportMatch.Of(book, m, delivery)).OfType<ExportMatch>().ToImmutableArray();
        var verdict = Combine(found, delivery);
        if (!IsUnderAmericanLaw && verdict.Word != VerdictWord.NoRequirement) verdict = Unknown(["jurisdiction", .. verdict.Missing], verdict.Rules, GatesMessages.JurisdictionNotKnown, verdict.Trace);
        return AfterHorizon(verdict, day);
    }

    /// <summary>The verdict with what it turns on.</summary>
    public Verdict Full(string to, string? headquarters, DateOnly day)
    {
        var verdict = Plain(to, headquarters, day);
        var turns = ImmutableArray.CreateBuilder<string>();
        foreach (var note in figures.Notes)
            if (without.TryGetValue(note.Figure, out var screen) && !screen.Plain(to, headquarters, day).Says(verdict)) turns.Add(GatesMessages.TurnsOnFigure(note));
        var delivery = Delivery.Of(to, headquarters, day, asOf);
        foreach (var match in matches)
            if (IsUnderAmericanLaw && to != "US" && TurnsOnNumbers(match, verdict, delivery)) turns.Add(GatesMessages.TurnsOnNumbers(match.Rule.Id, match.Rule.NumbersBasis));
        foreach (var match in matches)
            if (match.ClosedBy is null && match.Item.Truth == Truth.True && verdict.Rules.Contains(match.Rule.Id) && figures.SoldWithoutLicence.Any(s => s.Country == to && day > s.Span.From && day < s.Span.To))
                turns.Add(GatesMessages.RecordDiffers(match.Rule.Id, to));
            else if (match.ClosedBy is { } closed && verdict.Word == VerdictWord.NoRequirement && ExportMatch.Of(book, match, delivery) is not null) turns.Add(closed);
        return turns.Count == 0 ? verdict : verdict with { TurnsOn = turns.ToImmutable(), Trace = [.. verdict.Trace, .. turns.Select(GatesMessages.Turns)] };
    }

    /// <summary>A rule whose numbers are known from the press alone decides, one way or the other, and nothing else decides the same.</summary>
    bool TurnsOnNumbers(ItemMatch match, Verdict verdict, Delivery delivery)
    {
        if (match.ByNumbers != Evidenced.ByNumbers || match.Rule.NumbersBasis.IsEmpty || book.References.AreFirm(match.Rule.NumbersBasis)) return false;
        if (ExportMatch.Of(book, match, delivery) is not { } found || found.Applies == Truth.Unknown) return false;
        return found.Applies == Truth.True ? verdict.Rules is [var only, ..] && only == match.Rule.Id : verdict.Word == VerdictWord.NoRequirement || verdict.Policy == "notice";
    }

    Verdict Combine(ImmutableArray<ExportMatch> found, Delivery delivery)
    {
        var sure = found.Where(f => f.Applies == Truth.True).ToImmutableArray();
        var open = found.Where(f => f.Applies == Truth.Unknown).ToImmutableArray();
        var weight = sure.IsEmpty ? ExportWeight.Nothing : sure.Max(f => f.Weight);
        var trace = ExportTrace.Of(book, part, figures, found, delivery);
        ImmutableArray<string> taken = delivery.Parent == ParentKnown.Taken && matches.Any(m => m.Item.Truth != Truth.False && m.Rule.Scope.AsksParent && m.Rule.Validity.InForce(delivery.Day, asOf) != Truth.False)
            ? [GatesMessages.ParentTaken(delivery.To)] : [];
        taken = [.. taken, .. book.Rules.Where(r => r.Effect == RuleEffect.Condition && r.Validity.InForce(delivery.Day, asOf) != Truth.False && r.Scope.Holds(delivery, book.Countries) != Truth.False).SelectMany(r => r.Conditions)];
        ImmutableArray<string> missing = [.. open.SelectMany(o => o.Missing).Distinct(StringComparer.Ordinal)];
        if (weight <= ExportWeight.Exception && !open.IsEmpty)
            return Unknown(missing, [.. open.SelectMany(o => o.Rules).Distinct(StringComparer.Ordinal)], GatesMessages.NotDecided(missing), trace) with { Conditions = taken };
        var top = sure.Where(f => f.Weight == weight).OrderBy(f => f.Match.Rule.Kind switch { RuleKind.Rule => 0, RuleKind.Letter => 1, _ => 2 }).ThenByDescending(f => f.Match.Rule.Validity.From).ThenBy(f => f.Match.Rule.Id, StringComparer.Ordinal).ToImmutableArray();
        ImmutableArray<string> rules = [.. top.SelectMany(t => t.Rules).Distinct(StringComparer.Ordinal)];
        var first = top.IsEmpty ? null : top.FirstOrDefault(t => t.Match.Class is not null) ?? top[0];
        ImmutableArray<string> conditions = [.. top.SelectMany(t => t.Conditions).Distinct(StringComparer.Ordinal), .. taken];
        return weight switch
        {
            ExportWeight.Nothing => new() { Gate = Gate, Word = VerdictWord.NoRequirement, Conditions = taken, Why = GatesMessages.AllClear(known, Reach), Trace = trace },
            ExportWeight.Exception => new()
            {
                Gate = Gate, Word = VerdictWord.NoRequirement, Class = first!.Match.Class, Exception = first.Exception!.Name, Rules = rules, Conditions = conditions,
                Why = GatesMessages.ByException(first.Exception.Name, first.Match.Class), LastKnown = LastKnown(top), Trace = trace,
            },
            _ => Licence(top, first!, rules, conditions, weight == ExportWeight.Notice && open.IsEmpty ? [] : missing, trace),
        };
    }

    Verdict Licence(ImmutableArray<ExportMatch> top, ExportMatch first, ImmutableArray<string> rules, ImmutableArray<string> conditions, ImmutableArray<string> open, ImmutableArray<string> trace)
    {
        var notice = first.Weight == ExportWeight.Notice;
        var policy = notice ? open.IsEmpty ? "notice" : null : Strictest(top);
        ImmutableArray<string> missing = policy is null ? [.. top.SelectMany(t => t.Missing).Concat(notice ? open : []).Distinct(StringComparer.Ordinal)] : [];
        return new()
        {
            Gate = Gate, Word = VerdictWord.Licence, Class = first.Match.Class, Policy = policy, Exception = policy == "notice" ? first.Exception?.Name : null, Rules = rules,
            Conditions = conditions, Missing = missing, Why = GatesMessages.Licence(first, policy), LastKnown = LastKnown(top), Trace = trace,
        };
    }

    /// <summary>The strictest review among those known; one that turns on missing facts is known only where another presumes denial.</summary>
    static string? Strictest(ImmutableArray<ExportMatch> top)
    {
        string[] order = ["denial", "case-by-case", "approval"];
        if (top.Any(t => t.Policy == "denial")) return "denial";
        return top.Any(t => !t.Missing.IsEmpty) ? null : order.FirstOrDefault(o => top.Any(t => t.Policy == o));
    }

    DateOnly Reach => asOf < book.RulesHorizon ? asOf : book.RulesHorizon;

    DateOnly? LastKnown(ImmutableArray<ExportMatch> top) => top.Any(t => t.Match.Rule.Validity.End == KnownEnd.NotFound) ? Reach : null;

    Verdict AfterHorizon(Verdict verdict, DateOnly day)
    {
        if (day <= book.RulesHorizon) return verdict;
        return verdict.Word == VerdictWord.NoRequirement
            ? Unknown([GatesMessages.RulesAfter(book.RulesHorizon)], verdict.Rules, GatesMessages.BeyondHorizon(book.RulesHorizon), verdict.Trace) with { Conditions = verdict.Conditions }
            : verdict with { LastKnown = book.RulesHorizon };
    }

    static Verdict Unknown(ImmutableArray<string> missing, ImmutableArray<string> rules, string why, ImmutableArray<string> trace) =>
        new() { Gate = Gate, Word = VerdictWord.Unknown, Missing = missing, Rules = rules, Why = why, Trace = trace };

    enum Depth
    {
        Alone,
        WithWeakFigures,
    }
}
