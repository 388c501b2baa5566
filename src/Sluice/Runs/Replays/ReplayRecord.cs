using System.Globalization;
using System.Text.Json.Serialization;

namespace Sluice.Runs.Replays;

/// <summary>
/// The document of <c>sluice replay --json</c>: what would have been decided on each date with what was known by then, what made each change, and how the
/// forecasts behind it fared. The book (fleet, orders, quotes, demand) is that of the case on every date.
/// </summary>
public sealed record ReplayRecord
{
    /// <summary>Title of the case.</summary>
    public required string Case { get; init; }

    /// <summary>The buyer.</summary>
    public required string Viewpoint { get; init; }

    /// <summary>The case's own day of knowledge, whose book is used throughout.</summary>
    public required DateOnly BookOf { get; init; }

    /// <summary>Day up to which levels count as known: that of the newest report in the case, at most the horizon of the atlas.</summary>
    public required DateOnly KnownTo { get; init; }

    /// <summary>Earliest horizon among the atlas files used.</summary>
    public required DateOnly AtlasHorizon { get; init; }

    /// <summary>First date asked for.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day asked for.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>How far apart the dates are: month, week, quarter, or days such as 14d.</summary>
    public required string Every { get; init; }

    /// <summary>What-ifs applied on every date, in order.</summary>
    public required ImmutableArray<string> With { get; init; }

    /// <summary>Claims left out (<c>--mute</c>).</summary>
    public ImmutableArray<string> Muted { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Disputes of which one side was taken for true (<c>--resolve</c>): <c>DISPUTE=SIDE</c>.</summary>
    public ImmutableArray<string> Resolved { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Currency of all money, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Version of Sluice.</summary>
    public required string Version { get; init; }

    /// <summary>Seed of every random draw, the same on every date.</summary>
    public required int Seed { get; init; }

    /// <summary>Most training passes of each plan.</summary>
    public required int Passes { get; init; }

    /// <summary><c>done</c>, or <c>cancelled</c>: then <see cref="Dates"/> holds those finished before.</summary>
    public required string Stopped { get; init; }

    /// <summary>One entry a date, in order.</summary>
    public required ImmutableArray<ReplayDate> Dates { get; init; }

    /// <summary>Scores of the forecasts whose rates rest on nothing later than their date.</summary>
    public required ReplayScores Scores { get; init; }

    /// <summary>Scores of the forecasts whose rates are marked hindsight: they knew what came, and are no test.</summary>
    public required ReplayScores HindsightScores { get; init; }

    /// <summary>Mean cost of each policy along the levels that came true, by the date on which it was made.</summary>
    public required ImmutableArray<RealisedCost> Realised { get; init; }

    /// <summary>What a reader must know.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>What a policy costs above the plan made on the same day; null where that was not walked.</summary>
    public double? AbovePlan(RealisedCost cost) =>
        cost is not null && Realised.FirstOrDefault(r => r.AsOf == cost.AsOf && r.Policy == RealisedCost.Plan) is { } plan ? cost.Cost - plan.Cost : null;
}

/// <summary>One date of a replay.</summary>
public sealed record ReplayDate
{
    /// <summary>Day of knowledge.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Folder of the plan of that day, in the run folder of the replay.</summary>
    [JsonIgnore]
    public string Folder => FolderOf(AsOf);

    /// <summary>Folder of the plan of a day.</summary>
    public static string FolderOf(DateOnly asOf) => asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>SHA-256 of all inputs as of that day.</summary>
    public required string InputDigest { get; init; }

    /// <summary>Why training stopped.</summary>
    public required string Stopped { get; init; }

    /// <summary>Bounds on the optimal cost.</summary>
    public required BoundsRecord Bounds { get; init; }

    /// <summary>Where each driver stood, as far as known.</summary>
    public required ImmutableArray<KnownLevel> Levels { get; init; }

    /// <summary>What to do then, one row per offer and order in hand.</summary>
    public required ImmutableArray<DecisionRecord> Decisions { get; init; }

    /// <summary>Decisions that differ from the date before, by title.</summary>
    public required ImmutableArray<string> Changed { get; init; }

    /// <summary>What made them differ.</summary>
    public required ImmutableArray<ChangeCause> ChangedBecause { get; init; }

    /// <summary>What else became known, and made no decision differ by itself.</summary>
    public required ImmutableArray<ChangeCause> OtherNews { get; init; }

    /// <summary>Chances of the levels at the end of the wait.</summary>
    public required ImmutableArray<LevelForecast> Forecasts { get; init; }
}

/// <summary>Where a driver stood.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Level">Level.</param>
/// <param name="By"><c>history</c>, <c>told</c> or <c>first-level</c>: nothing was known.</param>
public sealed record KnownLevel(string Driver, string Level, string By);

/// <summary>A difference between two dates, and the decisions that go back where it is taken back.</summary>
/// <param name="Claim">Claim that brought it; null where none did.</param>
/// <param name="Assumption">What it changed, a path in the case; or <c>the passing of time</c>, or <c>several together</c>.</param>
/// <param name="Before">Value before.</param>
/// <param name="After">Value after.</param>
/// <param name="Decisions">Titles of the decisions of which at least half of the change is undone where this alone is taken back.</param>
public sealed record ChangeCause(string? Claim, string Assumption, string Before, string After, ImmutableArray<string> Decisions);

/// <summary>Chances of a driver's levels at the end of the wait, and what came.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="On">First day after the wait.</param>
/// <param name="Levels">Chance of each level, in the order of the ladder.</param>
/// <param name="BaseRate">Chance of each level by base rates fitted to what was known on the date.</param>
/// <param name="Came">Level that came; null where not known.</param>
/// <param name="Hindsight">Whether a rate behind it is marked hindsight.</param>
public sealed record LevelForecast(string Driver, DateOnly On, ImmutableArray<LevelChance> Levels, ImmutableArray<LevelChance> BaseRate, string? Came, bool Hindsight);

/// <summary>Chance of a level.</summary>
/// <param name="Level">Level.</param>
/// <param name="Chance">0 to 1.</param>
public sealed record LevelChance(string Level, double Chance);

/// <summary>Scores of forecasts, beside base rates; lower is better.</summary>
/// <param name="Brier">Mean over forecasts of Σ over levels of (chance − what came)², 0 to 2; null where n is 0.</param>
/// <param name="Log">Mean of −ln of the chance of what came; null where n is 0.</param>
/// <param name="BaseRateBrier">The same Brier score of the base rates.</param>
/// <param name="BaseRateLog">The same logarithmic score of the base rates.</param>
/// <param name="N">Forecasts scored. Spans of neighbouring dates overlap, so they are fewer trials than that.</param>
/// <param name="Says">What may be said of skill.</param>
public sealed record ReplayScores(double? Brier, double? Log, double? BaseRateBrier, double? BaseRateLog, int N, string Says);

/// <summary>Cost along what came true.</summary>
/// <param name="Policy"><c>sluice</c>, <c>two-stage</c>, <c>average</c> or <c>habit</c>: the plan of before.</param>
/// <param name="AsOf">Date on which the policy was made.</param>
/// <param name="Cost">Mean discounted cost to the end of the horizon, seen from that date.</param>
public sealed record RealisedCost(string Policy, DateOnly AsOf, double Cost)
{
    /// <summary>The policy that is the plan itself.</summary>
    public const string Plan = "sluice";

    /// <summary>The policy in words, English; a key of the table of words.</summary>
    [JsonIgnore]
    public string Way => Policy switch
    {
        Plan => "this plan",
        "two-stage" => "a two-stage plan",
        "average" => "a plan for the average future",
        _ => "as planned before",
    };
}

/// <summary>Writes replays as JSON: camelCase keys, two spaces, invariant numbers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ReplayRecord))]
public sealed partial class ReplayJson : JsonSerializerContext;
