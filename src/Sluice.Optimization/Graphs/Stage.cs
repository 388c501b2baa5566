using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>The nodes of one stage and the probabilities of going from each to those of the next.</summary>
/// <param name="Nodes">Nodes, at least one; the first stage has exactly one.</param>
/// <param name="Transitions">
/// [from][to]: probability of going from node <c>from</c> of this stage to node <c>to</c> of the next; each row sums to 1 within 1e-9.
/// Empty at the last stage.
/// </param>
public sealed record Stage(ImmutableArray<StageNode> Nodes, double[][] Transitions)
{
    /// <summary>The last stage: nodes that nothing follows.</summary>
    public Stage(ImmutableArray<StageNode> nodes) : this(nodes, []) { }

    /// <summary>
    /// How the cost of all later stages is valued when this stage decides: over pairs of a next node and an outcome in it. Default: expectation.
    /// Ignored at the last stage. Outcomes of the first stage itself, known before anything is decided, are always averaged.
    /// </summary>
    public RiskMeasure Risk { get; init; } = RiskMeasure.Expectation;
}
