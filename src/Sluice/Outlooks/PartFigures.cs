using Sluice.Gates;
using Sluice.Gates.Conditions;
using Sluice.Market;
using Sluice.Quantities;

namespace Sluice.Outlooks;

/// <summary>Figures that selectors bound. A figure known only by a bound, or with a range beside its value, is a span; one that is not known may be anything.</summary>
/// <remarks>
/// TPP is the largest dense rate × bit length, density is TPP ÷ die area (US Export Administration Regulations, Supplement 1 to Part 774,
/// 3A090 technical notes): always computed, never stored.
/// </remarks>
internal static class PartFigures
{
    /// <summary>What a figure may be.</summary>
    public static FigureSpan Span(Part part, string figure) => figure switch
    {
        "tpp" => Tpp(part),
        "density" => FigureSpan.Density(Tpp(part), Span(part.DieArea)),
        "bandwidth" => Span(part.Bandwidth),
        "interconnect" => Span(part.Interconnect),
        _ => throw new ArgumentException($"'{figure}' is no figure of a part; figures are tpp, density, bandwidth, interconnect.", nameof(figure)),
    };

    /// <summary>Whether a part keeps a bound; unknown where what is known does not decide it.</summary>
    public static Truth Keeps(Part part, SpecBound spec) => Span(part, spec.Figure).Keeps(spec.AtLeast == Comparison.AtLeast ? BoundKind.AtLeast : BoundKind.Below, spec.Bound);

    static FigureSpan Span(Fact? fact) => fact is null ? FigureSpan.Anything : FigureSpan.Of(fact);

    static FigureSpan Tpp(Part part)
    {
        FigureSpan? most = null;
        foreach (var (format, rate) in part.Dense)
            if (NumberFormat.Bits(format) is { } bits)
                most = FigureSpan.Larger(most, FigureSpan.Of(rate).Times(bits));
        return most ?? FigureSpan.Anything;
    }
}
