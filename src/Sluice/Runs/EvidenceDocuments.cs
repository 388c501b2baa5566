using System.Text.Json;
using Sluice.Cases;
using Sluice.Evidence;

namespace Sluice.Runs;

/// <summary>Makes the document of <c>sluice evidence</c> from a case and its outlook.</summary>
public static class EvidenceDocuments
{
    /// <summary>Makes the document.</summary>
    /// <exception cref="ArgumentException">The question names a claim or driver that the case does not have.</exception>
    public static EvidenceDocument Of(Case world, CaseOutlook outlook, EvidenceQuestion question)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(outlook);
        ArgumentNullException.ThrowIfNull(question);
        if (question.Claim is { } named) outlook.Supports.SupportOf(named);
        var explained = question.Explain is { } driver
            ? world.Drivers.FirstOrDefault(d => d.Id == driver) ?? throw new ArgumentException($"'{driver}' is no driver of this case.", nameof(question)) : null;
        var uses = EvidenceUses.Of(world, outlook.Standing);
        var all = Claims(world, outlook.Supports, uses);
        var disputes = Disputes(world, outlook.Supports);
        var moves = EvidenceMoves.At(world, outlook.Rates);
        return new()
        {
            Case = world.Header.Title,
            AsOf = world.Header.AsOf,
            AtlasHorizon = world.Atlas.Horizon,
            RulesChanging = world.Atlas.RulesChanging,
            Viewpoint = Names.OfViewpoint(world),
            With = question.Header.With,
            Muted = question.Muted,
            Version = question.Header.Version,
            InputDigest = world.Digest,
            Weights = outlook.Supports.Weights.Name,
            Claims = question.Claim is { } one ? [.. all.Where(c => c.Id == one)] : all,
            Disputes = question.Claim is { } disputed ? [.. disputes.Where(d => d.Sides.Any(s => s.Claims.Contains(disputed)))] : disputes,
            Moves = [.. moves.Where(m => (explained is null || m.Driver == explained.Id) && (question.Claim is null || m.Reasons.Any(r => r.Event == question.Claim || r.Link == question.Claim)))],
            WithoutBasis = [.. world.Assumptions.Where(a => !a.Basis.IsStated).Select(a => new BareNumber(a.Path, a.Text))],
            Stale = [.. EvidenceStaleness.Of(world, outlook, question.OldAfter).Where(s => question.Claim is null || s.Claim == question.Claim)],
            Unused = Unused(world, uses),
            Explain = explained is null ? null : EvidenceMoves.Explain(world, explained, outlook.Standing, outlook.Rates),
        };
    }

    /// <summary>The document as JSON.</summary>
    public static string Json(EvidenceDocument document) => JsonSerializer.Serialize(document, EvidenceJson.Default.EvidenceDocument) + "\n";

    static ImmutableArray<ClaimRow> Claims(Case world, SupportTable supports, ILookup<string, UseRow> uses)
    {
        var sources = world.Evidence.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var sides = supports.Disputes.ToDictionary(d => d.Dispute, StringComparer.Ordinal);
        return [.. supports.Claims.OrderByDescending(c => c.Value).ThenBy(c => c.Claim.Id, StringComparer.Ordinal).Select(c => new ClaimRow(
            c.Claim.Id, c.Claim.Who, c.Claim.Does, c.Claim.When.ToString(), c.Claim.Credibility, c.Claim.Note, Rounding.Rate(c.Own), Rounding.Rate(c.Value),
            Rounding.Rate(supports.SaidWeight(c.Claim.Id)), [.. c.Origins.Select(o => Origin(c.Claim, o, sources[o.Source]))],
            [.. c.Claim.Heard.Select(h => h.Origin.Id).Except(c.Origins.Select(o => o.Origin), StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. c.InDisputes.Select(d => new ClaimDisputeRow(d.Dispute, d.Side, Word(d.Outcome),
                sides[d.Dispute].Sides.First(s => s.Side == d.Side) is { Own: > 0 } side ? Rounding.Rate(side.Value / side.Own) : 0, Rounding.Rate(d.Value)))],
            [.. uses[c.Claim.Id]]))];
    }

    static OriginRow Origin(Claim claim, OriginWeight origin, Source source)
    {
        var heard = claim.Heard.First(h => h.Origin.Id == origin.Origin);
        return new(origin.Origin, origin.Source, origin.Published, heard.SaidBy, [.. heard.In.Select(r => r.Id)], source.Reliability.ToString(),
            heard.Certainty.ToString().ToLowerInvariant(), origin.Reliability, origin.Credibility, origin.Certainty, origin.Interest,
            Rounding.Rate(origin.Weight), Rounding.Rate(origin.Decline));
    }

    static ImmutableArray<DisputeRow> Disputes(Case world, SupportTable supports) => [.. supports.Disputes.OrderBy(d => d.Dispute, StringComparer.Ordinal).Select(weighed =>
    {
        var dispute = world.Evidence.Disputes.First(d => d.Id == weighed.Dispute);
        return new DisputeRow(dispute.Id, [.. weighed.Sides.Select(s => new SideRow(s.Side, [.. dispute.Sides.First(d => d.Name == s.Side).Claims.Select(c => c.Id)],
            Rounding.Rate(s.Own), Rounding.Rate(s.Odds), Rounding.Rate(s.Value)))], Rounding.Rate(weighed.Neither), dispute.Resolved);
    })];

    /// <summary>Claims on which nothing rests, unless they weigh in a dispute against one on which something does.</summary>
    static ImmutableArray<UnusedClaim> Unused(Case world, ILookup<string, UseRow> uses)
    {
        var weighing = world.Evidence.Disputes.Select(d => d.Sides.SelectMany(s => s.Claims).Select(c => c.Id).ToList())
            .Where(claims => claims.Any(c => uses.Contains(c))).SelectMany(claims => claims).ToHashSet(StringComparer.Ordinal);
        return [.. world.Evidence.Claims.Where(c => !InAtlas(c) && !uses.Contains(c.Id) && !weighing.Contains(c.Id)).OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => new UnusedClaim(c.Id, c.Note))];
    }

    // The atlas keeps claims for every case; that this one does not use them is no news.
    static bool InAtlas(Claim claim) => claim.At.File.StartsWith("atlas/", StringComparison.Ordinal);

    static string Word(Outcome outcome) => outcome switch { Outcome.Won => "won", Outcome.Lost => "lost", _ => "open" };
}
