namespace Sluice.Optimization;

/// <summary>An upper bound on the optimum: the expected cost of the policy at hand, estimated along paths, or a deterministic one.</summary>
/// <param name="Value">The bound; of paths: mean + t-quantile × standard error.</param>
/// <param name="Mean">Estimated expected cost of the policy, after the control variate; a deterministic bound itself.</param>
/// <param name="StandardError">Standard error of the mean; 0 of a deterministic bound.</param>
/// <param name="Paths">Number of paths; 0 of a deterministic bound.</param>
/// <param name="Kind">What is known of it: <see cref="Statistical"/>, <see cref="Inner"/>, <see cref="Estimate"/> or <see cref="None"/>.</param>
public sealed record UpperBound(double Value, double Mean, double StandardError, int Paths, string Kind)
{
    /// <summary>Kind of a bound that holds with probability 97.5 %.</summary>
    public const string Statistical = "statistical 97.5 %";

    /// <summary>Kind of a bound that holds for certain, whatever the measure of risk: an inner approximation.</summary>
    public const string Inner = "inner";

    /// <summary>Kind of the expected cost of a policy that was trained under a measure of risk: no bound on its optimum, and usually below it.</summary>
    public const string Estimate = "estimate";

    /// <summary>Kind of a missing bound; its value is +∞.</summary>
    public const string None = "none";

    internal static UpperBound Missing { get; } = new(double.PositiveInfinity, double.NaN, double.NaN, 0, None);
}
