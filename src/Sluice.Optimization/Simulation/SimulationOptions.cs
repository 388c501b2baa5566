using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>What a simulation does otherwise than follow the policy from the start under the graph's own chances.</summary>
public sealed record SimulationOptions
{
    /// <summary>State entering the first stage. Default (uninitialised): that of the graph.</summary>
    public ImmutableArray<double> InitialState { get; init; }

    /// <summary>Another way to decide. Default null: the policy.</summary>
    public DecisionRule? Rule { get; init; }

    /// <summary>
    /// Other transition probabilities, [stage][from][to], one entry for each stage but the last; the policy stays as it was trained.
    /// Rows of zeros and a one force a path. Default (uninitialised): those of the graph.
    /// </summary>
    public ImmutableArray<double[][]> Transitions { get; init; }
}
