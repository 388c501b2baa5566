using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>How a <see cref="Report"/> is written.</summary>
public static class ReportShape
{
    static readonly Field<Ref> source = new("source", Kinds.Name("source"), "who published it", "financial-times");
    static readonly Field<VagueDate> published = new("published", Kinds.VagueDate, "day of publication; of a month or a year the last day counts", "2025-08-20");
    static readonly Field<string?> title = Fields.Maybe("title", Kinds.Text, "title in own words", "Beijing turns against the H20");
    static readonly Field<string?> address = Fields.Maybe("address", Kinds.Text, "where it, or a retelling of it, can be read", "\"https://example.org/h20\"");

    /// <summary>The shape.</summary>
    public static Shape<Report> Shape { get; } = new("report", "One document.", [source, published, title, address],
        row => new(row.Name, row.At(source), row.At(published).To, row.At(title), row.At(address), row.Place) { Dated = row.At(published) });
}
