using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>Scheduled events touch moves and levels that exist.</summary>
static class CalendarChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        foreach (var scheduled in draft.Calendar)
        {
            foreach (var factor in scheduled.Times)
                if (draft.Drivers.FirstOrDefault(d => d.Id == factor.Driver) is { } driver && driver.Moves.All(m => m.Name != factor.Move))
                    into.Add(CheckMessages.UnknownMove(draft.KeyOf($"calendar.{scheduled.Id}.moves.{factor.Driver}.{factor.Move}", factor.At), driver, factor.Move));
            foreach (var jump in scheduled.Jumps)
            {
                if (draft.Drivers.FirstOrDefault(d => d.Id == jump.Driver) is not { } driver) continue;
                var path = $"calendar.{scheduled.Id}.jumps.{jump.Driver}";
                DriverChecks.Level(draft, driver, jump.From, $"{path}.from", jump.At, into);
                DriverChecks.Level(draft, driver, jump.To, $"{path}.to", jump.At, into);
            }
        }
    }
}
