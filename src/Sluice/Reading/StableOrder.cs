using System.Collections.Immutable;

namespace Sluice.Reading;

/// <summary>Sorts records by a comparison; equals keep their order.</summary>
/// <remarks>In place of keys that are dates or numbers: generic code at such keys is compiled anew in every process, and a check of a case does little else.</remarks>
static class StableOrder
{
    public static ImmutableArray<T> Sorted<T>(this IEnumerable<T> records, Comparison<T> order) where T : class => [.. records.Order(Comparer<T>.Create(order))];
}
