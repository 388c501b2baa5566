using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Sluice.Simulation;

/// <summary>Differences between two runs with the same seed, replication by replication: what both draw alike cancels.</summary>
public static class PairedDifferences
{
    /// <summary>Differences of every series that both have, changed less base: sums over all months, or means for levels.</summary>
    /// <param name="changed">Run of the changed market.</param>
    /// <param name="plain">Run of the market it is set against; as many months.</param>
    public static ImmutableArray<Difference> Of(MarketRun changed, MarketRun plain)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(plain);
        var there = plain.Series.Select((s, i) => (s, i)).ToDictionary(p => Key(p.s), p => p.i);
        return [.. changed.Series.Select((s, i) => (s, i)).Where(p => there.ContainsKey(Key(p.s))).Select(p => Of(changed, p.i, plain, there[Key(p.s)]))];
    }

    /// <summary>The difference of one series, with a 95 % interval by Student's t over the replications.</summary>
    public static Difference Of(MarketRun changed, int inChanged, MarketRun plain, int inPlain)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(plain);
        var n = Math.Min(changed.Done, plain.Done);
        var (mean, squares, level) = (0.0, 0.0, 0.0);
        for (var r = 0; r < n; r++)
        {
            var before = plain.Total(inPlain, r);
            var delta = changed.Total(inChanged, r) - before - mean;
            mean += delta / (r + 1);
            squares += delta * (changed.Total(inChanged, r) - before - mean);
            level += (before - level) / (r + 1);
        }
        var half = n > 1 && squares > 0 ? StudentT.InvCDF(0, 1, n - 1, .975) * Math.Sqrt(squares / (n - 1) / n) : 0;
        return new(changed.Series[inChanged], level, mean, mean - half, mean + half);
    }

    static (string, string?, string?, string?) Key(MarketSeries series) => (series.Name, series.Party, series.Line, series.Workload);
}

/// <summary>A paired difference, in the series' unit.</summary>
/// <param name="Series">Series.</param>
/// <param name="Plain">Mean of the base run.</param>
/// <param name="Mean">Mean of the differences, changed less base.</param>
/// <param name="Low">Low end of the 95 % interval of the mean.</param>
/// <param name="High">High end.</param>
public sealed record Difference(MarketSeries Series, double Plain, double Mean, double Low, double High);
