namespace Sluice.Optimization;

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>The gap asked for was reached.</summary>
    Gap,

    /// <summary>The number of passes was reached.</summary>
    Passes,

    /// <summary>The time ceiling was reached.</summary>
    Time,

    /// <summary>The caller cancelled; what was learnt stays usable.</summary>
    Cancelled,
}

/// <summary>What a call of <see cref="Sddp.Train"/> reached.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="Passes">Passes of this call.</param>
/// <param name="LowerBound">Lower bound on the expected cost.</param>
/// <param name="UpperBound">Upper bound with its kind; kind "none" and value +∞ only if cancelled before the first estimate.</param>
/// <param name="Solves">Linear programmes solved in this call, those of upper bounds included.</param>
/// <param name="SimplexIterations">Simplex iterations of those solves.</param>
/// <param name="Elapsed">Duration of the call.</param>
/// <param name="BoundTime">Part of it spent on upper bounds.</param>
public sealed record TrainingResult(
    StopReason Reason, int Passes, double LowerBound, UpperBound UpperBound, long Solves, long SimplexIterations, TimeSpan Elapsed, TimeSpan BoundTime)
{
    /// <summary>Upper − lower bound, in the unit of cost, not below 0.</summary>
    public double Gap => Math.Max(0, UpperBound.Value - LowerBound);

    /// <summary><see cref="Gap"/> ÷ |lower bound|.</summary>
    public double RelativeGap => Gap / Math.Max(1e-12, Math.Abs(LowerBound));
}
