using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>One node of a stage: its subproblem, its noise, and a bound on what follows it.</summary>
/// <param name="Subproblem">The node's linear programme without cuts.</param>
/// <param name="Outcomes">Noise inside the node, at least one outcome.</param>
/// <param name="CostToGoLowerBound">
/// A valid lower bound on the expected cost of all later stages from any state that this node can leave, in the unit of cost; ignored at the last stage.
/// </param>
public sealed record StageNode(Subproblem Subproblem, ImmutableArray<Outcome> Outcomes, double CostToGoLowerBound)
{
    /// <summary>A node without noise.</summary>
    public StageNode(Subproblem subproblem, double costToGoLowerBound) : this(subproblem, [Outcome.Certain], costToGoLowerBound) { }

    /// <summary>Name used in messages when a subproblem fails; null names it by stage and index.</summary>
    public string? Name { get; init; }
}
