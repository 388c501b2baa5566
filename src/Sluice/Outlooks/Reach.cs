using System.Collections.Immutable;
using Sluice.Market;

namespace Sluice.Outlooks;

/// <summary>What each effect in force reaches of the viewpoint's market: only things of its kind, its selector, its place, and its buyers.</summary>
internal sealed class Reach(MarketFacts market, Selection selection, ImmutableArray<Asset> assets)
{
    public bool Touches(InForce item, Offer offer) =>
        item.Effect is not (StopUse or DemandFactor or EnergyPriceFactor) && selection.TouchesViewpoint(item.Effect)
        && selection.Touches(item.Effect, offer) && item.Reaches(offer.Site.Id);

    public bool Touches(InForce item, Asset asset) =>
        item.Effect is StopUse && selection.TouchesViewpoint(item.Effect)
        && selection.Touches(item.Effect, asset) && item.Reaches(asset.Site);

    public bool Touches(InForce item, Workload workload) =>
        item.Effect is DemandFactor && selection.TouchesViewpoint(item.Effect) && Selection.Touches(item.Effect, workload);

    public bool Touches(InForce item, Site site) =>
        item.Effect is EnergyPriceFactor && selection.TouchesViewpoint(item.Effect)
        && selection.Touches(item.Effect, site) && item.Reaches(site.Id);

    /// <summary>Notes effects on the viewpoint that select nothing; one on other buyers is no oversight.</summary>
    public void NoteIdle(IEnumerable<InForce> items)
    {
        foreach (var item in items.Where(i => selection.TouchesViewpoint(i.Effect)))
            if (!market.Offers.Any(o => Touches(item, o)) && !assets.Any(a => Touches(item, a))
                && !market.Workloads.Any(w => Touches(item, w)) && !market.Sites.Any(s => Touches(item, s)))
                selection.Note(ConditionConcern.SelectsNothing, item.Effect.Name, item.Effect);
    }
}
