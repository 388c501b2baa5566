using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>The files of the atlas that a case uses, as one tree.</summary>
/// <param name="Root">The tree; its files carry the prefix <c>atlas/</c>.</param>
/// <param name="Sections">The sections that were chosen.</param>
sealed record AtlasTree(Map Root, ImmutableArray<string> Sections)
{
    /// <summary>What of the atlas stands in the tree of the case, where patches and overlays may change it.</summary>
    static readonly ImmutableArray<string> shared = ["parts", "sources", "references", "weights"];

    /// <summary>Reads the chosen sections, and says what is wrong with their files.</summary>
    public static (AtlasTree Tree, Diagnostics Faults) Read(IFileSource files, ImmutableArray<string> sections)
    {
        var into = new Diagnostics();
        var entries = new Dictionary<string, Map>(StringComparer.Ordinal);
        var wanted = AtlasFiles.Needed(sections, files.Paths).Select(file => new YamlFile(file, "atlas/" + file, AtlasFiles.Root(file))).ToImmutableArray();
        var read = YamlFiles.Read(files, wanted);
        for (var i = 0; i < wanted.Length; i++)
        {
            var (_, shown, root) = wanted[i];
            var (map, faults) = read[i];
            if (faults is null) into.Add(CaseMessages.Unreadable(shown));
            else into.AddRange(faults.Sorted);
            if (map is null) continue;
            if (root.Length > 0) Add(root, map);
            else
                foreach (var entry in map.Entries)
                    if (entry.Value is Map section) Add(entry.Key, section);
        }

        return (new(new Map([.. entries.Keys.Order(StringComparer.Ordinal).Select(name => new Entry(name, entries[name].At, entries[name]))], Place.StartOf("atlas/" + AtlasFiles.Index), ""), sections), into);

        void Add(string name, Map section)
        {
            if (!entries.TryGetValue(name, out var first)) entries[name] = section;
            else
            {
                foreach (var entry in section.Entries)
                    if (first.Find(entry.Key) is { } earlier) into.Add(CaseMessages.TwiceInFiles(entry, earlier.KeyAt));
                entries[name] = first with { Entries = [.. first.Entries, .. section.Entries.Where(e => first.Find(e.Key) is null)] };
            }
        }
    }

    /// <summary>The case's tree laid over what it shares with the atlas.</summary>
    public Map Under(Map tree)
    {
        var chosen = Sections.Contains("claims") ? shared.AddRange("claims", "reports", "disputes") : shared;
        return Patches.Merge(Root with { At = tree.At, Entries = [.. Root.Entries.Where(e => chosen.Contains(e.Key))] }, tree);
    }
}
