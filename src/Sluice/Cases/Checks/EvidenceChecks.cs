using Sluice.Evidence;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>Claims are heard somewhere and back something, reports are heard, sides of a dispute differ.</summary>
static class EvidenceChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        var used = settings.References.All.Where(r => !InAtlas(r.Name.At)).ToLookup(r => r.Name.List, r => r.Name.Id, StringComparer.Ordinal);
        var (claims, reports) = (used["claim"].ToHashSet(StringComparer.Ordinal), used["report"].ToHashSet(StringComparer.Ordinal));
        foreach (var claim in draft.Evidence.Claims.Where(c => !InAtlas(c.At)))
        {
            if (claim.Heard.IsEmpty) into.Add(CheckMessages.HeardNowhere(claim));
            else if (settings.Text == CaseText.AsWritten && !claims.Contains(claim.Id) && claim.Note is null) into.Add(CheckMessages.UnusedClaim(draft.KeyOf($"claims.{claim.Id}", claim.At), claim.Id));
            foreach (var heard in claim.Heard) Copies(draft.Evidence, heard, into);
        }

        foreach (var report in draft.Evidence.Reports)
            if (settings.Text == CaseText.AsWritten && !InAtlas(report.At) && !reports.Contains(report.Id)) into.Add(CheckMessages.UnusedReport(draft.KeyOf($"reports.{report.Id}", report.At), report.Id));
        foreach (var dispute in draft.Evidence.Disputes) Sides(dispute, into);
    }

    static bool InAtlas(Place at) => at.File.StartsWith("atlas/", StringComparison.Ordinal);

    static void Copies(EvidenceRecord evidence, Heard heard, Diagnostics into)
    {
        var origin = evidence.Reports.FirstOrDefault(r => r.Id == heard.Origin.Id);
        foreach (var copy in heard.In)
        {
            if (copy.Id == heard.Origin.Id) into.Add(CheckMessages.CopyOfItself(copy));
            else if (origin is not null && evidence.Reports.FirstOrDefault(r => r.Id == copy.Id) is { } repeats && repeats.Published < origin.Dated.From) into.Add(CheckMessages.CopyBeforeOrigin(copy, origin));
        }
    }

    static void Sides(Dispute dispute, Diagnostics into)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var side in dispute.Sides)
            foreach (var claim in side.Claims)
                if (!first.TryAdd(claim.Id, side.Name) && first[claim.Id] != side.Name) into.Add(CheckMessages.ClaimOnTwoSides(claim, first[claim.Id], side.Name));
    }
}
