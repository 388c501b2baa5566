using System.Collections.Immutable;
using CsCheck;
using Sluice.Evidence;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Evidence;

/// <summary>Eight reports r0 … r7 of any grade; claims c0 … c4, each heard in some of them; two disputes over the first four claims.</summary>
internal static class RandomEvidence
{
    public static Gen<EvidenceRecord> Any { get; } =
        from grades in Gen.Int[0, 5].Array[8]
        from days in Gen.Int[-40, 5].Array[8]
        from credibility in Gen.Int[1, 6].Array[5]
        from heard in Gen.Bool.Array[40]
        from certainty in Gen.Int[0, 5].Array[40]
        select Record(
            Enumerable.Range(0, 8).Select(r => Report($"r{r}", "ABCDEF"[grades[r]], $"{AsOf.AddDays(days[r]):yyyy-MM-dd}")),
            Enumerable.Range(0, 5).Select(c => Claim(
                $"c{c}", credibility[c],
                [.. Enumerable.Range(0, 8).Where(r => heard[c * 8 + r]).Select(r => ($"r{r}", (Certainty)certainty[c * 8 + r]))])),
            [Dispute("d0", ("a", ["c0", "c1"]), ("b", ["c2"]), ("c", ["c3"])), Dispute("d1", ("a", ["c0"]), ("b", ["c3"]))]);

    public static SupportTable Weighed(this EvidenceRecord record) =>
        Supports.Weigh(record, StandardWeights, AsOf, ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>The record with one claim changed.</summary>
    public static EvidenceRecord With(this EvidenceRecord record, string claim, Func<Claim, Claim> change) =>
        record with { Claims = [.. record.Claims.Select(c => c.Id == claim ? change(c) : c)] };

    /// <summary>The record with a claim heard in one more report, of grade C and visible.</summary>
    public static EvidenceRecord HeardAgain(this EvidenceRecord record, string claim) =>
        (record with { Reports = record.Reports.Add(Report("more", 'C')) })
            .With(claim, c => c with { Heard = c.Heard.Add(Heard("more", Certainty.Reported)) });
}
