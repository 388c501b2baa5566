using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>Something that a reader should know about an effect.</summary>
/// <param name="What">What it is.</param>
/// <param name="Subject">Part and figure, or the effect.</param>
/// <param name="From">Where the effect is stated.</param>
public sealed record ConditionNote(ConditionConcern What, string Subject, Provenance From);

/// <summary>Why an effect is noted.</summary>
public enum ConditionConcern
{
    /// <summary>The part has no figure or class that the selector asks for, or only a bound that does not decide it: it was not selected.</summary>
    UnknownFigure,

    /// <summary>The effect selects nothing in this market.</summary>
    SelectsNothing,

    /// <summary>A quota is shared with others and no share is stated: the viewpoint was given all of it.</summary>
    NoShare,
}
