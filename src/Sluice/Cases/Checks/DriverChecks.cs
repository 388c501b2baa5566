using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>Moves lead between levels of their driver, conditions speak of others, and nothing counts twice.</summary>
static class DriverChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        foreach (var driver in draft.Drivers)
        {
            Ladder(draft, driver, into);
            if (!driver.Measures.IsEmpty && !driver.Levels.Any(l => draft.Atlas.StrengthOf(l.Id) is not null)) into.Add(CheckMessages.NoLadder(driver.Measures[0].At, driver, draft.Atlas.Ladder.Select(l => l.Id)));
            foreach (var name in driver.Recent?.After ?? [])
                if (driver.Moves.All(m => m.Name != name)) into.Add(CheckMessages.UnknownMove(draft.PlaceOf($"drivers.{driver.Id}.recent.after", driver.At), driver, name));
            foreach (var move in driver.Moves)
            {
                var path = $"drivers.{driver.Id}.moves.{move.Name}";
                Level(draft, driver, move.From, $"{path}.from", move.At, into);
                Level(draft, driver, move.To, $"{path}.to", move.At, into);
                foreach (var when in move.When) Condition(draft, driver, when, $"{path}.when.{when.Driver.Id}", into);
                foreach (var reason in move.Because) Reason(move, reason, into);
            }
        }
    }

    /// <summary>Reports a level that the driver does not have.</summary>
    public static void Level(CaseDraft draft, Driver driver, string level, string path, Place fallback, Diagnostics into)
    {
        if (driver.IndexOf(level) < 0) into.Add(CheckMessages.UnknownLevel(draft.PlaceOf(path, fallback), driver, level));
    }

    static void Condition(CaseDraft draft, Driver driver, When when, string path, Diagnostics into)
    {
        if (when.Driver.Id == driver.Id)
        {
            into.Add(CheckMessages.WhenOnItself(when.Driver));
            return;
        }

        if (draft.Drivers.FirstOrDefault(d => d.Id == when.Driver.Id) is not { } other) return;
        foreach (var level in when.Levels)
            if (level == When.Recently)
            {
                if (other.Recent is null) into.Add(CheckMessages.NoRecentFlag(draft.PlaceOf(path, when.Driver.At), other));
            }
            else Level(draft, other, level, path, when.Driver.At, into);
    }

    static void Reason(Move move, Reason reason, Diagnostics into)
    {
        if (move.Rate.Basis is not Claims basis) return;
        foreach (var claim in basis.Ids)
            if (claim.Id == reason.Event.Id || claim.Id == reason.Link?.Id) into.Add(CheckMessages.BasisAndReason(reason.Event.Id == claim.Id ? reason.Event : reason.Link!, move));
    }

    /// <summary>Levels that the atlas's ladder of strength knows stand in its order.</summary>
    static void Ladder(CaseDraft draft, Driver driver, Diagnostics into)
    {
        var highest = (Level: "", Strength: int.MinValue);
        foreach (var level in driver.Levels)
        {
            if (draft.Atlas.StrengthOf(level.Id) is not { } strength) continue;
            if (strength < highest.Strength) into.Add(CheckMessages.Ladder(level.At, driver, level.Id, highest.Level));
            else highest = (level.Id, strength);
        }
    }
}
