using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>Weighs the visible origins of claims.</summary>
internal sealed class OriginWeigher(EvidenceRecord evidence, Weights weights, DateOnly asOf)
{
    readonly Dictionary<string, Report> reports = evidence.Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
    readonly Dictionary<string, Source> sources = evidence.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);

    /// <summary>Visible origins of a claim, each once, heaviest first.</summary>
    public ImmutableArray<OriginWeight> Weigh(Claim claim) =>
        Ranked(
            claim.Heard.Where(h => reports[h.Origin.Id].Published <= asOf).Select(h => Weigh(claim, h)),
            weights);

    /// <summary>a of ranked origins: 1 − Π (1 − γᵏ⁻¹ w), at most the cap.</summary>
    public static double Together(ImmutableArray<OriginWeight> ranked, Weights weights)
    {
        var unsupported = 1.0;
        foreach (var origin in ranked)
            unsupported *= 1 - origin.Decline * origin.Weight;
        return Math.Min(1 - unsupported, weights.Cap);
    }

    /// <summary>Each origin once at its heaviest, heaviest first; ties by day of publication, then by id.</summary>
    public static ImmutableArray<OriginWeight> Ranked(IEnumerable<OriginWeight> origins, Weights weights)
    {
        var decline = 1.0;
        var ranked = ImmutableArray.CreateBuilder<OriginWeight>();
        var heaviest = origins
            .GroupBy(o => o.Origin, StringComparer.Ordinal)
            .Select(g => g.MaxBy(o => o.Weight)!)
            .Sorted(static (a, b) =>
                b.Weight.CompareTo(a.Weight) is not 0 and var heavier ? heavier : a.Published.CompareTo(b.Published) is not 0 and var earlier ? earlier : string.CompareOrdinal(a.Origin, b.Origin));
        foreach (var origin in heaviest)
        {
            ranked.Add(origin with { Decline = decline });
            decline *= weights.Decline;
        }
        return ranked.ToImmutable();
    }

    OriginWeight Weigh(Claim claim, Heard heard)
    {
        var report = reports[heard.Origin.Id];
        // The source is the origin's, never that of the page on which it was read.
        var reliability = weights.Reliability[sources[report.Source.Id].Reliability.ToString()];
        var credibility = weights.Credibility[claim.Credibility.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        var certainty = weights.Certainty[Weights.Certainties[(int)heard.Certainty]];
        var interest = heard.Behalf == Behalf.Own ? weights.OwnBehalf : 1;
        return new(
            report.Id, report.Source.Id, report.Published, reliability, credibility, certainty, interest,
            reliability * credibility * certainty * interest, 1);
    }
}
