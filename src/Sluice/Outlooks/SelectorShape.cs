using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>How a <see cref="Selector"/> is written: <c>{country: US, workload: inference}</c>.</summary>
public static class SelectorShape
{
    static readonly Field<ImmutableArray<string>> parts = Names("part", "part", "parts", "nvidia-h20");
    static readonly Field<ImmutableArray<string>> makers = Names("maker", "maker", "makers of the part", "nvidia");
    static readonly Field<ImmutableArray<string>> countries = Words("country", "countries of the maker, ISO 3166 alpha-2", "US");
    static readonly Field<ImmutableArray<string>> classes = Names("class", "class", "classes of export rules", "3A090.a");
    static readonly Field<ImmutableArray<SpecBound>> specs = new Field<ImmutableArray<SpecBound>>("spec", new SpecKind(), "bounds on figures of the part", "{tpp: at least 4800}").Optional([], "any");
    static readonly Field<ImmutableArray<string>> workloads = Names("workload", "workload", "workloads", "inference");
    static readonly Field<ImmutableArray<string>> places = Names("place", "place", "places", "mainland");
    static readonly Field<ImmutableArray<string>> sites = Words("site", "status of the place", "installed");
    static readonly Field<ImmutableArray<string>> buyers = Words("buyers", "groups of buyers; the viewpoint is touched where it belongs to one", "large-platform");
    static readonly Field<ImmutableArray<string>> offers = Names("offer", "offer", "offers", "h20-stock");

    /// <summary>The shape.</summary>
    public static Shape<Selector> Shape { get; } = new("selector", "What an effect touches. Keys combine by and, values of one key by or; a key left out does not select.",
        [parts, makers, countries, classes, specs, workloads, places, sites, buyers, offers],
        row => new(row.At(parts), row.At(makers), row.At(countries), row.At(classes), row.At(specs), row.At(workloads), row.At(places), row.At(sites), row.At(buyers), row.At(offers)));

    static Field<ImmutableArray<string>> Names(string key, string list, string meaning, string example) =>
        new Field<ImmutableArray<string>>(key, Kinds.ListOf(Kinds.Name(list).Map(name => name.Id)), meaning, example).Optional([], "any");

    static Field<ImmutableArray<string>> Words(string key, string meaning, string example) =>
        new Field<ImmutableArray<string>>(key, Kinds.ListOf(Kinds.Id), meaning, example).Optional([], "any");
}
