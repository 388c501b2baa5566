using System.Collections.Immutable;
using Sluice.Gates.Conditions;
using Sluice.Reading;

namespace Sluice.Gates.Rules;

/// <summary>An American rule, letter, licence, guidance or statement, dated twice.</summary>
sealed record Rule(string Id, RuleKind Kind, Place At)
{
    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>When it binds, and since when that is known.</summary>
    public required Validity Validity { get; init; }

    /// <summary>What it decides about.</summary>
    public required RuleSubject Subject { get; init; }

    /// <summary>Whether its tests decide anything.</summary>
    public required RuleState State { get; init; }

    /// <summary>Makers to whom it went; empty: all.</summary>
    public required ImmutableArray<string> ToMakers { get; init; }

    /// <summary>Parts named in it.</summary>
    public required ImmutableArray<string> Named { get; init; }

    /// <summary>Deliveries that it meets.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Classes with their tests, in order: the first that holds is the part's.</summary>
    public required ImmutableArray<(string Name, Condition Test)> Classes { get; init; }

    /// <summary>Conditions under which none of its classes holds.</summary>
    public required ImmutableArray<Condition> Exclusions { get; init; }

    /// <summary>Exceptions from the licence.</summary>
    public required ImmutableArray<LicenceException> Exceptions { get; init; }

    /// <summary>How licences are reviewed: the first that holds.</summary>
    public required ImmutableArray<ReviewPolicy> Policies { get; init; }

    /// <summary>Rule against which it gives licences, or whose review it changes.</summary>
    public required string? Against { get; init; }

    /// <summary>Rule whose classes show which parts that are not named may be meant.</summary>
    public required string? NotExhaustive { get; init; }

    /// <summary>References for its existence.</summary>
    public required ImmutableArray<string> Basis { get; init; }

    /// <summary>References for its numbers; empty: those of its existence.</summary>
    public required ImmutableArray<string> NumbersBasis { get; init; }

    /// <summary>What it does to a verdict.</summary>
    public required RuleEffect Effect { get; init; }

    /// <summary>Where the text stands; null where it was not published.</summary>
    public required string? Citation { get; init; }

    /// <summary>Provision on which it leans, in words.</summary>
    public required string? Law { get; init; }

    /// <summary>What it asks of the transaction besides.</summary>
    public required ImmutableArray<string> Conditions { get; init; }

    /// <summary>One sentence for the reader.</summary>
    public required string Note { get; init; }

    /// <summary>Whether it can require a licence by itself.</summary>
    public bool Restricts => Kind is RuleKind.Rule or RuleKind.Letter or RuleKind.Embargo && Effect == RuleEffect.Requirement && State == RuleState.Deciding && Subject == RuleSubject.Parts && (!Classes.IsEmpty || !Named.IsEmpty);
}

/// <summary>What sort of text it is.</summary>
enum RuleKind
{
    /// <summary>Published.</summary>
    Rule,

    /// <summary>To named makers, not published.</summary>
    Letter,

    /// <summary>Licences given against a rule.</summary>
    Licence,

    /// <summary>What the issuer holds to follow from rules that stand.</summary>
    Guidance,

    /// <summary>A promise or announcement.</summary>
    Statement,

    /// <summary>Known from reports, not issued.</summary>
    Draft,

    /// <summary>Before a parliament.</summary>
    Bill,

    /// <summary>Closes a destination for all parts.</summary>
    Embargo,

    /// <summary>A duty on imports into the United States.</summary>
    Duty,
}

/// <summary>What a rule decides about.</summary>
enum RuleSubject
{
    /// <summary>Parts under American jurisdiction.</summary>
    Parts,

    /// <summary>Any part, whoever made it.</summary>
    Any,

    /// <summary>Memory sold by itself.</summary>
    Memory,

    /// <summary>Wafers and packages that a foundry hands over.</summary>
    Foundry,

    /// <summary>Parties, by ownership or by name.</summary>
    Parties,
}

/// <summary>What a rule does to a verdict.</summary>
enum RuleEffect
{
    /// <summary>Where it applies, a licence is needed.</summary>
    Requirement,

    /// <summary>It steers.</summary>
    Guided,

    /// <summary>It adds a condition on the transaction.</summary>
    Condition,

    /// <summary>It is shown, and decides nothing.</summary>
    Nothing,
}

/// <summary>Whether a rule decides anything.</summary>
enum RuleState
{
    /// <summary>It does, in its span.</summary>
    Deciding,

    /// <summary>It was published and never enforced.</summary>
    NeverEnforced,
}

/// <summary>An exception from a licence requirement.</summary>
/// <param name="Name">As the rule names it: NAC, ACA.</param>
/// <param name="Validity">When it holds.</param>
/// <param name="For">Parts for which it holds.</param>
/// <param name="Scope">Deliveries for which it holds.</param>
/// <param name="NoticeDays">Days between notice and delivery; 0: no requirement is left.</param>
sealed record LicenceException(string Name, Validity Validity, Condition For, Scope Scope, int NoticeDays);

/// <summary>How licences are reviewed.</summary>
/// <param name="Scope">Deliveries for which it holds.</param>
/// <param name="When">Parts for which it holds; null: all.</param>
/// <param name="Gives">denial, case-by-case or approval.</param>
/// <param name="Conditions">What it asks of the transaction.</param>
sealed record ReviewPolicy(Scope Scope, Condition? When, string Gives, ImmutableArray<string> Conditions);
