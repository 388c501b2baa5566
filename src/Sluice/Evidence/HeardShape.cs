using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>What stands under an origin of a claim; the origin itself is its name.</summary>
/// <param name="SaidBy">Whom the report names as its source.</param>
/// <param name="Certainty">How firmly the report says it.</param>
/// <param name="Behalf">Whether the speaker speaks in its own interest.</param>
/// <param name="Copies">Reports that repeat the origin.</param>
public sealed record HeardSoFar(string? SaidBy, Certainty Certainty, Behalf Behalf, ImmutableArray<Ref> Copies)
{
    /// <summary>The same, heard in an origin.</summary>
    public Heard In(Ref origin) => new(origin, SaidBy, Certainty, Behalf, Copies);
}

/// <summary>How a <see cref="Heard"/> is written.</summary>
public static class HeardShape
{
    static readonly Field<string?> saidBy = Fields.Maybe("said-by", Kinds.Text, "whom the report names as its source", "people familiar");
    static readonly Field<Certainty> certainty = new("certainty", Words, "how firmly the report says it", "reported");
    static readonly Field<Behalf> interest = new Field<Behalf>("interest", Kinds.Choice(("own", Behalf.Own), ("others", Behalf.Others)),
        "whether the speaker speaks on its own behalf", "own").Optional(Behalf.Others, "others");
    static readonly Field<ImmutableArray<Ref>> copies = new Field<ImmutableArray<Ref>>("in", Kinds.ListOf(Kinds.Name("report")),
        "reports that repeat this origin; they add nothing to its weight", "[cryptopolitan-2025-08-21]").Optional([]);

    /// <summary>The words for certainty.</summary>
    public static Kind<Certainty> Words => Kinds.Choice(("firm", Certainty.Firm), ("reported", Certainty.Reported), ("planned", Certainty.Planned),
        ("estimate", Certainty.Estimate), ("opinion", Certainty.Opinion), ("unverified", Certainty.Unverified));

    /// <summary>The shape.</summary>
    public static Shape<HeardSoFar> Shape { get; } = new("origin", "An original report in which a claim was heard.", [saidBy, certainty, interest, copies],
        row => new(row.At(saidBy), row.At(certainty), row.At(interest), row.At(copies)));
}
