using System.Collections.Immutable;

namespace Sluice.Evidence;

/// <summary>Weighs the sides of a dispute against each other.</summary>
internal static class DisputeWeigher
{
    /// <summary>Weighs a dispute; <paramref name="winner"/> is null while it is open.</summary>
    public static DisputeSupport Weigh(
        Dispute dispute, string? winner, IReadOnlyDictionary<string, ImmutableArray<OriginWeight>> origins, Weights weights)
    {
        var own = dispute.Sides.Select(s => Own(s, origins, weights)).ToArray();
        var odds = own.Select(a => a / (1 - a)).ToArray();
        var all = 1 + odds.Sum();
        var sides = ImmutableArray.CreateBuilder<SideSupport>();
        for (var i = 0; i < own.Length; i++)
        {
            var name = dispute.Sides[i].Name;
            var outcome = winner is null ? Outcome.Open : winner == name ? Outcome.Won : Outcome.Lost;
            var value = outcome switch { Outcome.Won => own[i], Outcome.Lost => 0, _ => odds[i] / all };
            sides.Add(new(name, own[i], odds[i], outcome, value));
        }
        return new(dispute.Id, sides.ToImmutable(), winner is null ? 1 / all : 0);
    }

    // The union of the claims' origins: splitting a report into several claims adds nothing.
    static double Own(Side side, IReadOnlyDictionary<string, ImmutableArray<OriginWeight>> origins, Weights weights) =>
        OriginWeigher.Together(OriginWeigher.Ranked(side.Claims.SelectMany(c => origins[c.Id]), weights), weights);
}
