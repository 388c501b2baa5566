using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>How a <see cref="Dispute"/> is written.</summary>
public static class DisputeShape
{
    static readonly Field<ImmutableArray<Named<ImmutableArray<Ref>>>> sides = new("sides", Kinds.MapOf(Kinds.ListOf(Kinds.Name("claim"))),
        "named sides, each with its claims", "{paused: [cac-asked-to-pause], asked: [reuters-not-ordered]}");
    static readonly Field<string?> resolved = Fields.Maybe("resolved", Kinds.Id,
        "side that is taken to hold; left out while the dispute is open", "paused", "open");

    /// <summary>The shape.</summary>
    public static Shape<Dispute> Shape { get; } = new("dispute", "Claims that cannot all hold.", [sides, resolved], row =>
    {
        var named = row.At(sides);
        if (named.Length < 2) row.Reject(sides, "two sides or more", "a dispute has at least two");
        if (row.At(resolved) is { } side && !named.Any(s => s.Id == side))
            row.Reject(resolved, string.Join(" or ", named.Select(s => s.Id)), "the dispute has no such side");
        return new Dispute(row.Name, [.. named.Select(s => new Side(s.Id, s.Value))], row.Place) { Resolved = row.At(resolved) };
    });
}
