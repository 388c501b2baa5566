using System.Collections.Immutable;
using Sluice.Gates;

namespace Sluice.Runs;

/// <summary>What may pass at one gate of a decision, on the as-of date: as the case states it, else as screening found it.</summary>
public sealed record DecisionVerdict
{
    /// <summary>us-export or cn-import.</summary>
    public required string Gate { get; init; }

    /// <summary>no-requirement, licence, barred, guided or unknown.</summary>
    public required string Verdict { get; init; }

    /// <summary><c>stated</c> by the case, or <c>screened</c> against the rules and measures of the atlas.</summary>
    public required string Origin { get; init; }

    /// <summary>What screening found, where the case states it: the same words as <see cref="Verdict"/>; null where it is screened, or nothing was.</summary>
    public required string? Screened { get; init; }

    /// <summary>Driver whose level sets the quantity where a licence is needed; null: none stands for the gate.</summary>
    public required string? Driver { get; init; }

    /// <summary>Class of the rule that decides.</summary>
    public required string? Class { get; init; }

    /// <summary>denial, case-by-case, approval or notice.</summary>
    public required string? Policy { get; init; }

    /// <summary>Licence exception that applies.</summary>
    public required string? Exception { get; init; }

    /// <summary>Strength of guidance on the ladder, 1 to 6.</summary>
    public required int? Strength { get; init; }

    /// <summary>Rules and measures that it rests on.</summary>
    public required ImmutableArray<string> Rules { get; init; }

    /// <summary>What is asked of the transaction, or taken for granted about it, by the rules of the atlas.</summary>
    public required ImmutableArray<string> Conditions { get; init; }

    /// <summary>Facts that would settle it.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>Weak figures and texts without which it would read otherwise.</summary>
    public required ImmutableArray<string> TurnsOn { get; init; }

    /// <summary>Last day on which it is known to hold, where no end was found.</summary>
    public required DateOnly? LastKnown { get; init; }

    /// <summary>One sentence for the reader.</summary>
    public required string Why { get; init; }

    /// <summary>How screening came to what it found.</summary>
    public required ImmutableArray<string> Trace { get; init; }

    internal static DecisionVerdict Of(StatedVerdict verdict) => new()
    {
        Gate = verdict.Gate,
        Verdict = GatesWords.Of(verdict.Word),
        Origin = verdict.Origin == VerdictOrigin.Stated ? "stated" : "screened",
        Screened = verdict.Origin == VerdictOrigin.Stated && verdict.Found is { } found ? GatesWords.Of(found.Word) : null,
        Driver = verdict.Driver?.Id,
        Class = verdict.Class,
        Policy = verdict.Policy,
        Exception = verdict.Found?.Exception,
        Strength = verdict.Found?.Strength,
        Rules = verdict.Rules,
        Conditions = verdict.Found?.Conditions ?? [],
        Missing = verdict.Found?.Missing ?? [],
        TurnsOn = verdict.Found?.TurnsOn ?? [],
        LastKnown = verdict.Found?.LastKnown,
        Why = verdict.Why,
        Trace = verdict.Found?.Trace ?? [],
    };
}
