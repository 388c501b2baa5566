using Sluice.Market;
using Sluice.Quantities;

namespace Sluice.Outlooks;

/// <summary>Figures that selectors bound. A figure known only by a bound is a range; one that is not known has none.</summary>
/// <remarks>
/// TPP is the largest dense rate × bit length, density is TPP ÷ die area (US Export Administration Regulations, Supplement 1 to Part 774,
/// 3A090 technical notes): always computed, never stored.
/// </remarks>
internal static class PartFigures
{
    /// <summary>Low and high end of a figure; null where nothing is known of it.</summary>
    public static (double Low, double High)? Range(Part part, string figure) => figure switch
    {
        "tpp" => Tpp(part),
        "density" => Tpp(part) is { } tpp && Range(part.DieArea) is { } area ? (tpp.Low / area.High, tpp.High / area.Low) : null,
        "bandwidth" => Range(part.Bandwidth),
        "interconnect" => Range(part.Interconnect),
        _ => throw new ArgumentException($"'{figure}' is no figure of a part; figures are tpp, density, bandwidth, interconnect.", nameof(figure)),
    };

    /// <summary>Whether a part keeps a bound; null where what is known does not decide it.</summary>
    public static bool? Keeps(Part part, SpecBound spec)
    {
        if (Range(part, spec.Figure) is not { } range)
            return null;
        bool? reaches = range.Low >= spec.Bound ? true : range.High < spec.Bound ? false : null;
        return spec.AtLeast == Comparison.AtLeast ? reaches : !reaches;
    }

    static (double Low, double High)? Range(Fact? fact)
    {
        if (fact is not { } known)
            return null;
        if (known.Value is { } value)
            return (value, value);
        return known.Low is null && known.High is null ? null : (known.Low ?? 0, known.High ?? double.PositiveInfinity);
    }

    static (double Low, double High)? Tpp(Part part)
    {
        (double Low, double High)? most = null;
        foreach (var (format, rate) in part.Dense)
            if (NumberFormat.Bits(format) is { } bits && Range(rate) is var (low, high))
                most = (Math.Max(most?.Low ?? 0, low * bits), Math.Max(most?.High ?? 0, high * bits));
        return most;
    }
}
