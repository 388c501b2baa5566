using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>An outlook has more joint states than can be planned with. The message names the drivers and how many levels each has.</summary>
public sealed class OutlookTooLargeException : Exception
{
    internal OutlookTooLargeException(string where, int states, int most, ImmutableArray<Driver> drivers)
        : base($"The outlook has {states:N0} joint states {where}; at most {most:N0} are planned with. Drivers and their levels: "
            + $"{string.Join(", ", drivers.Select(Size))}. Merge levels, drop a driver or a memory, or raise the limit.")
    {
        States = states;
        Most = most;
    }

    /// <summary>Joint states found.</summary>
    public int States { get; }

    /// <summary>Stated limit.</summary>
    public int Most { get; }

    static string Size(Driver driver) =>
        driver.Recent is null ? $"{driver.Id} {driver.Levels.Length}" : $"{driver.Id} {driver.Levels.Length} × 2 (it remembers recent moves)";
}
