using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Outlooks;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.Rivals;

/// <summary>The levels that came true, as transition probabilities that force the path up to a day and leave it to chance after that.</summary>
static class CameTrue
{
    /// <summary>
    /// The day of the newest report of the case, or of the newest level in a history where that is later, at most the horizon of the atlas: until then its author looked
    /// for changes of level.
    /// </summary>
    public static DateOnly KnownTo(Case world)
    {
        var newest = world.Evidence.Reports.Where(r => !r.At.File.StartsWith("atlas/", StringComparison.Ordinal)).Select(r => r.Published)
            .Concat(world.Drivers.SelectMany(d => d.History).Select(h => h.Known)).Append(world.Header.AsOf).Max();
        return newest < world.Atlas.Horizon ? newest : world.Atlas.Horizon;
    }

    /// <summary>[stage][from][to]; uninitialised where no period after the first begins by that day, or the outlook holds no state with the levels.</summary>
    /// <param name="terms">The case in the programme's units.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="to">Last day to which the drivers' dated histories are followed: a level is taken to have stayed until they tell otherwise.</param>
    public static ImmutableArray<double[][]> Transitions(BuyerTerms terms, Programme programme, DateOnly to)
    {
        var chain = terms.Chain;
        var rows = programme.Graph.Stages[..^1].Select(s => s.Transitions.ToArray()).ToArray();
        var at = 0;
        for (var t = 1; t < terms.Stages && terms.Periods[t].Start <= to; t++)
        {
            var levels = chain.Drivers.Select((d, i) => PastLevels.On(d, terms.Periods[t].Start) ?? chain.States[chain.Root].Levels[i]).ToImmutableArray();
            if (Node(chain, t, levels, rows[t - 1][at]) is not { } next)
                return default;
            rows[t - 1][at] = new double[rows[t - 1][at].Length];
            rows[t - 1][at][next] = 1;
            at = next;
        }
        return terms.Stages > 1 && terms.Periods[1].Start <= to ? [.. rows] : default;
    }

    /// <summary>Whether a history tells of a day after the as-of date, up to another.</summary>
    public static bool IsTold(Case world, DateOnly to) => world.Drivers.Any(d => d.History.Any(h => h.Effective.From > world.Header.AsOf && h.Effective.From <= to));

    /// <summary>Of the nodes with the levels the one that was likeliest to be reached; flags follow from the moves made.</summary>
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
