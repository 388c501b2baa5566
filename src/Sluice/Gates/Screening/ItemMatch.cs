using System.Collections.Immutable;
using Sluice.Gates.Conditions;
using Sluice.Gates.Rules;
using Sluice.Market;

namespace Sluice.Gates.Screening;

/// <summary>What a rule says of a part, whatever the day and the destination: its class, and which exceptions and policies could hold.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Item">Whether the part is caught.</param>
/// <param name="Class">Its class; null where it has none.</param>
/// <param name="ByNumbers">Whether figures decided, and not a name.</param>
/// <param name="ClosedBy">Record of sales without a licence that closed what was unknown; null: none.</param>
/// <param name="Exceptions">Exceptions with their finding.</param>
/// <param name="Policies">Policies with their finding: of the rules that change its review, latest first, then its own.</param>
sealed record ItemMatch(
    Rule Rule, Finding Item, string? Class, Evidenced ByNumbers, string? ClosedBy,
    ImmutableArray<(LicenceException Exception, Finding For)> Exceptions, ImmutableArray<(Rule Of, ReviewPolicy Policy, Finding When)> Policies)
{
    /// <summary>Matches a part with a rule; null where the rule cannot be about it.</summary>
    public static ItemMatch? Of(GateBook book, Rule rule, Part part, KnownFigures figures, DateOnly asOf)
    {
        if (!rule.ToMakers.IsEmpty && !rule.ToMakers.Contains(part.Maker)) return null;
        var named = rule.Named.Contains(part.Id);
        if (!named && rule.Classes.IsEmpty) return null;
        var classes = Classes(rule, figures);
        var found = classes.FirstOrDefault(c => c.Finding.Truth == Truth.True);
        var item = named ? new Finding(Truth.True, [], GatesMessages.Named) : Finding.Any([.. classes.Select(c => c.Finding)]);
        var name = found.Name ?? (named && rule.Classes.Length == 1 ? rule.Classes[0].Name : named && rule.Kind == RuleKind.Letter ? "letter" : null);
        var closed = item.Truth == Truth.Unknown ? SalesRecord.Closing(book, rule, figures, asOf) : null;
        if (closed is not null) item = new(Truth.False, [], closed);
        var own = figures with { Classes = classes.ToImmutableDictionary(c => c.Name, c => c.Finding, StringComparer.Ordinal) };
        return new(rule, item, item.Truth == Truth.True ? name : null, named ? Evidenced.ByName : Evidenced.ByNumbers, closed,
            [.. rule.Exceptions.Select(e => (e, e.For.Of(own)))],
            [.. Changing(book, rule, part).Append(rule).SelectMany(r => r.Policies.Select(p => (r, p, p.When?.Of(own) ?? Finding.Always)))]);
    }

    /// <summary>Findings of the classes of a rule, with its exclusions. A part is in one class only: the first whose test it meets.</summary>
    public static ImmutableArray<(string Name, Finding Finding)> Classes(Rule rule, KnownFigures figures)
    {
        var excluded = rule.Exclusions.IsEmpty ? Finding.Never : Finding.Any([.. rule.Exclusions.Select(e => e.Of(figures))]);
        var found = ImmutableArray.CreateBuilder<(string Name, Finding Finding)>(rule.Classes.Length);
        foreach (var (name, test) in rule.Classes)
        {
            var own = test.Of(figures);
            if (excluded.Truth == Truth.True) own = excluded.Not();
            else if (excluded.Truth == Truth.Unknown) own = Finding.All([own, excluded.Not()]);
            var earlier = found.FirstOrDefault(f => f.Finding.Truth != Truth.False).Finding;
            if (earlier is not null && own.Truth != Truth.False) own = earlier.Truth == Truth.True ? earlier.Not() : Finding.All([own, earlier.Not()]);
            found.Add((name, own));
        }

        return found.ToImmutable();
    }

    /// <summary>Rules that change the review, and licences given against it, latest first.</summary>
    static IEnumerable<Rule> Changing(GateBook book, Rule rule, Part part) =>
        book.Rules.Where(r => r.Against == rule.Id && r.Kind is RuleKind.Rule or RuleKind.Licence && r.Against == rule.Id
                && (r.Named.IsEmpty || r.Named.Contains(part.Id)) && (r.ToMakers.IsEmpty || r.ToMakers.Contains(part.Maker)))
            .OrderByDescending(r => r.Validity.From).ThenBy(r => r.Id, StringComparer.Ordinal);
}

/// <summary>How a part was found to be caught.</summary>
enum Evidenced
{
    /// <summary>The rule names it.</summary>
    ByName,

    /// <summary>Its figures meet the tests, or do not.</summary>
    ByNumbers,
}
