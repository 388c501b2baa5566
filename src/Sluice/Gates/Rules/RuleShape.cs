using System.Collections.Immutable;
using Sluice.Gates.Conditions;
using Sluice.Reading;

namespace Sluice.Gates.Rules;

/// <summary>How a <see cref="Rule"/> is written.</summary>
static class RuleShape
{
    static readonly Field<RuleKind> kind = new("kind",
        Kinds.Choice(("rule", RuleKind.Rule), ("letter", RuleKind.Letter), ("licence", RuleKind.Licence), ("guidance", RuleKind.Guidance), ("statement", RuleKind.Statement), ("draft", RuleKind.Draft), ("bill", RuleKind.Bill), ("embargo", RuleKind.Embargo), ("duty", RuleKind.Duty)),
        "what sort of text it is", "rule");
    static readonly Field<string?> title = Fields.Maybe("title", Kinds.Text, "title in own words", "Second advanced-computing rule");
    static readonly Field<string?> citation = Fields.Maybe("citation", Kinds.Text, "where the text stands", "88 FR 73458");
    static readonly Field<string> issuer = new("issuer", Kinds.Id, "who issued it", "bis");
    static readonly Field<ImmutableArray<string>> makers = Names("to-makers", Kinds.Name("party"), "makers to whom it went", "[nvidia, amd]");
    static readonly Field<ImmutableArray<string>> named = Names("named", Kinds.Name("part"), "parts named in it", "[nvidia-h20]");
    static readonly Field<string?> notExhaustive = Fields.Maybe("not-exhaustive", Kinds.Id, "rule whose classes show which parts that are not named may be meant", "us-2023-10-17");
    static readonly Field<VagueDate?> complyBy = Fields.MaybeValue("comply-by", Kinds.VagueDate, "day by which to comply, where it is later", "2025-05-15");
    static readonly Field<RuleState> state = new Field<RuleState>("state", Kinds.Choice(("deciding", RuleState.Deciding), ("never-enforced", RuleState.NeverEnforced)), "whether it decides anything", "never-enforced").Optional(RuleState.Deciding, "deciding");
    static readonly Field<(ImmutableArray<string> Existence, ImmutableArray<string> Numbers)> basis = new("basis", BasisOf, "references, or those for its existence and for its numbers", "{existence: [nvda-8k], numbers: [ft-intel]}");
    static readonly Field<(RuleSubject Subject, Scope Scope)> scope = new Field<(RuleSubject Subject, Scope Scope)>("scope", ScopeOf, "what it decides about, and which deliveries", "{subject: us-jurisdiction, to: {in: [CN]}}")
        .Optional((RuleSubject.Parts, Scope.Everywhere), "all parts under American jurisdiction, everywhere");
    static readonly Field<ImmutableArray<Named<Condition>>> classes = Many("classes", ConditionKind.Instance, "classes with their tests", "{3A090.a: {any: [tpp >= 4800]}}");
    static readonly Field<ImmutableArray<Named<Condition>>> not = Many("not", ConditionKind.Instance, "conditions under which no class holds", "{not-datacentre: {all: [datacentre = no, tpp < 4800]}}");
    static readonly Field<ImmutableArray<Named<Func<Validity, LicenceException>>>> exceptions = Many("exceptions", ExceptionShape.Shape, "exceptions from the licence",
        "{NAC: {for: class = 3A090.b, give: notice 25 days}}");
    static readonly Field<ImmutableArray<Named<ReviewPolicy>>> policy = Many("policy", PolicyShape.Shape, "how licences are reviewed", "{all: {give: denial}}");
    static readonly Field<RuleEffect> gives = new Field<RuleEffect>("gives", Kinds.Choice(("requirement", RuleEffect.Requirement), ("guided", RuleEffect.Guided), ("condition", RuleEffect.Condition), ("nothing", RuleEffect.Nothing)),
        "what it does to a verdict", "nothing").Optional(RuleEffect.Requirement, "a requirement for rules and letters, nothing else");
    static readonly Field<string?> law = Fields.Maybe("law", Kinds.Text, "provision on which it leans", "General Prohibition 10");
    static readonly Field<string?> against = Fields.Maybe("against", Kinds.Id, "rule against which it gives licences", "us-2025-04-09-letters");
    static readonly Field<string?> amends = Fields.Maybe("amends", Kinds.Id, "rule whose review it changes", "us-2023-10-17");
    static readonly Field<string?> restates = Fields.Maybe("restates", Kinds.Id, "rule that it explains", "us-2023-10-17");
    static readonly Field<ImmutableArray<string>> conditions = new Field<ImmutableArray<string>>("conditions", Kinds.ListOf(Kinds.Id), "what it asks of the transaction", "[no-listed-owner]").Optional([]);
    static readonly Field<string?> levy = Fields.Maybe("levy", new LevyKind(), "what is to be paid", "{rate: 15 %, payer: maker}");
    static readonly Field<string?> note = Fields.Maybe("note", Kinds.Text, "one or two sentences for the reader", "The numbers were not public.");

    /// <summary>The shape.</summary>
    public static Shape<Rule> Shape { get; } = new("rule", "An American rule, letter, licence, guidance or statement, with its two dates.",
        [kind, title, citation, issuer, makers, named, notExhaustive, ValidityShape.Known, ValidityShape.Effective, ValidityShape.Ended, ValidityShape.EndedKnown, ValidityShape.Spans, complyBy, state,
            basis, scope, classes, not, exceptions, policy, gives, law, against, amends, restates, conditions, levy, note],
        row =>
        {
            var validity = ValidityShape.Of(row);
            if (row.At(complyBy) is { } later) validity = validity with { From = later.From };
            return new(row.Name, row.At(kind), row.Place)
            {
                Issuer = row.At(issuer), Validity = validity, Subject = row.At(scope).Subject, State = row.At(state), ToMakers = row.At(makers), Named = row.At(named), Scope = row.At(scope).Scope,
                Classes = [.. row.At(classes).Select(c => (c.Id, c.Value))], Exclusions = [.. row.At(not).Select(n => n.Value)],
                Exceptions = [.. row.At(exceptions).Select(e => e.Value(validity))],
                Policies = [.. row.At(policy).Select(p => p.Value).OrderBy(p => p.When is null && p.Scope == Scope.Everywhere ? 1 : 0)],
                Against = row.At(against) ?? row.At(amends), NotExhaustive = row.At(notExhaustive), Basis = row.At(basis).Existence, NumbersBasis = row.At(basis).Numbers,
                Effect = row.At(gives), Law = row.At(law), Conditions = row.At(conditions), Note = row.At(note) ?? row.At(title) ?? "", Citation = row.At(citation),
            };
        });

    static Kind<(ImmutableArray<string> Existence, ImmutableArray<string> Numbers)> BasisOf
    {
        get
        {
            var list = Kinds.ListOf(Kinds.Name("reference").Map(r => r.Id));
            var existence = new Field<ImmutableArray<string>>("existence", list, "references for its existence", "[nvda-8k]");
            var numbers = new Field<ImmutableArray<string>>("numbers", list, "references for its numbers", "[ft-intel]");
            return Kinds.ByForm(list.Map(all => (all, ImmutableArray<string>.Empty)),
                new Shape<(ImmutableArray<string>, ImmutableArray<string>)>("basis", "References.", [existence, numbers], row => (row.At(existence), row.At(numbers))));
        }
    }

    static Kind<(RuleSubject Subject, Scope Scope)> ScopeOf
    {
        get
        {
            var subject = new Field<RuleSubject>("subject", Kinds.Choice(("us-jurisdiction", RuleSubject.Parts), ("any", RuleSubject.Any), ("memory", RuleSubject.Memory), ("foundry", RuleSubject.Foundry), ("parties", RuleSubject.Parties)),
                "what it decides about", "us-jurisdiction").Optional(RuleSubject.Parts, "parts under American jurisdiction");
            var act = Fields.Maybe("act", Kinds.Id, "what is done with it", "use", "delivery");
            return new Shape<(RuleSubject, Scope)>("scope", "What a rule decides about.", [subject, act, ScopeShape.To, ScopeShape.Or, ScopeShape.Hq, ScopeShape.NotHq], row => (row.At(subject), ScopeShape.Of(row)));
        }
    }

    static Field<ImmutableArray<string>> Names(string key, Kind<Ref> name, string meaning, string example) => new Field<ImmutableArray<string>>(key, Kinds.ListOf(name.Map(n => n.Id)), meaning, example).Optional([]);

    static Field<ImmutableArray<Named<T>>> Many<T>(string key, Kind<T> kind, string meaning, string example) =>
        new Field<ImmutableArray<Named<T>>>(key, Kinds.MapOf(kind), meaning, example).Optional([]);
}
