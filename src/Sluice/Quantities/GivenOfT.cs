using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>A value that somebody gave: with its range, what it rests on, and where it came from. Conversions keep all of it.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value, in canonical units.</param>
/// <param name="Between">The range that its author holds possible, in canonical units; null when none was given.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Hindsight">Whether it is a judgement informed by what came after the as-of date; such numbers are listed and never scored.</param>
/// <param name="Provenance">Where it came from, and what it replaced.</param>
public sealed record Given<T>(T Value, Interval<T>? Between, Basis Basis, bool Hindsight, Provenance Provenance)
{
    /// <summary>The same assumption expressed otherwise.</summary>
    public Given<TOther> Map<TOther>(Func<T, TOther> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return new(make(Value), Between?.Map(make), Basis, Hindsight, Provenance);
    }
}
