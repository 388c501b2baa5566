using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.Causes;

/// <summary>Counts where limits bind along paths and sums their duals. Balances and what earlier decisions leave are no causes.</summary>
sealed class CauseTally(BuyerTerms terms, Programme programme)
{
    const double Tolerance = 1e-9;
    const double LeastProbability = 0.005;

    // Millions per thousand units are thousands of money per unit.
    const double PerUnit = Programme.MoneyScale / Programme.UnitScale;

    static readonly ImmutableArray<LimitKind> outside =
    [
        LimitKind.Supply, LimitKind.Quote, LimitKind.Gate, LimitKind.Quota, LimitKind.Bundle, LimitKind.Power, LimitKind.Racks, LimitKind.PortingRate,
        LimitKind.RentLimit, LimitKind.Budget,
    ];

    readonly Dictionary<(int Stage, int Node), (ImmutableArray<(int Row, Sum Into)> Rows, ImmutableArray<(int Column, double Most, Sum Into)> Columns)> nodes = [];
    readonly Dictionary<(LimitKind, string, string, int, string), Sum> sums = [];

    public void Add(in SimulationStep step)
    {
        if (!nodes.TryGetValue((step.Stage, step.Node), out var node))
            nodes[(step.Stage, step.Node)] = node = NodeOf(step.Stage, step.Node);
        foreach (var (row, into) in node.Rows)
            if (step.RowDuals[row] < -Tolerance)
                into.Add(-step.RowDuals[row], step.Path);
        foreach (var (column, most, into) in node.Columns)
            if (step.ReducedCosts[column] < -Tolerance && step.Columns[column] >= most - Tolerance)
                into.Add(-step.ReducedCosts[column], step.Path);
    }

    /// <summary>Means over so many paths, heaviest first; limits that bind on fewer than one path in two hundred, or save nothing, are left out.</summary>
    public ImmutableArray<Cause> Means(int paths) =>
        [.. sums.Values.Where(s => s.Paths >= LeastProbability * paths && s.Dual > 0)
            .Select(s => new Cause(s.Limit, (double)s.Paths / paths, s.Dual / paths * (s.Limit.Kind == LimitKind.Budget ? 1 : PerUnit), s.Dual / paths * s.Size * Programme.MoneyScale))
            .OrderByDescending(c => c.Weight).ThenBy(c => c.Limit.Period).ThenBy(c => c.Limit.Subject, StringComparer.Ordinal).ThenBy(c => c.Limit.Kind)];

    (ImmutableArray<(int, Sum)>, ImmutableArray<(int, double, Sum)>) NodeOf(int stage, int node)
    {
        var legend = programme.Legends[stage][node];
        var rows = ImmutableArray.CreateBuilder<(int, Sum)>();
        var columns = ImmutableArray.CreateBuilder<(int, double, Sum)>();
        for (var i = 0; i < legend.Rows.Length; i++)
            if (outside.Contains(legend.Rows[i].Kind))
                rows.Add((i, SumOf(legend.Rows[i], stage)));
        for (var j = 0; j < legend.Columns.Length; j++)
            if (legend.Columns[j] is { Upper: { } limit, Most: var most } && double.IsFinite(most) && outside.Contains(limit.Kind))
                columns.Add((j, most, SumOf(limit, stage)));
        return (rows.ToImmutable(), columns.ToImmutable());
    }

    /// <summary>A gate is the same limit wherever the same effects make it.</summary>
    Sum SumOf(Limit limit, int stage)
    {
        var key = (limit.Kind, limit.Subject, limit.With, limit.Period, limit.Kind == LimitKind.Gate ? string.Join(';', limit.From.Select(f => f.Path)) : "");
        if (!sums.TryGetValue(key, out var sum))
            sums[key] = sum = new Sum(limit, SizeOf(limit, stage));
        return sum;
    }

    /// <summary>How much of the limited thing a period sees, thousands or megawatts; 1 where no figure says so.</summary>
    double SizeOf(Limit limit, int stage) =>
        terms.Purchases.FirstOrDefault(p => p.Id == limit.Subject) is { } purchase ? Math.Max(purchase.Supply[stage], stage <= purchase.LastQuotePeriod ? purchase.Offer.Quote!.Quantity.Value / Programme.UnitScale : 0)
        : terms.Rentals.FirstOrDefault(r => r.Id == limit.Subject) is { } rental ? rental.Limit[stage]
        : limit.Kind == LimitKind.Power && terms.World.Market.Sites.FirstOrDefault(s => s.Id == limit.Subject)?.Power is { } power ? power.Value / 1_000
        : limit.Kind == LimitKind.Budget && terms.World.Header.Budget is { } budget ? budget.Amount.Value / Programme.MoneyScale : 1;

    sealed class Sum(Limit limit, double size)
    {
        int lastPath = -1;

        public Limit Limit => limit;

        public double Size => size;

        public int Paths { get; private set; }

        public double Dual { get; private set; }

        /// <summary>A limit met twice in one step of a path (a pool and its column) binds once.</summary>
        public void Add(double dual, int path)
        {
            Dual += dual;
            if (path != lastPath)
                Paths++;
            lastPath = path;
        }
    }
}
