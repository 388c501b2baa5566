using System.Collections.Immutable;
using Sluice.Gates.Rules;

namespace Sluice.Gates.Screening;

/// <summary>What one rule asks of one delivery.</summary>
/// <param name="Match">The rule and the part.</param>
/// <param name="Applies">Whether rule, delivery and part meet.</param>
/// <param name="Weight">How much is asked.</param>
/// <param name="Exception">Exception that holds; null: none.</param>
/// <param name="Policy">How licences are reviewed; null where that is not known.</param>
/// <param name="Missing">Facts that would settle what is unknown.</param>
/// <param name="Rules">Rules that were needed for it.</param>
/// <param name="Conditions">What is asked of the transaction.</param>
/// <param name="Says">In words.</param>
sealed record ExportMatch(
    ItemMatch Match, Truth Applies, ExportWeight Weight, LicenceException? Exception, string? Policy,
    ImmutableArray<string> Missing, ImmutableArray<string> Rules, ImmutableArray<string> Conditions, string Says)
{
    /// <summary>Holds a rule against a delivery; null where it does not bind then and there.</summary>
    public static ExportMatch? Of(GateBook book, ItemMatch match, Delivery delivery)
    {
        var rule = match.Rule;
        var force = rule.Validity.InForce(delivery.Day, delivery.AsOf);
        if (force == Truth.False) return null;
        var scope = rule.Scope.Holds(delivery, book.Countries);
        if (scope == Truth.False) return null;
        var applies = force.And(scope).And(match.Item.Truth);
        if (applies == Truth.False) return new(match, Truth.False, ExportWeight.Nothing, null, null, [], [rule.Id], [], match.Item.Says);
        var missing = ImmutableArray.CreateBuilder<string>();
        if (force == Truth.Unknown) missing.Add(GatesMessages.WhetherInForce(rule.Id));
        if (scope == Truth.Unknown) missing.Add(rule.Scope.Missing(delivery, book.Countries));
        missing.AddRange(match.Item.Missing);
        if (applies == Truth.Unknown) return new(match, Truth.Unknown, ExportWeight.Licence, null, null, missing.ToImmutable(), [rule.Id], [], match.Item.Says);
        return Excepted(book, match, delivery) ?? Reviewed(book, match, delivery);
    }

    static ExportMatch? Excepted(GateBook book, ItemMatch match, Delivery delivery)
    {
        ExportMatch? best = null;
        foreach (var (exception, @for) in match.Exceptions)
            if (exception.Validity.InForce(delivery.Day, delivery.AsOf).And(exception.Scope.Holds(delivery, book.Countries)).And(@for.Truth) == Truth.True)
            {
                var weight = exception.NoticeDays > 0 ? ExportWeight.Notice : ExportWeight.Exception;
                if (best is not null && best.Weight <= weight) continue;
                best = new(match, Truth.True, weight, exception, weight == ExportWeight.Notice ? "notice" : null, [], [match.Rule.Id],
                    [GatesMessages.ExceptionUsed(exception.Name, exception.NoticeDays)], match.Item.Says);
            }

        return best;
    }

    static ExportMatch Reviewed(GateBook book, ItemMatch match, Delivery delivery)
    {
        foreach (var (of, policy, when) in match.Policies)
        {
            if (of.Id != match.Rule.Id && of.Validity.InForce(delivery.Day, delivery.AsOf).And(of.Scope.Holds(delivery, book.Countries)) != Truth.True) continue;
            var scope = policy.Scope.Holds(delivery, book.Countries);
            var holds = scope.And(when.Truth);
            if (holds == Truth.False) continue;
            ImmutableArray<string> rules = of.Id == match.Rule.Id ? [of.Id] : [match.Rule.Id, of.Id];
            return holds == Truth.True
                ? new(match, Truth.True, ExportWeight.Licence, null, policy.Gives, [], rules, policy.Conditions, match.Item.Says)
                : new(match, Truth.True, ExportWeight.Licence, null, null, scope == Truth.Unknown ? [policy.Scope.Missing(delivery, book.Countries)] : when.Missing, rules, [], match.Item.Says);
        }

        return new(match, Truth.True, ExportWeight.Licence, null, null, [], [match.Rule.Id], [], match.Item.Says);
    }
}

/// <summary>How much a rule asks, from nothing to a licence.</summary>
enum ExportWeight
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>An exception leaves no requirement.</summary>
    Exception,

    /// <summary>An exception asks for a notice.</summary>
    Notice,

    /// <summary>A licence.</summary>
    Licence,
}
