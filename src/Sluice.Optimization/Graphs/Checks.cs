using System.Runtime.CompilerServices;

namespace Sluice.Optimization;

/// <summary>Checks at the public doors: each message names the value and the rule.</summary>
internal static class Checks
{
    internal static void Finite(double value, string name)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"{name} is {value}; it must be finite.", name);
    }

    internal static void Index(int index, int count, string name)
    {
        if ((uint)index >= (uint)count) throw new ArgumentException($"{name} is {index}; it must be at least 0 and below {count}.", name);
    }

    internal static void Bounds(double lower, double upper)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper) || lower > upper || lower == double.PositiveInfinity || upper == double.NegativeInfinity)
            throw new ArgumentException($"Bounds are {lower} and {upper}; the lower must be a number below +∞ and at most the upper.");
    }

    internal static void Share(double value, string name)
    {
        if (!(value >= 0 && value <= 1)) throw new ArgumentException($"{name} is {value}; it must lie between 0 and 1.", name);
    }

    internal static void State(ReadOnlySpan<double> state, int size, [CallerArgumentExpression(nameof(state))] string name = "")
    {
        if (state.Length != size) throw new ArgumentException($"{name} has {state.Length} entries; this stage takes {size}.", name);
        foreach (var value in state) Finite(value, name);
    }
}
