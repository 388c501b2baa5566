using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>One question about the first stage: under other chances of what follows it, or with columns pinned. Later stages stay as trained.</summary>
public sealed record RootQuestion
{
    /// <summary>[node of the second stage]: other probabilities of what follows, that sum to 1 within 1e-9. Default (uninitialised): those of the graph.</summary>
    public ImmutableArray<double> Weights { get; init; }

    /// <summary>Other bounds on columns of the first stage. Default: none.</summary>
    public ImmutableArray<RootPin> Pins { get; init; } = [];

    /// <summary>Most times that what follows is solved at the decision, ≥ 0. Default 30; 0 answers from stored supports alone.</summary>
    public int Rounds { get; init; } = 30;

    /// <summary>The answer is settled when a solve raises the cost of what follows by at most this share of the value, ≥ 0. Default 1e-7.</summary>
    public double Tolerance { get; init; } = 1e-7;
}

/// <summary>Bounds on a column of the first stage for one question.</summary>
/// <param name="Column">Column, from 0.</param>
/// <param name="Lower">Lower bound; −∞ allowed.</param>
/// <param name="Upper">Upper bound; +∞ allowed.</param>
public readonly record struct RootPin(int Column, double Lower, double Upper);

/// <summary>Answer to a <see cref="RootQuestion"/>.</summary>
/// <param name="Value">Lower bound on the optimum under the question, the best that the policy knows.</param>
/// <param name="Solutions">[outcome of the first stage]: the decision and its prices; null for an outcome of probability 0.</param>
/// <param name="SuccessorValues">
/// [node of the second stage]: value of what follows if that node comes, as the policy knows it, at the decision, averaged over the outcomes of both. Under the
/// expectation a subgradient of the value in the weights. Empty in a graph of one stage.
/// </param>
/// <param name="Rounds">Times that what follows was solved.</param>
/// <param name="Settled">True when the last solve changed nothing beyond the tolerance: the value is then that of the later stages' cuts, exactly.</param>
public sealed record RootAnswer(double Value, ImmutableArray<NodeSolution?> Solutions, ImmutableArray<double> SuccessorValues, int Rounds, bool Settled);
