using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>How fast the cost of all later stages can grow when one entry of the state that leaves a stage moves: limits that hold at every reachable state.</summary>
/// <param name="Rise">[state]: most that the cost grows per unit more, in cost per unit; may be negative where more always helps; +∞ where no limit is known.</param>
/// <param name="Fall">[state]: most that the cost grows per unit less; +∞ where no limit is known. Rise + Fall ≥ 0.</param>
public sealed record StateSlopes(ImmutableArray<double> Rise, ImmutableArray<double> Fall)
{
    internal void Check(int states, int stage)
    {
        if (Rise.IsDefault || Fall.IsDefault || Rise.Length != states || Fall.Length != states)
            throw new ArgumentException($"The slopes of stage {stage} must have {states} entries each way, one for each state that it leaves.");
        for (var i = 0; i < states; i++)
            if (!(Rise[i] + Fall[i] >= 0))
                throw new ArgumentException($"The slopes of state {i} that leaves stage {stage} are {Rise[i]} up and {Fall[i]} down; a convex cost has a sum of at least 0.");
    }
}
