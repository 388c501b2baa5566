using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Market.Habits;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>Habits name makers, levels and offers that there are, and compare with months that they simulate.</summary>
static class HabitChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        if (draft.Habits is not { } habits) return;
        foreach (var line in habits.Lines)
        {
            if (habits.Makers.All(m => m.Id != line.Maker))
                into.Add(CaseMessages.UnknownName(new(line.Maker, draft.PlaceOf($"habits.lines.{line.Id}.maker", line.At), "maker of habits.yaml"), [.. habits.Makers.Select(m => m.Id)]));
            if (line.Offer is { } offer && draft.Market.Offers.FirstOrDefault(o => o.Id == offer.Id) is Rental)
                into.Add(CheckMessages.LineOfRental(offer.At, line.Id, offer.Id));
        }

        foreach (var (driver, level) in habits.Stands)
            if (draft.Drivers.FirstOrDefault(d => d.Id == driver.Id) is { } known && known.IndexOf(level) < 0)
                into.Add(CheckMessages.UnknownLevel(draft.PlaceOf($"habits.stands.{driver.Id}", driver.At), known, level));
        foreach (var row in habits.Record)
            if (row.From < habits.Start)
                into.Add(CheckMessages.BeforeTheHabits(draft.PlaceOf($"habits.record.{row.Id}.from", row.At), row.Id, row.From, habits.Start));
    }
}
