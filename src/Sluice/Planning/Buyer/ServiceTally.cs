using System.Collections.Immutable;
using Sluice.Optimization;

namespace Sluice.Planning.Buyer;

/// <summary>Cost of every path, and what stays unserved by workload and period.</summary>
sealed class ServiceTally(BuyerTerms terms, LegendIndex index, int paths)
{
    readonly double[] costs = new double[paths];
    readonly double[,,] unserved = new double[terms.Workloads.Length, terms.Stages, paths];
    readonly double[,] demand = new double[terms.Workloads.Length, terms.Stages];

    public void Add(in SimulationStep step)
    {
        costs[step.Path] += step.StageCost;
        var state = terms.Chain.Alive[step.Stage][step.Node];
        for (var w = 0; w < terms.Workloads.Length; w++)
        {
            unserved[w, step.Stage, step.Path] = index.Sum(step.Stage, step.Node, ChoiceKind.Unserved, terms.Workloads[w].Id, step.Columns);
            demand[w, step.Stage] += terms.Demand[w][step.Stage] * terms.Conditions.Demand[state][w];
        }
    }

    /// <summary>Mean and 90 % quantile of the cost, money.</summary>
    public (double Mean, double Tail90) Cost => (costs.Average() * Programme.MoneyScale, Quantile90(costs) * Programme.MoneyScale);

    public ImmutableArray<ImmutableArray<Unserved>> Unserved =>
        [.. Enumerable.Range(0, terms.Workloads.Length).Select(w => Enumerable.Range(0, terms.Stages).Select(t => UnservedAt(w, t)).ToImmutableArray())];

    Unserved UnservedAt(int w, int t)
    {
        var values = new double[paths];
        for (var p = 0; p < paths; p++)
            values[p] = unserved[w, t, p];
        return new Unserved(values.Average() * Programme.UnitScale, Quantile90(values) * Programme.UnitScale, demand[w, t] / paths * Programme.UnitScale);
    }

    static double Quantile90(double[] values) => MathNet.Numerics.Statistics.Statistics.Quantile(values, 0.9);
}
