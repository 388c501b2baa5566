using System.Collections.Immutable;

namespace Sluice.Quantities;

/// <summary>A unit as written: words over words, such as <c>USD per H20e-quarter</c>. Equal when printed alike.</summary>
/// <remarks>Canonical units: month, kW, kWh, GB, GB/s, mm2, TFLOPS, single units and equivalents, and each currency for itself.</remarks>
public sealed class Unit : IEquatable<Unit>
{
    internal Unit(ImmutableArray<UnitAtom> over, ImmutableArray<UnitAtom> under)
    {
        (Over, Under) = (over, under);
        Factor = 1;
        foreach (var atom in over) Factor *= atom.Factor;
        foreach (var atom in under) Factor /= atom.Factor;
        Dimension = Dimension.Of(over, under);
    }

    /// <summary>No unit.</summary>
    public static Unit None { get; } = new([], []);

    internal ImmutableArray<UnitAtom> Over { get; }

    internal ImmutableArray<UnitAtom> Under { get; }

    /// <summary>How many canonical units one of this is: 1/3 for <c>per quarter</c>, 0.01 for <c>%</c>. Currencies count as 1.</summary>
    public double Factor { get; }

    /// <summary>What it measures.</summary>
    public Dimension Dimension { get; }

    /// <summary>The currencies in it.</summary>
    public IEnumerable<string> Currencies => Words(Dimension.Money);

    /// <summary>The equivalents in it.</summary>
    public IEnumerable<string> Equivalents => Words(Dimension.Equivalent);

    /// <inheritdoc/>
    public bool Equals(Unit? other) => other is not null && Over.SequenceEqual(other.Over) && Under.SequenceEqual(other.Under);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The unit as the grammar writes it for one: <c>unit per quarter</c>.</summary>
    public override string ToString() => Print(several: false);

    /// <summary>The unit as the grammar writes it for one or for several: <c>units per quarter</c>.</summary>
    internal string Print(bool several)
    {
        var over = several && Over.Length == 1 ? Over[0].Plural : Product(Over);
        return Under.Length == 0 ? over : $"{over} per {Product(Under)}".TrimStart();
    }

    private IEnumerable<string> Words(string measure) => Over.Concat(Under).Where(a => a.Measure == measure).Select(a => a.Symbol);

    private static string Product(ImmutableArray<UnitAtom> atoms) => string.Join('-', atoms.Select(a => a.Symbol));
}
