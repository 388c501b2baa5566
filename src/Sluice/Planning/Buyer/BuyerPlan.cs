using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Planning.Answers;

namespace Sluice.Planning.Buyer;

/// <summary>What planning found, in the case's money and units. Everything below is as fine as the bounds under it and no finer.</summary>
public sealed record BuyerPlan
{
    /// <summary>Bounds on the optimal expected discounted cost, money.</summary>
    public required PlanBounds Bounds { get; init; }

    /// <summary>Money below which two plans count as equally good.</summary>
    public required double Indifference { get; init; }

    /// <summary>V(nothing ordered or rented more during the wait) − V as an interval of money.</summary>
    public required Bracket Stake { get; init; }

    /// <summary>Why training stopped.</summary>
    public required string Stopped { get; init; }

    /// <summary>Training passes.</summary>
    public required int Passes { get; init; }

    /// <summary>One entry per offer, in order of the market.</summary>
    public required ImmutableArray<OfferPlan> Offers { get; init; }

    /// <summary>Equivalents ported over the wait, mean.</summary>
    public required ImmutableArray<PortingPlan> Porting { get; init; }

    /// <summary>What follows if a driver moves.</summary>
    public required ImmutableArray<NextPlan> Next { get; init; }

    /// <summary>Mean cost over plain paths, and the level that one path in ten exceeds; money.</summary>
    public required (double Mean, double Tail90) Cost { get; init; }

    /// <summary>[workload][period] what stays unserved, equivalents.</summary>
    public required ImmutableArray<ImmutableArray<Unserved>> Unserved { get; init; }

    /// <summary>Linear programmes solved.</summary>
    public required long Solves { get; init; }

    /// <summary>What was answered beyond the decisions.</summary>
    public PlanAnswers Answers { get; init; } = PlanAnswers.Empty;
}

/// <summary>Bounds in money.</summary>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="UpperKind">Its kind.</param>
/// <param name="Pruned">Most that pruned states can move the optimum.</param>
public sealed record PlanBounds(double Lower, double Upper, string UpperKind, double Pruned)
{
    /// <summary>Upper − lower, what was pruned included; infinite where there is no bound.</summary>
    public double GapMoney => IsBound ? Math.Max(0, Upper - Lower) + Pruned : double.PositiveInfinity;

    /// <summary>Whether the upper figure bounds the optimum: under risk the mean along paths does not, and a cancelled run may have none.</summary>
    public bool IsBound => UpperKind is not (UpperBound.Estimate or UpperBound.None);
}

/// <summary>An interval of money or quantity.</summary>
/// <param name="Low">Low end.</param>
/// <param name="High">High end.</param>
public readonly record struct Bracket(double Low, double High);

/// <summary>The plan for one offer over the wait; units, or equivalents of a rental.</summary>
public sealed record OfferPlan
{
    /// <summary>Offer.</summary>
    public required string Offer { get; init; }

    /// <summary>Ordered (rented more) over the wait, mean over its nodes.</summary>
    public required double Quantity { get; init; }

    /// <summary>Ordered, or rented more, over the wait; differs from <see cref="Quantity"/> of a rental, which is its level.</summary>
    public required double Ordered { get; init; }

    /// <summary>[period of the wait] ordered, or the level of a rental, mean over the period's nodes.</summary>
    public required ImmutableArray<double> ByPeriod { get; init; }

    /// <summary>Ordered in the first period.</summary>
    public required double FirstPeriod { get; init; }

    /// <summary>Most that could be ordered over the wait, mean over its nodes.</summary>
    public required double Most { get; init; }

    /// <summary>What was planned over the wait.</summary>
    public required double Planned { get; init; }

    /// <summary>Ordered after the wait, mean over paths.</summary>
    public required double Later { get; init; }

    /// <summary>Quantities that are possibly as good as the best.</summary>
    public required Bracket? Possibly { get; init; }

    /// <summary>Quantities that are surely as good as the best.</summary>
    public required Bracket? Surely { get; init; }

    /// <summary>Units on order at the as-of date.</summary>
    public required double OnOrder { get; init; }

    /// <summary>Of those, given back over the wait, mean.</summary>
    public required double GivenBack { get; init; }

    /// <summary>Left at a gate at the end of the wait, mean.</summary>
    public required double Held { get; init; }

    /// <summary>Rented at the end of the wait, mean; 0 for a purchase.</summary>
    public required double RentLevel { get; init; }

    /// <summary>What binds the quantity in the first period in which something could be ordered; null where nothing binds.</summary>
    public required Limit? Binds { get; init; }

    /// <summary>Money saved by one more unit where <see cref="Binds"/> binds, 0 or more.</summary>
    public required double OneMoreSaves { get; init; }
}

/// <summary>Porting over the wait.</summary>
/// <param name="Stack">Stack.</param>
/// <param name="Workload">Workload.</param>
/// <param name="Quantity">Equivalents, mean.</param>
public sealed record PortingPlan(string Stack, string Workload, double Quantity);

/// <summary>What follows a move.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Level">Level reached.</param>
/// <param name="Chance">Chance of standing there at the end of the wait.</param>
/// <param name="Orders">Offer, quantity over the span after, quantity where nothing moved.</param>
public sealed record NextPlan(string Driver, string Level, double Chance, ImmutableArray<(string Offer, double Quantity, double Otherwise)> Orders);

/// <summary>Unserved demand of one workload and period, equivalents.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Tail90">One path in ten leaves more.</param>
/// <param name="Demand">Mean demand.</param>
public readonly record struct Unserved(double Mean, double Tail90, double Demand);
