namespace Sluice.Optimization;

/// <summary>How an upper bound is found.</summary>
public enum BoundMethod
{
    /// <summary>Along paths where every stage takes the expectation; by an inner approximation under any other measure, unless a rule is given.</summary>
    Automatic,

    /// <summary>Along paths: statistical at the expectation, an estimate and no bound under a measure of risk.</summary>
    Paths,

    /// <summary>By an inner approximation: deterministic, valid under any measure, slower and wider.</summary>
    Inner,
}

/// <summary>How an upper bound is found: the expected cost of the policy along paths, or an inner approximation.</summary>
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

    /// <summary>Which way. Default: automatic.</summary>
    public BoundMethod Method { get; init; }

    /// <summary>Points and slopes of an inner approximation. Defaults when not set.</summary>
    public InnerOptions Inner { get; init; } = new();

    /// <summary>Whether the bound is an inner approximation on a graph with or without measures of risk.</summary>
    internal bool IsInner(bool averse) => Method == BoundMethod.Inner || Method == BoundMethod.Automatic && averse && Rule is null;

    internal void Check()
    {
        if (Rule is not null && Method == BoundMethod.Inner) throw new ArgumentException("An inner approximation values the optimum; the cost of a rule is estimated along paths.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Paths, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumPaths, Paths);
        Checks.Share(SolveProbability, nameof(SolveProbability));
    }
}
