using System.Collections.Immutable;
using System.Globalization;
using Sluice.Gates.Conditions;
using Sluice.Reading;

namespace Sluice.Gates.Rules;

/// <summary>How a <see cref="LicenceException"/> is written. Dates left out are those of its rule.</summary>
static class ExceptionShape
{
    static readonly Field<string?> name = Fields.Maybe("name", Kinds.Id, "name of the exception in the rule", "NAC", "its key");
    static readonly Field<VagueDate?> known = Fields.MaybeValue("known", Kinds.VagueDate, "earliest publication", "2024-03-29", "as the rule");
    static readonly Field<VagueDate?> effective = Fields.MaybeValue("effective", Kinds.VagueDate, "first day", "2024-04-04", "as the rule");
    static readonly Field<VagueDate?> ended = Fields.MaybeValue("ended", Kinds.VagueDate, "last day", "2024-04-03", "as the rule");
    static readonly Field<VagueDate?> endedKnown = Fields.MaybeValue("ended-known", Kinds.VagueDate, "day from which the end could be known", "2024-03-29", "the last day itself");
    static readonly Field<ImmutableArray<Ref>> basis = new Field<ImmutableArray<Ref>>("basis", Kinds.ListOf(Kinds.Name("reference")), "references", "[fr-2024-07004]").Optional([], "those of the rule");
    static readonly Field<Condition> @for = new("for", ConditionKind.Instance, "parts for which it holds", "{all: [class = 3A090.b, datacentre = yes]}");
    static readonly Field<int> give = new("give", Kinds.ParsedValue("'no-requirement', or a notice such as 'notice 25 days'", "notice 25 days",
        static (Scalar scalar, out int days) =>
        {
            days = 0;
            return scalar.Text == "no-requirement"
                || (scalar.Text.StartsWith("notice ", StringComparison.Ordinal) && scalar.Text.EndsWith(" days", StringComparison.Ordinal)
                    && int.TryParse(scalar.Text[7..^5], NumberStyles.None, CultureInfo.InvariantCulture, out days) && days > 0);
        }), "what is left of the requirement", "notice 25 days");

    /// <summary>The shape: the exception, and a function that gives it the dates of its rule where it has none.</summary>
    public static Shape<Func<Validity, LicenceException>> Shape { get; } = new("licence exception", "An exception from a licence requirement.",
        [name, known, effective, ended, endedKnown, basis, @for, ScopeShape.To, ScopeShape.Or, ScopeShape.Hq, ScopeShape.NotHq, give], row =>
        {
            var (test, scope, days) = (row.At(@for), ScopeShape.Of(row), row.At(give));
            var (since, from, until, untilKnown, own) = (row.At(known), row.At(effective), row.At(ended), row.At(endedKnown), row.At(name) ?? row.Name);
            return rule => new(own, rule with
            {
                Known = since?.To ?? rule.Known,
                From = from?.From ?? rule.From,
                Ended = until?.To ?? rule.Ended,
                EndedKnown = until is null ? rule.EndedKnown : (untilKnown ?? until)!.Value.To,
            }, test, scope, days);
        });
}

/// <summary>How a <see cref="ReviewPolicy"/> is written.</summary>
static class PolicyShape
{
    static readonly Field<(Scope Scope, Condition? Part)> when = new Field<(Scope Scope, Condition? Part)>("when", new WhenKind(), "deliveries and parts for which it holds", "{to: {in: [D5, MO]}, or: {hq: [D5, MO]}}")
        .Optional((Scope.Everywhere, null), "where no other policy holds");
    static readonly Field<string> give = new("give", Kinds.Choice(("denial", "denial"), ("case-by-case", "case-by-case"), ("approval", "approval")), "how applications are reviewed", "denial");
    static readonly Field<ImmutableArray<string>> conditions = new Field<ImmutableArray<string>>("conditions", Kinds.ListOf(Kinds.Id), "what it asks of the transaction", "[us-laboratory-test]").Optional([]);

    /// <summary>The shape.</summary>
    public static Shape<ReviewPolicy> Shape { get; } = new("review policy", "How licences are reviewed.", [when, give, conditions],
        row => new(row.At(when).Scope, row.At(when).Part, row.At(give), row.At(conditions)));
}
