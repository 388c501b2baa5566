using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Sluice.Runs;

/// <summary>
/// The result of <c>sluice plan</c>, as written to <c>result.json</c> and printed with <c>--json</c>. Money is in <see cref="Cost"/>'s
/// currency, quantities in the unit beside them, shares from 0 to 1. Same inputs and seed give the same bytes at any thread count, unless
/// <see cref="Stopped"/> is <c>time</c>.
/// </summary>
public sealed record PlanRecord
{
    /// <summary>Title of the case.</summary>
    public required string Case { get; init; }

    /// <summary>Day of knowledge.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Earliest horizon among the atlas files used.</summary>
    public required DateOnly AtlasHorizon { get; init; }

    /// <summary>Rules that lapse or change after the as-of date, as far as the atlas knows.</summary>
    public required int RulesChanging { get; init; }

    /// <summary>The buyer.</summary>
    public required string Viewpoint { get; init; }

    /// <summary>How guidance is answered, by driver.</summary>
    public required ImmutableSortedDictionary<string, string> Stance { get; init; }

    /// <summary>What the viewpoint itself was told, by driver.</summary>
    public required ImmutableSortedDictionary<string, string> Told { get; init; }

    /// <summary>What-ifs applied, in order.</summary>
    public required ImmutableArray<string> With { get; init; }

    /// <summary>Claims left out (<c>--mute</c>).</summary>
    public ImmutableArray<string> Muted { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Disputes of which one side was taken for true (<c>--resolve</c>): <c>DISPUTE=SIDE</c>.</summary>
    public ImmutableArray<string> Resolved { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Version of Sluice.</summary>
    public required string Version { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required int Seed { get; init; }

    /// <summary>SHA-256 of all inputs.</summary>
    public required string InputDigest { get; init; }

    /// <summary>Why training stopped: gap, passes, time or cancelled.</summary>
    public required string Stopped { get; init; }

    /// <summary>Training passes.</summary>
    public required int Passes { get; init; }

    /// <summary>Bounds on the optimal expected discounted cost.</summary>
    public required BoundsRecord Bounds { get; init; }

    /// <summary>What deciding now is worth: V(nothing ordered during the wait) − V.</summary>
    public required StakeRecord StakeInterval { get; init; }

    /// <summary>Point estimate of the stake; null where its interval is wider than itself.</summary>
    public required double? Stake { get; init; }

    /// <summary>Money below which two plans count as equally good.</summary>
    public required double Indifference { get; init; }

    /// <summary>Joint states of the outlook that are alive somewhere.</summary>
    public required int States { get; init; }

    /// <summary>Periods.</summary>
    public required int Stages { get; init; }

    /// <summary>What to do in the current span, one row per offer and order in hand.</summary>
    public required ImmutableArray<DecisionRecord> Decisions { get; init; }

    /// <summary>What follows if a driver moves.</summary>
    public required ImmutableArray<NextRecord> Next { get; init; }

    /// <summary>Expected discounted cost and its tail.</summary>
    public required CostRecord Cost { get; init; }

    /// <summary>Demand left unserved, by workload and period.</summary>
    public required ImmutableArray<UnservedRecord> Unserved { get; init; }

    /// <summary>What the plan rests on.</summary>
    public required RestsRecord Rests { get; init; }

    /// <summary>Price of waiting, by offer. Null where not asked, like each answer below.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<WaitingRecord>? Waiting { get; init; }

    /// <summary>What limits the plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<WhyRecord>? Why { get; init; }

    /// <summary>Who pays whom.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<FlowRecord>? Flows { get; init; }

    /// <summary>What is not known, and whether it matters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<UnknownRecord>? Unknowns { get; init; }

    /// <summary>Price of early news, by driver.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<NewsRecord>? News { get; init; }

    /// <summary>Where the decision turns.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<BreakEvenRecord>? BreakEvens { get; init; }

    /// <summary>What moves the cost, greatest first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<InfluenceRecord>? Influence { get; init; }

    /// <summary>Whether the decision hangs on what is disputed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<HingeRecord>? Hinges { get; init; }

    /// <summary>What following guidance costs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<FollowingRecord>? Following { get; init; }

    /// <summary>The plan beside simpler ways.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<RivalRecord>? Rivals { get; init; }

    /// <summary>Days that press, earliest first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CalendarRecord>? Calendar { get; init; }

    /// <summary>What the result stands on: periods, levels, assumptions, claims. Null in records of Sluice 0.1 before it was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GroundsRecord? Grounds { get; init; }

    /// <summary>Answers that were asked for and not given, or not in full. Null where nothing is missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<UnansweredRecord>? Unanswered { get; init; }

    /// <summary>Remarks a reader must know: approximations, missing verdicts, widths.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>Bounds on the optimal expected discounted cost, in money.</summary>
/// <param name="Lower">No policy costs less, up to what pruning left out (see <paramref name="PrunedMoney"/>).</param>
/// <param name="Upper">The policy found costs at most this, in the sense of <paramref name="UpperKind"/>; null where a run was cancelled before there was one.</param>
/// <param name="UpperKind">Kind of the upper bound, for example <c>statistical 97.5 %</c>.</param>
/// <param name="Gap">(upper − lower) / |lower|; null where the upper figure is no bound.</param>
/// <param name="GapMoney">upper − lower, pruning included; null where the upper figure is no bound.</param>
/// <param name="PrunedMoney">Most that the pruned states can move the optimal cost.</param>
/// <param name="Settled">Whether the gap is at most half the indifference.</param>
public sealed record BoundsRecord(double Lower, double? Upper, string UpperKind, double? Gap, double? GapMoney, double PrunedMoney, bool Settled);

/// <summary>An interval of money.</summary>
/// <param name="Low">Low end.</param>
/// <param name="High">High end.</param>
public sealed record StakeRecord(double Low, double? High);

/// <summary>One decision.</summary>
public sealed record DecisionRecord
{
    /// <summary>Offer.</summary>
    public required string Offer { get; init; }

    /// <summary>Part; null for a rental.</summary>
    public required string? Part { get; init; }

    /// <summary>Words for the row, for example <c>H20 on order</c>.</summary>
    public required string Title { get; init; }

    /// <summary>First and last day of the span that the decision speaks of.</summary>
    public required string Span { get; init; }

    /// <summary>Quantity in the first period alone.</summary>
    public required double FirstPeriod { get; init; }

    /// <summary>order, pause, cut, cancel, defer, hold, rent, wait or keep.</summary>
    public required string Action { get; init; }

    /// <summary>Quantity over the span, mean over its nodes.</summary>
    public required double Quantity { get; init; }

    /// <summary>What was planned over the span.</summary>
    public required double Planned { get; init; }

    /// <summary>Low end of the quantities that are possibly as good; null where not computed.</summary>
    public required double? Low { get; init; }

    /// <summary>High end of the quantities that are possibly as good.</summary>
    public required double? High { get; init; }

    /// <summary>Low end of the quantities that are surely as good; null where the gap is too wide to say.</summary>
    public required double? SurelyLow { get; init; }

    /// <summary>High end of the quantities that are surely as good.</summary>
    public required double? SurelyHigh { get; init; }

    /// <summary>Unit of the quantities.</summary>
    public required string Unit { get; init; }

    /// <summary>Day by which to decide; null where no day presses.</summary>
    public required DateOnly? By { get; init; }

    /// <summary>Why, in one clause.</summary>
    public required string Reason { get; init; }

    /// <summary>The same in parts, for other languages.</summary>
    public ImmutableArray<ReasonRecord> Reasons { get; init; } = [];

    /// <summary>What may pass, by gate.</summary>
    public required string Verdict { get; init; }

    /// <summary>The same gate by gate, with the rules that it rests on, what is asked of the transaction, what is missing and how it came about. Empty where nothing was screened and nothing stated.</summary>
    public ImmutableArray<DecisionVerdict> Verdicts { get; init; } = [];

    /// <summary>Conflicts of laws; the plan takes no side.</summary>
    public required ImmutableArray<string> Conflicts { get; init; }
}

/// <summary>One part of a reason.</summary>
/// <param name="Kind">
/// <c>ask-followed</c> and <c>level</c> (what <paramref name="Driver"/> at <paramref name="Level"/> asks or does), <c>barred</c> and <c>licence-needed</c> at the gate named in <paramref name="Driver"/>, <c>not-on-sale</c>, <c>not-in-wait</c> (nothing can
/// be ordered during the wait), <c>all-rented</c>, <c>all-allotted</c>, <c>all-offered</c> (the limit is reached and 1,000 more would save <paramref name="Saves"/>),
/// <c>costs-more</c>, <c>nothing-gained</c>, <c>enough</c>; of units on order <c>refund-over-use</c>, <c>no-cancel</c>, <c>waits-at-gate</c>, <c>use-over-refund</c>; after an ask <c>following-free</c>, <c>following-costs</c>
/// (the money between <paramref name="Low"/> and <paramref name="High"/>) or <c>following-open</c> (the same, not settled).
/// </param>
/// <param name="Driver">Driver.</param>
/// <param name="Level">Its level.</param>
/// <param name="Authority">Who asks, where that is not the driver.</param>
/// <param name="Saves">Money that each further 1,000 saves.</param>
/// <param name="Low">Low end of what following costs, money.</param>
/// <param name="High">High end; null where there is no bound.</param>
public sealed record ReasonRecord(
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Driver = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Level = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Authority = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Saves = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Low = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? High = null);

/// <summary>What follows if a driver reaches a level.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Level">Level reached.</param>
/// <param name="Chance">Chance that it stands there at the end of the wait.</param>
/// <param name="By">End of the wait.</param>
/// <param name="Actions">What the plan then does over the same span again, where that differs from staying.</param>
public sealed record NextRecord(string Driver, string Level, double Chance, DateOnly By, ImmutableArray<NextAction> Actions);

/// <summary>One action of a later span.</summary>
/// <param name="Offer">Offer.</param>
/// <param name="Quantity">Quantity after the move.</param>
/// <param name="Otherwise">Quantity where nothing moves.</param>
/// <param name="Unit">Unit.</param>
public sealed record NextAction(string Offer, double Quantity, double Otherwise, string Unit);

/// <summary>Cost of the plan.</summary>
/// <param name="Expected">Expected discounted cost, net of residual credits.</param>
/// <param name="Tail90">One path in ten costs more.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record CostRecord(double Expected, double Tail90, string Currency);

/// <summary>Demand left unserved.</summary>
/// <param name="Workload">Workload.</param>
/// <param name="Period">Label of the period.</param>
/// <param name="Expected">Mean, in <paramref name="Unit"/>.</param>
/// <param name="Tail90">One path in ten leaves more.</param>
/// <param name="Demand">Mean demand.</param>
/// <param name="Unit">Equivalents of the workload.</param>
public sealed record UnservedRecord(string Workload, string Period, double Expected, double Tail90, double Demand, string Unit);

/// <summary>What the plan rests on.</summary>
/// <param name="Claims">Claims used.</param>
/// <param name="Origins">Origins behind them.</param>
/// <param name="Disputes">Disputes among them.</param>
/// <param name="WithoutBasis">Numbers without basis.</param>
/// <param name="Judgements">Numbers that are judgement.</param>
/// <param name="Hindsight">Numbers whose basis is later than the as-of date.</param>
public sealed record RestsRecord(int Claims, int Origins, int Disputes, int WithoutBasis, int Judgements, int Hindsight);

/// <summary>Writes records as JSON: camelCase keys, two spaces, invariant numbers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(PlanRecord))]
[JsonSerializable(typeof(TimingRecord))]
public sealed partial class RunJson : JsonSerializerContext;

/// <summary>Writes timing on one line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TimingRecord))]
public sealed partial class TimingJson : JsonSerializerContext;

/// <summary>Seconds and machine of a run, kept apart from the result so that the result is the same everywhere.</summary>
/// <param name="Seconds">Wall-clock seconds.</param>
/// <param name="Solves">Linear programmes solved.</param>
/// <param name="Passes">Training passes.</param>
/// <param name="PeakMb">Peak working set, MB.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Machine">Operating system and processor count.</param>
/// <param name="Started">Moment of the start, UTC.</param>
/// <param name="Command">Command line.</param>
public sealed record TimingRecord(
    double Seconds, long Solves, int Passes, double PeakMb, int Threads, string Machine, DateTimeOffset Started, string Command);
