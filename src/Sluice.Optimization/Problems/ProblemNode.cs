using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>A node that may follow another.</summary>
/// <param name="Node">Its place in <see cref="StochasticProblem.Nodes"/>.</param>
/// <param name="Probability">Weight as stated, ≥ 0. Those of a node may sum to less than 1: with the rest, everything ends at no further cost.</param>
public readonly record struct Successor(int Node, double Probability);

/// <summary>One node of a <see cref="StochasticProblem"/>: its subproblem, its noise, and what may follow.</summary>
/// <param name="Name">Name in the file.</param>
/// <param name="Subproblem">Its programme in minimising form; nodes may share one instance.</param>
/// <param name="Noise">
/// Independent sources of noise; each is a list of outcomes of which one happens. No two sources change the same value. Empty: no noise.
/// Probabilities are weights as stated; a source whose weights sum to w multiplies the weight of the node by w.
/// </param>
/// <param name="Successors">Nodes that may follow; empty at the end.</param>
public sealed record ProblemNode(
    string Name, Subproblem Subproblem, ImmutableArray<ImmutableArray<Outcome>> Noise, ImmutableArray<Successor> Successors)
{
    /// <summary>Names of the incoming states, in their order. Default empty: named by number when written.</summary>
    public ImmutableArray<string> IncomingNames { get; init; } = [];

    /// <summary>Names of the outgoing states, in their order. Default empty: named by number when written.</summary>
    public ImmutableArray<string> OutgoingNames { get; init; } = [];

    /// <summary>Number of joint outcomes of the noise; 1 without noise.</summary>
    public double JointOutcomes => Noise.Aggregate(1.0, (product, source) => product * source.Length);

    /// <summary>Sum of the weights of the joint outcomes; 1 in a problem of probabilities.</summary>
    internal double Weight => Noise.Aggregate(1.0, (product, source) => product * source.Sum(outcome => outcome.Probability));

    /// <summary>Every joint outcome: the product of the sources, the last one fastest.</summary>
    internal IEnumerable<Outcome> Outcomes()
    {
        IEnumerable<Outcome> joint = [Outcome.Certain];
        foreach (var source in Noise)
        {
            var before = joint;
            joint = before.SelectMany(_ => source, (a, b) => new Outcome(a.Probability * b.Probability, a.Changes.IsEmpty ? b.Changes : a.Changes.AddRange(b.Changes)));
        }
        return joint;
    }
}
