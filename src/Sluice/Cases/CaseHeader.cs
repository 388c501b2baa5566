using System.Collections.Immutable;
using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>What a case is about: whose view, as of when, over which periods, in which money.</summary>
/// <param name="Title">Title.</param>
/// <param name="AsOf">Day of knowledge.</param>
/// <param name="Clock">Periods.</param>
/// <param name="Currency">Currency of all results, ISO 4217.</param>
/// <param name="Viewpoint">The buyer.</param>
/// <param name="Stances">How the viewpoint answers guidance, by driver; a driver not listed is followed.</param>
/// <param name="Told">What the viewpoint itself was told, by driver: overrides the level at the as-of date.</param>
/// <param name="Wait">Months that stake, waiting and early news speak of.</param>
/// <param name="Indifference">Share of planned outlay below which two plans count as equally good.</param>
/// <param name="Discount">Rate per year, 0.1 is 10 %.</param>
/// <param name="Risk">Aversion to bad tails; null: none.</param>
/// <param name="Budget">Money to commit; null: not limited.</param>
/// <param name="Place">Where the header stands in its file.</param>
public sealed record CaseHeader(
    string Title, DateOnly AsOf, Clock Clock, string Currency, Viewpoint Viewpoint, ImmutableArray<Stance> Stances,
    ImmutableSortedDictionary<string, string> Told, double Wait, Given<double> Indifference, Given<double> Discount, Risk? Risk, Budget? Budget, Place Place);

/// <summary>(1 − weight) · expectation + weight · CVaR, nested at stages that end a quarter.</summary>
/// <param name="Tail">Tail of the CVaR, for example 0.9: the worst tenth.</param>
/// <param name="Weight">Weight of the CVaR, 0 to 1.</param>
public sealed record Risk(double Tail, double Weight);

/// <summary>Money that may be committed to orders over the horizon.</summary>
/// <param name="Amount">Money.</param>
/// <param name="Overrun">Price per money unit above the amount: an overrun is possible at this price, so that every row can be met.</param>
public sealed record Budget(Given<double> Amount, Given<double> Overrun);
