using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>One thing said, with every origin in which it was heard.</summary>
/// <param name="Id">Name.</param>
/// <param name="Who">Party that acts or speaks.</param>
/// <param name="Does">What it does or says, in own words.</param>
/// <param name="When">When it happened, perhaps vague.</param>
/// <param name="Credibility">1 (confirmed) to 5 (improbable), 6 (cannot be judged): NATO AJP-2.1, item credibility. Judges the item alone.</param>
/// <param name="Heard">Origins, each a report with what it says of its own certainty.</param>
/// <param name="Note">Remark for readers.</param>
/// <param name="At">Where the claim stands in its file.</param>
public sealed record Claim(
    string Id, string Who, string Does, VagueDate When, int Credibility, ImmutableArray<Heard> Heard, string? Note, Place At);

/// <summary>A claim heard in an origin.</summary>
/// <param name="Origin">The original report.</param>
/// <param name="SaidBy">Whom the report names as its source, for example <c>people familiar</c>.</param>
/// <param name="Certainty">How firmly the report says it.</param>
/// <param name="Behalf">Whether the speaker speaks in its own interest.</param>
/// <param name="In">Copies that repeat the origin; they add nothing.</param>
public sealed record Heard(Ref Origin, string? SaidBy, Certainty Certainty, Behalf Behalf, ImmutableArray<Ref> In);

/// <summary>How firmly a report says something.</summary>
public enum Certainty
{
    /// <summary>Stated as fact or on record.</summary>
    Firm,

    /// <summary>Reported on the word of others.</summary>
    Reported,

    /// <summary>Planned or intended.</summary>
    Planned,

    /// <summary>An estimate.</summary>
    Estimate,

    /// <summary>An opinion.</summary>
    Opinion,

    /// <summary>Passed on without check.</summary>
    Unverified,
}

/// <summary>In whose interest a speaker speaks.</summary>
public enum Behalf
{
    /// <summary>Of others, or none.</summary>
    Others,

    /// <summary>Its own.</summary>
    Own,
}

/// <summary>Claims that cannot all hold.</summary>
/// <param name="Id">Name.</param>
/// <param name="Sides">Named sides, each a set of claims.</param>
/// <param name="At">Where the dispute stands in its file.</param>
public sealed record Dispute(string Id, ImmutableArray<Side> Sides, Place At)
{
    /// <summary>Name of the side that is taken to hold; null while the dispute is open.</summary>
    public string? Resolved { get; init; }
}

/// <summary>One side of a dispute.</summary>
/// <param name="Name">Name.</param>
/// <param name="Claims">Claims on this side.</param>
public sealed record Side(string Name, ImmutableArray<Ref> Claims);
