using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Gates.CountryGroups;

/// <summary>Country groups of the American rules, dated. A country that stands in no list is in none only where every list asked is complete.</summary>
public sealed class CountryTable
{
    readonly ImmutableDictionary<string, Country> countries;
    readonly ImmutableHashSet<string> complete;

    CountryTable(ImmutableDictionary<string, Country> countries, ImmutableHashSet<string> complete) => (this.countries, this.complete) = (countries, complete);

    /// <summary>Codes that stand in the table.</summary>
    public IEnumerable<string> Codes => countries.Keys.Order(StringComparer.Ordinal);

    /// <summary>Days on which a membership changes.</summary>
    public IEnumerable<DateOnly> Changes => countries.Values.SelectMany(c => c.Memberships).Select(m => m.From);

    /// <summary>Reads groups and countries.</summary>
    public static CountryTable Read(Map? section, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var complete = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        if (section?["groups"] is { } groups && Kinds.MapOf(GroupShape.Shape).TryRead(groups, reader, out var read))
            complete.UnionWith(read.Where(g => g.Value).Select(g => g.Id));
        var countries = ImmutableDictionary.CreateBuilder<string, Country>(StringComparer.Ordinal);
        if (section?["countries"] is { } all && Kinds.MapOf(CountryShape.Shape).TryRead(all, reader, out var list))
            foreach (var (id, _, country) in list) countries[id] = country;
        return new(countries.ToImmutable(), complete.ToImmutable());
    }

    /// <summary>English name of a country; its code where the table has none.</summary>
    public string NameOf(string code) => countries.TryGetValue(code, out var country) ? country.Name : code;

    /// <summary>Whether a country is one of those named, or in one of the groups named, on a day.</summary>
    /// <param name="code">Country.</param>
    /// <param name="set">Codes of countries (two capitals) and of groups (a capital and a digit).</param>
    /// <param name="day">Day.</param>
    /// <param name="asOf">Day of knowledge.</param>
    public Truth In(string code, ImmutableArray<string> set, DateOnly day, DateOnly asOf)
    {
        var truth = Truth.False;
        var country = countries.GetValueOrDefault(code);
        foreach (var name in set)
            truth = truth.Or(name == code || name == country?.CountsAs ? Truth.True : IsGroup(name) ? InGroup(country, name, day, asOf) : Truth.False);
        return truth;
    }

    static bool IsGroup(string name) => name.Length == 2 && char.IsAsciiDigit(name[1]);

    Truth InGroup(Country? country, string group, DateOnly day, DateOnly asOf)
    {
        if (country?.On(day, asOf) is not { } membership) return complete.Contains(group) && country is null ? Truth.False : Truth.Unknown;
        if (membership.In.Contains(group)) return Truth.True;
        if (membership.Unclear.Contains(group)) return Truth.Unknown;
        return membership.NotIn.Contains(group) || complete.Contains(group) ? Truth.False : Truth.Unknown;
    }
}

/// <summary>A country, with its groups over time.</summary>
/// <param name="Name">English name.</param>
/// <param name="CountsAs">Country with which the rules count it; null: none.</param>
/// <param name="Memberships">Its groups, by first day.</param>
sealed record Country(string Name, string? CountsAs, ImmutableArray<Membership> Memberships)
{
    /// <summary>Its groups on a day, as far as known by another; null where none are known.</summary>
    public Membership? On(DateOnly day, DateOnly asOf) => Memberships.LastOrDefault(m => m.From <= day && m.Known <= asOf);
}

/// <summary>Groups of a country from a day on.</summary>
/// <param name="From">First day.</param>
/// <param name="Known">Day from which it could be known.</param>
/// <param name="In">Groups it is in.</param>
/// <param name="NotIn">Groups it is surely not in.</param>
/// <param name="Unclear">Groups on which sources differ or are silent.</param>
sealed record Membership(DateOnly From, DateOnly Known, ImmutableArray<string> In, ImmutableArray<string> NotIn, ImmutableArray<string> Unclear);
