using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>
/// What an effect touches. Keys combine by <em>and</em>, values of one key by <em>or</em>; an empty key does not select.
/// </summary>
/// <param name="Parts">Parts.</param>
/// <param name="Makers">Makers.</param>
/// <param name="Countries">Countries of the maker.</param>
/// <param name="Classes">Classes of export rules.</param>
/// <param name="Specs">Bounds on figures of the part.</param>
/// <param name="Workloads">Workloads.</param>
/// <param name="Places">Places.</param>
/// <param name="Sites">Status of places, for example <c>installed</c>.</param>
/// <param name="Buyers">Groups of buyers; the viewpoint is touched where it belongs to one.</param>
/// <param name="Offers">Offers.</param>
public sealed record Selector(
    ImmutableArray<string> Parts, ImmutableArray<string> Makers, ImmutableArray<string> Countries, ImmutableArray<string> Classes,
    ImmutableArray<SpecBound> Specs, ImmutableArray<string> Workloads, ImmutableArray<string> Places, ImmutableArray<string> Sites,
    ImmutableArray<string> Buyers, ImmutableArray<string> Offers)
{
    /// <summary>Selects everything.</summary>
    public static Selector Everything { get; } = new([], [], [], [], [], [], [], [], [], []);
}

/// <summary>A bound on a figure of a part.</summary>
/// <param name="Figure">tpp, density, bandwidth or interconnect.</param>
/// <param name="AtLeast">Whether the figure must be at least (or else at most) the bound.</param>
/// <param name="Bound">Value in the figure's unit.</param>
public sealed record SpecBound(string Figure, Comparison AtLeast, double Bound);

/// <summary>Direction of a bound.</summary>
public enum Comparison
{
    /// <summary>The figure reaches the bound.</summary>
    AtLeast,

    /// <summary>The figure stays below the bound.</summary>
    Below,
}
