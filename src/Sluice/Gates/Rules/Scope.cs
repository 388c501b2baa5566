using System.Collections.Immutable;
using Sluice.Gates.CountryGroups;
using Sluice.Reading;

namespace Sluice.Gates.Rules;

/// <summary>Where a delivery goes, and who is behind it.</summary>
/// <param name="To">Country of the place of delivery.</param>
/// <param name="Headquarters">Country of the buyer's ultimate parent.</param>
/// <param name="Day">Day of the delivery.</param>
/// <param name="AsOf">Day of knowledge.</param>
/// <param name="Parent">Whether the parent was stated.</param>
readonly record struct Delivery(string To, string Headquarters, DateOnly Day, DateOnly AsOf, ParentKnown Parent)
{
    /// <summary>A delivery; a parent that is not stated is taken to sit where the delivery goes.</summary>
    public static Delivery Of(string to, string? headquarters, DateOnly day, DateOnly asOf) => new(to, headquarters ?? to, day, asOf, headquarters is null ? ParentKnown.Taken : ParentKnown.Stated);
}

/// <summary>How the country of the ultimate parent is known.</summary>
enum ParentKnown
{
    /// <summary>It was stated.</summary>
    Stated,

    /// <summary>It was taken from the destination.</summary>
    Taken,
}

/// <summary>To which deliveries a rule, an exception or a policy applies.</summary>
/// <param name="To">Countries and groups of destination; empty: any.</param>
/// <param name="NotTo">Destinations that are left out.</param>
/// <param name="OrHeadquarters">Countries and groups of the ultimate parent that are enough by themselves.</param>
/// <param name="NotHeadquarters">Countries and groups of the ultimate parent that are left out.</param>
/// <param name="Headquarters">Countries and groups of the ultimate parent that must hold too; empty: any.</param>
/// <param name="Unclear">Destinations of which it is not known whether they are meant.</param>
sealed record Scope(
    ImmutableArray<string> To, ImmutableArray<string> NotTo, ImmutableArray<string> OrHeadquarters, ImmutableArray<string> NotHeadquarters,
    ImmutableArray<string> Headquarters, ImmutableArray<string> Unclear)
{
    /// <summary>Every delivery.</summary>
    public static Scope Everywhere { get; } = new([], [], [], [], [], []);

    /// <summary>Whether only the destination is asked.</summary>
    public bool AsksParent => !OrHeadquarters.IsEmpty || !NotHeadquarters.IsEmpty || !Headquarters.IsEmpty;

    /// <summary>Whether a delivery is meant.</summary>
    public Truth Holds(Delivery delivery, CountryTable countries)
    {
        var to = To.IsEmpty && Unclear.IsEmpty ? Truth.True : In(delivery.To, To);
        if (!NotTo.IsEmpty) to = to.And(In(delivery.To, NotTo).Not());
        if (!Unclear.IsEmpty && In(delivery.To, Unclear) != Truth.False) to = to.Or(Truth.Unknown);
        var all = OrHeadquarters.IsEmpty || IsExempt() ? to : to.Or(In(delivery.Headquarters, OrHeadquarters));
        if (!NotHeadquarters.IsEmpty) all = all.And(In(delivery.Headquarters, NotHeadquarters).Not());
        return Headquarters.IsEmpty ? all : all.And(In(delivery.Headquarters, Headquarters));

        // A destination that the rule leaves out is not brought back by a parent that was merely taken to sit there (Cyprus is in A6 and in D5).
        bool IsExempt() => delivery.Parent == ParentKnown.Taken && !NotTo.IsEmpty && In(delivery.To, NotTo) == Truth.True;

        Truth In(string country, ImmutableArray<string> set) => countries.In(country, set, delivery.Day, delivery.AsOf);
    }

    /// <summary>What would settle it.</summary>
    public string Missing(Delivery delivery, CountryTable countries)
    {
        if (!Unclear.IsEmpty && countries.In(delivery.To, Unclear, delivery.Day, delivery.AsOf) != Truth.False) return GatesMessages.ScopeUnclear(delivery.To);
        var parent = In(delivery.To, To) != Truth.Unknown && In(delivery.To, NotTo) != Truth.Unknown;
        return GatesMessages.NeedsGroup(parent ? delivery.Headquarters : delivery.To);

        Truth In(string country, ImmutableArray<string> set) => countries.In(country, set, delivery.Day, delivery.AsOf);
    }
}

/// <summary>How a <see cref="Scope"/> is written.</summary>
static class ScopeShape
{
    static readonly Field<ImmutableArray<string>> @in = List("in", "countries and groups");
    static readonly Field<ImmutableArray<string>> notIn = List("not-in", "countries and groups left out");
    static readonly Field<ImmutableArray<string>> unclear = List("unclear", "countries and groups of which it is not known whether they are meant");
    static readonly Shape<(ImmutableArray<string> In, ImmutableArray<string> NotIn, ImmutableArray<string> Unclear)> to =
        new("destination", "Countries and groups of destination.", [@in, notIn, unclear], row => (row.At(@in), row.At(notIn), row.At(unclear)));
    static readonly Field<ImmutableArray<string>> hq = List("hq", "countries and groups of the ultimate parent");
    static readonly Shape<ImmutableArray<string>> or = new("parent", "Countries and groups of the ultimate parent that are enough.", [hq], row => row.At(hq));

    /// <summary>Field for destinations.</summary>
    public static Field<(ImmutableArray<string> In, ImmutableArray<string> NotIn, ImmutableArray<string> Unclear)> To { get; } =
        new Field<(ImmutableArray<string> In, ImmutableArray<string> NotIn, ImmutableArray<string> Unclear)>("to", to, "destinations", "{in: [D1, D4, D5, MO], not-in: [A5, A6]}").Optional(([], [], []), "any");

    /// <summary>Field for the headquarters that are enough by themselves.</summary>
    public static Field<ImmutableArray<string>> Or { get; } = new Field<ImmutableArray<string>>("or", or, "headquarters of the ultimate parent that are enough, wherever the buyer sits", "{hq: [D5, MO]}").Optional([]);

    /// <summary>Field for headquarters that are left out.</summary>
    public static Field<ImmutableArray<string>> NotHq { get; } = List("not-hq", "headquarters of the ultimate parent that are left out");

    /// <summary>Field for headquarters that must hold too.</summary>
    public static Field<ImmutableArray<string>> Hq { get; } = List("hq", "headquarters of the ultimate parent that must hold too");

    /// <summary>The scope of a row that has these fields.</summary>
    public static Scope Of(Row row) => new(row.At(To).In, row.At(To).NotIn, row.At(Or), row.At(NotHq), row.At(Hq), row.At(To).Unclear);

    static Field<ImmutableArray<string>> List(string key, string meaning) => new Field<ImmutableArray<string>>(key, Kinds.ListOf(Kinds.Id), meaning, "[D5, MO]").Optional([]);
}
