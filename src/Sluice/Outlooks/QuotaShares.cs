using System.Collections.Immutable;
using Sluice.Quantities;

namespace Sluice.Outlooks;

/// <summary>A quota that several draw on counts by a share: its own, else the viewpoint's share of the market.</summary>
static class QuotaShares
{
    /// <summary>Whether the effect is a shared quota that states no share.</summary>
    public static bool Lacks(Effect effect) => effect is Quota { Per: not QuotaPer.Firm, Share: null };

    /// <summary>The drivers with the share filled in.</summary>
    public static ImmutableArray<Driver> Fill(ImmutableArray<Driver> drivers, Given<double>? share) =>
        share is null || !drivers.Any(d => d.Levels.Any(l => l.Effects.Any(Lacks) || l.Asks.Any(Lacks))) ? drivers
            : [.. drivers.Select(d => d with { Levels = [.. d.Levels.Select(l => l with { Effects = Filled(l.Effects, share), Asks = Filled(l.Asks, share) })] })];

    static ImmutableArray<Effect> Filled(ImmutableArray<Effect> effects, Given<double> share) => [.. effects.Select(e => Lacks(e) ? (Quota)e with { Share = share } : e)];
}
