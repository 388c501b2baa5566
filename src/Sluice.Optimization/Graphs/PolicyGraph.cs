using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>A multistage stochastic linear programme: stages of nodes, Markov transitions between them, noise inside them, and the state at the start.</summary>
/// <remarks>Expected total cost is minimised. Costs are taken as given: a discount belongs in them.</remarks>
public sealed class PolicyGraph
{
    /// <summary>Checks and holds a graph.</summary>
    /// <param name="stages">Stages in order, at least one; the first has a single node.</param>
    /// <param name="initialState">State entering the first stage; as many entries as its node takes.</param>
    /// <exception cref="ArgumentException">A probability, size or index breaks a rule; the message names stage, node, value and rule.</exception>
    public PolicyGraph(ImmutableArray<Stage> stages, ImmutableArray<double> initialState)
    {
        GraphRules.Check(stages, initialState);
        Stages = stages;
        InitialState = initialState;
    }

    /// <summary>The graph that maximises: costs of columns and incoming states, and those that outcomes change, are revenues.</summary>
    /// <remarks>
    /// It holds the minimising form, costs being minus the revenues; every figure of a policy on it is in that form, and <see cref="InSense"/> turns it.
    /// So a lower bound on the cost is an upper bound on the revenue, and a measure of risk looks at the smallest revenues.
    /// </remarks>
    /// <param name="stages">
    /// Stages in order; <see cref="StageNode.CostToGoLowerBound"/> is read as an <em>upper</em> bound on the revenue of all later stages.
    /// </param>
    /// <param name="initialState">State entering the first stage.</param>
    /// <exception cref="ArgumentException">A probability, size or index breaks a rule.</exception>
    public static PolicyGraph Maximising(ImmutableArray<Stage> stages, ImmutableArray<double> initialState)
    {
        var (turned, programmes) = (new Dictionary<StageNode, StageNode>(ReferenceEqualityComparer.Instance), new Dictionary<Subproblem, Subproblem>(ReferenceEqualityComparer.Instance));
        return new PolicyGraph([.. stages.Select(stage => stage with { Nodes = [.. stage.Nodes.Select(Turn)] })], initialState) { Sense = Sense.Maximise };

        StageNode Turn(StageNode node)
        {
            if (turned.TryGetValue(node, out var known)) return known;
            if (!programmes.TryGetValue(node.Subproblem, out var programme)) programmes.Add(node.Subproblem, programme = node.Subproblem.TimesCosts(-1));
            var result = node with { Subproblem = programme, CostToGoLowerBound = -node.CostToGoLowerBound, Outcomes = [.. node.Outcomes.Select(TurnOutcome)] };
            turned.Add(node, result);
            return result;
        }

        static Outcome TurnOutcome(Outcome outcome) => outcome with
        {
            Changes = [.. outcome.Changes.Select(change => change.Kind == ChangeKind.ColumnCost ? Change.ColumnCost(change.Column, -change.First) : change)],
        };
    }

    /// <summary>Whether the graph was stated with costs or with revenues.</summary>
    public Sense Sense { get; internal init; }

    /// <summary>A figure of a policy as it was stated: the same where costs are minimised, its negative where revenues are maximised.</summary>
    /// <param name="minimised">A cost.</param>
    public double InSense(double minimised) => (Sense == Sense.Minimise ? minimised : -minimised) + 0.0;

    /// <summary>Stages in order.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>State entering the first stage.</summary>
    public ImmutableArray<double> InitialState { get; }

    /// <summary>True when a stage but the last measures what follows otherwise than by its expectation.</summary>
    public bool MeasuresRisk => Stages.SkipLast(1).Any(stage => !stage.Risk.IsNeutral);

    /// <summary>Number of nodes over all stages.</summary>
    public int NodeCount => Stages.Sum(stage => stage.Nodes.Length);
}
