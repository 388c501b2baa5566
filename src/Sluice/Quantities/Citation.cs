using System.Collections.Immutable;

namespace Sluice.Quantities;

/// <summary>The number rests on a source named in words: <c>basis: Bernstein, August 2025</c>.</summary>
/// <param name="Text">The words.</param>
/// <param name="Confidence">One of <see cref="Confidences"/>; empty when not stated.</param>
public sealed record Citation(string Text, string Confidence) : Basis
{
    /// <summary>What sort of source it is, as in the atlas: official, vendor, press, estimate, inferred.</summary>
    public static ImmutableArray<string> Confidences { get; } = ["official", "vendor", "press", "estimate", "inferred"];
}
