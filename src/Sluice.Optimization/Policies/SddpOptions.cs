namespace Sluice.Optimization;

/// <summary>How an <see cref="Sddp"/> trains. The defaults suit graphs from tens to a few thousand nodes.</summary>
public sealed record SddpOptions
{
    /// <summary>Seed of the training paths. Default 1. The same seed gives the same bits, whatever the number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads that solve nodes, the caller's included, ≥ 1. Default: the processors of this machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// A successor is solved when its probability × its mean recent rise reaches this, in the unit of cost; otherwise its best stored support is used.
    /// Null (default) takes <see cref="RelativeSkipThreshold"/>; 0 solves every successor. Stages of fewer than ten nodes are always solved whole.
    /// </summary>
    public double? SkipThreshold { get; init; }

    /// <summary>The same as a share of the size of the lower bound, ≥ 0. Default 1e-7. Ignored when <see cref="SkipThreshold"/> is set.</summary>
    public double RelativeSkipThreshold { get; init; } = 1e-7;

    /// <summary>Every so many passes all successors are solved, ≥ 1. Default 4.</summary>
    public int FullPassEvery { get; init; } = 4;

    /// <summary>First passes in which all successors are solved, ≥ 1. Default 3.</summary>
    public int FirstFullPasses { get; init; } = 3;

    /// <summary>Supports kept for each node, the most recent ones, ≥ 1. Default 200. Memory: nodes × supports × states × 8 bytes.</summary>
    public int SupportsPerNode { get; init; } = 200;

    /// <summary>Trial points kept for each stage when choosing cuts, the most recent ones, ≥ 1. Default 1,000.</summary>
    public int SelectionPoints { get; init; } = 1000;

    /// <summary>
    /// Rows × columns up to which a node is solved on a dense tableau of its own, with HiGHS for what the tableau cannot do; larger nodes live in HiGHS.
    /// Default 40,000; 0 leaves everything to HiGHS.
    /// </summary>
    public int DenseEntries { get; init; } = 40_000;

    /// <summary>File, ending in .lp or .mps, to which a subproblem that fails is written. Default null: not written.</summary>
    public string? FailedSubproblemPath { get; init; }

    /// <summary>Clock for time ceilings and reported durations. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(FullPassEvery, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(FirstFullPasses, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(SupportsPerNode, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(SelectionPoints, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(DenseEntries);
        ArgumentOutOfRangeException.ThrowIfNegative(RelativeSkipThreshold);
        if (SkipThreshold is { } money) ArgumentOutOfRangeException.ThrowIfNegative(money, nameof(SkipThreshold));
    }
}
