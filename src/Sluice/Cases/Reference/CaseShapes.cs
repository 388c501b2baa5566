using System.Collections.Immutable;
using Sluice.Evidence;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Market.Habits;
using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Cases.Reference;

/// <summary>What stands in which file, for the reference, the schemas, and editors.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Says">What it says, one sentence.</param>
/// <param name="Sections">Named sections with the shape of one entry; an empty name means that the file names the entries itself.</param>
/// <param name="Within">Shapes that occur inside those.</param>
public sealed record CaseShapes(string File, string Says, ImmutableArray<(string Section, ImmutableArray<IShape> Entry)> Sections, ImmutableArray<IShape> Within)
{
    /// <summary>Every file of a case, in the order in which people write them.</summary>
    public static ImmutableArray<CaseShapes> All { get; } =
    [
        new("case.yaml", "Whose view, as of when, over which periods, in which money.", [("", [HeaderShape.Shape])],
            [Quantities.CurrencyRate.Shape, PartyShape.Shape, StanceShape.InPart, RiskShape.Shape, BudgetShape.Shape]),
        new("workloads.yaml", "What must be served, and on which software.", [("workloads", [WorkloadShape.Shape]), ("stacks", [StackShape.Shape])],
            [ShortageShape.Shape, MinimumServiceShape.Shape, PortingShape.Shape]),
        new("offers.yaml", "On what terms compute can be bought or rented.", [("offers", [PurchaseShape.Shape, RentalShape.Shape])], [QuoteShape.Shape, CancellationShape.Shape]),
        new("places.yaml", "Where it stands.", [("", [SiteShape.Shape])], []),
        new("parts.yaml", "What the case adds to the parts of the atlas, or changes about them.", [("parts", [PartShape.Shape])], []),
        new("fleet.csv", "What stands at the as-of date.", [("", [FleetShape.Shape])], []),
        new("on-order.csv", "What is on order.", [("", [OnOrderShape.Shape])], []),
        new("planned.csv", "What was planned before the news.", [("", [PlannedShape.Shape])], []),
        new("demand.csv", "What is wanted, by workload and period.", [("", [DemandShape.Shape])], []),
        new("drivers.yaml", "What lies outside the viewpoint's control.", [("drivers", [DriverShape.Shape])],
            [GateShape.Shape, RecentShape.Shape, HistoryShape.Shape, LevelShape.Shape, MoveShape.Shape, ReasonShape.Shape, SelectorShape.Shape, .. EffectShapes.All]),
        new("calendar.yaml", "Days that are known in advance.", [("", [CalendarShape.Shape])], [EventFactorShape.Shape, EventJumpShape.Shape]),
        new("evidence.yaml", "Who said what, how firmly, and what stands against it.",
            [("reports", [ReportShape.Shape]), ("claims", [ClaimShape.Shape]), ("disputes", [DisputeShape.Shape]), ("sources", [SourceShape.Shape])], [HeardShape.Shape]),
        new("verdicts.yaml", "What may pass, offer by offer, as the case states it.", [("", [VerdictShape.Shape])], [StatedVerdictShape.Shape]),
        new("habits.yaml", "How the parties of the market act by habit; read by a simulation alone.", [("", [MarketHabitsShape.Shape])],
            [BuyerHabitsShape.Shape, DemandHabitShape.Shape, AskedHabitShape.Shape, PortingHabitShape.Shape, WaitHabitShape.Shape, MakerHabitsShape.Shape, SharedCapacityShape.Shape,
                ProductLineShape.Shape, ProductionStageShape.Shape, ReportedRowShape.Shape]),
        new("whatifs/*.yaml", "Small named patches.", [("", [CasePatches.WhatIfShape])], []),
    ];

    /// <summary>Whether it is a table.</summary>
    public bool IsTable => File.EndsWith(".csv", StringComparison.Ordinal);

    /// <summary>Whether the file is one map of keys, not of entries with names.</summary>
    public bool IsOneMap => File is CaseFiles.Header or CaseFiles.Habits or "whatifs/*.yaml";
}
