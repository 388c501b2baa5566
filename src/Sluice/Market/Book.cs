using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>Units that stand at a place.</summary>
/// <param name="Part">Part.</param>
/// <param name="Site">Place.</param>
/// <param name="Units">Units.</param>
/// <param name="Installed">Day of installation, where known.</param>
/// <param name="Retires">Day on which they leave; null: after the horizon.</param>
public sealed record FleetRow(Ref Part, Ref Site, Given<double> Units, DateOnly? Installed, DateOnly? Retires);

/// <summary>Units on order.</summary>
/// <param name="Offer">Terms of the order.</param>
/// <param name="Units">Units.</param>
/// <param name="Due">Day on which they fall due.</param>
/// <param name="DepositPaid">Money paid so far, all units together.</param>
public sealed record OnOrderRow(Ref Offer, Given<double> Units, DateOnly Due, Given<double>? DepositPaid)
{
    /// <summary>Where the row's day stands in its file.</summary>
    public Place At { get; init; }
}

/// <summary>Units that the viewpoint planned to order before the news: the yardstick of every decision.</summary>
/// <param name="Offer">Offer.</param>
/// <param name="Units">Units (equivalents for a rental).</param>
/// <param name="OrderBy">Day on which the plan orders them.</param>
public sealed record PlannedRow(Ref Offer, Given<double> Units, DateOnly OrderBy)
{
    /// <summary>Where the row's day stands in its file.</summary>
    public Place At { get; init; }
}

/// <summary>Demand of a workload in a period.</summary>
/// <param name="Workload">Workload.</param>
/// <param name="Period">Label of the period or its first day, as written.</param>
/// <param name="Amount">Equivalents kept running, mean over the period.</param>
public sealed record DemandRow(Ref Workload, string Period, Given<double> Amount)
{
    /// <summary>Where the row's day stands in its file.</summary>
    public Place At { get; init; }
}
