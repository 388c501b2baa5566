using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>What settling a dispute takes back: what the viewpoint was told, where only the losing side says so. The weights of the claims follow from the dispute itself.</summary>
static class Resolution
{
    /// <summary>The tree without told levels that rest on losing claims.</summary>
    public static Map Of(Map tree, Map dispute, string winner)
    {
        if (tree["told"] is not Map told || tree["drivers"] is not Map drivers || dispute["sides"] is not Map sides) return tree;
        var lost = sides.Entries.Where(s => s.Key != winner).SelectMany(s => Node.Scalars(s.Value)).Select(s => s.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in told.Entries)
            if (entry.Value is Scalar level && (drivers[entry.Key] as Map)?["history"] is Map history
                && history.Entries.Any(h => h.Value is Map map && (map["level"] as Scalar)?.Text == level.Text && Node.Scalars(map["claims"]).Any() && Node.Scalars(map["claims"]).All(c => lost.Contains(c.Text))))
                tree = tree.With(tree.Find("told")! with { Value = told = told.Without(entry.Key) });
        return tree;
    }
}
