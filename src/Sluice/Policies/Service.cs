using System.Collections.Immutable;

namespace Sluice.Policies;

/// <summary>How the units of a buyer serve its workloads.</summary>
public static class Service
{
    /// <summary>
    /// Domestic parts serve first what moves first, as far as it is ported; foreign parts serve the rest in the opposite order, so that what
    /// cannot move keeps them.
    /// </summary>
    /// <param name="movesFirst">Workloads in the order in which they take domestic parts.</param>
    /// <param name="demand">[workload] equivalents.</param>
    /// <param name="ported">[workload] equivalents that domestic parts may serve.</param>
    /// <param name="domestic">[workload] equivalents that all domestic units together could serve.</param>
    /// <param name="foreign">[workload] the same for foreign units.</param>
    /// <param name="served">[workload] receives what is served.</param>
    /// <param name="atHome">[workload] receives what of it domestic parts serve.</param>
    public static void Split(
        ImmutableArray<int> movesFirst, ReadOnlySpan<double> demand, ReadOnlySpan<double> ported, ReadOnlySpan<double> domestic, ReadOnlySpan<double> foreign,
        Span<double> served, Span<double> atHome)
    {
        var left = 1.0;
        foreach (var w in movesFirst)
        {
            var most = left * domestic[w];
            var use = Math.Min(most, Math.Min(ported[w], demand[w]));
            atHome[w] = use;
            if (use > 0)
                left = use >= most ? 0 : left - use / domestic[w];
        }
        left = 1.0;
        for (var i = movesFirst.Length - 1; i >= 0; i--)
        {
            var w = movesFirst[i];
            var most = left * foreign[w];
            var use = Math.Min(most, demand[w] - atHome[w]);
            served[w] = atHome[w] + use;
            if (use > 0)
                left = use >= most ? 0 : left - use / foreign[w];
        }
    }
}
