using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>The buyer through whose eyes the case is seen.</summary>
/// <param name="Id">Name.</param>
/// <param name="Groups">Groups of buyers in the atlas that it belongs to, for example <c>large-platform</c>.</param>
/// <param name="Headquarters">Country of the ultimate parent, ISO 3166.</param>
public sealed record Viewpoint(string Id, ImmutableArray<string> Groups, string Headquarters);

/// <summary>How the viewpoint answers a driver's asks.</summary>
/// <param name="Driver">The driver.</param>
/// <param name="Answer">Follow, follow in part, or own judgement.</param>
/// <param name="Share">Share followed, 0 to 1, where it follows in part.</param>
/// <param name="Place">Where it follows in part: only at this place; null: everywhere.</param>
public sealed record Stance(Ref Driver, Answer Answer, double Share, string? Place);

/// <summary>Answers to guidance.</summary>
public enum Answer
{
    /// <summary>Do as asked: the default.</summary>
    Follow,

    /// <summary>Follow for a share.</summary>
    InPart,

    /// <summary>Weigh the asks only by what they do; must be typed, is never suggested.</summary>
    OwnJudgement,
}
