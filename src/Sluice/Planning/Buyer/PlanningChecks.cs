using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Cases.Checks;
using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Planning.Buyer;

/// <summary>What only the arithmetic shows about a case: levels too brief for its periods, cycles that earn, service out of reach, no choice, offers of which the rules let nothing pass.</summary>
public static class PlanningChecks
{
    /// <summary>Everything found.</summary>
    public static ImmutableArray<Diagnostic> Of(Case world, CaseOutlook outlook)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(outlook);
        return [.. world.ScreeningFaults, .. Coarse(world, outlook), .. Cycles(world, outlook), .. OpenGates(world, outlook)];
    }

    static IEnumerable<Diagnostic> Coarse(Case world, CaseOutlook outlook) =>
        from dwell in Dwell.Of(world.Drivers, outlook.Standing, outlook.Rates, world.Header.Clock)
        where dwell.TooCoarse is not null
        select CheckMessages.TooCoarse(world.Driver(dwell.Driver).Levels.First(l => l.Id == dwell.Level).At, dwell.Driver, dwell.Level, dwell.Months, dwell.TooCoarse!.Label);

    static IEnumerable<Diagnostic> Cycles(Case world, CaseOutlook outlook) =>
        from found in CycleCheck.Of(world, outlook)
        select CheckMessages.CycleEarns(world.Market.Offer(found.Offer).At, found.Offer, Words(found.Cycle), found.Gain, world.Header.Currency);

    static IEnumerable<Diagnostic> OpenGates(Case world, CaseOutlook outlook) =>
        OpenGatesCheck.Of(world, outlook.Standing).Findings.Select(found => found switch
        {
            MinimumServiceUnmet unmet => CheckMessages.MinimumUnmet(
                world.Market.Workload(unmet.Workload).At, unmet.Workload, unmet.Period, unmet.Lacks, world.Market.Workload(unmet.Workload).Equivalent),
            _ => CheckMessages.NothingDecided(world.Header.Place),
        });

    static string Words(Cycle cycle) => cycle switch
    {
        Cycle.OrderToCancel => "ordered and given back",
        Cycle.HeldToCancel => "ordered, left at the gate and given back",
        Cycle.OrderToEnd => "ordered and never received",
        _ => "ordered and received for what it is worth beyond the horizon",
    };
}
