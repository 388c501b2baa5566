using System.Collections.Frozen;

namespace Sluice.Quantities;

/// <summary>The equivalents that the workloads of a case declare (<c>equivalent: H20e</c>). A service of the reader: when present, any other is an unknown unit.</summary>
/// <param name="names">The names.</param>
public sealed class EquivalentNames(IEnumerable<string> names)
{
    /// <summary>The names.</summary>
    public FrozenSet<string> Names { get; } = names.ToFrozenSet(StringComparer.Ordinal);
}
