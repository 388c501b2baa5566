using System.Collections.Immutable;

namespace Sluice.Evidence;

/// <summary>All that is known of a case at its as-of date: who publishes, what was published, what was said, what is disputed.</summary>
public sealed record EvidenceRecord(
    ImmutableArray<Source> Sources, ImmutableArray<Report> Reports, ImmutableArray<Claim> Claims, ImmutableArray<Dispute> Disputes,
    ImmutableArray<Weights> Weights)
{
    /// <summary>The source of that id. Linking has made sure that it exists.</summary>
    public Source Source(string id) => Sources.First(s => s.Id == id);

    /// <summary>The report of that id.</summary>
    public Report Report(string id) => Reports.First(r => r.Id == id);

    /// <summary>The claim of that id.</summary>
    public Claim Claim(string id) => Claims.First(c => c.Id == id);
}
