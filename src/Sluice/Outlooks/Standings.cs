using System.Collections.Immutable;
using Sluice.Evidence;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>Derives where drivers stand from their dated histories.</summary>
/// <remarks>
/// The level is that of the entry with the latest <see cref="HistoryEntry.Known"/> not after the as-of date. Skipped are entries that tell of
/// a past over by then, entries known before they take effect, and entries all of whose claims lost a resolved dispute. What the
/// viewpoint was told overrides the level. The flag is set iff the last move that sets it is younger than its window.
/// </remarks>
public static class Standings
{
    /// <summary>Where every driver stands.</summary>
    /// <param name="drivers">Drivers.</param>
    /// <param name="asOf">Day of knowledge.</param>
    /// <param name="told">Level that the viewpoint was told, by driver.</param>
    /// <param name="supports">Weights of the claims, for resolved disputes.</param>
    /// <exception cref="ArgumentException">A level is named that the driver does not have.</exception>
    public static Standing At(
        ImmutableArray<Driver> drivers, DateOnly asOf, ImmutableSortedDictionary<string, string> told, SupportTable supports)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(supports);
        return new([.. drivers.Select(d => Of(d, asOf, told.GetValueOrDefault(d.Id), supports))]);
    }

    static DriverStanding Of(Driver driver, DateOnly asOf, string? told, SupportTable supports)
    {
        HistoryEntry? entry = null;
        int? level = null;
        DateOnly? lastMove = null;
        var known = driver.History
            .Where(h => h.Known <= asOf && h.Effective.From <= asOf && !Refuted(h, supports))
            .Sorted(HistoryEntry.AsKnown);
        foreach (var next in known)
        {
            var to = LevelIndex(driver, next.Level);
            if (SetsFlag(driver, level, to))
                lastMove = Later(lastMove, CalendarMonths.Middle(next.Effective));
            if (next.Until < asOf)
                continue;
            (entry, level) = (next, to);
        }

        var by = level is null ? StandsBy.FirstLevel : StandsBy.History;
        if (told is not null)
        {
            var to = LevelIndex(driver, told);
            if (level is not null && SetsFlag(driver, level, to))
                lastMove = asOf;
            (entry, level, by) = (null, to, StandsBy.Told);
        }
        return new(driver.Id, level ?? 0, IsRecent(driver, lastMove, asOf), lastMove, by, entry);
    }

    // A change is by a named move where one leads from the old level to the new one, or where none leads there directly and a named one
    // leads into the new level (the record skips steps of the ladder).
    static bool SetsFlag(Driver driver, int? from, int to)
    {
        if (driver.Recent is not { } recent || from == to)
            return false;
        var into = driver.Moves.Where(m => m.To == driver.Levels[to].Id).ToArray();
        var direct = from is { } f ? into.Where(m => m.From == driver.Levels[f].Id).ToArray() : [];
        if (direct.Length > 0)
            return direct.Any(Named);
        return from is null ? into.Length > 0 && into.All(Named) : into.Any(Named);

        bool Named(Move move) => recent.After.Contains(move.Name);
    }

    static bool IsRecent(Driver driver, DateOnly? lastMove, DateOnly asOf) =>
        driver.Recent is { } recent && lastMove is { } day
        && (asOf.DayNumber - day.DayNumber) / CalendarMonths.MeanDays < recent.Window.Value;

    static bool Refuted(HistoryEntry entry, SupportTable supports) =>
        !entry.Claims.IsEmpty && entry.Claims.All(c => supports.SupportOf(c.Id).Refuted);

    static DateOnly Later(DateOnly? one, DateOnly other) => one is { } day && day > other ? day : other;

    static int LevelIndex(Driver driver, string level) =>
        driver.IndexOf(level) is var i and >= 0 ? i : throw new ArgumentException($"Driver '{driver.Id}' has no level '{level}'.");
}
