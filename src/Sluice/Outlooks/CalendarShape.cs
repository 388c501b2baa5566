using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>How a <see cref="CalendarEvent"/> is written.</summary>
public static class CalendarShape
{
    static readonly Field<DateOnly> on = new("on", Kinds.Date, "day", "2025-11-10");
    static readonly Field<string?> title = Fields.Maybe("title", Kinds.Text, "words for people", "the tariff truce ends");
    static readonly Field<ImmutableArray<Keyed<ImmutableArray<Named<EventFactor>>>>> moves = new Field<ImmutableArray<Keyed<ImmutableArray<Named<EventFactor>>>>>("moves",
        Kinds.MapBy("driver", Kinds.MapOf(EventFactorShape.Shape)), "factors on moves for a while, by driver and move", "{us-export: {shut: {times: 3, for: 1 month}}}").Optional([], "none");
    static readonly Field<ImmutableArray<Keyed<EventJump>>> jumps = new Field<ImmutableArray<Keyed<EventJump>>>("jumps",
        Kinds.MapBy("driver", EventJumpShape.Shape), "changes of level at the event itself, by driver", "{us-export: {from: licensed, to: closed, chance: 10 %}}").Optional([], "none");

    /// <summary>The shape.</summary>
    public static Shape<CalendarEvent> Shape { get; } = new("scheduled event", "A day that is known in advance.", [on, title, moves, jumps],
        row => new(row.Name, row.At(on), row.At(title),
            [.. row.At(moves).SelectMany(d => d.Value.Select(m => m.Value with { Driver = d.Key.Id, Move = m.Id }))],
            [.. row.At(jumps).Select(j => j.Value with { Driver = j.Key.Id })]) { At = row.Place });
}

/// <summary>How an <see cref="EventFactor"/> is written; driver and move are its names.</summary>
public static class EventFactorShape
{
    static readonly Field<Given<double>> times = new("times", Given.Of(Kinds.Number(0.01, 100)), "factor on the rate", "3");
    static readonly Field<double> length = new("for", Measures.Duration, "how long, from the event on", "1 month");

    /// <summary>The shape.</summary>
    public static Shape<EventFactor> Shape { get; } = new("factor of an event", "A factor on a move's rate after an event.", [times, length], row => new("", "", row.At(times), row.At(length)) { At = row.Place });
}

/// <summary>How an <see cref="EventJump"/> is written; the driver is its name.</summary>
public static class EventJumpShape
{
    static readonly Field<string> from = new("from", Kinds.Id, "level that it leaves", "licensed");
    static readonly Field<string> to = new("to", Kinds.Id, "level that it reaches", "closed");
    static readonly Field<Given<double>> chance = new("chance", Given.Of(Measures.Share), "probability", "10 %");

    /// <summary>The shape.</summary>
    public static Shape<EventJump> Shape { get; } = new("jump", "A change of level at an event.", [from, to, chance], row =>
    {
        if (row.At(from) == row.At(to)) row.Reject(to, "another level", "the jump leaves the same level");
        return new("", row.At(from), row.At(to), row.At(chance)) { At = row.Place };
    });
}
