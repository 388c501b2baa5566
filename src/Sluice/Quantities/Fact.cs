using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>A figure that sources give: exactly, or only as a bound.</summary>
/// <param name="Value">The figure in canonical units; null where only a bound is known.</param>
/// <param name="Low">Low end of what it may be; null where it has none.</param>
/// <param name="High">High end of what it may be; null where it has none.</param>
public sealed record Fact(double? Value, double? Low, double? High)
{
    /// <summary>Who gives it, and how well.</summary>
    public Backing Backing { get; init; } = Backing.None;
}

/// <summary>A date, span or text that sources give.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Backing">Who gives it, and how well.</param>
public sealed record Stated<T>(T Value, Backing Backing);

/// <summary>Who gives a fact, and how well.</summary>
/// <param name="Grade">How the figure is known.</param>
/// <param name="References">Keys of references.</param>
/// <param name="Others">What other references say, as written.</param>
/// <param name="Note">Remark for readers.</param>
/// <param name="Basis">What it rests on where a case states it.</param>
/// <param name="Hindsight">Whether its basis is later than the as-of date.</param>
/// <param name="Provenance">Where it stands.</param>
public sealed record Backing(Grade Grade, ImmutableArray<Ref> References, ImmutableArray<Keyed<string>> Others, string? Note, Basis Basis, bool Hindsight, Provenance Provenance)
{
    /// <summary>Nothing is said.</summary>
    public static Backing None { get; } = new(Grade.Unstated, [], [], null, Basis.None, false, new("", new("default", 1, 1), null));
}

/// <summary>How a figure is known.</summary>
public enum Grade
{
    /// <summary>Not said.</summary>
    Unstated,

    /// <summary>By a state body.</summary>
    Official,

    /// <summary>By the maker.</summary>
    Vendor,

    /// <summary>By the press.</summary>
    Press,

    /// <summary>Somebody's estimate.</summary>
    Estimate,

    /// <summary>By arithmetic from other figures.</summary>
    Inferred,
}
