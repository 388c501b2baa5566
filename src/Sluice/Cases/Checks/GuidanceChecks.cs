using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>What the viewpoint was told names a level, and its stance answers something that is asked.</summary>
static class GuidanceChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        if (draft.Header is not { } header) return;
        foreach (var (driver, level) in header.Told)
            if (draft.Drivers.FirstOrDefault(d => d.Id == driver.Id) is { } known) DriverChecks.Level(draft, known, level, $"told.{driver.Id}", driver.At, into);
        foreach (var (driver, stance) in header.Stances)
        {
            if (draft.Drivers.FirstOrDefault(d => d.Id == driver.Id) is { } known && known.Levels.All(l => l.Asks.IsEmpty)) into.Add(CheckMessages.NothingAsked(driver));
            if (stance.Answer == Answer.OwnJudgement) into.Add(CheckMessages.OwnJudgement(draft.PlaceOf($"stance.{driver.Id}", driver.At), driver.Id));
        }
    }
}
