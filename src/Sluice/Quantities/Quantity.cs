using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>A number with its unit, as written. Suffixes such as k and 万 are part of the number.</summary>
/// <param name="Value">The number, in <paramref name="Unit"/>: 20 for <c>20 %</c>, 36 000 for <c>36k units</c>.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct Quantity(double Value, Unit Unit)
{
    /// <summary>The number in canonical units (<see cref="Unit.Factor"/>); currencies are not converted.</summary>
    public double Canonical => Value * Unit.Factor;

    /// <summary>Reads a number and a unit: <c>36k units per quarter</c>, <c>1 850 USD per H20e-quarter</c>, <c>20 %</c>, <c>0.5</c>.</summary>
    public static bool TryParse(string text, out Quantity quantity) => TryParse(text, out quantity, out _);

    /// <summary>Reads a number and a unit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quantity">The quantity.</param>
    /// <param name="unknownWord">The word of the unit that could not be read; empty when the number could not.</param>
    internal static bool TryParse(string text, out Quantity quantity, out string unknownWord)
    {
        ArgumentNullException.ThrowIfNull(text);
        (quantity, unknownWord) = (new(0, Unit.None), "");
        if (!Numerals.TryReadPrefix(text, out var value, out var length)) return false;
        if (!Units.TryParse(text[length..], out var unit, out unknownWord)) return false;
        quantity = new(value, unit);
        return true;
    }

    /// <summary>The notation that <see cref="TryParse(string, out Quantity)"/> reads; reading it gives the same quantity back.</summary>
    public override string ToString() => $"{Numerals.Print(Value)} {Unit.Print(several: Math.Abs(Value) != 1)}".TrimEnd();
}
