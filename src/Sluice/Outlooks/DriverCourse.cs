using System.Collections.Immutable;
using Sluice.Evidence;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>Where drivers stood and stand, month by month, as far as that is not left to chance.</summary>
/// <param name="Levels">[month][driver] level that rules the month; −1 where it is drawn.</param>
public sealed record DriverCourse(ImmutableArray<ImmutableArray<int>> Levels)
{
    /// <summary>Follows the dated histories up to a day, and leaves the rest to chance.</summary>
    /// <remarks>
    /// Entries are taken in the order in which they became known: a later one overrides what was held before, from its own first day on. A day
    /// is rounded to the nearest start of a month. Entries not known by the as-of date, or all of whose claims lost a resolved dispute, do not count.
    /// </remarks>
    /// <param name="drivers">Drivers.</param>
    /// <param name="before">Level before the first entry, by driver; else the first of the ladder.</param>
    /// <param name="supports">Weights of the claims.</param>
    /// <param name="asOf">Day of knowledge.</param>
    /// <param name="start">First day of the first month.</param>
    /// <param name="months">Months.</param>
    /// <param name="drawnFrom">First day that is drawn.</param>
    public static DriverCourse OfHistory(
        ImmutableArray<Driver> drivers, ImmutableArray<(string Driver, string Level)> before, SupportTable supports, DateOnly asOf, DateOnly start, int months,
        DateOnly drawnFrom)
    {
        ArgumentNullException.ThrowIfNull(supports);
        var levels = Enumerable.Range(0, months).Select(_ => Enumerable.Repeat(-1, drivers.Length).ToArray()).ToArray();
        var first = CalendarMonths.Index(start);
        var drawn = Math.Min(months, Rounded(drawnFrom) - first);
        for (var d = 0; d < drivers.Length; d++)
        {
            var driver = drivers[d];
            var stands = before.Where(b => b.Driver == driver.Id).Select(b => driver.IndexOf(b.Level)).FirstOrDefault(0);
            for (var m = 0; m < drawn; m++)
                levels[m][d] = stands;
            foreach (var entry in driver.History.Where(h => h.Known <= asOf && h.Effective.From <= asOf && !Refuted(h, supports)).Sorted(HistoryEntry.AsKnown))
                for (var m = Math.Max(0, Rounded(CalendarMonths.Middle(entry.Effective)) - first); m < drawn; m++)
                    if (entry.Until is not { } until || m < Rounded(until) - first)
                        levels[m][d] = driver.IndexOf(entry.Level);
        }
        return new([.. levels.Select(l => l.ToImmutableArray())]);
    }

    /// <summary>The course with a driver put to a level from a month on, to the end.</summary>
    /// <param name="driver">Index of the driver.</param>
    /// <param name="level">Level; −1 leaves it to chance again.</param>
    /// <param name="from">First month, from 0.</param>
    public DriverCourse With(int driver, int level, int from) =>
        new([.. Levels.Select((row, m) => m < from ? row : row.SetItem(driver, level))]);

    static int Rounded(DateOnly day) => (int)Math.Floor(CalendarMonths.Position(day) + 0.5);

    static bool Refuted(HistoryEntry entry, SupportTable supports) => !entry.Claims.IsEmpty && entry.Claims.All(c => supports.SupportOf(c.Id).Refuted);
}
