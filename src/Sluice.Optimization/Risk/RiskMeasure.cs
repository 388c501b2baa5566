using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>
/// A coherent measure of an uncertain cost: a mix Σ weight · CVaR(tail), where CVaR(tail) is the mean over the worst share <c>tail</c> of the probability.
/// Tail 1 is the expectation, tail 0 the worst case.
/// </summary>
/// <remarks>
/// Rockafellar and Uryasev, "Optimization of conditional value-at-risk" (2000); every mix is a spectral measure (Acerbi 2002). On a <see cref="Stage"/> it is
/// taken over pairs of a next node and an outcome in it together, and nested from stage to stage (Shapiro, "On a time consistency concept in risk averse
/// multistage stochastic programming", 2009): the value of the whole is no measure of the total cost along paths.
/// </remarks>
public sealed class RiskMeasure : IEquatable<RiskMeasure>
{
    private RiskMeasure(ImmutableArray<RiskPart> parts) => Parts = parts;

    /// <summary>The expectation: neutral to risk.</summary>
    public static RiskMeasure Expectation { get; } = new([new RiskPart(1, 1)]);

    /// <summary>The largest cost of positive probability.</summary>
    public static RiskMeasure WorstCase { get; } = new([new RiskPart(1, 0)]);

    /// <summary>Parts of the mix, largest tail first; weights are positive and sum to 1.</summary>
    public ImmutableArray<RiskPart> Parts { get; }

    /// <summary>True for the expectation.</summary>
    public bool IsNeutral => Parts is [{ Tail: 1 }];

    /// <summary>Most that the weight of an event can be of its probability; +∞ with a worst case in the mix.</summary>
    internal double Emphasis => Parts.Sum(part => part.Weight / part.Tail);

    /// <summary>The mean over the worst share of the probability.</summary>
    /// <param name="tail">The share, 0 ≤ tail ≤ 1; 0.1 is the mean of the worst tenth.</param>
    /// <exception cref="ArgumentException">The share is out of range.</exception>
    public static RiskMeasure CVaR(double tail)
    {
        Checks.Share(tail, nameof(tail));
        return new([new RiskPart(1, tail)]);
    }

    /// <summary>(1 − λ) · expectation + λ · CVaR(tail).</summary>
    /// <param name="lambda">Weight of the tail, 0 ≤ λ ≤ 1.</param>
    /// <param name="tail">The share of the probability, 0 ≤ tail ≤ 1.</param>
    /// <exception cref="ArgumentException">A share is out of range.</exception>
    public static RiskMeasure Averse(double lambda, double tail)
    {
        Checks.Share(lambda, nameof(lambda));
        return Mix((1 - lambda, Expectation), (lambda, CVaR(tail)));
    }

    /// <summary>A mix of measures.</summary>
    /// <param name="parts">Weights, ≥ 0, that sum to 1 within 1e-9, and what they weigh.</param>
    /// <exception cref="ArgumentException">A weight is out of range, or they do not sum to 1.</exception>
    public static RiskMeasure Mix(params ReadOnlySpan<(double Weight, RiskMeasure Measure)> parts)
    {
        var mixed = new SortedDictionary<double, double>();
        var sum = 0.0;
        foreach (var (weight, measure) in parts)
        {
            Checks.Share(weight, nameof(weight));
            ArgumentNullException.ThrowIfNull(measure);
            sum += weight;
            foreach (var part in measure.Parts) mixed[part.Tail] = mixed.GetValueOrDefault(part.Tail) + weight * part.Weight;
        }
        if (Math.Abs(sum - 1) > 1e-9) throw new ArgumentException($"The weights of the mix sum to {sum}; they must sum to 1 within 1e-9.", nameof(parts));
        return new([.. mixed.Reverse().Where(part => part.Value > 0).Select(part => new RiskPart(part.Value / sum, part.Key))]);
    }

    /// <summary>The measure of a cost that takes some values with some probabilities, which sum to 1.</summary>
    /// <param name="probabilities">Probabilities, ≥ 0.</param>
    /// <param name="values">As many values.</param>
    /// <exception cref="ArgumentException">The numbers differ.</exception>
    public double Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> values)
    {
        if (probabilities.Length != values.Length) throw new ArgumentException($"There are {probabilities.Length} probabilities and {values.Length} values; they must be as many.", nameof(values));
        return RiskWeights.Value(this, probabilities, values, new Workspace());
    }

    /// <inheritdoc/>
    public bool Equals(RiskMeasure? other) => other is not null && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RiskMeasure);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Aggregate(Parts.Length, HashCode.Combine);

    /// <summary>The mix in words, such as <c>0.75 E + 0.25 CVaR(0.1)</c>.</summary>
    public override string ToString() => string.Join(" + ", Parts.Select(part => part.Tail switch
    {
        1 => FormattableString.Invariant($"{part.Weight} E"),
        0 => FormattableString.Invariant($"{part.Weight} worst"),
        _ => FormattableString.Invariant($"{part.Weight} CVaR({part.Tail})"),
    }));
}

/// <summary>One part of a mix.</summary>
/// <param name="Weight">Its weight, above 0 and at most 1.</param>
/// <param name="Tail">Share of the probability over which the mean is taken, 0 to 1.</param>
public readonly record struct RiskPart(double Weight, double Tail);
