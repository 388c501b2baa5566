using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sluice.Evidence;

/// <summary>How strongly every claim of a record is backed at a day of knowledge: weights from a stated table, never probabilities.</summary>
/// <remarks>Made by <see cref="Supports.Weigh"/>. Origins published after <see cref="AsOf"/> are as if they were not there.</remarks>
public sealed class SupportTable
{
    readonly FrozenDictionary<string, ClaimSupport> byClaim;

    internal SupportTable(Weights weights, DateOnly asOf, ImmutableArray<ClaimSupport> claims, ImmutableArray<DisputeSupport> disputes)
    {
        Weights = weights;
        AsOf = asOf;
        Claims = claims;
        Disputes = disputes;
        byClaim = claims.ToFrozenDictionary(c => c.Claim.Id, StringComparer.Ordinal);
    }

    /// <summary>The table of weights that was used.</summary>
    public Weights Weights { get; }

    /// <summary>Day of knowledge.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Every claim, in the order of the record.</summary>
    public ImmutableArray<ClaimSupport> Claims { get; }

    /// <summary>Every dispute, in the order of the record.</summary>
    public ImmutableArray<DisputeSupport> Disputes { get; }

    /// <summary>Claims of which no origin was published by the day of knowledge: their support is 0.</summary>
    public ImmutableArray<string> Unseen => [.. Claims.Where(c => c.Origins.IsEmpty).Select(c => c.Claim.Id)];

    /// <summary>The support of a claim, with all that it comes from.</summary>
    /// <exception cref="ArgumentException">The record holds no such claim.</exception>
    public ClaimSupport SupportOf(string claimId) =>
        byClaim.TryGetValue(claimId, out var support)
            ? support
            : throw new ArgumentException($"'{claimId}' is no claim of this record.", nameof(claimId));

    /// <summary>
    /// Weight that something was said, whether it is true or not: reliability × certainty of the heaviest origin, 0 to 1. For what an
    /// authority itself stated; disputes about the content do not touch it.
    /// </summary>
    public double SaidWeight(string claimId) =>
        SupportOf(claimId).Origins.Select(o => o.Reliability * o.Certainty).DefaultIfEmpty(0).Max();
}
