using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>How a <see cref="Source"/> is written.</summary>
public static class SourceShape
{
    static readonly Field<Bilingual> name = new("name", Bilingual.Kind, "name as printed, or names in English and Chinese", "Financial Times");
    static readonly Field<SourceKind> kind = new Field<SourceKind>("kind",
        Kinds.Choice(("outlet", SourceKind.Outlet), ("authority", SourceKind.Authority), ("firm", SourceKind.Firm), ("analyst", SourceKind.Analyst), ("person", SourceKind.Person)),
        "what it is", "outlet").Optional(SourceKind.Outlet, "outlet");
    static readonly Field<string?> country = Fields.Maybe("country", Kinds.Id, "where it stands, ISO 3166 alpha-2", "GB", "not said");
    static readonly Field<char> reliability = new("reliability",
        Kinds.Choice(("A", 'A'), ("B", 'B'), ("C", 'C'), ("D", 'D'), ("E", 'E'), ("F", 'F')),
        "grade of the source, A (reliable) to E (unreliable), F (cannot be judged)", "B");
    static readonly Field<string?> why = Fields.Maybe("why", Kinds.Text, "why it has that grade", "long record, corrections are printed");
    static readonly Field<ImmutableArray<string>> interests = new Field<ImmutableArray<string>>("interests",
        Kinds.ListOf(Kinds.Id), "parties or subjects in which it has an interest of its own", "[nvidia]").Optional([]);
    static readonly Field<string?> note = Fields.Maybe("note", Kinds.Text, "remark for readers", "relays agencies");

    /// <summary>The shape.</summary>
    public static Shape<Source> Shape { get; } = new("source", "Who publishes: an outlet, an authority, a firm.", [name, kind, country, reliability, why, interests, note],
        row => new(row.Name, row.At(name).English, row.At(reliability), row.At(interests), row.Place) { Chinese = row.At(name).Chinese, Country = row.At(country), Kind = row.At(kind), Why = row.At(why), Note = row.At(note) });
}
