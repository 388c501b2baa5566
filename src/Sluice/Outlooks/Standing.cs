using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>Where all drivers stand at the as-of date.</summary>
/// <param name="Drivers">One standing per driver, in the order of the drivers.</param>
public sealed record Standing(ImmutableArray<DriverStanding> Drivers)
{
    /// <summary>The joint state.</summary>
    public JointState State => new([.. Drivers.Select(d => d.Level)], [.. Drivers.Select(d => d.Recent)]);
}

/// <summary>Where a driver stands at the as-of date.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Level">Index of the level in the driver's ladder.</param>
/// <param name="Recent">Whether its flag is set; false where it has none.</param>
/// <param name="LastMove">Day of the last move that sets the flag, as far as the history tells; null: none.</param>
/// <param name="By">How the level is known.</param>
/// <param name="Entry">The entry of the history that says so; null where <paramref name="By"/> is not history.</param>
public sealed record DriverStanding(string Driver, int Level, bool Recent, DateOnly? LastMove, StandsBy By, HistoryEntry? Entry);

/// <summary>How the level of a driver at the as-of date is known.</summary>
public enum StandsBy
{
    /// <summary>The dated history says so.</summary>
    History,

    /// <summary>The viewpoint was told so.</summary>
    Told,

    /// <summary>Nothing was known by then: the first level of the ladder.</summary>
    FirstLevel,
}
