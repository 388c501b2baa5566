using System.Collections.Immutable;
using System.Globalization;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Gates.CountryGroups;

/// <summary>How a group of countries is written; what matters of it here is whether its list is complete.</summary>
static class GroupShape
{
    static readonly Field<string> what = new("what", Kinds.Text, "what its members have in common", "missile-technology concern");
    static readonly Field<bool> complete = new("complete", Kinds.Flag, "whether every member stands in the table, so that others are not in it", "yes");
    static readonly Field<DateOnly> asOf = new("as-of", Kinds.Date, "day of the list", "2026-10-05");
    static readonly Field<ImmutableArray<Ref>> src = new("src", Kinds.ListOf(Kinds.Name("reference")), "who gives it", "[ecfr-740-1]");

    /// <summary>The shape.</summary>
    public static Shape<bool> Shape { get; } = new("country group", "A group of countries of the American export rules.", [what, complete, asOf, src], row => row.At(complete));
}

/// <summary>How a country and its groups are written.</summary>
static class CountryShape
{
    static readonly Field<Bilingual> name = new("name", Bilingual.Kind, "its name", "{en: Cyprus, zh: 塞浦路斯}");
    static readonly Field<string?> countsAs = Fields.Maybe("counts-as", Countries.Code, "country with which the rules count it", "CN");
    static readonly Field<ImmutableArray<string>> @in = Groups("in", "groups it is in");
    static readonly Field<ImmutableArray<string>> notIn = Groups("not-in", "groups it is surely not in, where a list is not complete");
    static readonly Field<ImmutableArray<string>> unclear = Groups("unclear", "groups on which sources differ or are silent");
    static readonly Field<DateOnly> known = new("known", Kinds.Date, "day from which it could be known", "2022-08-01");
    static readonly Field<DateOnly> effective = new("effective", Kinds.Date, "first day", "2022-08-01");
    static readonly Field<ImmutableArray<Ref>> src = new("src", Kinds.ListOf(Kinds.Name("reference")), "who gives it", "[ecfr-740-1]");
    static readonly Field<string?> note = Fields.Maybe("note", Kinds.Text, "remark for readers", "Counted with China by the export rules");
    static readonly Shape<Membership> change = new("change of groups", "Groups of a country from a day on.", [@in, notIn, unclear, known, src, note], row =>
    {
        if (!DateOnly.TryParseExact(row.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)) row.Report(GatesFaults.NotADay(row.Place, row.Name));
        return new(from, row.At(known), row.At(@in), row.At(notIn), row.At(unclear));
    });

    static readonly Field<ImmutableArray<Named<Membership>>> changes = new Field<ImmutableArray<Named<Membership>>>("changes",
        Kinds.MapOf(change), "later memberships, by first day", "{2024-03-15: {in: [D5], known: 2024-03-15, src: [ecfr-740-1]}}").Optional([]);

    /// <summary>The shape.</summary>
    public static Shape<Country> Shape { get; } = new("country", "A country with its groups under the American export rules.", [name, countsAs, @in, notIn, unclear, known, effective, src, note, changes],
        row => new(row.At(name).English, row.At(countsAs),
            [new(row.At(effective), row.At(known), row.At(@in), row.At(notIn), row.At(unclear)), .. row.At(changes).Select(c => c.Value).OrderBy(c => c.From)]));

    static Field<ImmutableArray<string>> Groups(string key, string meaning) => new Field<ImmutableArray<string>>(key, Kinds.ListOf(Kinds.Id), meaning, "[D1, D4]").Optional([]);
}
