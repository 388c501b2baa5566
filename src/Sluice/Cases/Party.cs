using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Somebody who takes part: the buyer of the case, and others that it describes.</summary>
/// <param name="Id">Name.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">Where it stands, ISO 3166 alpha-2.</param>
/// <param name="Headquarters">Country of the ultimate parent.</param>
/// <param name="Groups">Groups of buyers that it belongs to.</param>
/// <param name="ShareOfMarket">Its share of the market, 0 to 1; null where none is given.</param>
/// <param name="At">Where it stands in its file.</param>
public sealed record Party(
    string Id, Bilingual Name, PartyKind Kind, string Country, string Headquarters, ImmutableArray<string> Groups, Given<double>? ShareOfMarket, Place At);

/// <summary>What a party is.</summary>
public enum PartyKind
{
    /// <summary>Buys compute.</summary>
    Buyer,

    /// <summary>Designs and sells parts.</summary>
    Maker,

    /// <summary>Makes parts for others.</summary>
    Foundry,

    /// <summary>A state body.</summary>
    Authority,
}
