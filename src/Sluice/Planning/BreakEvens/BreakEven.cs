using System.Collections.Immutable;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.BreakEvens;

/// <summary>Where the decision now stops being right as one number of the case moves and all others stay.</summary>
/// <param name="Influence">The number and how the cost moves with it.</param>
/// <param name="Below">Interval of the nearest crossing under today's value; null where there is none in the range.</param>
/// <param name="Above">Interval of the nearest crossing over it.</param>
/// <param name="TakesOver">What is done instead beyond the nearer crossing; empty where nothing crosses.</param>
/// <param name="Whole">Whether the whole range was looked through.</param>
public sealed record BreakEven(Influence Influence, Bracket? Below, Bracket? Above, ImmutableArray<Instead> TakesOver, bool Whole)
{
    /// <summary>The crossing nearer to today's value; null where nothing crosses.</summary>
    public Bracket? Nearer =>
        Below is { } below && Above is { } above ? Influence.Assumption.Value - below.High <= above.Low - Influence.Assumption.Value ? below : above : Below ?? Above;

    /// <summary>Distance of the nearer crossing as a share of the range; null where nothing crosses.</summary>
    public double? Distance => Nearer is { } crossing && Influence.To > Influence.From
        ? Math.Abs((crossing.Low + crossing.High) / 2 - Influence.Assumption.Value) / (Influence.To - Influence.From) : null;

    /// <summary>Whether every crossing is known to half the range or better and nothing was left out.</summary>
    public bool Settled => Whole && Narrow(Below) && Narrow(Above);

    bool Narrow(Bracket? crossing) => crossing is not { } c || c.High - c.Low <= 0.5 * (Influence.To - Influence.From);
}

/// <summary>What is done of an offer over the wait where the number has moved.</summary>
/// <param name="Offer">Offer.</param>
/// <param name="Quantity">Ordered, or rented at the end, there; units or equivalents.</param>
/// <param name="Otherwise">The same in the plan.</param>
public sealed record Instead(string Offer, double Quantity, double Otherwise);
