using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>Terms that cannot be meant: money from cancelling, storage cheaper than interest, draws shared with nothing.</summary>
static class OfferChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        foreach (var offer in draft.Market.Offers.OfType<Purchase>())
        {
            if (offer.Cancel is { } cancel && cancel.Refund.Value > offer.Deposit.Value * offer.Price.Value * (1 + 1e-9)) into.Add(CheckMessages.RefundAboveDeposit(offer, cancel));
            if (offer is { Receipt: Receipt.Optional, Cancel: null }) into.Add(CheckMessages.OptionalWithoutCancel(draft.PlaceOf($"offers.{offer.Id}.receipt", offer.At), offer.Id));
            if (offer.FillWith is { } other && draft.Market.Offers.FirstOrDefault(o => o.Id == other.Id) is { } found && found is not Purchase { Fill.IsEmpty: false }) into.Add(CheckMessages.FillWithNothing(other));
            if (draft.Header is not { } header) continue;
            var interest = Math.Pow(1 + header.Discount.Value, 1.0 / 12) - 1;
            if (offer.Holding is { } holding && holding.Value < interest * (1 - 1e-9)) into.Add(CheckMessages.HoldingBelowInterest(offer.Id, holding, interest));
            if (offer.Quote is { } quote && quote.Until < header.AsOf && settings.AsOf == AsOfDate.OfTheCase) into.Add(CheckMessages.QuoteLapsed(draft.PlaceOf($"offers.{offer.Id}.quote.until", offer.At), offer.Id, quote.Until));
        }
    }
}
