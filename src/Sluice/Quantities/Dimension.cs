using System.Collections.Immutable;

namespace Sluice.Quantities;

/// <summary>What a unit measures: money per equivalent and time, say. Amounts of different dimension cannot be compared.</summary>
public sealed class Dimension : IEquatable<Dimension>
{
    /// <summary>Money, in any currency.</summary>
    public const string Money = "money";

    /// <summary>Pieces of hardware.</summary>
    public const string Unit = "unit";

    /// <summary>Racks.</summary>
    public const string Rack = "rack";

    /// <summary>Equivalents: the compute of reference parts.</summary>
    public const string Equivalent = "equivalent";

    /// <summary>Time.</summary>
    public const string Time = "time";

    /// <summary>Electric power.</summary>
    public const string Power = "power";

    /// <summary>Electric energy.</summary>
    public const string Energy = "energy";

    /// <summary>Memory.</summary>
    public const string Memory = "memory";

    /// <summary>Memory moved per second.</summary>
    public const string Bandwidth = "bandwidth";

    /// <summary>Area of silicon.</summary>
    public const string Area = "area";

    /// <summary>Operations per second.</summary>
    public const string Speed = "speed";

    private static readonly ImmutableArray<string> known = [Money, Unit, Rack, Equivalent, Time, Power, Energy, Memory, Bandwidth, Area, Speed];

    private readonly int[] powers;

    private Dimension(int[] powers) => this.powers = powers;

    /// <summary>The dimension of plain numbers and shares.</summary>
    public static Dimension None { get; } = new(new int[known.Length]);

    /// <summary>One measure over others.</summary>
    /// <param name="over">What is counted; empty for a plain number.</param>
    /// <param name="per">What it is counted per.</param>
    /// <exception cref="ArgumentException">A name is not one of the constants of this class.</exception>
    public static Dimension Of(string over, params ReadOnlySpan<string> per)
    {
        ArgumentNullException.ThrowIfNull(over);
        var powers = new int[known.Length];
        if (over.Length > 0) powers[IndexOf(over)]++;
        foreach (var measure in per) powers[IndexOf(measure)]--;
        return new(powers);
    }

    internal static Dimension Of(ImmutableArray<UnitAtom> over, ImmutableArray<UnitAtom> under)
    {
        var powers = new int[known.Length];
        foreach (var atom in over)
            if (atom.Measure.Length > 0) powers[IndexOf(atom.Measure)]++;
        foreach (var atom in under)
            if (atom.Measure.Length > 0) powers[IndexOf(atom.Measure)]--;
        return new(powers);
    }

    /// <summary>Whether it is that of plain numbers and shares.</summary>
    public bool IsNone => !powers.AsSpan().ContainsAnyExcept(0);

    /// <summary>How often the measure counts: 1 for money in "money per time", -1 for time.</summary>
    public int PowerOf(string measure) => known.IndexOf(measure) is var at and >= 0 ? powers[at] : 0;

    /// <inheritdoc/>
    public bool Equals(Dimension? other) => other is not null && powers.AsSpan().SequenceEqual(other.powers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Dimension);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var power in powers) hash = (hash * 31) + power;
        return hash;
    }

    /// <summary>In words: <c>money per equivalent and time</c>.</summary>
    public override string ToString()
    {
        if (IsNone) return "a plain number or share";
        var over = string.Join(" times ", Words(1));
        var under = string.Join(" and ", Words(-1));
        return under.Length == 0 ? over : over.Length == 0 ? $"a number per {under}" : $"{over} per {under}";
    }

    private static int IndexOf(string measure) =>
        known.IndexOf(measure) is var at and >= 0 ? at : throw new ArgumentException($"'{measure}' is no measure; known are {string.Join(", ", known)}.", nameof(measure));

    private List<string> Words(int sign)
    {
        var words = new List<string>();
        for (var i = 0; i < powers.Length; i++)
            if (powers[i] * sign > 0) words.Add(known[i] + (powers[i] * sign == 1 ? "" : $"^{powers[i] * sign}"));
        return words;
    }
}
