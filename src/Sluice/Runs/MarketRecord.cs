using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Sluice.Runs;

/// <summary>
/// The result of <c>sluice simulate</c>, as written to <c>result.json</c> and printed with <c>--json</c>. Values stand in the unit beside them,
/// money in whole units of the currency, shares from 0 to 1. Same inputs and seed give the same bytes at any thread count, unless
/// <see cref="Stopped"/> is <c>cancelled</c>.
/// </summary>
public sealed record MarketRecord
{
    /// <summary>Name by which the run can be cited: the same for the same inputs, options and version.</summary>
    public required string Run { get; init; }

    /// <summary>Title of the case.</summary>
    public required string Case { get; init; }

    /// <summary>Day of knowledge.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Earliest horizon among the atlas files used.</summary>
    public required DateOnly AtlasHorizon { get; init; }

    /// <summary>First day from which drivers are drawn; before it they follow their histories.</summary>
    public required DateOnly DrawnFrom { get; init; }

    /// <summary>What-ifs applied, in order.</summary>
    public required ImmutableArray<string> With { get; init; }

    /// <summary>Events that did not happen.</summary>
    public required ImmutableArray<string> Without { get; init; }

    /// <summary>Claims left out (<c>--mute</c>).</summary>
    public ImmutableArray<string> Muted { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Disputes of which one side was taken for true (<c>--resolve</c>): <c>DISPUTE=SIDE</c>.</summary>
    public ImmutableArray<string> Resolved { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Levels that drivers were put to: <c>DRIVER=LEVEL@MONTH</c>.</summary>
    public required ImmutableArray<string> Path { get; init; }

    /// <summary>How the viewpoint stands on its own in the market: <c>PARTY=plan</c> or <c>PARTY=habit</c>; empty where it is one of its kind.</summary>
    public required ImmutableArray<string> Policy { get; init; }

    /// <summary>Version of Sluice.</summary>
    public required string Version { get; init; }

    /// <summary>Seed of every draw.</summary>
    public required int Seed { get; init; }

    /// <summary>SHA-256 of all inputs.</summary>
    public required string InputDigest { get; init; }

    /// <summary>done or cancelled.</summary>
    public required string Stopped { get; init; }

    /// <summary>Replications done.</summary>
    public required int Replications { get; init; }

    /// <summary>Months.</summary>
    public required int Months { get; init; }

    /// <summary>First day of the first month.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Currency of money, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Who takes part.</summary>
    public required ImmutableArray<MarketParty> Parties { get; init; }

    /// <summary>Bands of every series.</summary>
    public required ImmutableArray<MarketBand> Series { get; init; }

    /// <summary>Largest failures of conservation over all replications.</summary>
    public required ConservationRecord Conservation { get; init; }

    /// <summary>What the options change against the case as it stands, series by series; empty where they change nothing.</summary>
    public required ImmutableArray<MarketDifference> Differences { get; init; }

    /// <summary>What each driver does to each party: this market against one in which its levels do nothing and ask nothing.</summary>
    public required ImmutableArray<PolicyDifference> Policies { get; init; }

    /// <summary>The viewpoint's plan tried in the market; null where the viewpoint has none here.</summary>
    public required TrialRecord? Trial { get; init; }

    /// <summary>Replications behind <see cref="Policies"/>.</summary>
    public required int PolicyReplications { get; init; }

    /// <summary>Reported figures beside the simulation.</summary>
    public required ImmutableArray<ReportedFigure> Record { get; init; }

    /// <summary>Share of reported figures inside their bands: those that habits were set by, and the others.</summary>
    public required InsideRecord Inside { get; init; }

    /// <summary>Numbers of the habits by what they rest on.</summary>
    public required HabitRests Rests { get; init; }

    /// <summary>Remarks a reader must know.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>A party.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Kind">buyer, maker, foundry, memory or authority.</param>
/// <param name="Chinese">Name for readers of Chinese; null: none is given.</param>
public sealed record MarketParty(string Id, string Name, string Kind, string? Chinese = null);

/// <summary>A series with its band.</summary>
/// <param name="Name">wishes, orders, cancellations, deliveries, on-order, outlay, unserved, domestic-share, made, stock, in-progress, written-down, revenue, write-down, levy, capacity-used, demand, served, domestic-share-of-deliveries, or of a viewpoint on its own cost.</param>
/// <param name="Party">Party; null: the market.</param>
/// <param name="Line">Line of a maker.</param>
/// <param name="Part">Part that it makes.</param>
/// <param name="Workload">Workload.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Mean">[month] mean.</param>
/// <param name="P10">[month] one replication in ten lies below.</param>
/// <param name="P50">[month] half lie below.</param>
/// <param name="P90">[month] one in ten lies above.</param>
public sealed record MarketBand(
    string Name, string? Party, string? Line, string? Part, string? Workload, string Unit, ImmutableArray<double> Mean, ImmutableArray<double> P10,
    ImmutableArray<double> P50, ImmutableArray<double> P90);

/// <summary>Largest failures of conservation; both are 0.</summary>
/// <param name="UnitsError">Of made = sold + stock + in progress + written down, in units.</param>
/// <param name="MoneyError">Of paid = received, in minor units of the currency.</param>
public sealed record ConservationRecord(long UnitsError, long MoneyError);

/// <summary>A paired difference: sums over all months, or means for levels and shares.</summary>
/// <param name="Name">Name of the series.</param>
/// <param name="Party">Party; null: the market.</param>
/// <param name="Line">Line.</param>
/// <param name="Part">Part.</param>
/// <param name="Workload">Workload.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Plain">Mean in the case as it stands.</param>
/// <param name="Mean">Mean difference.</param>
/// <param name="IntervalLow">Low end of the 95 % interval.</param>
/// <param name="IntervalHigh">High end.</param>
public sealed record MarketDifference(
    string Name, string? Party, string? Line, string? Part, string? Workload, string Unit, double Plain, double Mean, double IntervalLow, double IntervalHigh);

/// <summary>A plan tried in the market, beside the same buyer acting by habit.</summary>
/// <param name="Party">The buyer.</param>
/// <param name="Kind">Kind of buyers of which it is one firm, and whose habits it has.</param>
/// <param name="Lower">Least that the plan costs in its own model: lower bound, money.</param>
/// <param name="Upper">Upper bound or estimate.</param>
/// <param name="UpperKind">Its kind.</param>
/// <param name="Indifference">Money below which two plans are called equally good.</param>
/// <param name="Passes">Training passes.</param>
/// <param name="Stopped">gap, passes or cancelled.</param>
/// <param name="OwnUnserved">What the plan leaves unserved in its own model, as a mean over all months of the market.</param>
/// <param name="Differences">By plan less by habit, series by series; <c>cost</c> counts as the plan does.</param>
public sealed record TrialRecord(
    string Party, string Kind, double Lower, double? Upper, string UpperKind, double Indifference, int Passes, string Stopped, ImmutableArray<OwnUnserved> OwnUnserved,
    ImmutableArray<MarketDifference> Differences);

/// <summary>What a plan leaves unserved in its own model.</summary>
/// <param name="Workload">Workload.</param>
/// <param name="Unit">Its equivalent.</param>
/// <param name="Mean">Equivalents, expected.</param>
public sealed record OwnUnserved(string Workload, string Unit, double Mean);

/// <summary>What a driver does to a party.</summary>
/// <param name="Policy">Driver.</param>
/// <param name="Party">Party.</param>
/// <param name="Name">Series.</param>
/// <param name="Workload">Workload.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Idle">Mean where the driver does nothing.</param>
/// <param name="Mean">Mean difference that it makes.</param>
/// <param name="IntervalLow">Low end of the 95 % interval.</param>
/// <param name="IntervalHigh">High end.</param>
public sealed record PolicyDifference(
    string Policy, string Party, string Name, string? Workload, string Unit, double Idle, double Mean, double IntervalLow, double IntervalHigh);

/// <summary>A reported figure beside the simulation.</summary>
/// <param name="Name">Name of the comparison.</param>
/// <param name="Series">Series of the atlas.</param>
/// <param name="Item">Item.</param>
/// <param name="Period">Period as reported.</param>
/// <param name="Months">Months of the simulation that stand beside it.</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="Reported">What was reported; the middle where only a range was.</param>
/// <param name="ReportedLow">Low end of what was reported.</param>
/// <param name="ReportedHigh">High end.</param>
/// <param name="Mean">Mean of the simulation.</param>
/// <param name="P10">Low end of its band.</param>
/// <param name="P50">Its median.</param>
/// <param name="P90">High end of its band.</param>
/// <param name="Inside">Whether what was reported lies inside the band, ends included; a range counts where any of it does.</param>
/// <param name="Use">calibration or test.</param>
/// <param name="Known">Since when it is known.</param>
/// <param name="Sources">Who reported it.</param>
/// <param name="Note">What differs in scope.</param>
public sealed record ReportedFigure(
    string Name, string Series, string Item, string Period, string Months, string Unit, double Reported, double ReportedLow, double ReportedHigh, double Mean, double P10,
    double P50, double P90, bool Inside, string Use, string Known, ImmutableArray<string> Sources, string? Note);

/// <summary>How many reported figures lie inside their bands.</summary>
/// <param name="Calibration">Of those that habits were set by.</param>
/// <param name="OfCalibration">How many those are.</param>
/// <param name="Test">Of the others.</param>
/// <param name="OfTest">How many those are.</param>
public sealed record InsideRecord(int Calibration, int OfCalibration, int Test, int OfTest);

/// <summary>Numbers of the habits by what they rest on.</summary>
/// <param name="Numbers">All.</param>
/// <param name="Drawn">With a range, drawn once per replication.</param>
/// <param name="Cited">Resting on claims.</param>
/// <param name="Judgements">Judgement.</param>
/// <param name="WithoutBasis">Without either.</param>
/// <param name="Hindsight">Knowing what came after the as-of date.</param>
public sealed record HabitRests(int Numbers, int Drawn, int Cited, int Judgements, int WithoutBasis, int Hindsight);

/// <summary>Writes records of simulations as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(MarketRecord))]
public sealed partial class MarketJson : JsonSerializerContext;
