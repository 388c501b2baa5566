using System.Collections.Immutable;

namespace Sluice.Reading;

/// <summary>A map from names to values, in the order of the file. Names are unique.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="At">Where the map begins.</param>
/// <param name="Path">Its path; empty for the root of a case.</param>
public sealed record Map(ImmutableArray<Entry> Entries, Place At, string Path) : Node(At, Path)
{
    /// <summary>A map without entries.</summary>
    public static Map Empty(Place at, string path) => new([], at, path);

    /// <inheritdoc/>
    public override string Words => Entries.Length == 0 ? "an empty map" : $"a map with {string.Join(", ", Entries.Take(3).Select(e => e.Key))}{(Entries.Length > 3 ? ", …" : "")}";

    /// <summary>The names in the order of the file.</summary>
    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key);

    /// <summary>The value of a name, or null when the map has no such name.</summary>
    public Node? this[string key] => Find(key)?.Value;

    /// <summary>The entry of a name, or null.</summary>
    public Entry? Find(string key)
    {
        foreach (var entry in Entries)
            if (entry.Key == key) return entry;
        return null;
    }

    /// <summary>The entry at the end of a dotted path below this map, or null. Names that hold dots are found too: the longest name wins.</summary>
    public Entry? FindPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var entry in Entries.Where(e => Starts(path, e.Key)).OrderByDescending(e => e.Key.Length))
        {
            if (path.Length == entry.Key.Length) return entry;
            if (entry.Value is Map below && below.FindPath(path[(entry.Key.Length + 1)..]) is { } found) return found;
        }

        return null;
    }

    /// <summary>This map with the entry put in place of the one of the same name, or at the end.</summary>
    public Map With(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        for (var i = 0; i < Entries.Length; i++)
            if (Entries[i].Key == entry.Key) return this with { Entries = Entries.SetItem(i, entry) };
        return this with { Entries = Entries.Add(entry) };
    }

    /// <summary>This map without the entry of that name; the same map when it has none.</summary>
    public Map Without(string key) => Find(key) is { } entry ? this with { Entries = Entries.Remove(entry) } : this;

    /// <inheritdoc/>
    public override Node Moved(string path, string name) =>
        this with { Path = path, Name = name, Entries = [.. Entries.Select(e => e with { Value = e.Value.Moved(Join(path, e.Key), e.Key) })] };

    /// <inheritdoc/>
    public override bool Says(Node other) =>
        other is Map map && map.Entries.Length == Entries.Length && Entries.All(e => map[e.Key] is { } value && e.Value.Says(value));

    internal static bool Starts(string path, string key) =>
        path.StartsWith(key, StringComparison.Ordinal) && (path.Length == key.Length || path[key.Length] == '.');
}
