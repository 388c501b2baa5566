using Sluice.Gates;

namespace Sluice.Runs;

/// <summary>What may pass at one gate of a decision, on the as-of date: as the case states it, else as screening found it.</summary>
public sealed record DecisionVerdict : GatesVerdict
{
    /// <summary><c>stated</c> by the case, or <c>screened</c> against the rules and measures of the atlas.</summary>
    public required string Origin { get; init; }

    /// <summary>What screening found, where the case states it: the same words as <see cref="GatesVerdict.Verdict"/>; null where it is screened, or nothing was.</summary>
    public required string? Screened { get; init; }

    /// <summary>Driver whose level sets the quantity where a licence is needed; null: none stands for the gate.</summary>
    public required string? Driver { get; init; }

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
