namespace Sluice.Optimization;

/// <summary>An upper bound on the optimal expected cost: that of the policy at hand, estimated along paths.</summary>
/// <param name="Value">The bound: mean + t-quantile × standard error.</param>
/// <param name="Mean">Estimated expected cost of the policy, after the control variate.</param>
/// <param name="StandardError">Standard error of the mean.</param>
/// <param name="Paths">Number of paths.</param>
/// <param name="Kind">What is known of it: <see cref="Statistical"/>, or <see cref="None"/> when nothing was estimated.</param>
public sealed record UpperBound(double Value, double Mean, double StandardError, int Paths, string Kind)
{
    /// <summary>Kind of a bound that holds with probability 97.5 %.</summary>
    public const string Statistical = "statistical 97.5 %";

    /// <summary>Kind of a missing bound; its value is +∞.</summary>
    public const string None = "none";

    internal static UpperBound Missing { get; } = new(double.PositiveInfinity, double.NaN, double.NaN, 0, None);
}
