namespace Sluice.Quantities;

/// <summary>Steady growth (or interest), compounded continuously so that it can be taken over any length of time: <c>10 % per year</c> is ln 1.1 ÷ 12 per month.</summary>
/// <param name="PerMonth">Logarithm of the factor of one month; negative for decline.</param>
public readonly record struct Growth(double PerMonth) : IComparable<Growth>
{
    /// <summary>The growth that multiplies by 1 + share in so many months.</summary>
    /// <param name="share">Above −1.</param>
    /// <param name="months">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Share or time are out of range.</exception>
    public static Growth FromShare(double share, double months)
    {
        if (!(share > -1)) throw new ArgumentOutOfRangeException(nameof(share), share, "Growth is above -100 %.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        return new(double.LogP1(share) / months);
    }

    /// <summary>The factor over so many months: e^(growth · months). The discount factor is <c>Factor(-months)</c>.</summary>
    public double Factor(double months) => Math.Exp(PerMonth * months);

    /// <summary>Orders by growth per month.</summary>
    public int CompareTo(Growth other) => PerMonth.CompareTo(other.PerMonth);

    /// <summary>Whether <paramref name="left"/> is slower.</summary>
    public static bool operator <(Growth left, Growth right) => left.PerMonth < right.PerMonth;

    /// <summary>Whether <paramref name="left"/> is faster.</summary>
    public static bool operator >(Growth left, Growth right) => left.PerMonth > right.PerMonth;

    /// <summary>Whether <paramref name="left"/> is at most as fast.</summary>
    public static bool operator <=(Growth left, Growth right) => left.PerMonth <= right.PerMonth;

    /// <summary>Whether <paramref name="left"/> is at least as fast.</summary>
    public static bool operator >=(Growth left, Growth right) => left.PerMonth >= right.PerMonth;
}
