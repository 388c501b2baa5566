using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>The viewpoint is described and buys; the wait lies inside the horizon.</summary>
static class HeaderChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        if (draft.Header is not { } header) return;
        var viewpoint = header.Parties.FirstOrDefault(p => p.Id == header.Viewpoint.Id)?.Value;
        if (viewpoint is null) into.Add(CheckMessages.NoViewpoint(header.Viewpoint, header.Parties.Select(p => p.Id)));
        else if (viewpoint.Kind != PartyKind.Buyer) into.Add(CheckMessages.NoBuyer(header.Viewpoint));
        if (draft.Clock is not { } clock) return;
        if (header.Wait <= 0 || header.Wait >= clock.Months) into.Add(CheckMessages.Wait(draft.PlaceOf("wait", header.At), clock.Months));
    }
}
