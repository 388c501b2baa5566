using System.Collections.Immutable;

namespace Sluice.Evidence;

/// <summary>Stated weights of evidence. They are judgement, printed with every result and alternated as a standing hinge; never probabilities.</summary>
/// <param name="Name">Name of the table, for example <c>standard</c>.</param>
/// <param name="Reliability">By grade A to F, 0 to 1.</param>
/// <param name="Credibility">By grade 1 to 6, 0 to 1.</param>
/// <param name="Certainty">By certainty, 0 to 1.</param>
/// <param name="OwnBehalf">Factor where a source speaks on its own behalf, 0 to 1.</param>
/// <param name="Decline">γ: each further origin counts by this factor less, 0 to 1.</param>
/// <param name="Cap">Most that any number of origins can support, below 1.</param>
public sealed record Weights(
    string Name, ImmutableSortedDictionary<char, double> Reliability, ImmutableSortedDictionary<int, double> Credibility,
    ImmutableSortedDictionary<Certainty, double> Certainty, double OwnBehalf, double Decline, double Cap);
