namespace Sluice.Quantities;

/// <summary>From one value to another, both included.</summary>
/// <typeparam name="T">Type of the ends.</typeparam>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end; not below <paramref name="Low"/>.</param>
public readonly record struct Interval<T>(T Low, T High)
{
    /// <summary>The interval of the images, ends in their order when they can be compared (a longer median dwell is a lower rate).</summary>
    public Interval<TOther> Map<TOther>(Func<T, TOther> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        var (low, high) = (make(Low), make(High));
        return low is IComparable<TOther> ordered && ordered.CompareTo(high) > 0 ? new(high, low) : new(low, high);
    }
}
