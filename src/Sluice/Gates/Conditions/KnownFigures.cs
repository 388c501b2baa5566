using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Gates.Conditions;

/// <summary>What is known of a part as of a day: figures published later are left out, figures on which sources differ are spans.</summary>
/// <remarks>
/// TPP is the largest dense rate × bit length over all formats, density TPP ÷ applicable die area (US Export Administration Regulations,
/// Supplement 1 to Part 774, 3A090 technical notes): always computed, never stored, never rounded.
/// </remarks>
sealed record KnownFigures
{
    readonly ImmutableDictionary<string, FigureSpan> spans;

    KnownFigures(ImmutableDictionary<string, FigureSpan> spans, ImmutableArray<FigureNote> notes, bool? datacentre, VagueDate? usSaleFrom, ImmutableArray<(string Country, DateSpan Span)> sold) =>
        (this.spans, Notes, Datacentre, UsSaleFrom, SoldWithoutLicence) = (spans, notes, datacentre, usSaleFrom, sold);

    /// <summary>Figures that are weaker than a maker's or a state's word: press, estimates, arithmetic, bounds, conflicts.</summary>
    public ImmutableArray<FigureNote> Notes { get; }

    /// <summary>Whether it is designed or sold for data centres; null where that is not known.</summary>
    public bool? Datacentre { get; }

    /// <summary>When it was first sold inside the United States; null where that is not known.</summary>
    public VagueDate? UsSaleFrom { get; }

    /// <summary>Spans in which it is known to have been sold without a licence, by country.</summary>
    public ImmutableArray<(string Country, DateSpan Span)> SoldWithoutLicence { get; }

    /// <summary>Findings of the classes of the rule at hand.</summary>
    public ImmutableDictionary<string, Finding> Classes { get; init; } = ImmutableDictionary<string, Finding>.Empty;

    /// <summary>What a figure may be.</summary>
    public FigureSpan Span(string figure) => spans.GetValueOrDefault(figure, FigureSpan.Anything);

    /// <summary>Whether the part is in a class of the rule at hand.</summary>
    public Finding Class(string name) => Classes.GetValueOrDefault(name, Finding.Never);

    /// <summary>The same with one figure taken as unknown: to find out what a verdict turns on.</summary>
    public KnownFigures Without(string figure) => figure switch
    {
        "datacentre" => new(spans, Notes, null, UsSaleFrom, SoldWithoutLicence),
        "us-sale-from" => new(spans, Notes, Datacentre, null, SoldWithoutLicence),
        "tpp" => new(spans.Remove("tpp").Remove("pd"), Notes, Datacentre, UsSaleFrom, SoldWithoutLicence),
        "die-area" => new(spans.Remove("pd"), Notes, Datacentre, UsSaleFrom, SoldWithoutLicence),
        _ => new(spans.Remove(figure), Notes, Datacentre, UsSaleFrom, SoldWithoutLicence),
    };

    /// <summary>What is known of a part.</summary>
    /// <param name="part">Part.</param>
    /// <param name="references">Days of publication.</param>
    /// <param name="asOf">Day of knowledge.</param>
    public static KnownFigures Of(Part part, ReferenceDays references, DateOnly asOf)
    {
        if (references.Day(part.Known) > asOf) return new(ImmutableDictionary<string, FigureSpan>.Empty, [], null, null, []);
        var reading = new FigureReading(references, part.Known, asOf);
        var spans = ImmutableDictionary.CreateBuilder<string, FigureSpan>(StringComparer.Ordinal);
        var tpp = reading.Tpp(part);
        var area = reading.Span("die-area", part.DieArea);
        spans["tpp"] = tpp;
        spans["pd"] = FigureSpan.Density(tpp, area);
        spans["bandwidth"] = reading.Span("bandwidth", part.Bandwidth);
        spans["interconnect"] = reading.Span("interconnect", part.Interconnect);
        spans["memory"] = reading.Span("memory", part.Memory);
        return new(spans.ToImmutable(), reading.Notes, part.Datacentre, reading.Known(part.UsSaleFrom) ? part.UsSaleFrom!.Value : null,
            [.. part.SoldWithoutLicence.Where(s => reading.Known(s.Span)).Select(s => (s.Country, s.Span.Value))]);
    }
}

/// <summary>What is weak about a figure.</summary>
/// <param name="Figure">Figure: tpp, die-area, bandwidth, interconnect, memory.</param>
/// <param name="Why">In words.</param>
readonly record struct FigureNote(string Figure, string Why);
