using Sluice.Cases;
using Sluice.Market;

namespace Sluice.Runs;

/// <summary>Names of things as people read them; where the atlas has none, the id.</summary>
public static class Names
{
    /// <summary>Name of an offer: its id, which the case chose.</summary>
    public static string Of(Case world, Offer offer) => offer.Id;

    /// <summary>Name of the buyer.</summary>
    public static string OfViewpoint(Case world) => world.Parties.FirstOrDefault(p => p.Id == world.Header.Viewpoint.Id)?.Name.English ?? world.Header.Viewpoint.Id;

    /// <summary>Name of a party that pays or is paid; its id where the case does not describe it.</summary>
    public static string OfParty(Case world, string id) => world.Parties.FirstOrDefault(p => p.Id == id)?.Name.English ?? id;
}
