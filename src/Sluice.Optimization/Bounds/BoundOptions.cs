namespace Sluice.Optimization;

/// <summary>How the expected cost of the policy is estimated along paths.</summary>
public sealed record BoundOptions
{
    /// <summary>Paths at first, ≥ 2. Default 40.</summary>
    public int Paths { get; init; } = 40;

    /// <summary>Most paths; their number is doubled while twice the standard error is over a third of the gap. Default 160.</summary>
    public int MaximumPaths { get; init; } = 160;

    /// <summary>Seed of the paths. Default 99. Bounds of different policies under one seed share their paths.</summary>
    public ulong Seed { get; init; } = 99;

    /// <summary>The control variate solves successors of at least this probability and takes the best stored support for the others, 0 to 1. Default 0.03.</summary>
    public double SolveProbability { get; init; } = 0.03;

    /// <summary>Another way to decide, whose cost is then estimated instead of the policy's. Default null: the policy.</summary>
    public DecisionRule? Rule { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Paths, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumPaths, Paths);
        Checks.Share(SolveProbability, nameof(SolveProbability));
    }
}
