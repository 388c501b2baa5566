using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>Offers can serve some demand, service demanded at least does not exceed demand, and parts draw power where power is short.</summary>
static class ServiceChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        var market = draft.Market;
        var wanted = market.Demand.Where(d => d.Amount.Value > 0).Select(d => d.Workload.Id).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0 || draft.Tree["workloads"] is not Map written || written.Entries.Length != market.Workloads.Length) return;
        foreach (var offer in market.Offers)
        {
            if (offer is Rental rental && rental.Workloads.All(w => market.Workloads.Any(known => known.Id == w.Id) && !wanted.Contains(w.Id))) into.Add(CheckMessages.RentalWithoutDemand(rental));
            if (offer is not Purchase purchase || market.Parts.FirstOrDefault(p => p.Id == purchase.Part.Id) is not { } part) continue;
            if (!market.Workloads.Any(w => wanted.Contains(w.Id) && market.Parts.FirstOrDefault(p => p.Id == w.Reference.Id) is { } reference && Speed.Of(part, w, reference) > 0))
                into.Add(CheckMessages.OfferServesNothing(purchase));
            if (part.Drawn is null && market.Sites.FirstOrDefault(s => s.Id == purchase.Site.Id) is { Power: not null }) into.Add(CheckMessages.DrawsNoPower(purchase.Part));
        }

        foreach (var workload in market.Workloads)
            if (workload.MinimumService is { } minimum && market.Demand.Where(d => d.Workload.Id == workload.Id).MinBy(d => d.Amount.Value) is { } least && minimum.Level.Value > least.Amount.Value)
                into.Add(CheckMessages.MinimumAboveDemand(workload.Id, minimum, least));
    }
}
