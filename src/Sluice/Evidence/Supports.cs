using System.Collections.Immutable;

namespace Sluice.Evidence;

/// <summary>Weighs evidence.</summary>
/// <remarks>
/// Per claim and origin w = reliability × credibility × certainty × interest. Per claim a = 1 − Πₖ (1 − γᵏ⁻¹ w₍ₖ₎), w sorted down, capped.
/// A side of a dispute has the a of the union of its claims' origins, each once at its heaviest, and odds r = a / (1 − a);
/// S_side = r / (1 + Σ r). A claim's S is its own a × S_side / a_side; in several disputes the smallest.
/// </remarks>
public static class Supports
{
    /// <summary>Weighs every claim and dispute of a record.</summary>
    /// <param name="evidence">Sources, reports, claims, disputes.</param>
    /// <param name="weights">Stated weights.</param>
    /// <param name="asOf">Day of knowledge: an origin published later does not count.</param>
    /// <param name="resolutions">Winning side, by dispute; disputes not named stay open.</param>
    /// <exception cref="ArgumentException">A resolution names no dispute or no side of it.</exception>
    public static SupportTable Weigh(
        EvidenceRecord evidence, Weights weights, DateOnly asOf, ImmutableSortedDictionary<string, string> resolutions)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(resolutions);
        CheckResolutions(evidence, resolutions);

        var weigher = new OriginWeigher(evidence, weights, asOf);
        var origins = evidence.Claims.ToDictionary(c => c.Id, weigher.Weigh, StringComparer.Ordinal);
        var disputes = evidence.Disputes
            .Select(d => DisputeWeigher.Weigh(d, resolutions.GetValueOrDefault(d.Id), origins, weights))
            .ToImmutableArray();
        var claims = evidence.Claims
            .Select(c => Support(c, origins[c.Id], evidence.Disputes, disputes, weights))
            .ToImmutableArray();
        return new SupportTable(weights, asOf, claims, disputes);
    }

    static ClaimSupport Support(
        Claim claim, ImmutableArray<OriginWeight> origins, ImmutableArray<Dispute> disputes, ImmutableArray<DisputeSupport> weighed, Weights weights)
    {
        var own = OriginWeigher.Together(origins, weights);
        var places = ImmutableArray.CreateBuilder<ClaimInDispute>();
        for (var d = 0; d < disputes.Length; d++)
            for (var s = 0; s < disputes[d].Sides.Length; s++)
                if (disputes[d].Sides[s].Claims.Any(c => c.Id == claim.Id))
                {
                    var side = weighed[d].Sides[s];
                    var share = side.Own > 0 ? side.Value / side.Own : 0;
                    places.Add(new(disputes[d].Id, side.Side, side.Outcome, own * share));
                }
        var value = places.Count == 0 ? own : places.Min(p => p.Value);
        return new(claim, origins, own, places.ToImmutable(), value);
    }

    static void CheckResolutions(EvidenceRecord evidence, ImmutableSortedDictionary<string, string> resolutions)
    {
        foreach (var (id, side) in resolutions)
        {
            var dispute = evidence.Disputes.FirstOrDefault(d => d.Id == id)
                ?? throw new ArgumentException($"'{id}' is no dispute of this record.", nameof(resolutions));
            if (dispute.Sides.All(s => s.Name != side))
                throw new ArgumentException(
                    $"'{side}' is no side of '{id}'; its sides are {string.Join(", ", dispute.Sides.Select(s => s.Name))}.", nameof(resolutions));
        }
    }
}
