using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Planning.Answers;

namespace Sluice.Planning.BreakEvens;

/// <summary>One node that the plan visits: where, how likely, in which state, and what it does there at which prices.</summary>
sealed class Visit(Visit? before, int stage, int node, int outcome, ImmutableArray<double> state, NodeSolution solution)
{
    public double Weight { get; set; }

    /// <summary>
    /// Whether the slope that this node's prices see in what follows is not that of the prices found there: the plan stands where several slopes of the future
    /// meet, its decision needs a mixture of them, and each solve shows only one.
    /// </summary>
    public bool AtTie { get; set; }

    /// <summary>Whether a node before stands at a tie, so that the prices here are one of several that could hold.</summary>
    public bool AfterTie => before is { } b && (b.AtTie || b.AfterTie);

    public int Stage => stage;

    public int Node => node;

    public int Outcome => outcome;

    public ImmutableArray<double> State => state;

    public NodeSolution Solution => solution;

    /// <summary>Visits that follow it.</summary>
    public List<Visit> After { get; } = [];

    /// <summary>[node of the next stage] value there at the state that is left; filled before it is read.</summary>
    public double[] Successors { get; set; } = [];

    /// <summary>[outcome] value of the node under it; empty where there is one.</summary>
    public double[] Outcomes { get; set; } = [];
}

/// <summary>Walks the plan along paths once, so that many questions can be asked of what it did.</summary>
static class Visits
{
    const int Paths = 80;
    const int Fewest = 3_000;

    // Successors of this probability are solved, others take their best stored support, as in the control variate of a bound; stages this small are solved whole.
    const double SolveProbability = 0.03;
    const int SmallStage = 12;

    // Of the largest slope: where every successor was visited, and where some are known by their stored supports only.
    const double SameSlope = 1e-6;
    const double NearlySameSlope = 1e-3;

    /// <summary>What the plan visits, all of it where that is little.</summary>
    public static List<Visit> Of(AnswerContext context, CancellationToken cancellation)
    {
        var graph = context.Programme.Programme.Graph;
        var visits = new List<Visit>();
        var known = new Dictionary<(int Before, int Node, int Outcome), int>();
        var all = PathSample.All(graph, graph.Stages.Length, Fewest);
        foreach (var path in all ?? PathSample.Drawn(graph, graph.Stages.Length, Paths, context.PathSeed))
        {
            var before = -1;
            for (var t = 0; t < path.Nodes.Length; t++)
            {
                cancellation.ThrowIfCancellationRequested();
                var key = (before, path.Nodes[t], path.Outcomes[t]);
                if (!known.TryGetValue(key, out var at))
                {
                    var state = before < 0 ? graph.InitialState : visits[before].Solution.OutgoingState;
                    known[key] = at = visits.Count;
                    visits.Add(new Visit(before < 0 ? null : visits[before], t, key.Item2, key.Item3, state, context.Policy.Solve(t, key.Item2, state.AsSpan(), key.Item3)));
                    if (before >= 0)
                        visits[before].After.Add(visits[at]);
                }
                visits[at].Weight += path.Weight;
                before = at;
            }
        }
        foreach (var visit in visits)
            Value(context, graph, visit, all is not null, cancellation);
        return visits;
    }

    static void Value(AnswerContext context, PolicyGraph graph, Visit visit, bool whole, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var outcomes = graph.Stages[visit.Stage].Nodes[visit.Node].Outcomes;
        if (outcomes.Length > 1)
            visit.Outcomes = [.. outcomes.Select((_, w) => context.Policy.Solve(visit.Stage, visit.Node, visit.State.AsSpan(), w).Objective)];
        if (visit.Stage + 1 == graph.Stages.Length || visit.Solution.OutgoingState.IsEmpty)
            return;
        var (row, left) = (graph.Stages[visit.Stage].Transitions[visit.Node], visit.Solution.OutgoingState);
        var values = row.Select((chance, m) =>
            chance < SolveProbability && row.Length > SmallStage && context.Policy.Support(visit.Stage + 1, m, left.AsSpan()) is var stored && double.IsFinite(stored.Value)
                ? stored : context.Policy.Value(visit.Stage + 1, m, left.AsSpan())).ToArray();
        visit.Successors = [.. values.Select(v => v.Value)];
        var slopes = new double[left.Length];
        for (var i = 0; i < slopes.Length; i++)
            slopes[i] = whole ? visit.After.Sum(v => v.Weight * v.Solution.StatePrices[i]) / visit.Weight : row.Select((chance, m) => chance * values[m].StatePrices[i]).Sum();
        visit.AtTie = IsTie(graph.Stages[visit.Stage].Nodes[visit.Node], visit, slopes, whole ? SameSlope : NearlySameSlope);
    }

    /// <summary>The slope of the future in a state that is left is its column's reduced cost less its price: what the cuts that bind add up to.</summary>
    static bool IsTie(StageNode node, Visit visit, double[] found, double same)
    {
        var prices = Lagrangian.Price(node, visit.Outcome, visit.Solution.RowDuals.AsSpan());
        double[] seen = [.. found.Select((_, i) => node.Subproblem.OutgoingColumn(i)).Select(column => visit.Solution.ReducedCosts[column] - prices[column])];
        var largest = Math.Max(seen.Max(Math.Abs), 1e-9);
        return seen.Zip(found).Any(p => Math.Abs(p.First - p.Second) > same * largest);
    }
}
