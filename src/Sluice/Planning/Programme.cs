using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Outlooks;
using Sluice.Quantities;

namespace Sluice.Planning;

/// <summary>A compiled question: the policy graph that the optimiser solves, and what its columns and rows mean.</summary>
/// <param name="Graph">Graph; units in thousands, money in millions.</param>
/// <param name="Legends">[stage][node] meaning of the node's programme.</param>
/// <param name="Layouts">[stage] layout of the state entering the stage.</param>
/// <param name="Clock">Periods, one per stage.</param>
/// <param name="Chain">Outlook; node i of a stage is the i-th alive joint state of the period.</param>
public sealed record Programme(
    PolicyGraph Graph, ImmutableArray<ImmutableArray<Legend>> Legends, ImmutableArray<StateLayout> Layouts, Clock Clock, OutlookChain Chain)
{
    /// <summary>Units in one unit of the programme.</summary>
    public const double UnitScale = 1_000;

    /// <summary>Money in one unit of the programme's money.</summary>
    public const double MoneyScale = 1_000_000;
}
