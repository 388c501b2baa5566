using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>Something that computes and can be bought: an accelerator. Figures come from the atlas; a case may add or replace some.</summary>
/// <param name="Id">Name in the atlas, for example <c>nvidia-h20</c>.</param>
/// <param name="Maker">Party that designs and sells it.</param>
/// <param name="Country">Country of the maker, ISO 3166 alpha-2.</param>
/// <param name="Stack">Software stack that its programs are written for; what is ported to a stack limits use.</param>
/// <param name="Dense">Dense matrix rates by number format, TFLOPS (TOPS for integers).</param>
/// <param name="Bandwidth">Memory bandwidth, GB/s.</param>
/// <param name="Interconnect">Sum of both directions over all links to other chips, GB/s.</param>
/// <param name="DieArea">Area of the logic dies on non-planar nodes, mm².</param>
/// <param name="Drawn">Power with its share of server, network and cooling, kW.</param>
/// <param name="PerRack">Units that one rack carries.</param>
/// <param name="At">Where the part stands in its file.</param>
public sealed record Part(
    string Id, string Maker, string Country, string Stack, ImmutableSortedDictionary<string, Fact> Dense,
    Fact? Bandwidth, Fact? Interconnect, Fact? DieArea, Given<double>? Drawn, Given<double>? PerRack, Place At)
{
    /// <summary>Name as printed.</summary>
    public string? Title { get; init; }

    /// <summary>Law under which the part stands by its origin: us or cn, lower case.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Where it stands in its life.</summary>
    public PartState State { get; init; }

    /// <summary>Whether it is designed or sold for data centres; null where that is not known.</summary>
    public bool? Datacentre { get; init; }

    /// <summary>Process and foundry.</summary>
    public Stated<string>? Process { get; init; }

    /// <summary>Memory, GB.</summary>
    public Fact? Memory { get; init; }

    /// <summary>Board limit of power, kW. Planning uses <see cref="Drawn"/>.</summary>
    public Fact? BoardPower { get; init; }

    /// <summary>Day from which it was publicly known; null: always.</summary>
    public VagueDate? Known { get; init; }

    /// <summary>When it was announced.</summary>
    public Stated<VagueDate>? Announced { get; init; }

    /// <summary>When it could first be had.</summary>
    public Stated<VagueDate>? AvailableFrom { get; init; }

    /// <summary>When it was first sold inside the United States.</summary>
    public Stated<VagueDate>? UsSaleFrom { get; init; }

    /// <summary>Spans in which it was sold without a licence, by country.</summary>
    public ImmutableArray<(string Country, Stated<DateSpan> Span)> SoldWithoutLicence { get; init; } = [];

    /// <summary>Remark for readers.</summary>
    public string? Note { get; init; }

    /// <summary>Total processing performance: the largest dense rate × bit length over all formats; null where no rate is known.</summary>
    /// <remarks>US Export Administration Regulations, Supplement 1 to Part 774, 3A090 technical note (rule of 17 October 2023).</remarks>
    public double? Tpp
    {
        get
        {
            double? best = null;
            foreach (var (format, rate) in Dense)
                if (rate.Value is { } value && NumberFormat.Bits(format) is { } bits)
                    best = Math.Max(best ?? 0, value * bits);
            return best;
        }
    }
}

/// <summary>Where a part stands in its life.</summary>
public enum PartState
{
    /// <summary>Not said.</summary>
    Unstated,

    /// <summary>On its maker's plan.</summary>
    Roadmap,

    /// <summary>Known from reports only.</summary>
    Reported,

    /// <summary>Sold.</summary>
    Shipping,

    /// <summary>No longer made.</summary>
    Ended,
}
