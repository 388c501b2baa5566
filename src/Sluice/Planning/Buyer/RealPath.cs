using System.Collections.Immutable;
using Sluice.Outlooks;

namespace Sluice.Planning.Buyer;

/// <summary>The levels that came true, as transition probabilities: forced up to the day to which they are known, left to chance after it.</summary>
static class RealPath
{
    /// <summary>[stage][from][to]; uninitialised where no period after the first begins by that day, or the outlook holds no state with the levels.</summary>
    /// <param name="terms">The case in the programme's units.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="knownTo">Last day of which the levels are known.</param>
    public static ImmutableArray<double[][]> Transitions(BuyerTerms terms, Programme programme, DateOnly knownTo)
    {
        var chain = terms.Chain;
        var rows = programme.Graph.Stages[..^1].Select(s => s.Transitions.ToArray()).ToArray();
        var at = 0;
        for (var t = 1; t < terms.Stages && terms.Periods[t].Start <= knownTo; t++)
        {
            var levels = chain.Drivers.Select((d, i) => CameTrue.LevelOn(d, terms.Periods[t].Start) ?? chain.States[chain.Root].Levels[i]).ToImmutableArray();
            if (Node(chain, t, levels, rows[t - 1][at]) is not { } next)
                return default;
            rows[t - 1][at] = new double[rows[t - 1][at].Length];
            rows[t - 1][at][next] = 1;
            at = next;
        }
        return terms.Stages > 1 && terms.Periods[1].Start <= knownTo ? [.. rows] : default;
    }

    /// <summary>Of the nodes with the levels the one likeliest to be reached, so that flags follow from the moves made.</summary>
    static int? Node(OutlookChain chain, int stage, ImmutableArray<int> levels, double[] row)
    {
        int? best = null;
        for (var m = 0; m < row.Length; m++)
            if (chain.States[chain.Alive[stage][m]].Levels.SequenceEqual(levels)
                && (best is not { } b || row[m] > row[b] || (row[m] == row[b] && chain.Probability[stage][m] > chain.Probability[stage][b])))
                best = m;
        return best;
    }
}
