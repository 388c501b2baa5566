using System.Collections.Frozen;
using Sluice.Planning.Answers;

namespace Sluice.Planning.Buyer;

/// <summary>How long and how finely to plan.</summary>
public sealed record PlanOptions
{
    /// <summary>Stop at this relative gap; null: at a gap of half the indifference.</summary>
    public double? RelativeGap { get; init; }

    /// <summary>Most training passes. The default is more than the founding case needs to settle.</summary>
    public int Passes { get; init; } = 200;

    /// <summary>Whether only the passes count and no gap ends training: for results that must be repeated exactly.</summary>
    public StopRule Stop { get; init; } = StopRule.GapOrPasses;

    /// <summary>Ceiling on training time; null: none. A result that hits it depends on the machine and says so.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Seed of every draw.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>Threads, 1 or more.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Plain paths for means and tails.</summary>
    public int Paths { get; init; } = 1_000;

    /// <summary>Money below which two plans count as equally good, where another world has fixed it; null: from the habit of this case.</summary>
    public double? Indifference { get; init; }

    /// <summary>How much to answer besides the bounds and the decisions.</summary>
    public PlanDepth Depth { get; init; } = PlanDepth.Ranges;

    /// <summary>What to answer beyond the decisions. Default: nothing.</summary>
    public FrozenSet<AnswerName> Answers { get; init; } = AnswerNames.None;

    /// <summary>File, ending in .lp or .mps, to which a period's programme that cannot be solved is written; null: none.</summary>
    public string? FailedSubproblemPath { get; init; }

    /// <summary>Clock for the ceiling.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>What ends training.</summary>
public enum StopRule
{
    /// <summary>The gap or the pass limit, whichever comes first.</summary>
    GapOrPasses,

    /// <summary>The pass limit alone.</summary>
    PassesOnly,
}

/// <summary>How much to answer.</summary>
public enum PlanDepth
{
    /// <summary>Bounds, decisions, costs.</summary>
    Decisions,

    /// <summary>Also stake, ranges and what follows a move.</summary>
    Ranges,
}

/// <summary>Where planning stands.</summary>
/// <param name="Step">What is being done, in words.</param>
/// <param name="Passes">Training passes so far.</param>
/// <param name="Lower">Lower bound, money; NaN before the first.</param>
/// <param name="Upper">Upper bound, money; infinite before the first.</param>
public sealed record PlanProgress(string Step, int Passes, double Lower, double Upper);
