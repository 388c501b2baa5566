using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Planning.Answers;

namespace Sluice.Planning.Flows;

/// <summary>Money from one party to another, expected and discounted to the as-of date.</summary>
/// <param name="Payer">Who pays.</param>
/// <param name="Payee">Who is paid.</param>
/// <param name="Kind">What for.</param>
/// <param name="Expected">Money, 0 or more, mean over paths.</param>
public sealed record Flow(string Payer, string Payee, CostKind Kind, double Expected);

/// <summary>
/// Who pays whom: the sum of cost items along the plan's plain paths, those that gave its expected cost. What the viewpoint pays less what
/// it receives is that cost. Budget: nothing beyond the plan's own paths.
/// </summary>
sealed class FlowsAnswer : IAnswer
{
    public AnswerName Name => AnswerName.Flows;

    public PlanAnswers Compute(AnswerContext context, PlanAnswers soFar, CancellationToken cancellation) =>
        soFar with { Flows = context.Flows.Means(context.Options.Paths) };
}

/// <summary>Sums cost items over steps, by payer, payee and kind.</summary>
sealed class FlowTally(Programme programme)
{
    readonly Dictionary<(int Stage, int Node), ImmutableArray<(int Column, int Flow, double PerUnit)>> nodes = [];
    readonly Dictionary<(string Payer, string Payee, CostKind Kind), int> places = [];
    readonly List<double> sums = [];

    public void Add(in SimulationStep step)
    {
        if (!nodes.TryGetValue((step.Stage, step.Node), out var items))
            nodes[(step.Stage, step.Node)] = items = ItemsOf(programme.Legends[step.Stage][step.Node]);
        foreach (var (column, flow, perUnit) in items)
            sums[flow] += perUnit * step.Columns[column];
    }

    /// <summary>Means over so many paths, largest first; flows of nothing are left out.</summary>
    public ImmutableArray<Flow> Means(int paths) =>
        [.. places.Select(p => new Flow(p.Key.Payer, p.Key.Payee, p.Key.Kind, sums[p.Value] / paths * Programme.MoneyScale)).Where(f => f.Expected != 0)
            .OrderByDescending(f => f.Expected).ThenBy(f => f.Payer, StringComparer.Ordinal).ThenBy(f => f.Payee, StringComparer.Ordinal).ThenBy(f => f.Kind)];

    ImmutableArray<(int, int, double)> ItemsOf(Legend legend)
    {
        var items = ImmutableArray.CreateBuilder<(int, int, double)>();
        for (var j = 0; j < legend.Columns.Length; j++)
            foreach (var cost in legend.Columns[j].Costs)
                if (cost.PerUnit != 0)
                    items.Add((j, PlaceOf((cost.Payer, cost.Payee, cost.Kind)), cost.PerUnit));
        return items.ToImmutable();
    }

    int PlaceOf((string, string, CostKind) key)
    {
        if (places.TryGetValue(key, out var place))
            return place;
        sums.Add(0);
        return places[key] = sums.Count - 1;
    }
}
