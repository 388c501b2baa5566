namespace Sluice.Optimization;

/// <summary>How a policy is carried over to changed data.</summary>
public sealed record RefreshOptions
{
    /// <summary>Most recent trial points of each stage that are solved again, ≥ 1. Default 100. It takes nodes × outcomes × points linear programmes.</summary>
    public int Points { get; init; } = 100;

    internal void Check() => ArgumentOutOfRangeException.ThrowIfLessThan(Points, 1);
}
