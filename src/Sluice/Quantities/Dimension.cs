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

    private readonly ImmutableArray<(string Measure, int Power)> powers;

    private Dimension(IEnumerable<(string Measure, int Power)> each) =>
        powers = [.. each.Where(p => p.Measure.Length > 0).GroupBy(p => p.Measure).Select(g => (g.Key, g.Sum(p => p.Power))).Where(p => p.Item2 != 0).OrderBy(p => known.IndexOf(p.Key))];

    /// <summary>The dimension of plain numbers and shares.</summary>
    public static Dimension None { get; } = new([]);

    /// <summary>One measure over others.</summary>
    /// <param name="over">What is counted; empty for a plain number.</param>
    /// <param name="per">What it is counted per.</param>
    /// <exception cref="ArgumentException">A name is not one of the constants of this class.</exception>
    public static Dimension Of(string over, params ReadOnlySpan<string> per)
    {
        List<(string, int)> all = over.Length == 0 ? [] : [(over, 1)];
        foreach (var measure in per) all.Add((measure, -1));
        foreach (var (measure, _) in all)
            if (!known.Contains(measure)) throw new ArgumentException($"'{measure}' is no measure; known are {string.Join(", ", known)}.", nameof(per));
        return new(all);
    }

    internal static Dimension Of(ImmutableArray<UnitAtom> over, ImmutableArray<UnitAtom> under) => new([.. over.Select(a => (a.Measure, 1)), .. under.Select(a => (a.Measure, -1))]);

    /// <summary>Whether it is that of plain numbers and shares.</summary>
    public bool IsNone => powers.Length == 0;

    /// <summary>How often the measure counts: 1 for money in "money per time", -1 for time.</summary>
    public int PowerOf(string measure) => powers.FirstOrDefault(p => p.Measure == measure).Power;

    /// <inheritdoc/>
    public bool Equals(Dimension? other) => other is not null && powers.SequenceEqual(other.powers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Dimension);

    /// <inheritdoc/>
    public override int GetHashCode() => powers.Aggregate(17, static (hash, p) => HashCode.Combine(hash, p.Measure, p.Power));

    /// <summary>In words: <c>money per equivalent and time</c>.</summary>
    public override string ToString()
    {
        if (IsNone) return "a plain number or share";
        var over = string.Join(" times ", powers.Where(p => p.Power > 0).Select(Words));
        var under = string.Join(" and ", powers.Where(p => p.Power < 0).Select(Words));
        return under.Length == 0 ? over : over.Length == 0 ? $"a number per {under}" : $"{over} per {under}";
    }

    private static string Words((string Measure, int Power) p) => p.Measure + (Math.Abs(p.Power) == 1 ? "" : $"^{Math.Abs(p.Power)}");
}
