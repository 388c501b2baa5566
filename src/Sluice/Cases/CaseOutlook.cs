using System.Collections.Immutable;
using Sluice.Evidence;
using Sluice.Outlooks;

namespace Sluice.Cases;

/// <summary>What lies ahead of a case: how its claims weigh, where its drivers stand, how they move, and what that does.</summary>
/// <param name="Supports">Weights of the claims.</param>
/// <param name="Standing">Where the drivers stand at the as-of date.</param>
/// <param name="Rates">Rates of their moves, with traces.</param>
/// <param name="Chain">The chain over their joint states.</param>
/// <param name="Conditions">What each joint state does to orders, deliveries, use, cost, supply and demand.</param>
public sealed record CaseOutlook(SupportTable Supports, Standing Standing, MoveRates Rates, OutlookChain Chain, Conditions Conditions)
{
    /// <summary>Builds the outlook of a case with its first table of weights.</summary>
    /// <exception cref="OutlookTooLargeException">The drivers together have too many joint states.</exception>
    public static CaseOutlook Of(Case world) => Of(world, world?.Evidence.Weights[0]!);

    /// <summary>Builds the outlook of a case with a table of weights.</summary>
    /// <param name="world">The case.</param>
    /// <param name="weights">One of its tables.</param>
    /// <param name="like">An outlook over the same drivers whose joint states are to be kept, where that is possible; null: none.</param>
    /// <exception cref="OutlookTooLargeException">The drivers together have too many joint states.</exception>
    public static CaseOutlook Of(Case world, Weights weights, OutlookChain? like = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(weights);
        var (supports, standing, rates) = Weighed(world, weights);
        var chain = (like is null ? null : Outlook.Like(like, world.Drivers, standing, rates, world.Header.Clock, world.Calendar, OutlookOptions.Default))
            ?? Outlook.Build(world.Drivers, standing, rates, world.Header.Clock, world.Calendar, OutlookOptions.Default);
        var conditions = ConditionsTable.Build(chain, world.Market, world.Header.Viewpoint, world.Header.Stances, world.Verdicts, world.Classes);
        return new CaseOutlook(supports, standing, rates, chain, conditions);
    }

    /// <summary>The rates of all moves, without the rest of the outlook.</summary>
    public static MoveRates RatesOf(Case world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return MoveRates.Of(world.Drivers, Weight(world, world.Evidence.Weights[0]), world.Calendar);
    }

    /// <summary>Joint states that can be reached at all: quick, without the arithmetic of the outlook.</summary>
    /// <exception cref="OutlookTooLargeException">There are more than the limit.</exception>
    public static int Reachable(Case world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return Outlook.Reachable(world.Drivers, StandingOf(world, Weight(world, world.Evidence.Weights[0])), world.Header.Clock, world.Calendar, OutlookOptions.Default);
    }

    /// <summary>What the outlook is built from: weights of the claims, where the drivers stand at the as-of date, and at what rates they move.</summary>
    public static (SupportTable Supports, Standing Standing, MoveRates Rates) Weighed(Case world) => Weighed(world, world?.Evidence.Weights[0]!);

    static (SupportTable Supports, Standing Standing, MoveRates Rates) Weighed(Case world, Weights weights)
    {
        ArgumentNullException.ThrowIfNull(world);
        var supports = Weight(world, weights);
        return (supports, StandingOf(world, supports), MoveRates.Of(world.Drivers, supports, world.Calendar));
    }

    static SupportTable Weight(Case world, Weights weights) => Evidence.Supports.Weigh(world.Evidence, weights, world.Header.AsOf, Resolved(world));

    static Standing StandingOf(Case world, SupportTable supports) => Standings.At(world.Drivers, world.Header.AsOf, world.Header.Told, supports);

    static ImmutableSortedDictionary<string, string> Resolved(Case world) =>
        world.Evidence.Disputes.Where(d => d.Resolved is not null).ToImmutableSortedDictionary(d => d.Id, d => d.Resolved!, StringComparer.Ordinal);
}
