using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>Names under which people know parts: ids, ids without the maker, printed names, aliases in English and Chinese. Case, spaces and hyphens mean nothing.</summary>
public sealed class PartNames
{
    readonly ImmutableDictionary<string, string> ids;
    readonly ImmutableArray<string> shown;
    readonly ImmutableDictionary<string, string> shortNames;

    PartNames(ImmutableDictionary<string, string> ids, ImmutableArray<string> shown, ImmutableDictionary<string, string> shortNames) => (this.ids, this.shown, this.shortNames) = (ids, shown, shortNames);

    /// <summary>Reads names; where two parts share a name, it means neither.</summary>
    public static PartNames Read(Map? names, ImmutableArray<Part> parts)
    {
        var claims = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var shown = new SortedSet<string>(StringComparer.Ordinal);
        var shortNames = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var own = part.Id.StartsWith(part.Maker + "-", StringComparison.Ordinal) ? part.Id[(part.Maker.Length + 1)..] : part.Id[(part.Id.IndexOf('-', StringComparison.Ordinal) + 1)..];
            Add(part.Id, part.Id);
            Add(own, part.Id);
            if (own.StartsWith("rtx-", StringComparison.Ordinal)) Add(own[4..], part.Id);
            if (part.Title is { } title) Add(title, part.Id);
            shown.Add(own);
            if (names?[part.Id] is not Map written) continue;
            if ((written["en"] as Scalar)?.Text is { } english) shortNames[part.Id] = english;
            foreach (var name in written.Entries.SelectMany(e => e.Value is Sequence list ? list.Items : [e.Value]).OfType<Scalar>())
            {
                Add(name.Text, part.Id);
                shown.Add(name.Text);
            }
        }

        return new(claims.Where(c => c.Value.Count == 1).ToImmutableDictionary(c => c.Key, c => c.Value.First(), StringComparer.Ordinal), [.. shown], shortNames.ToImmutable());

        void Add(string name, string id)
        {
            var folded = Fold(name);
            if (folded.Length == 0) return;
            if (!claims.TryGetValue(folded, out var all)) claims[folded] = all = new(StringComparer.Ordinal);
            all.Add(id);
        }
    }

    /// <summary>The part of a name; null where there is none, or more than one.</summary>
    public string? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = Fold(name);
        return ids.TryGetValue(folded, out var id) ? id : Beginning(folded);
    }

    /// <summary>Names near to one that nobody knows, nearest first.</summary>
    public ImmutableArray<string> Near(string name)
    {
        var folded = Fold(name);
        if (folded.Length is 0 or > 60) return [];
        var nearest = Nearest.To(name, shown);
        return [.. new[] { nearest }.OfType<string>().Concat(shown.Where(s => folded.Length >= 2 && Fold(s).Contains(folded, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal).Take(5)];
    }

    /// <summary>The short printed name of a part: <c>H20</c>.</summary>
    public string Brief(Part part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (shortNames.TryGetValue(part.Id, out var name)) return name;
        var title = part.Title ?? part.Id;
        var bracket = title.IndexOf('(', StringComparison.Ordinal);
        return Plain(bracket > 0 ? title[..bracket].Trim() : title);
    }

    /// <summary>Without the maker and the family, where what is left still tells the part.</summary>
    static string Plain(string title)
    {
        foreach (var lead in new[] { "NVIDIA GeForce ", "NVIDIA ", "AMD Instinct ", "Alibaba T-Head ", "Huawei " })
            if (title.StartsWith(lead, StringComparison.Ordinal) && title.Length > lead.Length) return title[lead.Length..];
        return title;
    }

    /// <summary>A name that begins just one part's own name: <c>gaudi3-hl</c>.</summary>
    string? Beginning(string folded)
    {
        if (folded.Length < 3) return null;
        var found = ids.Where(i => i.Key.StartsWith(folded, StringComparison.Ordinal)).Select(i => i.Value).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    static string Fold(string name) => string.Concat(name.Where(c => c is not ('-' or '_' or ' ')).Select(char.ToLowerInvariant));
}
