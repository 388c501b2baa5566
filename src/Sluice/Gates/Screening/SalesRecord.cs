using Sluice.Gates.Conditions;
using Sluice.Gates.Rules;

namespace Sluice.Gates.Screening;

/// <summary>
/// A part that was sold without a licence while a rule bound, to where the rule reached, did not meet the tests of that rule: they speak of the
/// part alone. So a record of such sales closes what its figures leave open; it never overrules figures that decide.
/// </summary>
static class SalesRecord
{
    /// <summary>The record that closes a rule, in words; null where there is none.</summary>
    public static string? Closing(GateBook book, Rule rule, KnownFigures figures, DateOnly asOf)
    {
        if (rule.Validity.From is not { } from) return null;
        foreach (var (country, span) in figures.SoldWithoutLicence)
        {
            var first = span.From > from ? span.From : from;
            var last = span.To.AddDays(-1);
            if (first <= last && rule.Validity.InForce(first, asOf) == Truth.True && rule.Scope.Holds(Delivery.Of(country, null, first, asOf), book.Countries) == Truth.True)
                return GatesMessages.SoldWithoutLicence(country, span, rule.Id);
        }

        return null;
    }
}
