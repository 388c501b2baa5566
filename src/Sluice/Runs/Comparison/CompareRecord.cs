using System.Text.Json.Serialization;

namespace Sluice.Runs.Comparison;

/// <summary>
/// The document of <c>sluice compare --json</c>: two plans side by side, what differs between them. What is the same is left out and counted in
/// <see cref="Same"/>, unless all rows were asked for.
/// </summary>
public sealed record CompareRecord
{
    /// <summary>The first plan.</summary>
    public required ComparedPlan A { get; init; }

    /// <summary>The second plan.</summary>
    public required ComparedPlan B { get; init; }

    /// <summary>Currency of all money, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Sum of both gaps, money; null where one of the upper figures is no bound. A difference within it may be none.</summary>
    public required double? JointGap { get; init; }

    /// <summary>What to do in the current span, where it differs.</summary>
    public required ImmutableArray<ActionDifference> Decisions { get; init; }

    /// <summary>Quantities that differ: those decided, then service left undone, by workload and period.</summary>
    public required ImmutableArray<QuantityDifference> Quantities { get; init; }

    /// <summary>Money that differs.</summary>
    public required ImmutableArray<MoneyDifference> Money { get; init; }

    /// <summary>Rows that are the same in both.</summary>
    public required SameRows Same { get; init; }

    /// <summary>What a reader must know.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>One of the two plans.</summary>
/// <param name="Case">Title of the case.</param>
/// <param name="Viewpoint">The buyer.</param>
/// <param name="AsOf">Day of knowledge.</param>
/// <param name="AtlasHorizon">Earliest horizon among the atlas files used.</param>
/// <param name="With">What-ifs applied, in order.</param>
/// <param name="Run">Path of the run; null where it was planned now.</param>
/// <param name="Version">Version of Sluice.</param>
/// <param name="Seed">Seed.</param>
/// <param name="InputDigest">SHA-256 of all inputs.</param>
/// <param name="Stopped">Why training stopped.</param>
/// <param name="Passes">Training passes.</param>
/// <param name="Bounds">Bounds on the optimal cost.</param>
/// <param name="Indifference">Money below which two plans count as equally good.</param>
public sealed record ComparedPlan(
    string Case, string Viewpoint, DateOnly AsOf, DateOnly AtlasHorizon, ImmutableArray<string> With, string? Run, string Version, int Seed, string InputDigest, string Stopped,
    int Passes, BoundsRecord Bounds, double Indifference)
{
    /// <summary>Claims left out (<c>--mute</c>).</summary>
    public ImmutableArray<string> Muted { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Disputes of which one side was taken for true (<c>--resolve</c>): <c>DISPUTE=SIDE</c>.</summary>
    public ImmutableArray<string> Resolved { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>How sure a difference is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DifferenceVerdict>))]
public enum DifferenceVerdict
{
    /// <summary>There is none.</summary>
    [JsonStringEnumMemberName("same")] Same,

    /// <summary>The intervals of both do not meet.</summary>
    [JsonStringEnumMemberName("settled")] Settled,

    /// <summary>The bounds allow that there is none.</summary>
    [JsonStringEnumMemberName("not settled")] NotSettled,

    /// <summary>No interval is known for one of the two: an estimate beside an estimate.</summary>
    [JsonStringEnumMemberName("estimate")] Estimate,
}

/// <summary>What is done here and there.</summary>
/// <param name="What">The decision, for example <c>h20-stock</c>.</param>
/// <param name="A">Action in the first; null where it has no such decision.</param>
/// <param name="B">Action in the second; null where it has no such decision.</param>
/// <param name="Verdict">How sure.</param>
public sealed record ActionDifference(string What, string? A, string? B, DifferenceVerdict Verdict);

/// <summary>A quantity here and there.</summary>
/// <param name="What">What it is a quantity of.</param>
/// <param name="A">Quantity in the first; null where it has none.</param>
/// <param name="B">Quantity in the second; null where it has none.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="RangeA">Quantities possibly as good in the first; null where not computed.</param>
/// <param name="RangeB">Quantities possibly as good in the second; null where not computed.</param>
/// <param name="Verdict">How sure.</param>
public sealed record QuantityDifference(string What, double? A, double? B, string Unit, SpanRecord? RangeA, SpanRecord? RangeB, DifferenceVerdict Verdict)
{
    /// <summary>B − A; null where one of them has none.</summary>
    [JsonIgnore]
    public double? More => B - A;
}

/// <summary>Money here and there.</summary>
/// <param name="What">What it is.</param>
/// <param name="A">Money in the first; null where it is not stated.</param>
/// <param name="B">Money in the second; null where it is not stated.</param>
/// <param name="Low">Low end of B − A as the bounds allow; null where no interval is known.</param>
/// <param name="High">High end of B − A.</param>
/// <param name="Verdict">How sure.</param>
public sealed record MoneyDifference(string What, double? A, double? B, double? Low, double? High, DifferenceVerdict Verdict)
{
    /// <summary>B − A; null where one of them is not stated.</summary>
    [JsonIgnore]
    public double? More => B - A;
}

/// <summary>Numbers of rows that are the same in both.</summary>
/// <param name="Decisions">Decisions.</param>
/// <param name="Quantities">Quantities.</param>
/// <param name="Money">Money.</param>
public sealed record SameRows(int Decisions, int Quantities, int Money)
{
    /// <summary>All of them.</summary>
    [JsonIgnore]
    public int Total => Decisions + Quantities + Money;
}

/// <summary>Writes comparisons as JSON: camelCase keys, two spaces, invariant numbers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(CompareRecord))]
public sealed partial class CompareJson : JsonSerializerContext;
