using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Events of the atlas, and the claims of a case that tell of them.</summary>
/// <remarks>
/// A claim tells of an event where the event names it, or where both have one day and a page in common: the page of the event, of one of its
/// claims or of its further reports, and a page on which the claim was heard.
/// </remarks>
sealed class AtlasEvents(IFileSource atlas)
{
    readonly Lazy<Map> read = new(() => AtlasTree.Read(atlas, ["events", "claims"]).Tree.Root);

    /// <summary>Ids of all events.</summary>
    public ImmutableArray<string> Ids => [.. (read.Value["events"] as Map)?.Keys ?? []];

    /// <summary>Claims of a tree that tell of an event.</summary>
    public ImmutableArray<string> ClaimsOf(string id, Map tree)
    {
        if ((read.Value["events"] as Map)?[id] is not Map told || tree["claims"] is not Map claims) return [];
        var named = Texts(told["claims"]).ToHashSet(StringComparer.Ordinal);
        var pages = Texts(told["address"]).Concat(Texts(told["also"])).ToHashSet(StringComparer.Ordinal);
        foreach (var claim in named)
            if ((read.Value["claims"] as Map)?[claim] is Map known) pages.UnionWith(Pages(known, read.Value["reports"] as Map));
        var day = Texts(told["when"]).FirstOrDefault();
        return [.. claims.Entries.Where(c => named.Contains(c.Key) || (c.Value is Map claim && Texts(claim["when"]).FirstOrDefault() == day && Pages(claim, tree["reports"] as Map).Any(pages.Contains))).Select(c => c.Key)];
    }

    static IEnumerable<string> Pages(Map claim, Map? reports)
    {
        if (claim["heard"] is not Map heard || reports is null) yield break;
        foreach (var report in heard.Entries.SelectMany(h => Texts((h.Value as Map)?["in"]).Prepend(h.Key)))
            foreach (var page in Texts((reports[report] as Map)?["address"]))
                yield return page;
    }

    static IEnumerable<string> Texts(Node? node) => Node.Scalars(node).Select(s => s.Text);
}
