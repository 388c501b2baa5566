using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>A history names levels of its driver, in days that can follow each other, and something was known by the as-of date.</summary>
static class HistoryChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        foreach (var driver in draft.Drivers)
        {
            foreach (var entry in driver.History)
            {
                if (driver.IndexOf(entry.Level) < 0) into.Add(CheckMessages.UnknownLevel(entry.At, driver, entry.Level));
                if (entry.Until is { } until && until < entry.Effective.From) into.Add(CheckMessages.UntilBeforeStart(entry, driver.Id));
                else if (entry.Until is { } last && last > entry.Known) into.Add(CheckMessages.UntilAfterKnown(entry, driver.Id));
            }

            for (var i = 1; i < driver.History.Length; i++)
                if (driver.History[i].Known == driver.History[i - 1].Known && driver.History[i].Effective.From == driver.History[i - 1].Effective.From && driver.History[i].Level != driver.History[i - 1].Level)
                    into.Add(CheckMessages.TwoStandings(driver.History[i], driver.History[i - 1], driver.Id));
            if (draft.Header is { } header && !Told(header, driver) && !driver.History.Any(h => h.Known <= header.AsOf && h.Effective.From <= header.AsOf))
                into.Add(CheckMessages.NothingKnown(driver, header.AsOf));
        }
    }

    static bool Told(HeaderSoFar header, Driver driver) => header.Told.Any(t => t.Key.Id == driver.Id);
}
