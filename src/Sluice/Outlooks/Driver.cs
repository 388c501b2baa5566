using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>Something outside the viewpoint's control that stands at one of its levels and moves at rates.</summary>
/// <param name="Id">Name.</param>
/// <param name="Gate">Set where an authority sets the level.</param>
/// <param name="Levels">Levels in their stated ladder; at least one.</param>
/// <param name="Moves">Changes of level, in ordinal order of their names.</param>
/// <param name="History">Where the driver stood, in order of <see cref="HistoryEntry.Known"/>.</param>
/// <param name="Recent">A flag that remembers named moves for a while; null: none.</param>
/// <param name="At">Where the driver stands in its file.</param>
public sealed record Driver(
    string Id, Gate? Gate, ImmutableArray<Level> Levels, ImmutableArray<Move> Moves, ImmutableArray<HistoryEntry> History, Recent? Recent, Place At)
{
    /// <summary>Measures of the atlas from which its history is read as well; empty: none.</summary>
    public ImmutableArray<Ref> Measures { get; init; } = [];

    /// <summary>Position of a level in the ladder, or −1.</summary>
    public int IndexOf(string level)
    {
        for (var i = 0; i < Levels.Length; i++)
            if (Levels[i].Id == level)
                return i;
        return -1;
    }
}

/// <summary>What makes a driver a gate: who sets it, in which form, at which side of the border, on which ground.</summary>
/// <param name="Authorities">Who sets it.</param>
/// <param name="BackedBy">Who backs it without a measure of its own.</param>
/// <param name="Form">Rule (published), licence or permit (case by case), guidance (informal, unpublished).</param>
/// <param name="Side">Export or import.</param>
/// <param name="Ground">Stated ground, for example <c>security</c>.</param>
public sealed record Gate(ImmutableArray<string> Authorities, ImmutableArray<string> BackedBy, GateForm Form, GateSide Side, string? Ground);

/// <summary>Form of a gate.</summary>
public enum GateForm
{
    /// <summary>Published and general.</summary>
    Rule,

    /// <summary>Granted case by case by an exporter's authority.</summary>
    Licence,

    /// <summary>Granted case by case by an importer's authority.</summary>
    Permit,

    /// <summary>Informal and unpublished.</summary>
    Guidance,
}

/// <summary>Side of the border on which a gate stands.</summary>
public enum GateSide
{
    /// <summary>The seller's side.</summary>
    Export,

    /// <summary>The buyer's side.</summary>
    Import,
}

/// <summary>One standing of a driver.</summary>
/// <param name="Id">Name.</param>
/// <param name="Keep">Whether the level stays in the outlook however rare it is.</param>
/// <param name="Effects">What it does to everybody it selects.</param>
/// <param name="Asks">What guidance asks; enters as effects by the viewpoint's stance.</param>
/// <param name="At">Where the level stands in its file.</param>
public sealed record Level(string Id, Keep Keep, ImmutableArray<Effect> Effects, ImmutableArray<Effect> Asks, Place At);

/// <summary>Whether a level may be pruned.</summary>
public enum Keep
{
    /// <summary>Pruned where it is rarer than the stated limit.</summary>
    IfLikely,

    /// <summary>Never pruned.</summary>
    Always,
}

/// <summary>A past standing, with the day from which it was true and the day from which it could be known.</summary>
/// <param name="Effective">First day on which it was true, perhaps vague.</param>
/// <param name="Level">Level.</param>
/// <param name="Known">Earliest publication or report.</param>
/// <param name="Until">Last day, where the entry tells of a past that was over when it became known.</param>
/// <param name="Claims">Claims that say so.</param>
/// <param name="At">Where the entry stands in its file.</param>
public sealed record HistoryEntry(VagueDate Effective, string Level, DateOnly Known, DateOnly? Until, ImmutableArray<Ref> Claims, Place At)
{
    /// <summary>In order of what was known first, then of what was true first.</summary>
    internal static int AsKnown(HistoryEntry one, HistoryEntry other) => one.Known.CompareTo(other.Known) is not 0 and var known ? known : one.Effective.CompareTo(other.Effective);
}

/// <summary>A flag set by named moves and cleared at rate 1/window; the plan observes it.</summary>
/// <param name="After">Names of the moves that set it.</param>
/// <param name="Window">Mean months for which it stays set.</param>
public sealed record Recent(ImmutableArray<string> After, Given<double> Window);

/// <summary>A change of level, at a rate.</summary>
/// <param name="Name">Name.</param>
/// <param name="From">Level that it leaves.</param>
/// <param name="To">Level that it reaches.</param>
/// <param name="Rate">Per month, before reasons.</param>
/// <param name="When">Conditions on other drivers' present levels; all must hold.</param>
/// <param name="Because">Claims that multiply the rate for a while.</param>
/// <param name="At">Where the move stands in its file.</param>
public sealed record Move(
    string Name, string From, string To, Given<double> Rate, ImmutableArray<When> When, ImmutableArray<Reason> Because, Place At);

/// <summary>A condition on another driver.</summary>
/// <param name="Driver">The other driver.</param>
/// <param name="Levels">Levels at which the condition holds; <c>recent</c> names the flag.</param>
public sealed record When(Ref Driver, ImmutableArray<string> Levels)
{
    /// <summary>The word that names the flag of a driver in a condition.</summary>
    public const string Recently = "recent";
}

/// <summary>A claim that multiplies a rate, for a while.</summary>
/// <param name="Name">Name.</param>
/// <param name="Event">Claim that something happened or was said.</param>
/// <param name="Link">Claim that it moves the mover; null: the event speaks for itself.</param>
/// <param name="Times">Factor at full support, 0.01 to 100.</param>
/// <param name="From">First day; default: the event's date.</param>
/// <param name="For">Months; default two quarters.</param>
/// <param name="Counts">Whether it counts if true, or already if said.</param>
/// <param name="At">Where the reason stands in its file.</param>
public sealed record Reason(string Name, Ref Event, Ref? Link, Given<double> Times, DateOnly? From, double For, Counts Counts, Place At);

/// <summary>What must be backed for a reason to count.</summary>
public enum Counts
{
    /// <summary>That what the claim says is true.</summary>
    IfTrue,

    /// <summary>That it was said: for what an authority itself stated.</summary>
    IfSaid,
}
