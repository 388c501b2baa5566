using System.Collections.Immutable;

namespace Sluice.Evidence;

/// <summary>How strongly one claim is backed, with every factor that led there.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Origins">Origins visible at the day of knowledge, heaviest first; ties by day of publication, then by id.</param>
/// <param name="Own">a, 0 to the cap: what its own origins give before any dispute.</param>
/// <param name="InDisputes">The claim's place in each dispute that names it.</param>
/// <param name="Value">S, 0 to the cap: the result; the smallest over its disputes.</param>
public sealed record ClaimSupport(
    Claim Claim, ImmutableArray<OriginWeight> Origins, double Own, ImmutableArray<ClaimInDispute> InDisputes, double Value)
{
    /// <summary>The heaviest origin, by which reasons are grouped; null where no origin is visible.</summary>
    public string? HeaviestOrigin => Origins.IsEmpty ? null : Origins[0].Origin;

    /// <summary>Whether a dispute was resolved for another side.</summary>
    public bool Refuted => InDisputes.Any(d => d.Outcome == Outcome.Lost);
}

/// <summary>What one origin gives to a claim.</summary>
/// <param name="Origin">Report.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Published">Day of publication.</param>
/// <param name="Reliability">Factor of the source's grade, 0 to 1.</param>
/// <param name="Credibility">Factor of the item's grade, 0 to 1.</param>
/// <param name="Certainty">Factor of the report's own certainty, 0 to 1.</param>
/// <param name="Interest">Factor of speaking on one's own behalf; 1 otherwise.</param>
/// <param name="Weight">w, the product of the four.</param>
/// <param name="Decline">γᵏ⁻¹ for the k-th heaviest origin.</param>
public sealed record OriginWeight(
    string Origin, string Source, DateOnly Published, double Reliability, double Credibility, double Certainty, double Interest,
    double Weight, double Decline);

/// <summary>A claim on a side of a dispute.</summary>
/// <param name="Dispute">Dispute.</param>
/// <param name="Side">Side on which the claim stands.</param>
/// <param name="Outcome">Whether the dispute is open, or resolved for or against the side.</param>
/// <param name="Value">S of the claim as far as this dispute goes.</param>
public sealed record ClaimInDispute(string Dispute, string Side, Outcome Outcome, double Value);

/// <summary>Where a side of a dispute stands.</summary>
public enum Outcome
{
    /// <summary>Both sides are weighed.</summary>
    Open,

    /// <summary>Resolved for this side.</summary>
    Won,

    /// <summary>Resolved for another side.</summary>
    Lost,
}

/// <summary>A dispute weighed.</summary>
/// <param name="Dispute">Dispute.</param>
/// <param name="Sides">Its sides, in their stated order.</param>
/// <param name="Neither">Weight of neither side, 1 / (1 + Σ odds); 0 where the dispute was resolved.</param>
public sealed record DisputeSupport(string Dispute, ImmutableArray<SideSupport> Sides, double Neither);

/// <summary>A side of a dispute weighed.</summary>
/// <param name="Side">Name.</param>
/// <param name="Own">a of the union of its claims' origins, each once at its heaviest.</param>
/// <param name="Odds">r = a / (1 − a).</param>
/// <param name="Outcome">Whether the dispute is open, or resolved for or against the side.</param>
/// <param name="Value">S: odds / (1 + Σ odds) while the dispute is open; a for the winner, 0 for the others once it is resolved.</param>
public sealed record SideSupport(string Side, double Own, double Odds, Outcome Outcome, double Value);
