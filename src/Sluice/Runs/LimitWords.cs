using Sluice.Cases;
using Sluice.Gates;
using Sluice.Planning;

namespace Sluice.Runs;

/// <summary>A limit of the legend in the user's words.</summary>
static class LimitWords
{
    public static string Of(Case world, Limit limit) => limit.Kind switch
    {
        LimitKind.Gate => Gate(world, limit),
        LimitKind.Supply => $"what the seller of {limit.Subject} supplies",
        LimitKind.Quote => $"the allotment of {limit.Subject}",
        LimitKind.Quota => $"the quota {limit.Subject}",
        LimitKind.Bundle => "domestic units that foreign ones are set against",
        LimitKind.Power => $"power at {limit.Subject}",
        LimitKind.Racks => $"racks at {limit.Subject}",
        LimitKind.PortingRate => $"how fast {limit.With} is ported to {limit.Subject}",
        LimitKind.RentLimit => $"what can be rented of {limit.Subject}",
        LimitKind.Budget => "the budget",
        _ => $"{limit.Kind} of {limit.Subject}",
    };

    /// <summary>Names the drivers and levels that an effect's path speaks of: drivers.NAME.levels.LEVEL.asks or effects.</summary>
    public static string Gate(Case world, Limit limit) =>
        ReasonWords.Of(DecisionReasons.Gates(world, limit), Wording.English, world.Header.Currency);

    public static string UnitOf(Case world, Limit limit) => limit.Kind switch
    {
        LimitKind.Power => "kW",
        LimitKind.Racks => "racks",
        LimitKind.Budget => world.Header.Currency,
        LimitKind.PortingRate => world.Market.Workload(limit.With).Equivalent,
        _ => world.Market.Offers.FirstOrDefault(o => o.Id == limit.Subject) is { } offer ? DecisionRecords.UnitOf(world, offer) : "units",
    };
}
