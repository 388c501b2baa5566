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

    /// <summary>Stages in order.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>State entering the first stage.</summary>
    public ImmutableArray<double> InitialState { get; }

    /// <summary>True when a stage but the last measures what follows otherwise than by its expectation.</summary>
    public bool MeasuresRisk => Stages.SkipLast(1).Any(stage => !stage.Risk.IsNeutral);

    /// <summary>Number of nodes over all stages.</summary>
    public int NodeCount => Stages.Sum(stage => stage.Nodes.Length);
}
