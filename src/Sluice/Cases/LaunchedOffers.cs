using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Outlooks;

namespace Sluice.Cases;

/// <summary>An offer that some level launches is shut until one does.</summary>
static class LaunchedOffers
{
    /// <summary>The market with those offers marked.</summary>
    public static MarketFacts Mark(MarketFacts market, ImmutableArray<Driver> drivers)
    {
        var launched = drivers.SelectMany(d => d.Levels).SelectMany(l => l.Effects).OfType<LaunchOffers>().SelectMany(e => e.On.Offers).ToHashSet(StringComparer.Ordinal);
        return launched.Count == 0 ? market
            : market with { Offers = [.. market.Offers.Select(o => o is Purchase purchase && launched.Contains(o.Id) ? purchase with { Launch = Launch.ByEffect } : o)] };
    }
}
