using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>A number that rests on what was published after the as-of date is hindsight, and says so.</summary>
static class BasisChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        if (draft.Header is not { } header || settings.AsOf == AsOfDate.Moved) return;
        var published = draft.Evidence.Reports.ToDictionary(r => r.Id, r => r.Dated.From, StringComparer.Ordinal);
        var later = draft.Evidence.Claims.Where(c => !c.Heard.IsEmpty && c.Heard.All(h => published.TryGetValue(h.Origin.Id, out var day) && day > header.AsOf)).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var assumption in settings.Assumptions)
            if (!assumption.Hindsight && assumption.Basis is Claims { Ids: var basis } && basis.Length > 0 && basis.All(c => later.Contains(c.Id))) into.Add(CheckMessages.MarkHindsight(assumption, basis[0]));
    }
}
