using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market.Reported;

/// <summary>How a <see cref="ReportedSeries"/> is written.</summary>
public static class SeriesShape
{
    static readonly Field<string> what = new("what", Kinds.Text, "what it tells, in words", "Price of the H20 in China");
    static readonly Field<string> unit = new("unit", Kinds.Text, "unit in words", "USD");
    static readonly Field<ImmutableArray<string>> party = Names("party", "party", "parties that it is about", "[nvidia]");
    static readonly Field<string> file = new("file", Kinds.Text, "file with the rows, in the same folder", "price-h20.csv");
    static readonly Field<ImmutableArray<string>> root = Names("root", "source", "sources whose own reports they are", "[semianalysis]");
    static readonly Field<ImmutableArray<string>> addresses = new("addresses", Kinds.ListOf(Kinds.Text), "where they can be read", "[https://example.org]");
    static readonly Field<string> change = new("change-of-basis", Kinds.Text, "where its numbers stop meaning the same", "cards, modules and servers");
    static readonly Field<string> warning = new("warning", Kinds.Text, "what must not be done with it", "never compare two without their dates");

    /// <summary>The shape.</summary>
    public static Shape<ReportedSeries> Shape { get; } = new("series", "Numbers that sources reported over time.", [what, unit, party, file, root, addresses, change, warning],
        row => new(row.Name, row.At(what), row.At(unit), row.At(party), row.At(file), row.At(root), row.At(change), row.At(warning), row.Place));

    static Field<ImmutableArray<string>> Names(string key, string list, string meaning, string example) => new(key, Kinds.ListOf(Kinds.Name(list).Map(name => name.Id)), meaning, example);
}

/// <summary>How a <see cref="SeriesRow"/> is written.</summary>
public static class SeriesRowShape
{
    static readonly Kind<double> number = Kinds.Number();

    static readonly Field<string> period = new("period", Kinds.Text, "period that it covers", "2025-Q2");
    static readonly Field<DateOnly> until = new("until", Kinds.Date, "last day of the period", "2025-06-30");
    static readonly Field<VagueDate> known = new("known", Kinds.VagueDate, "earliest publication or report", "2025-08-27");
    static readonly Field<string?> item = Fields.Maybe("item", Kinds.Text, "what of the series it is about", "card, USD");
    static readonly Field<double?> value = Fields.MaybeValue("value", number, "the number", "12000");
    static readonly Field<double?> low = Fields.MaybeValue("low", number, "low end", "12000");
    static readonly Field<double?> high = Fields.MaybeValue("high", number, "high end", "13000");
    static readonly Field<string?> basis = Fields.Maybe("basis", Kinds.Text, "what it rests on", "dealers");
    static readonly Field<Grade> grade = new("grade",
        Kinds.Choice(("official", Grade.Official), ("vendor", Grade.Vendor), ("press", Grade.Press), ("estimate", Grade.Estimate), ("inferred", Grade.Inferred)), "how it is known", "press");
    static readonly Field<string?> note = Fields.Maybe("note", Kinds.Text, "remark for readers", "96 GB");

    /// <summary>The shape.</summary>
    public static Shape<SeriesRow> Shape { get; } = new("row of a series", "One reported number of a series.", [period, until, known, item, value, low, high, basis, grade, note], row =>
    {
        if (row.Has(value) == (row.Has(low) || row.Has(high))) row.Reject(value, "a value, or bounds", "it has neither, or both");
        return new(row.At(period), row.At(until), row.At(known), row.At(item), new(row.At(value), row.At(low), row.At(high), []), row.At(basis), row.At(grade), row.At(note));
    });
}
