using System.Collections.Immutable;

namespace Sluice.Gates.Conditions;

/// <summary>What came of a condition: its value, what is missing where that is unknown, and how it came about.</summary>
/// <param name="Truth">Its value.</param>
/// <param name="Missing">Facts that would decide it; empty unless unknown.</param>
/// <param name="Says">The tests that decided, in words: <c>tpp 2368 &lt; 2400</c>.</param>
sealed record Finding(Truth Truth, ImmutableArray<string> Missing, string Says)
{
    /// <summary>It holds without a test.</summary>
    public static Finding Always { get; } = new(Truth.True, [], "");

    /// <summary>It does not hold, without a test.</summary>
    public static Finding Never { get; } = new(Truth.False, [], "");

    /// <summary>All must hold.</summary>
    public static Finding All(ImmutableArray<Finding> parts) => Join(parts, Truth.False, Truth.True, "and");

    /// <summary>One must hold.</summary>
    public static Finding Any(ImmutableArray<Finding> parts) => Join(parts, Truth.True, Truth.False, "or");

    /// <summary>The opposite.</summary>
    public Finding Not() => this with { Truth = Truth.Not(), Says = Says.Length == 0 ? "" : $"not ({Says})" };

    /// <summary>One part with the deciding value is enough, and is all that is said; else what is unknown is said, else all of it.</summary>
    static Finding Join(ImmutableArray<Finding> parts, Truth decides, Truth otherwise, string word)
    {
        foreach (var part in parts)
            if (part.Truth == decides) return part with { Missing = [] };
        var open = parts.Where(p => p.Truth == Truth.Unknown).ToImmutableArray();
        var said = open.IsEmpty ? parts : open;
        return new(open.IsEmpty ? otherwise : Truth.Unknown, [.. open.SelectMany(o => o.Missing).Distinct(StringComparer.Ordinal)],
            string.Join($" {word} ", said.Select(p => p.Says).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)));
    }
}
