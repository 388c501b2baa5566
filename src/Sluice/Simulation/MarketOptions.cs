using System.Collections.Immutable;

namespace Sluice.Simulation;

/// <summary>How a market is simulated.</summary>
public sealed record MarketOptions
{
    /// <summary>Replications, at least 1.</summary>
    public int Replications { get; init; } = 1000;

    /// <summary>Months from the start of the habits, 1 to 240.</summary>
    public int Months { get; init; } = 36;

    /// <summary>Seed of every draw.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>Threads; the result is the same for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>First day from which drivers are drawn; null: the as-of date. Before it they follow their histories.</summary>
    public DateOnly? DrawnFrom { get; init; }

    /// <summary>Levels that drivers are put to, from a month on.</summary>
    public ImmutableArray<ForcedLevel> Path { get; init; } = [];

    /// <summary>Drivers whose levels do nothing and ask nothing.</summary>
    public ImmutableArray<string> Idle { get; init; } = [];

    /// <summary>Whether numbers with a range are drawn.</summary>
    public Spread Spread { get; init; }

    /// <summary>How the viewpoint of the case takes part.</summary>
    public ViewpointRole Viewpoint { get; init; }
}

/// <summary>How the viewpoint of a case takes part in its market.</summary>
public enum ViewpointRole
{
    /// <summary>As one of the firms of its kind.</summary>
    InItsKind,

    /// <summary>From the as-of month on as a buyer of its own, with the fleet, orders and demand of the case; its kind is smaller by one firm.</summary>
    OnItsOwn,
}

/// <summary>A level that a driver is put to, from a month on until another entry of the same driver.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Level">Level; null leaves it to chance again.</param>
/// <param name="From">First day of the month.</param>
public sealed record ForcedLevel(string Driver, string? Level, DateOnly From);
