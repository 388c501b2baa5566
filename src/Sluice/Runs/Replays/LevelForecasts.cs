using Sluice.Cases;
using Sluice.Outlooks;

namespace Sluice.Runs.Replays;

/// <summary>
/// Chances of levels at the end of the wait, beside base rates: one rate of change for all drivers, (changes + ½) ÷ months observed in their histories as known by the
/// date, spread evenly over the other levels.
/// </summary>
static class LevelForecasts
{
    /// <summary>The forecasts of a date, one for each driver; none where the wait reaches the horizon.</summary>
    /// <param name="world">The case as of the date.</param>
    /// <param name="outlook">Its outlook.</param>
    /// <param name="knownTo">Last day of which levels are known today.</param>
    public static ImmutableArray<LevelForecast> Of(Case world, CaseOutlook outlook, DateOnly knownTo)
    {
        var (clock, chain) = (world.Header.Clock, outlook.Chain);
        var waits = clock.Periods.Count(p => p.StartMonth < world.Header.Wait - 1e-9);
        if (waits >= clock.Periods.Length) return [];
        var (on, rate) = (clock.Periods[waits].Start, BaseRate(chain.Drivers, world.Header.AsOf));
        return [.. chain.Drivers.Select((driver, d) => new LevelForecast(driver.Id, on,
            [.. driver.Levels.Select((level, l) => new LevelChance(level.Id, Rounding.Rate(Enumerable.Range(0, chain.Alive[waits].Length).Where(i => chain.States[chain.Alive[waits][i]].Levels[d] == l).Sum(i => chain.Probability[waits][i]))))],
            [.. driver.Levels.Select((level, l) => new LevelChance(level.Id, Rounding.Rate(Base(driver, l, chain.States[chain.Root].Levels[d], rate, clock.Periods[waits].StartMonth))))],
            on <= knownTo && PastLevels.On(driver, on) is { } came ? driver.Levels[came].Id : null, IsHindsight(driver)))];
    }

    static double Base(Driver driver, int level, int now, double rate, double months)
    {
        var stays = driver.Levels.Length == 1 ? 1 : Math.Exp(-rate * months);
        return level == now ? stays : (1 - stays) / (driver.Levels.Length - 1);
    }

    /// <summary>Changes per month over all drivers, in what was known by a day.</summary>
    internal static double BaseRate(ImmutableArray<Driver> drivers, DateOnly asOf)
    {
        var (changes, months) = (0.0, 0.0);
        foreach (var driver in drivers)
        {
            var known = driver.History.Where(h => h.Known <= asOf && h.Effective.From <= asOf).OrderBy(h => h.Effective.From).ToList();
            if (known.Count == 0) continue;
            months += Quantities.Clock.MonthsBetween(known[0].Effective.From, asOf);
            changes += known.Zip(known.Skip(1)).Count(p => p.First.Level != p.Second.Level);
        }

        return (changes + 0.5) / Math.Max(1, months);
    }

    static bool IsHindsight(Driver driver) =>
        driver.Recent?.Window.Hindsight == true || driver.Moves.Any(m => m.Rate.Hindsight || m.Because.Any(r => r.Times.Hindsight));
}
