using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>A joint state of all drivers: a level for each, and the flags that remember recent moves.</summary>
/// <param name="Levels">Index of the level of each driver, in the order of the drivers.</param>
/// <param name="Recent">For each driver, whether its flag is set; false where it has none.</param>
public sealed record JointState(ImmutableArray<int> Levels, ImmutableArray<bool> Recent);

/// <summary>
/// All drivers together: a Markov chain over their joint states, one transition matrix per period. States are those alive somewhere;
/// each stage names the ones alive in it.
/// </summary>
/// <param name="Drivers">Drivers, in the order of <see cref="JointState.Levels"/>.</param>
/// <param name="States">Joint states.</param>
/// <param name="Root">State at the as-of date.</param>
/// <param name="Alive">[period] states alive, ascending.</param>
/// <param name="Transition">[period][row, column] probability from an alive state of the period to an alive state of the next; rows sum to 1.</param>
/// <param name="Probability">[period][i] probability of the i-th alive state.</param>
/// <param name="Pruned">[period] probability pruned on entering the period.</param>
public sealed record OutlookChain(
    ImmutableArray<Driver> Drivers, ImmutableArray<JointState> States, int Root, ImmutableArray<ImmutableArray<int>> Alive,
    ImmutableArray<double[,]> Transition, ImmutableArray<double[]> Probability, ImmutableArray<double> Pruned);
