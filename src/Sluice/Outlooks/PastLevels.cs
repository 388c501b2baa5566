namespace Sluice.Outlooks;

/// <summary>Levels that came true, seen from today: what the dated history of a driver tells of a day, whenever it became known.</summary>
public static class PastLevels
{
    /// <summary>Index of the level at which a driver stood on a day; null where its history begins later.</summary>
    /// <param name="driver">Driver.</param>
    /// <param name="day">Day.</param>
    public static int? On(Driver driver, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(driver);
        var entry = driver.History.Where(h => h.Effective.From <= day && (h.Until is not { } until || until >= day)).OrderBy(h => h.Effective.From).ThenBy(h => h.Known).LastOrDefault();
        return entry is null ? null : driver.IndexOf(entry.Level);
    }
}
