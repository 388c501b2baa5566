using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>The number rests on claims: <c>basis: [h20-price, dealers-say]</c>.</summary>
/// <param name="Ids">References to the claims, in the order of the file.</param>
public sealed record Claims(ImmutableArray<Ref> Ids) : Basis;
