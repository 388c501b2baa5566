using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Sluice.Runs;

/// <summary>The result of <c>sluice gates</c>, as printed with <c>--json</c>.</summary>
public sealed record GatesRecord
{
    /// <summary>Day of knowledge: nothing known later is used.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Earliest horizon among rules and measures: later is unknown, not unchanged.</summary>
    public required DateOnly Horizon { get; init; }

    /// <summary>Version of the atlas.</summary>
    public required string Atlas { get; init; }

    /// <summary>Rules that lapse or change within a year after the earliest horizon, as far as the atlas knows.</summary>
    public required int RulesChanging { get; init; }

    /// <summary>What was asked about the buyer; null in results written before it was kept.</summary>
    public GatesAsked? Asked { get; init; }

    /// <summary>One row per part and interval of constant verdict, in order of parts, then days.</summary>
    public required ImmutableArray<GatesRow> Rows { get; init; }
}

/// <summary>What was asked about the buyer.</summary>
/// <param name="BuyerHq">Country of the ultimate parent; null: not stated, and taken for that of the destination.</param>
/// <param name="Groups">Groups of buyers that it belongs to, for Chinese measures.</param>
/// <param name="Buyer">Firm, for measures that name single firms; null: not stated.</param>
/// <param name="Use">Workload that it is bought for; null: not stated.</param>
public sealed record GatesAsked(string? BuyerHq, ImmutableArray<string> Groups, string? Buyer, string? Use);

/// <summary>Verdicts on one part over days on which they stay the same.</summary>
public sealed record GatesRow
{
    /// <summary>Part.</summary>
    public required string Part { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>Day from which the part was known; verdicts on earlier days speak of a part that nobody could order. Null: not stated.</summary>
    public required DateOnly? PartKnown { get; init; }

    /// <summary>Country of delivery.</summary>
    public required string To { get; init; }

    /// <summary>Country of the buyer's ultimate parent, where it was stated.</summary>
    public required string? BuyerHq { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Laws that conflict: counsel.</summary>
    public required ImmutableArray<GatesConflict> Conflicts { get; init; }

    /// <summary>One per gate: us-export, cn-import.</summary>
    public required ImmutableArray<GatesVerdict> Verdicts { get; init; }
}

/// <summary>Laws that cannot both be followed.</summary>
/// <param name="Laws">The laws.</param>
/// <param name="Why">In words.</param>
public sealed record GatesConflict(ImmutableArray<string> Laws, string Why);

/// <summary>What may pass at one gate.</summary>
public record GatesVerdict
{
    /// <summary>us-export or cn-import.</summary>
    public required string Gate { get; init; }

    /// <summary>no-requirement, licence, barred, guided or unknown.</summary>
    public required string Verdict { get; init; }

    /// <summary>Class of the rule that decides.</summary>
    public required string? Class { get; init; }

    /// <summary>denial, case-by-case, approval or notice.</summary>
    public required string? Policy { get; init; }

    /// <summary>Licence exception that applies.</summary>
    public required string? Exception { get; init; }

    /// <summary>Strength of guidance on the ladder, 1 to 6.</summary>
    public required int? Strength { get; init; }

    /// <summary>Rules and measures that it rests on.</summary>
    public required ImmutableArray<string> Rules { get; init; }

    /// <summary>What is asked of the transaction, or taken for granted about it.</summary>
    public required ImmutableArray<string> Conditions { get; init; }

    /// <summary>Facts that would settle it.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>Weak figures and texts without which it would read otherwise.</summary>
    public required ImmutableArray<string> TurnsOn { get; init; }

    /// <summary>Last day on which it is known to hold, where no end was found.</summary>
    public required DateOnly? LastKnown { get; init; }

    /// <summary>One sentence for the reader.</summary>
    public required string Why { get; init; }

    /// <summary>How it came about.</summary>
    public required ImmutableArray<string> Trace { get; init; }
}

/// <summary>Writes the document of <c>sluice gates</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(GatesRecord))]
public sealed partial class GatesJson : JsonSerializerContext;
