namespace Sluice.Optimization;

/// <summary>How a policy is carried over to changed data.</summary>
public sealed record RefreshOptions
{
    /// <summary>Most recent trial points of each stage that are solved again, ≥ 1. Default 100. It takes nodes × outcomes × points linear programmes.</summary>
    public int Points { get; init; } = 100;

    /// <summary>
    /// Nodes reached with less than this probability are solved at <see cref="RarePoints"/> of the points only, spread evenly; at the others their best support
    /// serves. 0 to 1. Default 0: every node is solved at every point.
    /// </summary>
    public double RareBelow { get; init; }

    /// <summary>Points at which rare nodes are solved, ≥ 1. Default 6.</summary>
    public int RarePoints { get; init; } = 6;

    /// <summary>Threads of the new policy, ≥ 1; null (default): as many as those of the policy that is refreshed. Many policies side by side do best with one each.</summary>
    public int? Threads { get; init; }

    internal void Check()
    {
        if (Threads is { } threads) ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(Threads));
        ArgumentOutOfRangeException.ThrowIfLessThan(Points, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RarePoints, 1);
        Checks.Share(RareBelow, nameof(RareBelow));
    }
}
