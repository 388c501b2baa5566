using System.Text.Json.Serialization;

namespace Sluice.Runs;

/// <summary>What a result stands on, so that a reader of the record alone can walk from a number to who said what.</summary>
/// <param name="Periods">Periods of the plan, in order.</param>
/// <param name="Levels">Chance of each level of each driver, by driver and ladder.</param>
/// <param name="Assumptions">Every number that the case, or the atlas for it, gives; by path.</param>
/// <param name="Claims">Claims on which something rests, and those that stand against them; by id.</param>
/// <param name="Disputes">Disputes among those claims, by id.</param>
/// <param name="Offers">Offers, by id.</param>
/// <param name="Private">Paths that an overlay sets; empty without an overlay. Values at these paths stay out of a shared report.</param>
public sealed record GroundsRecord(
    ImmutableArray<PeriodRecord> Periods, ImmutableArray<LevelRecord> Levels, ImmutableArray<AssumptionRecord> Assumptions,
    ImmutableArray<ClaimRecord> Claims, ImmutableArray<DisputeRecord> Disputes, ImmutableArray<OfferRecord> Offers, ImmutableArray<string> Private);

/// <summary>A period.</summary>
/// <param name="Label">Label, as in <see cref="UnservedRecord.Period"/>.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
public sealed record PeriodRecord(string Label, DateOnly Start, DateOnly End);

/// <summary>A level of a driver over time.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Level">Level.</param>
/// <param name="Now">Whether the driver stands there at the as-of date.</param>
/// <param name="Chances">[period] chance of standing there, 0 to 1.</param>
public sealed record LevelRecord(string Driver, string Level, bool Now, ImmutableArray<double> Chances);

/// <summary>An offer.</summary>
/// <param name="Id">Offer.</param>
/// <param name="Part">Part; null for a rental.</param>
/// <param name="Title">Name of the part as printed; null where there is none.</param>
/// <param name="Seller">Party that is paid.</param>
public sealed record OfferRecord(string Id, string? Part, string? Title, string Seller);

/// <summary>A number that the plan takes for given.</summary>
/// <param name="Path">Path in the case.</param>
/// <param name="Text">As written, unit included.</param>
/// <param name="Low">Low end of its range, in the unit of the text; null where none is stated.</param>
/// <param name="High">High end of its range.</param>
/// <param name="Basis"><c>claims</c>, <c>source</c>, <c>judgement</c> or <c>none</c>.</param>
/// <param name="Claims">Claims that it rests on.</param>
/// <param name="Words">The source or the judgement in its author's words; a remark beside claims.</param>
/// <param name="Hindsight">Whether its basis is later than the as-of date.</param>
public sealed record AssumptionRecord(
    string Path, string Text, double? Low, double? High, string Basis,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? Claims,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Words,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Hindsight);

/// <summary>One thing said.</summary>
/// <param name="Id">Name.</param>
/// <param name="Who">Party that acts or speaks.</param>
/// <param name="Does">What it does or says.</param>
/// <param name="When">When it happened, perhaps vague.</param>
/// <param name="Support">How strongly it is backed, 0 to 1: a weight, not a probability.</param>
/// <param name="Heard">Where it was heard, heaviest origin first.</param>
public sealed record ClaimRecord(string Id, string Who, string Does, string When, double Support, ImmutableArray<HeardRecord> Heard);

/// <summary>An origin of a claim.</summary>
/// <param name="Report">Report.</param>
/// <param name="Source">Who published it, as printed.</param>
/// <param name="Chinese">The same in Chinese; null where it is not known.</param>
/// <param name="Published">Day of publication.</param>
/// <param name="Address">Where it can be read; null where it is not known.</param>
/// <param name="SaidBy">Whom the report names as its source; null where it does not say.</param>
/// <param name="Certain">How firmly the report says it: firm, reported, planned, estimate, opinion or unverified.</param>
/// <param name="Copies">Reports that repeat it; they add nothing to the support.</param>
public sealed record HeardRecord(
    string Report, string Source, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Chinese, DateOnly Published,
    string? Address, string? SaidBy, string Certain, int Copies);

/// <summary>Claims that cannot all hold.</summary>
/// <param name="Id">Name.</param>
/// <param name="Sides">Its sides, in their stated order.</param>
/// <param name="Neither">Weight of neither side.</param>
/// <param name="Resolved">Side taken to hold; null while it is open.</param>
public sealed record DisputeRecord(string Id, ImmutableArray<DisputeSideRecord> Sides, double Neither, string? Resolved);

/// <summary>A side of a dispute.</summary>
/// <param name="Name">Name.</param>
/// <param name="Claims">Its claims.</param>
/// <param name="Support">Weight of the side.</param>
public sealed record DisputeSideRecord(string Name, ImmutableArray<string> Claims, double Support);
