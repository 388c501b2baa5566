using Sluice.Cases;
using Sluice.Evidence;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Runs;

/// <summary>Writes down what a plan stands on.</summary>
static class GroundRecording
{
    public static GroundsRecord Of(Case world, CaseOutlook outlook, ImmutableArray<string> privately)
    {
        var assumptions = Assumptions(world);
        var claims = Claims(world, assumptions);
        return new GroundsRecord(
            [.. world.Header.Clock.Periods.Select(p => new PeriodRecord(p.Label, p.Start, p.End))], Levels(outlook.Chain, outlook.Standing), assumptions,
            [.. claims.Order(StringComparer.Ordinal).Select(id => ClaimOf(world, outlook.Supports.SupportOf(id)))], Disputes(world, outlook.Supports, claims),
            [.. world.Market.Offers.OrderBy(o => o.Id, StringComparer.Ordinal).Select(o => OfferOf(world, o))], privately);
    }

    /// <summary>Claims that numbers, moves and known histories rest on.</summary>
    public static ImmutableArray<string> Resting(Case world) =>
        [.. world.Assumptions.SelectMany(a => a.Basis is Quantities.Claims c ? c.Ids.Select(r => r.Id) : [])
            .Concat(world.Drivers.SelectMany(d => d.Moves).SelectMany(m => m.Because).SelectMany(r => r.Link is { } link ? new[] { r.Event.Id, link.Id } : [r.Event.Id]))
            .Concat(world.Drivers.SelectMany(d => d.History).Where(h => h.Known <= world.Header.AsOf).SelectMany(h => h.Claims).Select(c => c.Id))
            .Distinct(StringComparer.Ordinal).Where(id => world.Evidence.Claims.Any(c => c.Id == id))];

    /// <summary>Those, and the claims that stand against them.</summary>
    static HashSet<string> Claims(Case world, ImmutableArray<AssumptionRecord> assumptions)
    {
        var kept = Resting(world).ToHashSet(StringComparer.Ordinal);
        foreach (var dispute in world.Evidence.Disputes)
        {
            var members = dispute.Sides.SelectMany(s => s.Claims).Select(c => c.Id).ToList();
            if (members.Any(kept.Contains))
                kept.UnionWith(members);
        }
        return kept;
    }

    /// <summary>Parts of the atlas that the case neither has nor can buy are left out.</summary>
    static ImmutableArray<AssumptionRecord> Assumptions(Case world)
    {
        var parts = world.Market.Offers.OfType<Purchase>().Select(o => o.Part.Id).Concat(world.Market.Fleet.Select(f => f.Part.Id)).ToHashSet(StringComparer.Ordinal);
        return [.. world.Assumptions.Where(a => a.Path.Split('.') is not ["parts", var part, ..] || parts.Contains(part)).Select(AssumptionOf)];
    }

    static AssumptionRecord AssumptionOf(Assumption number)
    {
        var (basis, claims, words) = number.Basis switch
        {
            Quantities.Claims c => ("claims", c.Ids.Select(r => r.Id).ToImmutableArray(), c.Remark),
            Citation c => ("source", default(ImmutableArray<string>?), c.Remark.Length > 0 ? $"{c.Text}; {c.Remark}" : c.Text),
            Quantities.Judgement j => ("judgement", null, j.Why),
            _ => ("none", null, ""),
        };
        return new AssumptionRecord(number.Path, number.Text, number.Low, number.High, basis, claims, words.Length > 0 ? words : null, number.Hindsight);
    }

    static ImmutableArray<LevelRecord> Levels(OutlookChain chain, Standing standing)
    {
        var records = ImmutableArray.CreateBuilder<LevelRecord>();
        for (var d = 0; d < chain.Drivers.Length; d++)
            for (var l = 0; l < chain.Drivers[d].Levels.Length; l++)
                records.Add(new LevelRecord(chain.Drivers[d].Id, chain.Drivers[d].Levels[l].Id, chain.States[chain.Root].Levels[d] == l, Chances(chain, d, l)));
        return records.ToImmutable();
    }

    static ImmutableArray<double> Chances(OutlookChain chain, int driver, int level) =>
        [.. Enumerable.Range(0, chain.Alive.Length).Select(t =>
            Rounding.Share(chain.Alive[t].Select((state, i) => chain.States[state].Levels[driver] == level ? chain.Probability[t][i] : 0).Sum()))];

    static OfferRecord OfferOf(Case world, Offer offer) => new(offer.Id, (offer as Purchase)?.Part.Id, offer is Purchase purchase ? world.Market.Part(purchase.Part.Id).Title : null, offer.Seller);

    static ClaimRecord ClaimOf(Case world, ClaimSupport support) =>
        new(support.Claim.Id, support.Claim.Who, support.Claim.Does, support.Claim.When.ToString(), Rounding.Share(support.Value), [.. support.Origins.Select(o =>
        {
            var heard = support.Claim.Heard.First(h => h.Origin.Id == o.Origin);
            var (report, source) = (world.Evidence.Report(o.Origin), world.Evidence.Source(o.Source));
            return new HeardRecord(report.Id, source.Title, source.Chinese, report.Published, report.Address, heard.SaidBy, heard.Certainty.ToString().ToLowerInvariant(), heard.In.Length);
        })]);

    static ImmutableArray<DisputeRecord> Disputes(Case world, SupportTable supports, HashSet<string> claims) =>
        [.. supports.Disputes.OrderBy(d => d.Dispute, StringComparer.Ordinal)
            .Select(weighed => (Weighed: weighed, Stated: world.Evidence.Disputes.First(d => d.Id == weighed.Dispute)))
            .Where(d => d.Stated.Sides.Any(s => s.Claims.Any(c => claims.Contains(c.Id))))
            .Select(d => new DisputeRecord(d.Stated.Id, [.. d.Weighed.Sides.Select(s => new DisputeSideRecord(s.Side,
                [.. d.Stated.Sides.First(x => x.Name == s.Side).Claims.Select(c => c.Id)], Rounding.Share(s.Value)))], Rounding.Share(d.Weighed.Neither), d.Stated.Resolved))];
}
