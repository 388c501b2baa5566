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
}
