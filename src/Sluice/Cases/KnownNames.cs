using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>The names that may be referred to, taken from the tree itself, so that an unsound entry is not missed as well. Of a section that could not be read nothing is said.</summary>
sealed class KnownNames
{
    readonly Dictionary<string, HashSet<string>> lists = new(StringComparer.Ordinal);

    readonly Dictionary<string, HashSet<string>?> inAtlas = new(StringComparer.Ordinal);

    /// <summary>The names of a case, with those of the atlas files that it uses.</summary>
    public KnownNames(Map tree, Map atlas, AtlasRecord facts, CaseTree files)
    {
        foreach (var (list, section) in new[]
            { ("workload", "workloads"), ("place", "places"), ("part", "parts"), ("offer", "offers"), ("driver", "drivers"), ("report", "reports"), ("claim", "claims"), ("source", "sources"), ("reference", "references") })
            if (tree[section] is Map named) Add(list, named.Keys);
            else if (!files.IsBroken(CaseFiles.Of(section)) && !Sections.Required.Contains(section)) Add(list, []);
        foreach (var (list, section) in new[] { ("report", "reports"), ("claim", "claims") })
            inAtlas[list] = atlas[section] is Map named ? [.. named.Keys] : null;
        foreach (var (list, section) in new[] { ("buyer kind", "buyers"), ("shared capacity", "capacities"), ("line", "lines") })
            if (tree["habits"] is Map habits) Add(list, (habits[section] as Map)?.Keys ?? []);
        Add("stack", (tree["stacks"] as Map)?.Keys ?? []);
        var parts = ((tree["parts"] as Map)?.Entries ?? []).Select(e => e.Value).OfType<Map>().ToList();
        Add("stack", parts.Select(p => (p["stack"] as Scalar)?.Text ?? ""));
        if (!facts.Rules.IsEmpty || !facts.Measures.IsEmpty) Add("rule", facts.Rules.Concat(facts.Measures).Select(r => r.Id));
        if (!facts.Rules.IsEmpty) Add("class", facts.Rules.SelectMany(r => (r.Written["classes"] as Map)?.Keys ?? []));
        Add("market figure", (atlas["market"] as Map)?.Keys ?? []);
        if (!facts.BuyerGroups.IsEmpty) Add("buyer group", facts.BuyerGroups);
        if (facts.Parties.IsEmpty) return;
        Add("party", facts.Parties);
        Add("party", (tree["parties"] as Map)?.Keys ?? []);
        Add("party", (tree["sources"] as Map)?.Keys ?? []);
        Add("party", parts.Select(p => (p["maker"] as Scalar)?.Text ?? ""));
        Add("party", ["landlord"]);
    }

    /// <summary>The names of a list; null where that list is not at hand, so that nothing can be said.</summary>
    /// <param name="list">What is named.</param>
    /// <param name="at">Where: the atlas may name claims and reports of its own that the case does not use.</param>
    public HashSet<string>? Of(string list, Place at) =>
        at.File.StartsWith("atlas/", StringComparison.Ordinal) && inAtlas.TryGetValue(list, out var own) ? own : lists.GetValueOrDefault(list);

    void Add(string list, IEnumerable<string> names)
    {
        if (!lists.TryGetValue(list, out var all)) lists[list] = all = new(StringComparer.Ordinal);
        foreach (var name in names)
            if (name.Length > 0) all.Add(name);
    }
}
