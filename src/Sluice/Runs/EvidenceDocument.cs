using System.Text.Json.Serialization;

namespace Sluice.Runs;

/// <summary>
/// The document of <c>sluice evidence --json</c>: what is known at the as-of date, how strongly it is backed, what rests on it. Supports are
/// weights from a stated table, 0 to 1, never probabilities.
/// </summary>
public sealed record EvidenceDocument
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

    /// <summary>What-ifs applied, in order.</summary>
    public required ImmutableArray<string> With { get; init; }

    /// <summary>Claims left out by <c>--mute</c>.</summary>
    public required ImmutableArray<string> Muted { get; init; }

    /// <summary>Version of Sluice.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of all inputs.</summary>
    public required string InputDigest { get; init; }

    /// <summary>Name of the table of weights.</summary>
    public required string Weights { get; init; }

    /// <summary>Claims by falling support, then by id. With a claim named: that one alone.</summary>
    public required ImmutableArray<ClaimRow> Claims { get; init; }

    /// <summary>Disputes, in the order of their ids. With a claim named: those that name it.</summary>
    public required ImmutableArray<DisputeRow> Disputes { get; init; }

    /// <summary>Moves of the drivers at the as-of date, by driver and name. With a claim or a driver named: those that it touches.</summary>
    public required ImmutableArray<MoveRow> Moves { get; init; }

    /// <summary>Numbers that say nothing of what they rest on, by path.</summary>
    public required ImmutableArray<BareNumber> WithoutBasis { get; init; }

    /// <summary>What has aged or soon will: see <see cref="StaleRow"/>.</summary>
    public required ImmutableArray<StaleRow> Stale { get; init; }

    /// <summary>Claims on which nothing rests and that weigh against nothing on which something rests, by id.</summary>
    public required ImmutableArray<UnusedClaim> Unused { get; init; }

    /// <summary>A driver month by month, where one was named.</summary>
    public required ExplainedDriver? Explain { get; init; }
}

/// <summary>A claim with its support and everything that rests on it.</summary>
/// <param name="Id">Name.</param>
/// <param name="Who">Party that acts or speaks.</param>
/// <param name="Does">What it does or says.</param>
/// <param name="When">When it happened, perhaps vague.</param>
/// <param name="Credibility">Grade of the thing said, 1 to 6.</param>
/// <param name="Note">Remark for readers.</param>
/// <param name="Own">a: what its origins give before any dispute.</param>
/// <param name="Support">S: own × share of its side; the smallest over its disputes.</param>
/// <param name="Said">Weight that it was said, whether true or not.</param>
/// <param name="Origins">Origins known at the as-of date, heaviest first.</param>
/// <param name="Later">Origins published later: they do not count.</param>
/// <param name="Disputes">Its place in each dispute.</param>
/// <param name="UsedBy">Everything that rests on it, by path.</param>
public sealed record ClaimRow(
    string Id, string Who, string Does, string When, int Credibility, string? Note, double Own, double Support, double Said,
    ImmutableArray<OriginRow> Origins, ImmutableArray<string> Later, ImmutableArray<ClaimDisputeRow> Disputes, ImmutableArray<UseRow> UsedBy);

/// <summary>What one origin gives to a claim: weight = reliability × credibility × certainty × interest.</summary>
/// <param name="Origin">Report.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Published">Day of publication.</param>
/// <param name="SaidBy">Whom the report names as its source.</param>
/// <param name="Copies">Reports that repeat it; they add nothing.</param>
/// <param name="Grade">Grade of the source, A to F.</param>
/// <param name="Certain">How firmly the report says it.</param>
/// <param name="Reliability">Factor of the grade.</param>
/// <param name="Credibility">Factor of the item's grade.</param>
/// <param name="Certainty">Factor of the report's own certainty.</param>
/// <param name="Interest">Factor of speaking on one's own behalf; 1 otherwise.</param>
/// <param name="Weight">Product of the four.</param>
/// <param name="Decline">Factor of being the k-th heaviest origin.</param>
public sealed record OriginRow(
    string Origin, string Source, DateOnly Published, string? SaidBy, ImmutableArray<string> Copies, string Grade, string Certain, double Reliability,
    double Credibility, double Certainty, double Interest, double Weight, double Decline);

/// <summary>A claim on a side of a dispute.</summary>
/// <param name="Dispute">Dispute.</param>
/// <param name="Side">Side.</param>
/// <param name="Outcome">open, won or lost.</param>
/// <param name="Share">Share of the claim's own weight that the dispute leaves: S of the side ÷ a of the side.</param>
/// <param name="Support">S of the claim as far as this dispute goes.</param>
public sealed record ClaimDisputeRow(string Dispute, string Side, string Outcome, double Share, double Support);

/// <summary>Something that rests on a claim.</summary>
/// <param name="Kind">move (a reason for it), history (where a driver stood) or number (its basis).</param>
/// <param name="Path">Path in the case.</param>
/// <param name="As">event or link of a reason, level of a history, basis of a number.</param>
/// <param name="What">In words: the move with its factor, the level and whether it stands now, the number as written.</param>
public sealed record UseRow(string Kind, string Path, string As, string What);

/// <summary>A dispute, its sides beside each other.</summary>
/// <param name="Id">Name.</param>
/// <param name="Sides">Sides, in their stated order.</param>
/// <param name="Neither">Weight of neither side; 0 where it was resolved.</param>
/// <param name="Resolved">Side that is taken to hold; null while it is open.</param>
public sealed record DisputeRow(string Id, ImmutableArray<SideRow> Sides, double Neither, string? Resolved);

/// <summary>A side of a dispute.</summary>
/// <param name="Name">Name.</param>
/// <param name="Claims">Its claims.</param>
/// <param name="Own">a of the union of its claims' origins.</param>
/// <param name="Odds">r = a / (1 − a).</param>
/// <param name="Support">S = r / (1 + Σ r) while it is open; a for the winner and 0 for the others once resolved.</param>
public sealed record SideRow(string Name, ImmutableArray<string> Claims, double Own, double Odds, double Support);

/// <summary>A move at the as-of date, with its reasons.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Move">Name.</param>
/// <param name="From">Level that it leaves.</param>
/// <param name="To">Level that it reaches.</param>
/// <param name="Base">Per month, before reasons.</param>
/// <param name="BasePerQuarter">The same as a chance per quarter, before competing moves.</param>
/// <param name="Reasons">Reasons by name, those that do not act included.</param>
/// <param name="Events">Scheduled events that act in the month.</param>
/// <param name="Factor">What reasons and events do together.</param>
/// <param name="Clipped">Whether the reasons together were held at a factor of 4.</param>
/// <param name="Rate">Per month.</param>
/// <param name="ChancePerQuarter">1 − exp(−3 · rate).</param>
public sealed record MoveRow(
    string Driver, string Move, string From, string To, double Base, double BasePerQuarter, ImmutableArray<ReasonRow> Reasons,
    ImmutableArray<EventRow> Events, double Factor, bool Clipped, double Rate, double ChancePerQuarter);

/// <summary>A reason at the as-of date.</summary>
/// <param name="Name">Name.</param>
/// <param name="Event">Claim that something happened or was said.</param>
/// <param name="Link">Claim that it moves the mover; null: the event speaks for itself.</param>
/// <param name="Counts">if-true or if-said.</param>
/// <param name="Times">Factor at full support.</param>
/// <param name="Support">min(S of event, S of link), or the weight that it was said.</param>
/// <param name="Decay">1 while it acts, else 0.</param>
/// <param name="Factor">Factor that it would have alone: times ^ (support · decay).</param>
/// <param name="Group">Heaviest origin of the event; reasons of one origin and sign move a rate once.</param>
/// <param name="Role">speaks, covered (another of its origin has the larger effect) or idle.</param>
/// <param name="From">First day of the months in which it acts.</param>
/// <param name="Until">Last day of them.</param>
public sealed record ReasonRow(
    string Name, string Event, string? Link, string Counts, double Times, double Support, double Decay, double Factor, string? Group, string Role,
    DateOnly From, DateOnly Until);

/// <summary>A scheduled event that acts on a move.</summary>
/// <param name="Name">Name.</param>
/// <param name="On">Day.</param>
/// <param name="Times">Factor on the rate.</param>
public sealed record EventRow(string Name, DateOnly On, double Times);

/// <summary>A number without basis.</summary>
/// <param name="Path">Path in the case.</param>
/// <param name="Text">As written.</param>
public sealed record BareNumber(string Path, string Text);

/// <summary>
/// Something that has aged or soon will. <c>old</c>: the newest origin of a claim is older than the stated span, yet a level that stands or a
/// reason that acts rests on it. <c>expires</c>: a reason that acts now ends within the next quarter. <c>expired</c>: a reason ended before the
/// month of the as-of date and moves nothing any more.
/// </summary>
/// <param name="Kind">old, expires or expired.</param>
/// <param name="Claim">Claim.</param>
/// <param name="Path">What rests on it.</param>
/// <param name="On">Day of the newest origin (old), or last day of the reason.</param>
/// <param name="Why">In words.</param>
public sealed record StaleRow(string Kind, string Claim, string Path, DateOnly On, string Why);

/// <summary>A claim that nobody uses.</summary>
/// <param name="Claim">Claim.</param>
/// <param name="Note">Why it is kept, where that is said.</param>
public sealed record UnusedClaim(string Claim, string? Note);

/// <summary>A driver month by month.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Level">Level at which it stands.</param>
/// <param name="StandsBy">history, told or first-level.</param>
/// <param name="Known">Day from which the level could be known; null where no history says so.</param>
/// <param name="Claims">Claims that say so.</param>
/// <param name="Recent">Whether its flag of recent moves is set.</param>
/// <param name="Levels">Its ladder.</param>
/// <param name="Moves">Its moves.</param>
public sealed record ExplainedDriver(
    string Driver, string Level, string StandsBy, DateOnly? Known, ImmutableArray<string> Claims, bool Recent, ImmutableArray<string> Levels,
    ImmutableArray<ExplainedMove> Moves);

/// <summary>A move month by month, from the as-of date until nothing changes any more.</summary>
/// <param name="Move">Name.</param>
/// <param name="From">Level that it leaves.</param>
/// <param name="To">Level that it reaches.</param>
/// <param name="When">Conditions on other drivers, in words; empty: none.</param>
/// <param name="BaseText">Base rate as written.</param>
/// <param name="Basis">What the base rate rests on, in words; empty: without basis.</param>
/// <param name="Base">Per month, before reasons.</param>
/// <param name="Months">Months; the last one holds from then on.</param>
public sealed record ExplainedMove(
    string Move, string From, string To, ImmutableArray<string> When, string BaseText, string Basis, double Base, ImmutableArray<MonthRow> Months);

/// <summary>A move in a month.</summary>
/// <param name="Month">First day.</param>
/// <param name="Reasons">Reasons by name, with the factor that each would have alone.</param>
/// <param name="Events">Scheduled events that act.</param>
/// <param name="Factor">What reasons and events do together.</param>
/// <param name="Rate">Per month.</param>
/// <param name="ChancePerQuarter">1 − exp(−3 · rate).</param>
public sealed record MonthRow(
    DateOnly Month, ImmutableArray<ReasonRow> Reasons, ImmutableArray<EventRow> Events, double Factor, double Rate, double ChancePerQuarter);

/// <summary>Writes documents of evidence as JSON: camelCase keys, two spaces, everything beyond ASCII escaped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(EvidenceDocument))]
public sealed partial class EvidenceJson : JsonSerializerContext;
