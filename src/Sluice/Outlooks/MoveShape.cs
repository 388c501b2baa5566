using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>How a <see cref="Move"/> is written.</summary>
public static class MoveShape
{
    static readonly Field<string> from = new("from", Kinds.Id, "level that it leaves", "pause");
    static readonly Field<string> to = new("to", Kinds.Id, "level that it reaches", "bar");
    static readonly Field<Given<double>?> chance = Fields.Maybe("chance", Given.Of(Measures.Chance.Map(rate => rate.PerMonth)), "chance over a time, as if it were the only move and without its reasons", "20 % per quarter", "as 'dwell' says");
    static readonly Field<Given<double>?> dwell = Fields.Maybe("dwell", Given.Of(new MedianKind()), "median time until it happens, as if it were the only move", "median 82 days", "as 'chance' says");
    static readonly Field<ImmutableArray<Keyed<ImmutableArray<string>>>> when = new Field<ImmutableArray<Keyed<ImmutableArray<string>>>>("when",
        Kinds.MapBy("driver", Kinds.ListOf(Kinds.Id)), "only while other drivers stand at these levels, or 'recent'", "{us-export: recent}").Optional([], "always");
    static readonly Field<ImmutableArray<Named<Reason>>> because = new Field<ImmutableArray<Named<Reason>>>("because",
        Kinds.MapOf(ReasonShape.Shape), "claims that multiply the rate for a while", "{remark: {event: lutnick-remark, times: 1.5}}").Optional([], "no reasons");

    /// <summary>The shape.</summary>
    public static Shape<Move> Shape { get; } = new("move", "A change of level, at a rate.", [from, to, chance, dwell, when, because], row =>
    {
        if (row.Has(chance) == row.Has(dwell)) row.Reject(row.Has(chance) ? dwell : chance, "either 'chance' or 'dwell'", row.Has(chance) ? "the move has both" : "the move has neither");
        if (row.At(from) == row.At(to)) row.Reject(to, "another level", "the move leaves the same level");
        var rate = row.At(chance) ?? row.At(dwell)?.Map(months => Math.Log(2) / months) ?? Given.Default(0.0);
        return new(row.Name, row.At(from), row.At(to), rate, [.. row.At(when).Select(w => new When(w.Key, w.Value))], [.. row.At(because).Select(r => r.Value)], row.Place);
    });
}

/// <summary>How a <see cref="Reason"/> is written.</summary>
public static class ReasonShape
{
    static readonly Field<Ref> happened = new("event", Kinds.Name("claim"), "claim that something happened or was said", "lutnick-remark");
    static readonly Field<Ref?> link = Fields.Maybe("link", Kinds.Name("claim"), "claim that the event moves the mover", "officials-took-offence", "the event speaks for itself");
    static readonly Field<Given<double>> times = new("times", Given.Of(Kinds.Number(0.01, 100)), "factor on the rate when event and link are fully supported", "1.5");
    static readonly Field<DateOnly?> from = Fields.MaybeValue("from", Kinds.Date, "first day", "2025-07-15", "the event's date");
    static readonly Field<double> length = new Field<double>("for", Measures.Duration, "how long it counts", "2 quarters").Optional(6, "2 quarters");
    static readonly Field<Counts> counts = new Field<Counts>("counts", Kinds.Choice(("if-true", Counts.IfTrue), ("if-said", Counts.IfSaid)),
        "whether it counts if true, or already if said: for what an authority itself stated", "if-said").Optional(Counts.IfTrue, "if-true");

    /// <summary>The shape.</summary>
    public static Shape<Reason> Shape { get; } = new("reason", "A claim that multiplies a rate, for a while.", [happened, link, times, from, length, counts],
        row => new(row.Name, row.At(happened), row.At(link), row.At(times), row.At(from), row.At(length), row.At(counts), row.Place));
}
