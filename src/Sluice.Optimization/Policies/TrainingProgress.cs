namespace Sluice.Optimization;

/// <summary>Where training stands after a pass.</summary>
/// <param name="Passes">Passes of this call.</param>
/// <param name="LowerBound">Lower bound on the expected cost.</param>
/// <param name="UpperBound">Last estimated upper bound; +∞ before the first.</param>
/// <param name="Elapsed">Time since the call.</param>
/// <param name="Solves">Linear programmes solved in this call.</param>
public sealed record TrainingProgress(int Passes, double LowerBound, double UpperBound, TimeSpan Elapsed, long Solves);
