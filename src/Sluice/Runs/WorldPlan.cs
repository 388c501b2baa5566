using Sluice.Cases;
using Sluice.Planning.Buyer;

namespace Sluice.Runs;

/// <summary>Plans a world from its case to its record, for verbs that plan more than one.</summary>
public static class WorldPlan
{
    /// <summary>Paths along what came true: only what is drawn after the last known day differs between them.</summary>
    public const int RealisedPaths = 200;

    /// <summary>Plans.</summary>
    /// <param name="world">The case.</param>
    /// <param name="options">How long and how finely; an <see cref="PlanOptions.Indifference"/> that another world has fixed is kept.</param>
    /// <param name="header">Version, seed and what-ifs.</param>
    /// <param name="progress">Told of bounds as they come.</param>
    /// <param name="cancellation">Ends training; the best so far is kept.</param>
    /// <exception cref="Outlooks.OutlookTooLargeException">The drivers together have too many joint states.</exception>
    public static PlannedWorld Of(Case world, PlanOptions options, RunHeader header, IProgress<PlanProgress>? progress = null, CancellationToken cancellation = default) =>
        Of(world, options, header, null, progress, cancellation);

    /// <summary>Plans, and prices the plan along the levels that came true.</summary>
    /// <param name="world">The case.</param>
    /// <param name="options">How long and how finely.</param>
    /// <param name="header">Version, seed and what-ifs.</param>
    /// <param name="knownTo">Last day of which the levels are known; null: not priced.</param>
    /// <param name="progress">Told of bounds as they come.</param>
    /// <param name="cancellation">Ends training; the best so far is kept.</param>
    public static PlannedWorld Of(Case world, PlanOptions options, RunHeader header, DateOnly? knownTo, IProgress<PlanProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(world);
        var outlook = CaseOutlook.Of(world);
        using var planner = new BuyerPlanner(BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions), options);
        var plan = planner.Plan(progress, cancellation: cancellation);
        var realised = knownTo is { } day && !cancellation.IsCancellationRequested ? planner.CostsAlongWhatCameTrue(day, RealisedPaths, cancellation) : null;
        return new(world, outlook, plan, PlanRecords.Of(world, plan, outlook.Chain, header), realised);
    }
}

/// <summary>A world and its plan.</summary>
/// <param name="World">The case.</param>
/// <param name="Outlook">Its outlook.</param>
/// <param name="Plan">What planning found.</param>
/// <param name="Record">The record of it.</param>
/// <param name="Realised">Mean cost of the plan and of the plan of before along what came true, money; null where not priced.</param>
public sealed record PlannedWorld(Case World, CaseOutlook Outlook, BuyerPlan Plan, PlanRecord Record, (double Plan, double Habit)? Realised);
