using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>What the viewpoint was told names a level, its stance answers something that is asked, and it has a share of quotas that others draw on.</summary>
static class GuidanceChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        if (draft.Header is not { } header) return;
        if (header.Parties.FirstOrDefault(p => p.Id == header.Viewpoint.Id)?.Value is { ShareOfMarket: null })
            foreach (var effect in draft.Drivers.SelectMany(d => d.Levels).SelectMany(l => l.Effects.Concat(l.Asks)))
                if (QuotaShares.Lacks(effect)) into.Add(CheckMessages.QuotaShare(effect.Provenance.At, effect.Name));
        foreach (var (driver, level) in header.Told)
            if (draft.Drivers.FirstOrDefault(d => d.Id == driver.Id) is { } known) DriverChecks.Level(draft, known, level, $"told.{driver.Id}", driver.At, into);
        foreach (var (driver, stance) in header.Stances)
        {
            if (settings.Text == CaseText.AsWritten && draft.Drivers.FirstOrDefault(d => d.Id == driver.Id) is { } known && known.Levels.All(l => l.Asks.IsEmpty)) into.Add(CheckMessages.NothingAsked(driver));
            if (stance.Answer == Answer.OwnJudgement) into.Add(CheckMessages.OwnJudgement(draft.PlaceOf($"stance.{driver.Id}", driver.At), driver.Id));
        }
    }
}
