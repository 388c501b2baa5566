using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>A scheduled event.</summary>
/// <param name="Id">Name.</param>
/// <param name="On">Day.</param>
/// <param name="Title">Words for people.</param>
/// <param name="Times">Factors on moves for a while.</param>
/// <param name="Jumps">Moves that happen at the event with a chance.</param>
public sealed record CalendarEvent(string Id, DateOnly On, string? Title, ImmutableArray<EventFactor> Times, ImmutableArray<EventJump> Jumps)
{
    /// <summary>Where it stands in its file.</summary>
    public Place At { get; init; }

    /// <summary>By day, then by name.</summary>
    internal static int ByDay(CalendarEvent one, CalendarEvent other) => one.On.CompareTo(other.On) is not 0 and var day ? day : string.CompareOrdinal(one.Id, other.Id);
}

/// <summary>A factor on a move's rate around an event.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Move">Move.</param>
/// <param name="Times">Factor, above 0.</param>
/// <param name="For">Months from the event, ends rounded to month ends.</param>
public sealed record EventFactor(string Driver, string Move, Given<double> Times, double For)
{
    /// <summary>Where it stands in its file.</summary>
    public Place At { get; init; }

    /// <summary>By day, then by name.</summary>
    internal static int ByDay(CalendarEvent one, CalendarEvent other) => one.On.CompareTo(other.On) is not 0 and var day ? day : string.CompareOrdinal(one.Id, other.Id);
}

/// <summary>A change of level at the event itself.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="From">Level that it leaves.</param>
/// <param name="To">Level that it reaches.</param>
/// <param name="Chance">Probability, 0 to 1.</param>
public sealed record EventJump(string Driver, string From, string To, Given<double> Chance)
{
    /// <summary>Where it stands in its file.</summary>
    public Place At { get; init; }

    /// <summary>By day, then by name.</summary>
    internal static int ByDay(CalendarEvent one, CalendarEvent other) => one.On.CompareTo(other.On) is not 0 and var day ? day : string.CompareOrdinal(one.Id, other.Id);
}
