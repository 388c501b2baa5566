using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Gates.Rules;

/// <summary>The two dates of a rule or measure, and what is known of its end and its stays.</summary>
/// <param name="Known">Day from which it could be known.</param>
/// <param name="From">First day on which it binds; null: never found, so that it binds on no day.</param>
/// <param name="Ended">Last day; null: none known.</param>
/// <param name="EndedKnown">Day from which the end could be known.</param>
/// <param name="End">What is known of the end.</param>
/// <param name="Stays">Spans in which it does not bind.</param>
sealed record Validity(DateOnly Known, DateOnly? From, DateOnly? Ended, DateOnly EndedKnown, KnownEnd End, ImmutableArray<Stay> Stays)
{
    /// <summary>Whether it binds on a day, as far as known by another.</summary>
    public Truth InForce(DateOnly day, DateOnly asOf)
    {
        if (Known > asOf || From is not { } from || day < from) return Truth.False;
        if (Ended < day && EndedKnown <= asOf) return Truth.False;
        foreach (var stay in Stays)
            if (stay.Known <= asOf && day >= stay.From)
                return day <= stay.Until ? Truth.False : stay.Then;
        return Truth.True;
    }

    /// <summary>Days on which it may change.</summary>
    public IEnumerable<DateOnly> Changes
    {
        get
        {
            if (From is { } from) yield return from;
            if (Ended is { } ended) yield return ended.AddDays(1);
            foreach (var stay in Stays)
            {
                yield return stay.From;
                yield return stay.Until.AddDays(1);
            }
        }
    }
}

/// <summary>A span in which a rule does not bind.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Then">Whether it binds again afterwards.</param>
/// <param name="Known">Day from which the stay could be known.</param>
sealed record Stay(DateOnly From, DateOnly Until, Truth Then, DateOnly Known);

/// <summary>The fields of the dates, for rules and measures alike.</summary>
static class ValidityShape
{
    static readonly Field<DateOnly> from = new("from", Kinds.Date, "first day", "2025-11-10");
    static readonly Field<DateOnly> until = new("until", Kinds.Date, "last day", "2026-11-09");
    static readonly Field<Truth> then = new Field<Truth>("then", Kinds.Choice(("in-force", Truth.True), ("ended", Truth.False), ("unknown", Truth.Unknown)), "what follows", "unknown").Optional(Truth.Unknown, "unknown");
    static readonly Field<DateOnly> stayKnown = new("known", Kinds.Date, "day from which it could be known", "2025-11-10");
    static readonly Field<ImmutableArray<Ref>> stayBasis = new Field<ImmutableArray<Ref>>("basis", Kinds.ListOf(Kinds.Name("reference")), "references", "[fr-2025-19846]").Optional([]);
    static readonly Shape<Stay> stay = new("stay", "A span in which a rule does not bind.", [from, until, then, stayKnown, stayBasis], row => new(row.At(from), row.At(until), row.At(then), row.At(stayKnown)));

    static readonly Kind<VagueDate?> start = new EndKind(("not-found", KnownEnd.NotFound)).Map(e => e.Day);
    static readonly Kind<(VagueDate? Day, KnownEnd End)> end = new EndKind(("none", KnownEnd.None), ("not-found", KnownEnd.NotFound));

    /// <summary>When it could be known.</summary>
    public static Field<VagueDate> Known { get; } = new("known", Kinds.VagueDate, "earliest publication or report; the last possible day counts", "2023-10-17");

    /// <summary>When it binds.</summary>
    public static Field<VagueDate?> Effective { get; } = new("effective", start, "first day on which it binds, or not-found", "2023-11-17");

    /// <summary>Its last day.</summary>
    public static Field<(VagueDate? Day, KnownEnd End)> Ended { get; } = new Field<(VagueDate? Day, KnownEnd End)>("ended", end, "last day, none, or not-found", "none").Optional((null, KnownEnd.NotFound), "not-found");

    /// <summary>When its end could be known.</summary>
    public static Field<VagueDate?> EndedKnown { get; } = Fields.MaybeValue("ended-known", Kinds.VagueDate, "day from which the end could be known", "2023-10-17", "the last day itself");

    /// <summary>Its stays.</summary>
    public static Field<ImmutableArray<Named<Stay>>> Spans { get; } = new Field<ImmutableArray<Named<Stay>>>("spans", Kinds.MapOf(stay), "spans in which it does not bind",
        "{stay: {from: 2025-11-10, until: 2026-11-09, then: unknown, known: 2025-11-10}}").Optional([]);

    /// <summary>The dates of a row that has these fields.</summary>
    public static Validity Of(Row row)
    {
        var (ended, known) = (row.At(Ended), row.At(EndedKnown));
        return new(row.At(Known).To, row.At(Effective)?.From, ended.Day?.To, known?.To ?? ended.Day?.To ?? DateOnly.MaxValue, ended.End,
            [.. row.At(Spans).Select(s => s.Value).OrderBy(s => s.From)]);
    }
}
