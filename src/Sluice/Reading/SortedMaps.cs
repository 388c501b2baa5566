using System.Collections.Immutable;

namespace Sluice.Reading;

/// <summary>Turns entries that were read into sorted maps.</summary>
/// <remarks>One by one through a builder: the ready-made conversions pull several generic collections into a process that starts for one check.</remarks>
internal static class SortedMaps
{
    /// <summary>Values by name.</summary>
    public static ImmutableSortedDictionary<string, T> ByName<T>(this ImmutableArray<Keyed<T>> entries)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in entries) map[key.Id] = value;
        return map.ToImmutable();
    }

    /// <summary>Values by id.</summary>
    public static ImmutableSortedDictionary<string, T> ById<T>(this ImmutableArray<Named<T>> entries)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var (id, _, value) in entries) map[id] = value;
        return map.ToImmutable();
    }

    /// <summary>Values by a key of theirs.</summary>
    public static ImmutableSortedDictionary<string, T> By<T>(this ImmutableArray<T> values, Func<T, string> key)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var value in values) map[key(value)] = value;
        return map.ToImmutable();
    }
}
