namespace Sluice.Planning.Buyer;

/// <summary>
/// What pruned states can move the optimum: P(pruned at a stage) · (U − L), U the cost of serving nothing in the worst conditions from
/// there on, L minus all credits.
/// </summary>
static class PruningCost
{
    /// <summary>Money.</summary>
    public static double Of(BuyerTerms terms, ReadOnlySpan<double> costToGoFloors)
    {
        var (total, worst) = (0.0, 0.0);
        for (var t = terms.Stages - 1; t >= 0; t--)
        {
            worst += terms.Discount[t] * terms.Periods[t].Months * Enumerable.Range(0, terms.Workloads.Length).Sum(w => Nothing(terms, w, t));
            total += terms.Chain.Pruned[t] * (worst - costToGoFloors[t]);
        }
        return total * Programme.MoneyScale;
    }

    static double Nothing(BuyerTerms terms, int w, int t)
    {
        var workload = terms.Workloads[w];
        var dearest = Math.Max(workload.Shortage.Max(s => s.Price.Value), workload.MinimumService?.Price.Value ?? 0) / 1_000;
        return dearest * terms.Demand[w][t] * terms.Chain.Alive[t].Max(s => terms.Conditions.Demand[s][w]);
    }
}
