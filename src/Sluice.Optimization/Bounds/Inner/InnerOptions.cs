using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>How a deterministic upper bound is made from stored trial points.</summary>
/// <remarks>
/// The cost of later stages is convex in the state, so it lies below every mix of its values at points, and below such a mix plus a penalty for the distance,
/// when the penalty grows at least as fast as the cost can (Philpott, de Matos and Finardi, "On solving multistage stochastic programs with coherent risk
/// measures", 2013; Baucke, Downward and Zakeri 2017).
/// </remarks>
public sealed record InnerOptions
{
    /// <summary>Most recent trial points of each stage, ≥ 1. Default 300. Time grows a little faster than its square.</summary>
    public int Points { get; init; } = 300;

    /// <summary>
    /// [stage, all but the last]: limits on slopes that the caller knows to hold. Default (uninitialised): none. In any case limits are derived from the
    /// recession directions of the subproblems where these give one, and the smaller holds; where the programmes give none, points at
    /// the bounds of the state are added, so that mixes reach far enough.
    /// </summary>
    public ImmutableArray<StateSlopes> Slopes { get; init; }

    /// <summary>Bounds of rows and columns of at least this size count as none when limits on slopes are derived, > 0. Default 1e8: no solution may come near.</summary>
    public double UnlimitedFrom { get; init; } = 1e8;

    /// <summary>Recent points of which copies are added with one entry each at the bound of its state, where no limit on its slope is known, ≥ 0. Default 8.</summary>
    public int EdgePoints { get; init; } = 8;

    internal void Check(ImmutableArray<Stage> stages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Points, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(EdgePoints);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(UnlimitedFrom);
        if (Slopes.IsDefault) return;
        if (Slopes.Length != stages.Length - 1) throw new ArgumentException($"There are slopes for {Slopes.Length} stages; {stages.Length} stages need {stages.Length - 1}.");
        for (var t = 0; t < Slopes.Length; t++) Slopes[t].Check(stages[t].Nodes[0].Subproblem.OutgoingStates, t);
    }
}
