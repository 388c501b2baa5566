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
    string Name, WeightTable Reliability, WeightTable Credibility,
    WeightTable Certainty, double OwnBehalf, double Decline, double Cap)
{
    /// <summary>Certainties as written, in the order of <see cref="Evidence.Certainty"/>.</summary>
    public static ImmutableArray<string> Certainties { get; } = ["firm", "reported", "planned", "estimate", "opinion", "unverified"];

    /// <summary>Why these values; empty where it is not said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Most that all reasons together may multiply or divide a rate by, above 1.</summary>
    public double MostTimes { get; init; } = 4;

    /// <summary>The table that holds where no atlas states another (its numbers are those of atlas/weights.yaml).</summary>
    public static Weights Standard { get; } = new("standard",
        WeightTable.Of(("A", 0.95), ("B", 0.80), ("C", 0.60), ("D", 0.40), ("E", 0.20), ("F", 0.40)),
        WeightTable.Of(("1", 1), ("2", 0.85), ("3", 0.65), ("4", 0.40), ("5", 0.15), ("6", 0.50)),
        WeightTable.Of(("firm", 1), ("reported", 0.85), ("planned", 0.70), ("estimate", 0.60), ("opinion", 0.45), ("unverified", 0.30)),
        0.6, 0.6, 0.95);
}
