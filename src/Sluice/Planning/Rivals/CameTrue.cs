using System.Collections.Immutable;
using Sluice.Outlooks;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.Rivals;

/// <summary>
/// The levels that came true: those that the drivers' dated histories tell of after the as-of date, seen from today, as transition probabilities that force
/// the path up to the horizon of the atlas and leave it to chance after that.
/// </summary>
static class CameTrue
{
    /// <summary>[stage][from][to]; uninitialised where no history tells of a later day, or the outlook holds no state with the levels.</summary>
    public static ImmutableArray<double[][]> Transitions(BuyerTerms terms, Programme programme)
    {
        var (world, chain) = (terms.World, terms.Chain);
        if (!world.Drivers.Any(d => d.History.Any(h => h.Effective.From > world.Header.AsOf && h.Effective.From <= world.Atlas.Horizon)))
            return default;
        var rows = programme.Graph.Stages[..^1].Select(s => s.Transitions.ToArray()).ToArray();
        var at = 0;
        for (var t = 1; t < terms.Stages && terms.Periods[t].Start <= world.Atlas.Horizon; t++)
        {
            var levels = world.Drivers.Select((d, i) => LevelOn(d, chain.States[chain.Root].Levels[i], world.Header.AsOf, terms.Periods[t].Start)).ToImmutableArray();
            if (Node(chain, t, levels, rows[t - 1][at]) is not { } next)
                return default;
            rows[t - 1][at] = new double[rows[t - 1][at].Length];
            rows[t - 1][at][next] = 1;
            at = next;
        }
        return [.. rows];
    }

    static int LevelOn(Driver driver, int today, DateOnly asOf, DateOnly day) =>
        driver.History.Where(h => h.Effective.From > asOf && h.Effective.From <= day).OrderBy(h => h.Effective.From).LastOrDefault() is { } last ? driver.IndexOf(last.Level) : today;

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
