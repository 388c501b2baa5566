using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>How a <see cref="Claim"/> is written.</summary>
public static class ClaimShape
{
    static readonly Field<string> who = new("who", Kinds.Id, "party that acts or speaks", "cac");
    static readonly Field<string> does = new("does", Kinds.Text, "what it does or says, in own words", "asks large platforms to pause H20 orders");
    static readonly Field<VagueDate> when = new("when", Kinds.VagueDate, "when it happened", "about 2025-07-22");
    static readonly Field<int> credibility = new("credibility", Kinds.Integer(1, 6),
        "grade of the thing said, by itself: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged", "2");
    static readonly Field<ImmutableArray<Keyed<HeardSoFar>>> heard = new("heard", Kinds.MapBy("report", HeardShape.Shape),
        "origins, by report: the original report counts, not the pages that repeat it", "{ft-2025-08-20: {said-by: people familiar, certainty: reported}}");
    static readonly Field<string?> note = Fields.Maybe("note", Kinds.Text, "remark for readers; a claim that nothing rests on says here why it is kept", "Unpublished and not confirmed.");

    /// <summary>The shape.</summary>
    public static Shape<Claim> Shape { get; } = new("claim", "One thing said, with every origin in which it was heard.", [who, does, when, credibility, heard, note],
        row => new(row.Name, row.At(who), row.At(does), row.At(when), row.At(credibility),
            [.. row.At(heard).Select(h => h.Value.In(h.Key))], row.At(note), row.Place));
}
