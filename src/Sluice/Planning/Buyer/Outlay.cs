using System.Collections.Immutable;

namespace Sluice.Planning.Buyer;

/// <summary>Gross outlay of one node's decisions: orders, fit-out, rent and shortage without the minimum service, discounted, millions.</summary>
sealed class Outlay(Programme programme, string viewpoint)
{
    static readonly ImmutableArray<CostKind> Counted = [CostKind.Deposit, CostKind.Balance, CostKind.FitOut, CostKind.Levy, CostKind.Rent, CostKind.Shortage];

    readonly Dictionary<(int, int), ImmutableArray<(int Column, double PerUnit)>> nodes = [];

    public double Of(int stage, int node, ReadOnlySpan<double> columns)
    {
        if (!nodes.TryGetValue((stage, node), out var weights))
            nodes[(stage, node)] = weights = WeightsOf(programme.Legends[stage][node]);
        var sum = 0.0;
        foreach (var (column, perUnit) in weights)
            sum += perUnit * columns[column];
        return sum;
    }

    ImmutableArray<(int, double)> WeightsOf(Legend legend)
    {
        var weights = ImmutableArray.CreateBuilder<(int, double)>();
        for (var j = 0; j < legend.Columns.Length; j++)
        {
            var paid = legend.Columns[j].Costs.Where(c => c.Payer == viewpoint && Counted.Contains(c.Kind)).Sum(c => c.PerUnit);
            if (paid != 0)
                weights.Add((j, paid));
        }
        return weights.ToImmutable();
    }
}
