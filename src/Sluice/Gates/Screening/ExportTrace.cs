using System.Collections.Immutable;
using Sluice.Gates.Conditions;
using Sluice.Gates.Rules;
using Sluice.Market;

namespace Sluice.Gates.Screening;

/// <summary>How an American verdict came about, line by line: rules that bind then and there first, then what is shown only.</summary>
static class ExportTrace
{
    public static ImmutableArray<string> Of(GateBook book, Part part, KnownFigures figures, ImmutableArray<ExportMatch> found, Delivery delivery)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var match in found) lines.Add(GatesMessages.Matched(match));
        foreach (var rule in book.Rules)
            if (IsShown(rule, part) && rule.Validity.Known <= delivery.AsOf && rule.Validity.Known <= delivery.Day && !(rule.Validity.Ended < delivery.Day) && rule.Scope.Holds(delivery, book.Countries) != Truth.False)
                lines.Add(GatesMessages.Shown(rule, rule.Validity.InForce(delivery.Day, delivery.AsOf)));
        if (lines.Count == 0) lines.Add(GatesMessages.NothingReaches(delivery.To));
        return lines.ToImmutable();
    }

    /// <summary>Texts that decide nothing and are about this part.</summary>
    static bool IsShown(Rule rule, Part part) =>
        !rule.Restricts && rule.Kind != RuleKind.Licence && rule.Subject is RuleSubject.Parts or RuleSubject.Parties && !rule.Restricts
        && (rule.ToMakers.IsEmpty || rule.ToMakers.Contains(part.Maker)) && (rule.Named.IsEmpty || rule.Named.Contains(part.Id)) && !(rule.Against is not null && rule.Kind == RuleKind.Rule);
}
