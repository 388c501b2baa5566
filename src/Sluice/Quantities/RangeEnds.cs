using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>The two ends of a range as written: <c>[1 400, 2 400]</c>, <c>1 400 to 2 400</c> or <c>1 400 … 2 400</c>.</summary>
internal static class RangeEnds
{
    /// <summary>The ends; another number of them when it is no range.</summary>
    public static ImmutableArray<Node> Of(Node? range) => range switch
    {
        Sequence list => list.Items,
        Scalar scalar => [.. scalar.Text.Split([" to ", "…", "..."], StringSplitOptions.TrimEntries).Select(Node (end) => scalar with { Text = end })],
        _ => [],
    };
}
