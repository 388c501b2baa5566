namespace Sluice.Quantities;

/// <summary>How often something happens: expected events per month while it can happen. Never negative.</summary>
/// <param name="PerMonth">Events per month.</param>
public readonly record struct Rate(double PerMonth) : IComparable<Rate>
{
    /// <summary>The rate that gives a chance over a time, before competing moves: −ln(1 − p) ÷ months (MODEL 3).</summary>
    /// <param name="chance">The chance, at least 0 and below 1.</param>
    /// <param name="months">The time, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Chance or time are out of range.</exception>
    public static Rate FromChance(double chance, double months)
    {
        if (!(chance >= 0 && chance < 1)) throw new ArgumentOutOfRangeException(nameof(chance), chance, "A chance is at least 0 and below 1.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        return new(-double.LogP1(-chance) / months);
    }

    /// <summary>The rate of a move whose median dwell is so many months, as if it were the only one: ln 2 ÷ months (MODEL 3).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The dwell is not above 0.</exception>
    public static Rate FromMedian(double months)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        return new(Math.Log(2) / months);
    }

    /// <summary>The chance that it happens within so many months: 1 − e^(−rate · months).</summary>
    public double ChanceOver(double months) => -double.ExpM1(-PerMonth * months);

    /// <summary>Orders by events per month.</summary>
    public int CompareTo(Rate other) => PerMonth.CompareTo(other.PerMonth);

    /// <summary>Whether <paramref name="left"/> is rarer.</summary>
    public static bool operator <(Rate left, Rate right) => left.PerMonth < right.PerMonth;

    /// <summary>Whether <paramref name="left"/> is more frequent.</summary>
    public static bool operator >(Rate left, Rate right) => left.PerMonth > right.PerMonth;

    /// <summary>Whether <paramref name="left"/> is at most as frequent.</summary>
    public static bool operator <=(Rate left, Rate right) => left.PerMonth <= right.PerMonth;

    /// <summary>Whether <paramref name="left"/> is at least as frequent.</summary>
    public static bool operator >=(Rate left, Rate right) => left.PerMonth >= right.PerMonth;
}
