using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Takes a claim out of a tree with every reference to it: reasons, basis, entries of a history, sides of disputes.</summary>
static class Mute
{
    static readonly ImmutableArray<string> lists = ["basis", "claims"];

    /// <summary>The tree without the claim.</summary>
    public static Map Claim(Map tree, string claim)
    {
        var entries = tree.Entries.ToBuilder();
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var value = entries[i].Value;
            var without = (entries[i].Key, value) switch
            {
                ("claims", Map claims) => claims.Without(claim),
                ("disputes", Map disputes) => WithoutSides(disputes, claim),
                ("reports" or "sources" or "references" or "weights", _) => value,
                _ => Without(value, claim),
            };
            if (!ReferenceEquals(without, value)) entries[i] = entries[i] with { Value = without };
        }

        return tree with { Entries = entries.ToImmutable() };
    }

    /// <summary>A node without what refers to the claim; the same node where nothing does.</summary>
    static Node Without(Node node, string claim)
    {
        if (node is not Map map) return node;
        ImmutableArray<Entry>.Builder? changed = null;
        for (var i = 0; i < map.Entries.Length; i++)
        {
            var entry = map.Entries[i];
            var kept = Kept(entry, claim);
            if (changed is null && ReferenceEquals(kept, entry)) continue;
            if (changed is null)
            {
                changed = ImmutableArray.CreateBuilder<Entry>(map.Entries.Length);
                changed.AddRange(map.Entries, i);
            }

            if (kept is not null) changed.Add(kept);
        }

        return changed is null ? map : map with { Entries = changed.ToImmutable() };
    }

    static Entry? Kept(Entry entry, string claim)
    {
        if (entry.Value is Sequence list && lists.Contains(entry.Key))
        {
            if (!list.Items.Any(item => Names(item, claim))) return entry;
            var left = list.Items.RemoveAll(item => Names(item, claim));
            return left.IsEmpty ? null : entry with { Value = list with { Items = left } };
        }

        if (entry is { Key: "basis", Value: Scalar joined })
        {
            var names = joined.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (!names.Contains(claim)) return entry;
            var left = string.Join(';', names.Where(n => n != claim));
            return left.Length == 0 ? null : entry with { Value = joined with { Text = left } };
        }

        if (entry.Key == "because" && entry.Value is Map reasons)
        {
            var left = reasons.Entries.RemoveAll(r => r.Value is Map reason && (Names(reason["event"], claim) || Names(reason["link"], claim)));
            return left.Length == reasons.Entries.Length ? entry : entry with { Value = reasons with { Entries = left } };
        }

        if (entry.Key == "claims" && Names(entry.Value, claim)) return null;
        var below = Without(entry.Value, claim);
        return ReferenceEquals(below, entry.Value) ? entry : entry with { Value = below };
    }

    /// <summary>A side without claims goes, and so does a dispute that has no two sides left.</summary>
    static Map WithoutSides(Map disputes, string claim)
    {
        var left = ImmutableArray.CreateBuilder<Entry>(disputes.Entries.Length);
        foreach (var entry in disputes.Entries)
        {
            if (entry.Value is not Map dispute || dispute["sides"] is not Map sides || !sides.Entries.Any(s => Mentions(s.Value, claim)))
            {
                left.Add(entry);
                continue;
            }

            var remaining = sides.Entries.Select(s => s with { Value = s.Value is Sequence list ? list with { Items = list.Items.RemoveAll(i => Names(i, claim)) } : s.Value })
                .Where(s => s.Value is Sequence { Items.IsEmpty: false } || (s.Value is Scalar && !Names(s.Value, claim))).ToImmutableArray();
            var resolved = (dispute["resolved"] as Scalar)?.Text;
            if (remaining.Length < 2 || (resolved is not null && remaining.All(s => s.Key != resolved))) continue;
            left.Add(entry with { Value = dispute.With(dispute.Find("sides")! with { Value = sides with { Entries = remaining } }) });
        }

        return left.Count == disputes.Entries.Length && left.Zip(disputes.Entries).All(p => ReferenceEquals(p.First, p.Second)) ? disputes : disputes with { Entries = left.ToImmutable() };
    }

    static bool Mentions(Node side, string claim) => side is Sequence list ? list.Items.Any(i => Names(i, claim)) : Names(side, claim);

    static bool Names(Node? node, string claim) => node is Scalar scalar && scalar.Text == claim;
}
