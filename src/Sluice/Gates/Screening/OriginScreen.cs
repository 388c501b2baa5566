using System.Collections.Immutable;
using Sluice.Gates.Conditions;
using Sluice.Gates.Rules;
using Sluice.Market;

namespace Sluice.Gates.Screening;

/// <summary>A Chinese part before the American gate. American item tests do not apply to it; guidance may hold that its use breaches General Prohibition 10, because of how it was made.</summary>
sealed class OriginScreen(GateBook book, Part part, KnownFigures figures)
{
    /// <summary>The verdict.</summary>
    /// <param name="delivery">Delivery.</param>
    /// <param name="known">Number of rules known.</param>
    public Verdict On(Delivery delivery, int known)
    {
        var clear = new Verdict { Gate = "us-export", Word = VerdictWord.NoRequirement, Why = GatesMessages.AllClear(known, delivery.AsOf < book.RulesHorizon ? delivery.AsOf : book.RulesHorizon), Trace = [GatesMessages.ForeignPart] };
        foreach (var rule in book.Rules.Where(r => r.Effect == RuleEffect.Guided && r.Subject == RuleSubject.Any))
            if (rule.Validity.InForce(delivery.Day, delivery.AsOf) != Truth.False && rule.Scope.Holds(delivery, book.Countries) != Truth.False && Guided(rule) is { } guided)
                return guided;
        return clear;
    }

    Verdict? Guided(Rule rule)
    {
        var trace = ImmutableArray.Create(GatesMessages.ForeignPart, GatesMessages.Prohibition(rule));
        if (rule.Named.Contains(part.Id)) return Steered(rule, GatesMessages.UseMayBreach(rule), trace);
        if (book.Rule(rule.NotExhaustive) is not { } like) return null;
        var meant = Finding.Any([.. ItemMatch.Classes(like, figures).Select(c => c.Finding)]);
        if (meant.Truth == Truth.False) return null;
        trace = [.. trace, GatesMessages.NotNamed(like.Id, meant)];
        var sameMaker = book.Parts.Any(p => rule.Named.Contains(p.Id) && p.Maker == part.Maker);
        if (sameMaker && meant.Truth == Truth.True) return Steered(rule, GatesMessages.UseMayBreachUnnamed(rule), trace);
        return new()
        {
            Gate = "us-export", Word = VerdictWord.Unknown, Rules = [rule.Id], Missing = [GatesMessages.HowItWasMade, .. meant.Missing], Why = GatesMessages.OriginNotKnown(rule), Trace = trace,
        };
    }

    static Verdict Steered(Rule rule, string why, ImmutableArray<string> trace) => new()
    {
        Gate = "us-export", Word = VerdictWord.Guided, Rules = [rule.Id], Why = why, Trace = trace,
    };

    /// <summary>Laws that conflict over a verdict; China answers whoever applies the guidance.</summary>
    public static ImmutableArray<LawConflict> Conflicts(Verdict export) =>
        export is { Gate: "us-export", Word: VerdictWord.Guided } ? [new([export.Rules[0], GatesMessages.ChineseAnswer], GatesMessages.LawsConflict)] : [];
}
