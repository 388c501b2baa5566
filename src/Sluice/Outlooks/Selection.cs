using System.Collections.Immutable;
using Sluice.Gates;
using Sluice.Market;

namespace Sluice.Outlooks;

/// <summary>Which offers, assets, workloads and places a selector touches, for one viewpoint. Notes what it could not judge.</summary>
/// <remarks>
/// Keys combine by and, values by or; bounds on figures must all hold. A purchase and an asset have no workload, a rental has no part, a
/// workload has neither part nor place: a key that does not apply to something does not select it. A country is that of the maker for
/// parts and that of the place for rentals and places.
/// </remarks>
internal sealed class Selection(
    MarketFacts market, Viewpoint viewpoint, ImmutableSortedDictionary<string, OfferVerdict> verdicts, ImmutableSortedDictionary<string, PartClasses> classes)
{
    readonly HashSet<ConditionNote> notes = [];

    /// <summary>What could not be judged, in order of subject.</summary>
    public IEnumerable<ConditionNote> Notes => notes.OrderBy(n => n.Subject, StringComparer.Ordinal).ThenBy(n => n.From.Path, StringComparer.Ordinal);

    /// <summary>Adds a note once.</summary>
    public void Note(ConditionConcern what, string subject, Effect effect) => notes.Add(new(what, subject, effect.Provenance));

    /// <summary>Whether the viewpoint is among those whom an effect touches.</summary>
    public bool TouchesViewpoint(Effect effect) => effect.On.Buyers.IsEmpty || effect.On.Buyers.Any(viewpoint.Groups.Contains);

    /// <summary>Whether an effect touches an offer.</summary>
    public bool Touches(Effect effect, Offer offer) => Among(effect.On.Offers, offer.Id) && Stands(effect.On, offer.Site.Id) && offer switch
    {
        Purchase purchase => effect.On.Workloads.IsEmpty && IsOf(effect, market.Part(purchase.Part.Id)),
        Rental rental => OfNoPart(effect.On)
            && Among(effect.On.Countries, market.Site(rental.Site.Id).Country)
            && (effect.On.Workloads.IsEmpty || rental.Workloads.Any(w => effect.On.Workloads.Contains(w.Id))),
        _ => throw new ArgumentException($"Offers of type {offer.GetType().Name} are not known.", nameof(offer)),
    };

    /// <summary>Whether an effect touches a part at a place, whatever the workload.</summary>
    public bool Touches(Effect effect, Asset asset) =>
        Stands(effect.On, asset.Site) && IsOf(effect, market.Part(asset.Part))
        && (effect.On.Offers.IsEmpty || market.Offers.OfType<Purchase>().Any(
            p => p.Part.Id == asset.Part && p.Site.Id == asset.Site && effect.On.Offers.Contains(p.Id)));

    /// <summary>Whether an effect touches the demand of a workload.</summary>
    public static bool Touches(Effect effect, Workload workload) =>
        Among(effect.On.Workloads, workload.Id) && OfNoPart(effect.On)
        && effect.On.Countries.IsEmpty && effect.On.Places.IsEmpty && effect.On.Sites.IsEmpty && effect.On.Offers.IsEmpty;

    /// <summary>Whether an effect touches a place.</summary>
    public bool Touches(Effect effect, Site site) =>
        Stands(effect.On, site.Id) && OfNoPart(effect.On) && Among(effect.On.Countries, site.Country)
        && effect.On.Workloads.IsEmpty && effect.On.Offers.IsEmpty;

    bool Stands(Selector on, string site) => Among(on.Places, site) && (on.Sites.IsEmpty || Among(on.Sites, market.Site(site).Status));

    bool IsOf(Effect effect, Part part)
    {
        var on = effect.On;
        return Among(on.Parts, part.Id) && Among(on.Makers, part.Maker) && Among(on.Countries, part.Country)
            && (on.Classes.IsEmpty || IsOfClass(effect, part)) && on.Specs.All(s => Keeps(effect, part, s));
    }

    /// <summary>Classes are those that the rules in force give the part, and those of the verdicts on its offers.</summary>
    bool IsOfClass(Effect effect, Part part)
    {
        var known = classes.GetValueOrDefault(part.Id);
        var stated = market.Offers.OfType<Purchase>()
            .Where(p => p.Part.Id == part.Id && verdicts.ContainsKey(p.Id))
            .SelectMany(p => verdicts[p.Id].Verdicts.Select(v => v.Class).OfType<string>())
            .ToArray();
        if (stated.Any(effect.On.Classes.Contains) || known?.Sure.Any(effect.On.Classes.Contains) == true)
            return true;
        if (known is null ? stated.Length == 0 : known.Possible.Any(effect.On.Classes.Contains))
            Note(ConditionConcern.UnknownFigure, $"{part.Id} class", effect);
        return false;
    }

    bool Keeps(Effect effect, Part part, SpecBound spec)
    {
        var keeps = PartFigures.Keeps(part, spec);
        if (keeps == Truth.Unknown)
            Note(ConditionConcern.UnknownFigure, $"{part.Id} {spec.Figure}", effect);
        return keeps == Truth.True;
    }

    static bool OfNoPart(Selector on) => on.Parts.IsEmpty && on.Makers.IsEmpty && on.Classes.IsEmpty && on.Specs.IsEmpty;

    static bool Among(ImmutableArray<string> values, string? value) => values.IsEmpty || (value is not null && values.Contains(value));
}
