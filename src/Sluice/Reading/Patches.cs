using System.Collections.Immutable;

namespace Sluice.Reading;

/// <summary>Applies patches to a tree. Trees are immutable: undoing a patch is to apply the others to the same root.</summary>
public static class Patches
{
    /// <summary>Applies patches in order. A faulty one is reported and passed over.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="patches">The patches.</param>
    /// <param name="into">Receives diagnostics SLU0030 (no such path) and SLU0031 (changes nothing).</param>
    /// <returns>The new tree; each replaced value keeps what it covered (<see cref="Node.Covers"/>).</returns>
    public static Map Apply(Map root, IEnumerable<Patch> patches, Diagnostics into)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(patches);
        ArgumentNullException.ThrowIfNull(into);
        foreach (var patch in patches) root = Apply(root, patch, into);
        return root;
    }

    /// <summary>Reads the <c>set</c> and <c>remove</c> of a what-if: a map from paths to values, and a list of paths. Other entries are left to the caller.</summary>
    public static ImmutableArray<Patch> Read(Map whatIf, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(whatIf);
        ArgumentNullException.ThrowIfNull(reader);
        var patches = ImmutableArray.CreateBuilder<Patch>();
        if (whatIf["set"] is Map set) patches.AddRange(set.Entries.Select(e => Patch.Set(e.Key, e.Value, e.KeyAt)));
        else if (whatIf["set"] is { } other) reader.Reject(other, "a map from paths to values", "set: {wait: 2 quarters}");
        if (whatIf["remove"] is { } remove && Kinds.ListOf(path).TryRead(remove, reader, out var paths)) patches.AddRange(paths.Select(p => Patch.Remove(p.Text, p.At)));
        return patches.ToImmutable();
    }

    /// <summary>Lays one map over another: maps are merged name by name, anything else is replaced, new names are added at the end.</summary>
    /// <remarks>A map with an entry <c>value</c> is one value with its range and basis: it is replaced whole, so that no basis outlives its number.</remarks>
    public static Map Merge(Map under, Map over)
    {
        ArgumentNullException.ThrowIfNull(under);
        ArgumentNullException.ThrowIfNull(over);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = under.Entries.ToBuilder();
        for (var i = 0; i < entries.Count; i++) places[entries[i].Key] = i;
        foreach (var entry in over.Entries)
        {
            if (places.TryGetValue(entry.Key, out var i)) entries[i] = Over(entries[i], entry);
            else
            {
                places[entry.Key] = entries.Count;
                entries.Add(entry with { Value = entry.Value.Moved(Node.Join(under.Path, entry.Key), entry.Key) });
            }
        }

        return under with { Entries = entries.ToImmutable() };
    }

    private static readonly Kind<Scalar> path = Kinds.Parsed("a path", "claims.lutnick-remark", static scalar => scalar);

    private static Entry Over(Entry under, Entry over) => under.Value is Map below && over.Value is Map above && below.Find("value") is null && above.Find("value") is null
        ? under with { Value = Merge(below, above) }
        : over with { Value = over.Value.Says(under.Value) ? under.Value : Covering(over.Value, under.Value) };

    private static Node Covering(Node value, Node covered) => value.Moved(covered.Path, covered.Name) with { Covers = covered };

    private static Map Apply(Map root, Patch patch, Diagnostics into)
    {
        if (patch is { Verb: PatchVerb.Merge, Value: Map over })
        {
            var merged = Merge(root, over);
            if (over.Entries.Length > 0 && merged.Says(root)) into.Add(FileMessages.ChangesNothing(patch.At, "", "so"));
            return merged;
        }

        if (Change(root, patch.Path, patch, into) is { } changed) return changed;
        into.Add(FileMessages.NoSuchPath(patch.At, patch.Path, NearestPath(root, patch.Path)));
        return root;
    }

    /// <summary>The map with the change made below it, or null when it has no such path.</summary>
    private static Map? Change(Map map, string rest, Patch patch, Diagnostics into)
    {
        foreach (var entry in map.Entries.Where(e => Map.Starts(rest, e.Key)).OrderByDescending(e => e.Key.Length))
        {
            if (rest.Length == entry.Key.Length) return Change(map, entry, patch, into);
            if (entry.Value is Map below && Change(below, rest[(entry.Key.Length + 1)..], patch, into) is { } changed) return ReferenceEquals(changed, below) ? map : map.With(entry with { Value = changed });
        }

        var isNew = patch.Verb == PatchVerb.Put && rest.Length > 0 && !rest.Contains('.', StringComparison.Ordinal);
        return isNew ? map.With(new(rest, patch.At, patch.Value!.Moved(Node.Join(map.Path, rest), rest))) : null;
    }

    private static Map Change(Map map, Entry entry, Patch patch, Diagnostics into)
    {
        if (patch.Value is not { } value) return map.Without(entry.Key);
        if (!value.Says(entry.Value)) return map.With(entry with { Value = Covering(value, entry.Value) });
        into.Add(FileMessages.ChangesNothing(patch.At, patch.Path, entry.Value.Words));
        return map;
    }

    /// <summary>The path that has the longest sound beginning, with the nearest name after it.</summary>
    private static string? NearestPath(Map map, string rest)
    {
        foreach (var entry in map.Entries.Where(e => Map.Starts(rest, e.Key) && e.Key.Length < rest.Length).OrderByDescending(e => e.Key.Length))
            if (entry.Value is Map below) return NearestPath(below, rest[(entry.Key.Length + 1)..]);
        var end = rest.IndexOf('.', StringComparison.Ordinal);
        var (name, after) = end < 0 ? (rest, "") : (rest[..end], rest[(end + 1)..]);
        if (Nearest.To(name, map.Keys) is not { } near) return null;
        return after.Length > 0 && map[near] is Map deeper
            ? deeper.FindPath(after) is not null ? Node.Join(Node.Join(map.Path, near), after) : NearestPath(deeper, after)
            : Node.Join(map.Path, near);
    }
}
