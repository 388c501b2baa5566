using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>What is on order is due later, by a purchase; what is planned is still to be ordered; what stands was installed before.</summary>
static class BookChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        foreach (var row in draft.Market.OnOrder)
            if (draft.Market.Offers.FirstOrDefault(o => o.Id == row.Offer.Id) is Rental) into.Add(CheckMessages.RentalOnOrder(row.Offer));
        if (draft.Header is not { } header || settings.AsOf == AsOfDate.Moved) return;
        foreach (var row in draft.Market.OnOrder)
            if (row.Due < header.AsOf) into.Add(CheckMessages.DueInThePast(row, header.AsOf));
        foreach (var row in draft.Market.Planned)
            if (row.OrderBy < header.AsOf) into.Add(CheckMessages.PlannedInThePast(row, header.AsOf));
        foreach (var row in draft.Market.Fleet)
            if (row.Installed is { } day && day > header.AsOf) into.Add(CheckMessages.NotYetInstalled(row.Part, day));
    }
}
