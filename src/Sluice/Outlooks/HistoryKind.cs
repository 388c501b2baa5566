using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>A history: entries by the (perhaps vague) day from which they were true, in order of what was known first.</summary>
sealed class HistoryKind : Kind<ImmutableArray<HistoryEntry>>
{
    static readonly Kind<ImmutableArray<Named<HistoryEntry>>> entries = Kinds.MapOf(HistoryShape.Shape, MapOrder.AsWritten);

    /// <inheritdoc/>
    public override string Words => "a map from dates to what held from then on";

    /// <inheritdoc/>
    public override JsonObject Schema() => entries.Schema();

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, out ImmutableArray<HistoryEntry> value)
    {
        value = [];
        if (!entries.TryRead(node, reader, out var read)) return false;
        var sound = true;
        var history = ImmutableArray.CreateBuilder<HistoryEntry>();
        foreach (var (id, at, entry) in read)
        {
            if (VagueDate.TryParse(id, out var effective)) history.Add(entry with { Effective = effective, At = at });
            else sound = reader.Report(OutlookShapeMessages.NotADate(at, id));
        }

        value = history.Sorted(HistoryEntry.AsKnown);
        return sound;
    }
}

/// <summary>How a <see cref="HistoryEntry"/> is written; the day from which it was true is its name.</summary>
public static class HistoryShape
{
    static readonly Field<string> level = new("level", Kinds.Id, "level at which the driver stood", "licensed");
    static readonly Field<DateOnly> known = new("known", Kinds.Date, "earliest publication or report", "2025-08-08");
    static readonly Field<DateOnly?> until = Fields.MaybeValue("until", Kinds.Date, "last day, where the entry tells of a past that was over when it became known", "2025-07-31", "it went on");
    static readonly Field<ImmutableArray<Ref>> claims = new Field<ImmutableArray<Ref>>("claims", Kinds.ListOf(Kinds.Name("claim")), "claims that say so", "[licences-issued]").Optional([]);

    /// <summary>The shape.</summary>
    public static Shape<HistoryEntry> Shape { get; } = new("entry of a history", "A past standing, with the day from which it was true (its name) and the day from which it could be known.", [level, known, until, claims],
        row => new(default, row.At(level), row.At(known), row.At(until), row.At(claims), row.Place));
}
