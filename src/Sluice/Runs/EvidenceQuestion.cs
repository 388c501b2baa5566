namespace Sluice.Runs;

/// <summary>What is asked of the evidence of a case.</summary>
/// <param name="Header">Version and what-ifs of the run.</param>
public sealed record EvidenceQuestion(RunHeader Header)
{
    /// <summary>Months after which the newest origin of a claim is old.</summary>
    public const int UsualAge = 6;

    /// <summary>The claim to show in full; null: all.</summary>
    public string? Claim { get; init; }

    /// <summary>The driver to explain month by month; null: none.</summary>
    public string? Explain { get; init; }

    /// <summary>Claims that were left out.</summary>
    public ImmutableArray<string> Muted { get; init; } = [];

    /// <summary>Months after which the newest origin of a claim counts as old; from 1.</summary>
    public int OldAfter { get; init; } = UsualAge;
}
