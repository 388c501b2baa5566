using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Takes back where drivers stood because of an event: entries of their histories that name it.</summary>
static class Unhappened
{
    /// <summary>The tree without those entries.</summary>
    public static Map Of(Map tree, string claim)
    {
        if (tree["drivers"] is not Map drivers) return tree;
        var entries = drivers.Entries.Select(d => d.Value is Map driver && driver["history"] is Map history && history.Entries.Any(h => Names(h, claim))
            ? d with { Value = driver.With(driver.Find("history")! with { Value = history with { Entries = history.Entries.RemoveAll(h => Names(h, claim)) } }) }
            : d).ToImmutableArray();
        return tree.With(tree.Find("drivers")! with { Value = drivers with { Entries = entries } });
    }

    static bool Names(Entry entry, string claim) => entry.Value is Map map && map["claims"] switch
    {
        Scalar one => one.Text == claim,
        Sequence list => list.Items.Any(i => i is Scalar item && item.Text == claim),
        _ => false,
    };
}
