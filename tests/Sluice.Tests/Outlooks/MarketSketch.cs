using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Quantities;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Outlooks;

/// <summary>A small market: a foreign and a domestic part, two places, a rental, two workloads.</summary>
internal static class MarketSketch
{
    public static readonly Viewpoint Northstar = new("northstar", ["large-platform"], "CN");

    public static Part Part(string id, string maker, string country, double? fp8, double? bandwidth = null, double? area = null) => new(
        id, maker, country, "cuda",
        fp8 is { } rate ? ImmutableSortedDictionary<string, Fact>.Empty.Add("fp8", Known(rate)) : ImmutableSortedDictionary<string, Fact>.Empty,
        bandwidth is { } b ? Known(b) : null, null, area is { } a ? Known(a) : null, null, null, Nowhere);

    public static Fact Known(double value) => new(value, null, null);

    public static Purchase Purchase(string id, string part, string site = "mainland", double supply = 100, bool domestic = false, Launch launch = Launch.Open) => new(
        id, To(part), "seller", To(site), Given(1.0), Given(0.0), Given(3.0), [new(null, Given(supply))], null, Given(0.0), null, Receipt.Optional, null,
        Given(1.0), [], null, Given(60.0), domestic, null, launch, Nowhere);

    public static Rental Rental(string id, string site, params string[] workloads) =>
        new(id, [.. workloads.Select(To)], "landlord", To(site), Given(1.0), [new(null, Given(50.0))], Given(1.0), Given(0.0), null, Nowhere);

    public static Workload Workload(string id) => new(
        id, $"{id}-e", To("h20"), Given(.3), ["fp8"], ImmutableSortedDictionary<string, Given<double>>.Empty,
        ImmutableSortedDictionary<string, Given<double>>.Empty, [], null, Nowhere);

    public static Site Site(string id, string country, string? status = null) => new(id, country, null, null, null, null, Given(.1), status, Nowhere);

    /// <summary>Offers in ordinal order: ascend, b30a (by launch), h20, h20-abroad, rent.</summary>
    public static MarketFacts Facts { get; } = new(
        [Part("ascend", "huawei", "CN", 752, 3200, 1330), Part("b30a", "nvidia", "US", null), Part("h20", "nvidia", "US", 296, 4000, 814)],
        [Workload("inference"), Workload("training")], [], [Site("abroad", "MY"), Site("mainland", "CN", "installed")],
        [
            Purchase("ascend", "ascend", domestic: true), Purchase("b30a", "b30a", launch: Launch.ByEffect), Purchase("h20", "h20"),
            Purchase("h20-abroad", "h20", "abroad"), Rental("rent", "abroad", "inference"),
        ],
        [], [], [], []);

    /// <summary>Conditions at the root of drivers with one level each, all in force at once.</summary>
    public static Conditions Under(IEnumerable<Effect> effects, IEnumerable<Effect>? asks = null, Stance? stance = null, MarketFacts? market = null)
    {
        ImmutableArray<Driver> drivers = [Driver("gate", "only", []) with { Levels = [Level("only", effects: effects, asks: asks)] }];
        var chain = Build(drivers, StandingOf(drivers), Periods(AsOf));
        return ConditionsTable.Build(chain, market ?? Facts, Northstar, stance is null ? [] : [stance]);
    }

    /// <summary>Conditions of an offer of the market at the root.</summary>
    public static OfferConditions Of(this Conditions conditions, string offer) =>
        conditions.Offers[0][Facts.Offers.IndexOf(Facts.Offer(offer))];

    /// <summary>A selector with the keys given.</summary>
    public static Selector Select(
        string? part = null, string? maker = null, string? country = null, SpecBound? spec = null, string? workload = null, string? place = null,
        string? site = null, string? buyers = null, string? offer = null, string? @class = null) =>
        new(One(part), One(maker), One(country), One(@class), spec is null ? [] : [spec], One(workload), One(place), One(site), One(buyers), One(offer));

    static ImmutableArray<string> One(string? value) => value is null ? [] : [value];
}
