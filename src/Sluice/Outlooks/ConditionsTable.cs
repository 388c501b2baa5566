using System.Collections.Immutable;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Quantities;

namespace Sluice.Outlooks;

/// <summary>Interprets the effects of all levels, once, into plain numbers per joint state.</summary>
/// <remarks>
/// Stops by any; caps and rations by the smallest; price, supply, demand and pass factors by their product; levies listed; delay and bundle
/// by the largest. Asks enter as effects: followed, followed for a share, or not at all under own judgement.
/// </remarks>
public static class ConditionsTable
{
    /// <summary>Builds the table for a market without stated classes of export rules.</summary>
    public static Conditions Build(OutlookChain chain, MarketFacts market, Viewpoint viewpoint, ImmutableArray<Stance> stances) =>
        Build(chain, market, viewpoint, stances, ImmutableSortedDictionary<string, OfferVerdict>.Empty, ImmutableSortedDictionary<string, PartClasses>.Empty);

    /// <summary>Builds the table.</summary>
    /// <param name="chain">Drivers and joint states.</param>
    /// <param name="market">Offers, parts, places, workloads.</param>
    /// <param name="viewpoint">Buyer whom effects select by group.</param>
    /// <param name="stances">Answers to asks; a driver not listed is followed.</param>
    /// <param name="verdicts">What may pass, by offer. Where it is barred, or needs a licence, and no driver stands for the gate, nothing is ordered and nothing passes.</param>
    /// <param name="classes">Classes of export rules by part, beside those of the verdicts.</param>
    public static Conditions Build(
        OutlookChain chain, MarketFacts market, Viewpoint viewpoint, ImmutableArray<Stance> stances,
        ImmutableSortedDictionary<string, OfferVerdict> verdicts, ImmutableSortedDictionary<string, PartClasses> classes)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(viewpoint);
        ArgumentNullException.ThrowIfNull(verdicts);
        ArgumentNullException.ThrowIfNull(classes);
        var selection = new Selection(market, viewpoint, verdicts, classes);
        var inForce = chain.Drivers
            .Select(d => d.Levels.Select(l => InForce.Of(l, stances.FirstOrDefault(s => s.Driver.Id == d.Id))).ToImmutableArray())
            .ToImmutableArray();
        var assets = AssetsOf(market);
        var reach = new Reach(market, selection, assets);
        reach.NoteIdle(inForce.SelectMany(d => d).SelectMany(l => l));

        var offers = Table(chain, inForce, market.Offers, reach.Touches, (offer, items) => OfferTally.Of(offer, items, verdicts.GetValueOrDefault(offer.Id)));
        var use = Table(chain, inForce, assets, reach.Touches, (_, items) => UseTally.Of(market.Workloads, items));
        var demand = Table(chain, inForce, market.Workloads, reach.Touches, (_, items) => Product(items, i => ((DemandFactor)i.Effect).Times));
        var energy = Table(chain, inForce, market.Sites, reach.Touches, (_, items) => Product(items, i => ((EnergyPriceFactor)i.Effect).Times));
        var quotas = QuotaTable.Of(chain, inForce, market, reach, selection);
        return new(
            offers, use, assets, [.. demand.Select(row => row.ToArray())], [.. energy.Select(row => row.ToArray())], quotas,
            [.. selection.Notes]);
    }

    static double Product(IEnumerable<InForce> items, Func<InForce, Given<double>> factor) =>
        items.Aggregate(1.0, (product, item) => product * item.Toward(factor(item).Value));

    // [state][thing]; what acts on a thing comes in the order of the drivers. What an effect touches is asked once, not once per state.
    static ImmutableArray<ImmutableArray<TResult>> Table<TThing, TResult>(
        OutlookChain chain, ImmutableArray<ImmutableArray<ImmutableArray<InForce>>> inForce, ImmutableArray<TThing> things,
        Func<InForce, TThing, bool> touches, Func<TThing, IEnumerable<InForce>, TResult> combine)
    {
        var onThing = inForce.Select(d => d.Select(l => things.Select(t => l.Where(i => touches(i, t)).ToArray()).ToArray()).ToArray()).ToArray();
        return
        [
            .. chain.States.Select(state => things
                .Select((thing, t) => combine(thing, state.Levels.SelectMany((level, d) => onThing[d][level][t])))
                .ToImmutableArray()),
        ];
    }

    static ImmutableArray<Asset> AssetsOf(MarketFacts market) =>
        [.. market.Fleet.Select(f => new Asset(f.Part.Id, f.Site.Id))
            .Concat(market.Offers.OfType<Purchase>().Select(p => new Asset(p.Part.Id, p.Site.Id)))
            .Distinct()
            .OrderBy(a => a.Part, StringComparer.Ordinal).ThenBy(a => a.Site, StringComparer.Ordinal)];
}
