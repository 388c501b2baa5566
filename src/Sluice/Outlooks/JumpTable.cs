using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>Jumps of one driver at one event: from one level with stated chances to others, all at once.</summary>
/// <param name="On">Day of the event; the jump happens at its start.</param>
/// <param name="Driver">Index of the driver.</param>
/// <param name="Jumps">What can happen.</param>
internal sealed record JumpTable(DateOnly On, int Driver, ImmutableArray<Jump> Jumps)
{
    /// <summary>Tables of all jumps in [from, to), by day; drivers jump independently of each other.</summary>
    /// <exception cref="ArgumentException">Chances out of one level exceed 1.</exception>
    public static ImmutableArray<JumpTable> Of(ImmutableArray<CalendarEvent> calendar, ImmutableArray<Driver> drivers, DateOnly from, DateOnly to)
    {
        var tables = ImmutableArray.CreateBuilder<JumpTable>();
        foreach (var scheduled in calendar.Where(e => e.On >= from && e.On < to).Sorted(CalendarEvent.ByDay))
            for (var d = 0; d < drivers.Length; d++)
            {
                var driver = drivers[d];
                var jumps = scheduled.Jumps
                    .Where(j => j.Driver == driver.Id && j.Chance.Value > 0)
                    .Select(j => new Jump(driver.IndexOf(j.From), driver.IndexOf(j.To), j.Chance.Value, SetsFlag(driver, j)))
                    .ToImmutableArray();
                foreach (var jump in jumps)
                    if (jumps.Where(j => j.From == jump.From).Sum(j => j.Chance) > 1 + 1e-12)
                        throw new ArgumentException(
                            $"At '{scheduled.Id}' the chances by which '{driver.Id}' leaves '{driver.Levels[jump.From].Id}' add up to more than 1.");
                if (!jumps.IsEmpty)
                    tables.Add(new(scheduled.On, d, jumps));
            }
        return tables.ToImmutable();
    }

    /// <summary>Jumps out of a state: the driver's new digit and the chance.</summary>
    public IEnumerable<(int Driver, int Digit, double Chance)> From(int[] state)
    {
        var (level, flag) = (state[Driver] / 2, state[Driver] % 2);
        return Jumps.Where(j => j.From == level).Select(j => (Driver, j.To * 2 + (j.SetsFlag ? 1 : flag), j.Chance));
    }

    // A jump between the levels of a named move counts as that move.
    static bool SetsFlag(Driver driver, EventJump jump) =>
        driver.Recent is { } recent
        && driver.Moves.Any(m => m.From == jump.From && m.To == jump.To && recent.After.Contains(m.Name));
}

/// <summary>One of them.</summary>
/// <param name="From">Level that is left.</param>
/// <param name="To">Level that is taken.</param>
/// <param name="Chance">Chance, given the level that is left.</param>
/// <param name="SetsFlag">Whether it sets the driver's flag.</param>
internal sealed record Jump(int From, int To, double Chance, bool SetsFlag);
