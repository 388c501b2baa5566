using Sluice.Reading;

namespace Sluice.Runs;

/// <summary>What an overlay sets: the paths of all values that stand in its file.</summary>
public static class PrivatePaths
{
    /// <summary>Paths in ordinal order; empty without an overlay.</summary>
    /// <param name="tree">The tree after all patches.</param>
    /// <param name="overlay">File of the overlay, as it was named when the case was loaded; null: none.</param>
    public static ImmutableArray<string> Of(Map? tree, string? overlay)
    {
        if (tree is null || overlay is null) return [];
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        Walk(tree, overlay, paths);
        return [.. paths];
    }

    static void Walk(Node node, string overlay, SortedSet<string> paths)
    {
        if (node is Map map)
            foreach (var entry in map.Entries)
                Walk(entry.Value, overlay, paths);
        else if (node.At.File == overlay)
            paths.Add(node.Path);
    }
}
