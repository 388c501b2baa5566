using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Planning.Answers;

namespace Sluice.Planning.BreakEvens;

/// <summary>One node that the plan visits: where, how likely, in which state, and what it does there at which prices.</summary>
sealed class Visit(double weight, int stage, int node, int outcome, ImmutableArray<double> state, NodeSolution solution)
{
    public double Weight { get; set; } = weight;

    public int Stage => stage;

    public int Node => node;

    public int Outcome => outcome;

    public ImmutableArray<double> State => state;

    public NodeSolution Solution => solution;

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

    /// <summary>What the plan visits, all of it where that is little.</summary>
    public static List<Visit> Of(AnswerContext context, CancellationToken cancellation)
    {
        var graph = context.Programme.Programme.Graph;
        var visits = new List<Visit>();
        var known = new Dictionary<(int Before, int Node, int Outcome), int>();
        foreach (var path in PathSample.Of(graph, graph.Stages.Length, Paths, Fewest, context.PathSeed))
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
                    visits.Add(new Visit(0, t, key.Item2, key.Item3, state, context.Policy.Solve(t, key.Item2, state.AsSpan(), key.Item3)));
                }
                visits[at].Weight += path.Weight;
                before = at;
            }
        }
        foreach (var visit in visits)
            Value(context, graph, visit, cancellation);
        return visits;
    }

    static void Value(AnswerContext context, PolicyGraph graph, Visit visit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var outcomes = graph.Stages[visit.Stage].Nodes[visit.Node].Outcomes;
        if (outcomes.Length > 1)
            visit.Outcomes = [.. outcomes.Select((_, w) => context.Policy.Solve(visit.Stage, visit.Node, visit.State.AsSpan(), w).Objective)];
        if (visit.Stage + 1 == graph.Stages.Length)
            return;
        var (row, left) = (graph.Stages[visit.Stage].Transitions[visit.Node], visit.Solution.OutgoingState);
        visit.Successors = [.. row.Select((chance, m) =>
            chance < SolveProbability && row.Length > SmallStage && context.Policy.Support(visit.Stage + 1, m, left.AsSpan()) is var stored && double.IsFinite(stored)
                ? stored : context.Policy.Value(visit.Stage + 1, m, left.AsSpan()).Value)];
    }
}
