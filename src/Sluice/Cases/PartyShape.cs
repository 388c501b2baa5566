using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>How a <see cref="Party"/> is written.</summary>
public static class PartyShape
{
    static readonly Field<Bilingual?> name = Fields.Maybe("name", Bilingual.Kind, "its name, or names in English and Chinese", "{en: Northstar, zh: 北辰}", "its id");
    static readonly Field<PartyKind> kind = new Field<PartyKind>("kind", Kinds.Choice(("buyer", PartyKind.Buyer), ("maker", PartyKind.Maker), ("foundry", PartyKind.Foundry), ("authority", PartyKind.Authority)),
        "what it is", "buyer").Optional(PartyKind.Buyer, "buyer");
    static readonly Field<string> country = new("country", Countries.Code, "where it stands, ISO 3166 alpha-2", "CN");
    static readonly Field<string?> headquarters = Fields.Maybe("headquarters", Countries.Code, "country of the ultimate parent", "CN", "as 'country'");
    static readonly Field<ImmutableArray<string>> groups = new Field<ImmutableArray<string>>("groups", Kinds.ListOf(Kinds.Name("buyer group").Map(g => g.Id)), "groups of buyers that it belongs to", "[large-platform]").Optional([]);
    static readonly Field<Given<double>?> share = Fields.Maybe("share-of-market", Given.Of(Measures.Share), "its share of the market: what it gets of a shared quota", "16.7 %", "not stated");

    /// <summary>The shape.</summary>
    public static Shape<Party> Shape { get; } = new("party", "Somebody who takes part.", [name, kind, country, headquarters, groups, share], row => new(row.Name, row.At(name) ?? new(row.Name, null), row.At(kind), row.At(country), row.At(headquarters) ?? row.At(country), row.At(groups), row.At(share), row.Place));
}
