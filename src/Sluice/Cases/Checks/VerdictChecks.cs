using Sluice.Gates;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>Every offer of a case that chooses no rules has a stated verdict; a licence names the driver that sets its quantity.</summary>
static class VerdictChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        foreach (var verdict in draft.Verdicts)
        {
            if (draft.Tree["offers"] is Map offers && offers.Find(verdict.Offer) is null)
                into.Add(CaseMessages.UnknownName(new(verdict.Offer, draft.KeyOf($"verdicts.{verdict.Offer}", default), "offer"), [.. offers.Keys]));
            foreach (var gate in verdict.Verdicts)
                if (gate is { Word: VerdictWord.Licence, Driver: null }) into.Add(CheckMessages.LicenceWithoutDriver(draft.KeyOf($"verdicts.{verdict.Offer}.{gate.Gate}", default), verdict.Offer));
        }

        // Where rules are chosen, an offer without a stated verdict has the one that they give.
        if (!draft.Atlas.Rules.IsEmpty || !draft.Atlas.Measures.IsEmpty) return;
        foreach (var offer in draft.Market.Offers)
            if (draft.Verdicts.FirstOrDefault(v => v.Offer == offer.Id) is not { Verdicts.IsEmpty: false }) into.Add(CheckMessages.NoVerdict(draft.KeyOf($"offers.{offer.Id}", offer.At), offer.Id));
    }
}
