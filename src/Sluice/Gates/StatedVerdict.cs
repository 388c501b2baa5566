using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>What may pass at one gate of one offer, as the case states it or as screening found it.</summary>
/// <param name="Gate">us-export or cn-import.</param>
/// <param name="Word">Verdict.</param>
/// <param name="Class">Class of the rule that decides, where one does.</param>
/// <param name="Policy">Review policy, for example <c>denial</c> or <c>case-by-case</c>.</param>
/// <param name="Rules">Rules and measures that it rests on.</param>
/// <param name="Driver">Driver whose level sets the quantity where a licence is needed.</param>
/// <param name="Why">One sentence for the reader.</param>
public sealed record StatedVerdict(
    string Gate, VerdictWord Word, string? Class, string? Policy, ImmutableArray<string> Rules, Ref? Driver, string Why)
{
    /// <summary>What screening found, with strength, conditions, missing facts and trace; beside it stands what the case says, where it says something. Null where nothing was screened.</summary>
    public Verdict? Found { get; init; }

    /// <summary>Whether the case states it, or screening found it.</summary>
    public VerdictOrigin Origin { get; init; }

    /// <summary>Whether nothing passes: it is barred, or needs a licence, and no driver stands for the gate whose level would say how much does.</summary>
    public bool LetsNothingPass => Word is VerdictWord.Barred or VerdictWord.Licence && Driver is null;

    /// <summary>A verdict as screening found it.</summary>
    public static StatedVerdict Of(Verdict found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new(found.Gate, found.Word, found.Class, found.Policy, found.Rules, null, found.Why) { Found = found, Origin = VerdictOrigin.Screened };
    }
}

/// <summary>Where a verdict of a plan comes from.</summary>
public enum VerdictOrigin
{
    /// <summary>The case states it.</summary>
    Stated,

    /// <summary>It was found among the rules and measures of the atlas.</summary>
    Screened,
}

/// <summary>Verdict words, from open to shut.</summary>
public enum VerdictWord
{
    /// <summary>No requirement found among the rules known.</summary>
    NoRequirement,

    /// <summary>A licence is needed; the level of the driver for that gate sets what passes.</summary>
    Licence,

    /// <summary>Informal measures in force steer the buyer.</summary>
    Guided,

    /// <summary>Facts are missing; nothing is cleared.</summary>
    Unknown,

    /// <summary>Law, published rule or customs step forbids it.</summary>
    Barred,
}

/// <summary>All that is stated about one offer.</summary>
/// <param name="Offer">Offer.</param>
/// <param name="Verdicts">One per gate.</param>
/// <param name="Conflict">Why the laws conflict, where they do: the plan marks it and chooses neither.</param>
public sealed record OfferVerdict(string Offer, ImmutableArray<StatedVerdict> Verdicts, string? Conflict);
