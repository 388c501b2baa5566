using System.Collections.Immutable;
using Sluice.Gates;
using Sluice.Market.Reported;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Reads of the atlas what cases need beside parts, sources and weights.</summary>
static class AtlasReader
{
    const string NotFound = "not-found";

    static readonly Kind<VagueDate> date = Kinds.VagueDate;
    static readonly Kind<int> strength = Kinds.Integer(0, 6);

    /// <summary>Reads the sections that are there.</summary>
    public static AtlasRecord Read(Map root, Reader reader)
    {
        var about = root["about"] as Map;
        return new((about?["version"] as Scalar)?.Text ?? "none", Map(about?["horizon"], Kinds.Date, reader),
            Entries(root["rules"], reader, "effective", "part"), Entries(root["measures"], reader, "effective", "party"), Entries(root["events"], reader, "when", "party"),
            [.. (about?["buyer-groups"] as Map)?.Keys ?? []], Map(about?["ladder"], strength, reader), [.. ((root["names"] as Map)?["parties"] as Map)?.Keys ?? []])
        {
            Figures = Shaped(root["market"], MarketFigureShape.Shape, reader), Series = Shaped(root["series"], SeriesShape.Shape, reader),
        };
    }

    static ImmutableArray<T> Shaped<T>(Node? node, Kind<T> kind, Reader reader)
    {
        var read = ImmutableArray.CreateBuilder<T>();
        foreach (var entry in (node as Map)?.Entries.OrderBy(e => e.Key, StringComparer.Ordinal) ?? Enumerable.Empty<Entry>())
            if (kind.TryRead(entry.Value, reader, out var value)) read.Add(value);
        return read.ToImmutable();
    }

    static ImmutableArray<Named<T>> Map<T>(Node? node, Kind<T> kind, Reader reader) =>
        node is not null && Kinds.MapOf(kind).TryRead(node, reader, out var read) ? read : [];

    static ImmutableArray<DatedEntry> Entries(Node? node, Reader reader, string effectiveKey, string named)
    {
        if (node is not Map map) return [];
        var read = ImmutableArray.CreateBuilder<DatedEntry>(map.Entries.Length);
        foreach (var entry in map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
            if (entry.Value is not Map written) reader.Reject(entry.Value, "a map");
            else if (TryDates(written, reader, effectiveKey, out var effective, out var known, out var ended, out var end))
            {
                Mention(written, reader, named);
                read.Add(new(entry.Key, ((written["issuer"] ?? written["who"]) as Scalar)?.Text ?? "", effective, known, ended, end, written));
            }

        return read.ToImmutable();
    }

    static bool TryDates(Map written, Reader reader, string effectiveKey, out VagueDate? effective, out VagueDate known, out VagueDate? ended, out KnownEnd end)
    {
        (effective, known, ended, end) = (null, default, null, KnownEnd.NotFound);
        foreach (var key in new[] { effectiveKey, "known" })
            if (written[key] is null) return reader.Report(AtlasMessages.NoDate(written, key));
        if (!date.TryRead(written["known"]!, reader, out known)) return false;
        if (written[effectiveKey] is not Scalar { Text: NotFound })
        {
            if (!date.TryRead(written[effectiveKey]!, reader, out var from)) return false;
            effective = from;
        }

        if (written["ended"] is Scalar { Text: "none" }) end = KnownEnd.None;
        else if (written["ended"] is { } last and not Scalar { Text: NotFound })
        {
            if (!date.TryRead(last, reader, out var day)) return false;
            if (day.To < effective?.From) return reader.Report(AtlasMessages.EndsBeforeItBegins(last.At, written.Name));
            (ended, end) = (day, KnownEnd.Dated);
        }

        return true;
    }

    /// <summary>Enters the names that it leans on, so that linking finds those that lead nowhere.</summary>
    static void Mention(Map written, Reader reader, string named)
    {
        var names = reader.Get<References>();
        foreach (var (key, list) in new[] { ("claims", "claim"), ("named", named) })
            foreach (var name in Node.Scalars(written[key])) names.Add(new(name.Text, name.At, list), name.Path);
        foreach (var basis in written["basis"] is Map several ? several.Entries.Select(Node? (e) => e.Value) : [written["basis"]])
            foreach (var name in Node.Scalars(basis)) names.Add(new(name.Text, name.At, "reference"), name.Path);
        foreach (var name in Node.Scalars((written["on"] as Map)?["part"])) names.Add(new(name.Text, name.At, "part"), name.Path);
    }
}
