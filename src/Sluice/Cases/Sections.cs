using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Reads the sections of the tree of a case.</summary>
/// <param name="tree">The tree after all patches.</param>
/// <param name="reader">The reader with its services.</param>
/// <param name="files">The files: what a broken one should hold is not missed as well.</param>
sealed class Sections(Map tree, Reader reader, CaseTree files)
{
    /// <summary>Sections beside the keys of the header, in the order of reading.</summary>
    public static ImmutableArray<string> Known { get; } =
    [
        "workloads", "stacks", "places", "parts", "offers", "fleet", "on-order", "planned", "demand", "drivers", "calendar", "reports", "claims", "disputes", "sources", "verdicts",
        "references", "weights", "habits",
    ];

    /// <summary>Sections that a case cannot do without.</summary>
    public static ImmutableArray<string> Required { get; } = ["workloads", "places", "parts", "offers", "demand"];

    /// <summary>The tree.</summary>
    public Map Tree => tree;

    /// <summary>The named entries of a section that are sound, in ordinal order of their ids.</summary>
    public ImmutableArray<T> Entries<T>(string section, Kind<T> kind)
    {
        if (tree[section] is not { } node)
        {
            if (Required.Contains(section) && !files.IsBroken(CaseFiles.Of(section))) reader.Diagnostics.Add(CaseMessages.MissingSection(tree.At, section, CaseFiles.Of(section)));
            return [];
        }

        if (node is not Map map)
        {
            reader.Reject(node, "a map of names");
            return [];
        }

        var entries = map.Entries.AsSpan().ToArray();
        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        var read = ImmutableArray.CreateBuilder<T>(entries.Length);
        foreach (var entry in entries)
            if (kind.TryRead(entry.Value, reader, out var value)) read.Add(value);
        return read.ToImmutable();
    }

    /// <summary>A section that is one value.</summary>
    public bool TryRead<T>(string section, Kind<T> kind, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return tree[section] is { } node && kind.TryRead(node, reader, out value);
    }

    /// <summary>The keys of the header; null where the file that holds them could not be read, so that nothing can be said of them.</summary>
    public HeaderSoFar? Header(ImmutableArray<string> keys) =>
        !files.IsUnread(CaseFiles.Header) && HeaderShape.Shape.TryRead(tree with { Entries = [.. tree.Entries.Where(e => keys.Contains(e.Key))] }, reader, out var header) ? header : null;

    /// <summary>Reports sections that no case has.</summary>
    public void RejectOthers(ImmutableArray<string> header)
    {
        foreach (var entry in tree.Entries)
            if (!Known.Contains(entry.Key) && !header.Contains(entry.Key)) reader.Diagnostics.Add(CaseMessages.UnknownSection(entry, [.. header, .. Known]));
    }
}
