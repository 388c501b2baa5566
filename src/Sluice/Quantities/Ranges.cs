using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>Reads the two ends of a range: <c>[1 400, 2 400]</c> or <c>1 400 to 2 400 USD</c>. An end without unit takes that of the other, or of the value.</summary>
internal static class Ranges
{
    /// <summary>The two ends as nodes with units; anything but two when it is no range.</summary>
    public static ImmutableArray<Node> Ends(Node range, Node? value)
    {
        ImmutableArray<Node> ends = range switch
        {
            Sequence list => list.Items,
            Scalar scalar => [.. scalar.Text.Split([" to ", "…", "..."], StringSplitOptions.TrimEntries).Select(Node (end) => scalar with { Text = end })],
            _ => [],
        };
        if (ends is not [var low, var high]) return ends;
        high = InUnitOf(value, high);
        return [InUnitOf(value, InUnitOf(high, low)), high];
    }

    /// <summary>The range, or null when an end cannot be read or they stand the wrong way round; the faults of the ends are reported.</summary>
    public static Interval<double>? Read(Node range, Node? value, Kind<double> kind, Reader reader)
    {
        if (Ends(range, value) is not [var first, var second]) return null;
        return kind.TryRead(first, reader, out var low) & kind.TryRead(second, reader, out var high) && low <= high ? new(low, high) : null;
    }

    static Node InUnitOf(Node? like, Node end) =>
        end is Scalar scalar && like is Scalar model && Numerals.TryParse(scalar.Text, out _) && Numerals.TryReadPrefix(model.Text, out _, out var length)
            ? scalar with { Text = $"{scalar.Text} {model.Text[length..].Trim()}".TrimEnd() }
            : end;
}
