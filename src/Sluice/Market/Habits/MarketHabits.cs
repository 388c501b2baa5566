using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market.Habits;

/// <summary>How the parties of a market act by habit: who buys, who makes, on which lines, with which shared capacity.</summary>
/// <param name="Start">First month that is simulated; its first day counts.</param>
/// <param name="Stands">Level of a driver before the first entry of its history, by driver.</param>
/// <param name="Buyers">Kinds of buyers, in ordinal order of ids; each is a party.</param>
/// <param name="Makers">Makers, in ordinal order.</param>
/// <param name="Capacities">Foundries and memory that lines share, in ordinal order.</param>
/// <param name="Lines">Parts on sale, each with its line, in ordinal order.</param>
/// <param name="Record">Reported figures to set beside the simulation, in ordinal order.</param>
/// <param name="At">Where the habits stand in their file.</param>
public sealed record MarketHabits(
    DateOnly Start, ImmutableArray<(Ref Driver, string Level)> Stands, ImmutableArray<BuyerHabits> Buyers, ImmutableArray<MakerHabits> Makers,
    ImmutableArray<SharedCapacity> Capacities, ImmutableArray<ProductLine> Lines, ImmutableArray<ReportedRow> Record, Place At);

/// <summary>A kind of buyers that act alike: one party of the market.</summary>
/// <param name="Id">Name.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Groups">Groups of buyers that effects and asks select by.</param>
/// <param name="Firms">Firms of this kind; what an effect grants each firm counts so many times.</param>
/// <param name="Country">Country of the ultimate parent, ISO 3166 alpha-2.</param>
/// <param name="Demand">Work to keep running, by workload.</param>
/// <param name="Fleet">Units in service at the start, by part.</param>
/// <param name="Foresight">Months ahead for which it orders.</param>
/// <param name="Patience">Months of a line's expected deliveries that it keeps on order at most.</param>
/// <param name="Compliance">Share of its firms that do what guidance asks of them, 0 to 1.</param>
/// <param name="Asked">What those that comply do with what is already on order.</param>
/// <param name="Foreign">Most of what it orders in a month that may be foreign, 0 to 1.</param>
/// <param name="Premium">Premium on a domestic part that it accepts, as a share of the price.</param>
/// <param name="Porting">How work moves to domestic stacks, by workload; a workload not named never moves.</param>
/// <param name="Waits">Parts that it waits for.</param>
/// <param name="At">Where it stands in its file.</param>
public sealed record BuyerHabits(
    string Id, Bilingual? Name, ImmutableArray<string> Groups, Given<double> Firms, string Country, ImmutableArray<(Ref Workload, DemandHabit Habit)> Demand,
    ImmutableArray<(Ref Part, Given<double> Units)> Fleet, Given<double> Foresight, Given<double> Patience, Given<double> Compliance, AskedHabit Asked,
    Given<double> Foreign, Given<double> Premium, ImmutableArray<(Ref Workload, PortingHabit Habit)> Porting, ImmutableArray<WaitHabit> Waits, Place At);

/// <summary>Demand of one workload.</summary>
/// <param name="Level">Equivalents in the first month.</param>
/// <param name="Growth">Growth per month in the first month, 0.05 is 5 %.</param>
/// <param name="Slowing">Share by which the growth falls each month, 0.02: next month's growth is 98 % of this month's.</param>
public sealed record DemandHabit(Given<double> Level, Given<double> Growth, Given<double> Slowing);

/// <summary>What complying buyers do, while orders are stopped, with what is on order.</summary>
/// <param name="Cut">Share of open orders cancelled per month.</param>
/// <param name="Defer">Share of deliveries put off.</param>
public sealed record AskedHabit(Given<double> Cut, Given<double> Defer);

/// <summary>How work of one workload moves to domestic stacks.</summary>
/// <param name="Ported">Equivalents ported at the start.</param>
/// <param name="Rate">Equivalents ported per month without experience.</param>
/// <param name="Learning">Further equivalents ported per month for each that runs on domestic parts, 0.1 is a tenth.</param>
public sealed record PortingHabit(Given<double> Ported, Given<double> Rate, Given<double> Learning);

/// <summary>A share of foreign orders held back for a part that is announced, until it comes or a date passes.</summary>
/// <param name="Line">Line that is waited for.</param>
/// <param name="Share">Share of foreign orders held back at full support.</param>
/// <param name="Until">Last day of waiting.</param>
/// <param name="Because">Claims that announce it: the share counts by the best supported of them, from its date on. None left: nobody waits.</param>
public sealed record WaitHabit(Ref Line, Given<double> Share, DateOnly Until, ImmutableArray<Ref> Because);

/// <summary>A maker's habits.</summary>
/// <param name="Id">Party.</param>
/// <param name="Memory">Months over which it averages net orders to expect the next.</param>
/// <param name="Cover">Months of expected orders that it keeps ahead, beyond what its lead times take.</param>
/// <param name="Patience">Months without need after which it halts a stage.</param>
/// <param name="Returns">Months of a shut gate after which it gives open orders back with their deposits; null: never.</param>
/// <param name="WriteDown">Months of expected orders beyond which stock is written down at a quarter's end.</param>
/// <param name="QuarterEnds">A month in which a quarter ends, 1 to 12.</param>
/// <param name="At">Where it stands in its file.</param>
public sealed record MakerHabits(string Id, Given<double> Memory, Given<double> Cover, Given<double> Patience, Given<double>? Returns, Given<double> WriteDown, int QuarterEnds, Place At);

/// <summary>Capacity that several lines share.</summary>
/// <param name="Id">Party that owns it and is paid for it.</param>
/// <param name="Kind">Foundry or memory.</param>
/// <param name="Rate">Units of capacity per month, by first day on which the rate holds.</param>
/// <param name="At">Where it stands in its file.</param>
public sealed record SharedCapacity(string Id, CapacityKind Kind, ImmutableArray<SupplyStep> Rate, Place At);

/// <summary>What a shared capacity does.</summary>
public enum CapacityKind
{
    /// <summary>Makes wafers.</summary>
    Foundry,

    /// <summary>Makes memory, and packages it with dies.</summary>
    Memory,
}

/// <summary>A part on sale, and the line that makes it.</summary>
/// <param name="Id">Name.</param>
/// <param name="Part">What is sold.</param>
/// <param name="Maker">Who sells it.</param>
/// <param name="Offer">Offer of the case through whose terms it is sold: effects on that offer act on the line; price, fit-out and deposit come from it where the line has none.</param>
/// <param name="For">Buyers that may buy it; empty: all.</param>
/// <param name="From">First day of orders; null: from the start.</param>
/// <param name="Price">Money per unit; null: as the offer says.</param>
/// <param name="FitOut">Server, network and racks, as a share of the price; null: as the offer says.</param>
/// <param name="Deposit">Share of the price paid at the order; null: as the offer says.</param>
/// <param name="Refund">Share of the deposit given back on cancelling.</param>
/// <param name="Clearance">Months from the opening of a gate to the first delivery.</param>
/// <param name="Running">Whether its stages run at the start.</param>
/// <param name="Stock">Finished units at the start.</param>
/// <param name="Dies">Dies in the bank at the start, in units.</param>
/// <param name="Wafers">First stage: wafers, to the die bank.</param>
/// <param name="BackEnd">Second stage: memory, packaging, module, to stock.</param>
/// <param name="At">Where it stands in its file.</param>
public sealed record ProductLine(
    string Id, Ref Part, string Maker, Ref? Offer, ImmutableArray<Ref> For, DateOnly? From, Given<double>? Price, Given<double>? FitOut, Given<double>? Deposit,
    Given<double> Refund, Given<double> Clearance, bool Running, Given<double> Stock, Given<double> Dies, ProductionStage Wafers, ProductionStage BackEnd, Place At);

/// <summary>A stage of a line.</summary>
/// <param name="Capacity">Shared capacity that it draws on; null: its own alone.</param>
/// <param name="Takes">Units of that capacity for each unit made.</param>
/// <param name="Rate">Most units started per month, by first day on which the rate holds.</param>
/// <param name="Lead">Months from start to end.</param>
/// <param name="Stop">Months for which starts go on after a decision to halt.</param>
/// <param name="Restart">Months from a decision to restart to the first start.</param>
/// <param name="Cost">Money per unit started.</param>
public sealed record ProductionStage(
    Ref? Capacity, Given<double> Takes, ImmutableArray<SupplyStep> Rate, Given<double> Lead, Given<double> Stop, Given<double> Restart, Given<double> Cost);

/// <summary>A figure of a series of the atlas, and what of the simulation stands beside it.</summary>
/// <param name="Id">Name.</param>
/// <param name="Series">Series of the atlas.</param>
/// <param name="Item">Item of the row, as written there.</param>
/// <param name="Period">Period of the row, as written there.</param>
/// <param name="Measure">What of the simulation is compared.</param>
/// <param name="Lines">Lines that count; empty: all.</param>
/// <param name="From">First month.</param>
/// <param name="To">Last month.</param>
/// <param name="Use">Whether habits were set by looking at it.</param>
/// <param name="Note">What differs in scope, for readers.</param>
/// <param name="At">Where it stands in its file.</param>
public sealed record ReportedRow(
    string Id, string Series, string Item, string Period, ReportedMeasure Measure, ImmutableArray<Ref> Lines, DateOnly From, DateOnly To, ReportedUse Use, string? Note, Place At);

/// <summary>What of the simulation stands beside a reported figure.</summary>
public enum ReportedMeasure
{
    /// <summary>Revenue of the lines, money.</summary>
    Revenue,

    /// <summary>Units delivered.</summary>
    Units,

    /// <summary>Units finished.</summary>
    Made,

    /// <summary>Value written down, money.</summary>
    WriteDown,

    /// <summary>Units of the lines as a share of all units delivered.</summary>
    ShareOfUnits,

    /// <summary>Revenue of the lines as a share of all revenue.</summary>
    ShareOfRevenue,
}

/// <summary>What a reported figure was used for.</summary>
public enum ReportedUse
{
    /// <summary>Habits were set by looking at it.</summary>
    Calibration,

    /// <summary>Nothing was set by it.</summary>
    Test,
}
