namespace Sluice.Optimization;

/// <summary>When training ends: at the first rule met. At least one must be set.</summary>
public sealed record StoppingRules
{
    /// <summary>Stop when (upper − lower bound) ÷ |lower bound| is at most this, ≥ 0, such as 0.0025. Default null: no rule.</summary>
    public double? RelativeGap { get; init; }

    /// <summary>Stop when upper − lower bound is at most this, in the unit of cost, ≥ 0. Default null: no rule.</summary>
    public double? AbsoluteGap { get; init; }

    /// <summary>Most passes of this call, ≥ 0. Default null: no rule.</summary>
    public int? Passes { get; init; }

    /// <summary>Ceiling on the time of this call, the final upper bound included as far as it can be foreseen. Default null: no rule. Results then depend on the machine.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>How upper bounds are estimated. Null: none is, and no gap can be asked for.</summary>
    public BoundOptions? Bound { get; init; } = new();

    internal bool AsksForGap => RelativeGap is not null || AbsoluteGap is not null;

    /// <summary>The largest gap that ends training at a lower bound; −∞ when no gap is asked for.</summary>
    internal double GapAllowed(double lowerBound) =>
        Math.Max(AbsoluteGap ?? double.NegativeInfinity, RelativeGap is { } share ? share * Math.Abs(lowerBound) : double.NegativeInfinity);

    internal void Check()
    {
        if (!AsksForGap && Passes is null && Time is null)
            throw new ArgumentException("No stopping rule is set; give a gap, a number of passes or a time.");
        if (RelativeGap is { } relative) ArgumentOutOfRangeException.ThrowIfNegative(relative, nameof(RelativeGap));
        if (AbsoluteGap is { } absolute) ArgumentOutOfRangeException.ThrowIfNegative(absolute, nameof(AbsoluteGap));
        if (Passes is { } passes) ArgumentOutOfRangeException.ThrowIfNegative(passes, nameof(Passes));
        if (Time is { } time) ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, nameof(Time));
        if (Bound is null && AsksForGap) throw new ArgumentException("A gap is asked for and Bound is null; a gap needs an upper bound.");
        Bound?.Check();
    }
}
