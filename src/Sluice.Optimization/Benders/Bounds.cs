namespace Sluice.Optimization;

/// <summary>Tidies pairs of bounds.</summary>
internal static class Bounds
{
    private const double Rounding = 1e-6;

    /// <summary>Bounds that rounding has made cross become equal; bounds that cross by more show a fault and stay as they are.</summary>
    internal static (double Lower, double Upper) Ordered(double lower, double upper) =>
        lower > upper && lower - upper <= Rounding * Math.Max(1, Math.Abs(upper)) ? (upper, upper) : (lower, upper);
}
