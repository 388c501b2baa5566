using System.Collections.Immutable;

namespace Sluice.Quantities;

/// <summary>All assumptions that a reader has read, by path. A service of the reader: <c>reader.Get&lt;GivenIndex&gt;()</c>.</summary>
public sealed class GivenIndex
{
    private readonly Dictionary<string, GivenEntry> entries = new(StringComparer.Ordinal);

    /// <summary>Every assumption, in ordinal order of the paths.</summary>
    public ImmutableArray<GivenEntry> Entries
    {
        get
        {
            var all = new GivenEntry[entries.Count];
            entries.Values.CopyTo(all, 0);
            Array.Sort(all, static (a, b) => string.CompareOrdinal(a.Path, b.Path));
            return ImmutableArray.Create(all);
        }
    }

    /// <summary>The assumption at a path, or null.</summary>
    public GivenEntry? this[string path] => entries.GetValueOrDefault(path);

    internal void Add(GivenEntry entry) => entries[entry.Path] = entry;

    internal void AddRange(GivenIndex other)
    {
        foreach (var entry in other.entries.Values) Add(entry);
    }
}
