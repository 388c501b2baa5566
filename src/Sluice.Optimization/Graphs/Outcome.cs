using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>One value of the noise inside a node, independent of earlier stages and of the node reached next.</summary>
/// <param name="Probability">Probability in the node, 0 to 1; those of a node sum to 1 within 1e-9.</param>
/// <param name="Changes">What it replaces in the node's subproblem; may be empty.</param>
public sealed record Outcome(double Probability, ImmutableArray<Change> Changes)
{
    /// <summary>The only outcome of a node without noise.</summary>
    public static Outcome Certain { get; } = new(1, []);
}
