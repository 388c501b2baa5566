namespace Sluice.Optimization;

/// <summary>Limits of an extensive form and of its solution.</summary>
public sealed record EquivalentOptions
{
    /// <summary>Most entries of the matrix, ≥ 1. Default 10 million, about 3 GB inside HiGHS.</summary>
    public double MaximumEntries { get; init; } = 10_000_000;

    /// <summary>Most whole-number columns, ≥ 0. Default 100,000: beyond, HiGHS takes minutes before it first looks at the clock.</summary>
    public double MaximumIntegers { get; init; } = 100_000;

    /// <summary>Ceiling on the solver's time; default null: none.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Relative gap at which an integer programme counts as solved, ≥ 0. Default 1e-6.</summary>
    public double IntegerGap { get; init; } = 1e-6;

    /// <summary>Threads that HiGHS may use, ≥ 1. Default 1; its simplex method uses one.</summary>
    public int Threads { get; init; } = 1;

    internal void Check()
    {
        if (!(MaximumEntries >= 1)) throw new ArgumentOutOfRangeException(nameof(MaximumEntries), MaximumEntries, "It must be at least 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumIntegers);
        ArgumentOutOfRangeException.ThrowIfNegative(IntegerGap);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
    }
}
