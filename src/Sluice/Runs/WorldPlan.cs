using Sluice.Cases;
using Sluice.Planning.Buyer;
using Sluice.Planning.Rivals;

namespace Sluice.Runs;

/// <summary>Plans a world from its case to its record, for verbs that plan more than one.</summary>
public static class WorldPlan
{
    /// <summary>Paths along what came true. Only what is drawn after the last known day differs between them, and a control variate takes out most of that.</summary>
    public const int RealisedPaths = 8;

    /// <summary>Plans.</summary>
    /// <param name="world">The case.</param>
    /// <param name="options">How long and how finely; an <see cref="PlanOptions.Indifference"/> that another world has fixed is kept.</param>
    /// <param name="header">Version, seed and what-ifs.</param>
    /// <param name="source">Where the case was read, for answers about other worlds; null: those are left out.</param>
    /// <param name="knownTo">Last day of which the levels are known: the plan and simpler ways are priced along what came true; null: they are not.</param>
    /// <param name="progress">Told of bounds as they come.</param>
    /// <param name="cancellation">Ends training; the best so far is kept.</param>
    /// <exception cref="Outlooks.OutlookTooLargeException">The drivers together have too many joint states.</exception>
    public static PlannedWorld Of(
        Case world, PlanOptions options, RunHeader header, CaseSource? source = null, DateOnly? knownTo = null, IProgress<PlanProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        var outlook = CaseOutlook.Of(world);
        using var planner = new BuyerPlanner(BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions), options, source);
        var plan = planner.Plan(progress, cancellation: cancellation);
        ImmutableArray<(RivalPolicy, double)> realised = [];
        if (knownTo is { } day && !cancellation.IsCancellationRequested)
        {
            progress?.Report(new PlanProgress("walking what came true", plan.Passes, plan.Bounds.Lower, plan.Bounds.Upper));
            realised = planner.CostsAlongWhatCameTrue(day, RealisedPaths, cancellation);
        }

        return new(world, outlook, plan, PlanRecords.Of(world, plan, outlook, header), realised);
    }
}

/// <summary>A world and its plan.</summary>
/// <param name="World">The case.</param>
/// <param name="Outlook">Its outlook.</param>
/// <param name="Plan">What planning found.</param>
/// <param name="Record">The record of it.</param>
/// <param name="Realised">Mean cost of each way along what came true, money; empty where not priced.</param>
public sealed record PlannedWorld(Case World, CaseOutlook Outlook, BuyerPlan Plan, PlanRecord Record, ImmutableArray<(RivalPolicy Policy, double Cost)> Realised);
