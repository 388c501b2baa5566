using System.Collections.Immutable;
using Sluice.Evidence;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>Rates of all moves, month by month.</summary>
/// <remarks>
/// rate(move, month) = base · exp(clip(Σ_groups S · ln times · decay, ± ln 4)) · factors of scheduled events. A group holds the reasons of
/// one heaviest origin and one sign and gives its member of largest magnitude: one origin moves a rate once, however often it is quoted.
/// The rate is constant within a calendar month; spans have their ends rounded to the nearest month end.
/// </remarks>
public sealed class MoveRates
{
    /// <summary>Most that all reasons together may multiply or divide a rate by.</summary>
    public const double MostTimes = 4;

    readonly ImmutableArray<Driver> drivers;
    readonly SupportTable supports;
    readonly ILookup<(string Driver, string Move), (WeighedEvent Event, MonthWindow Window)> events;

    MoveRates(ImmutableArray<Driver> drivers, SupportTable supports, ImmutableArray<CalendarEvent> calendar)
    {
        this.drivers = drivers;
        this.supports = supports;
        events = calendar
            .Sorted(CalendarEvent.ByDay)
            .SelectMany(e => e.Times, (e, f) => (Key: (f.Driver, f.Move),
                Value: (new WeighedEvent(e.Id, e.On, f.Times.Value), MonthWindow.Rounded(e.On, f.For))))
            .ToLookup(p => p.Key, p => p.Value);
    }

    /// <summary>Prepares the rates of a set of drivers.</summary>
    /// <param name="drivers">Drivers with their moves.</param>
    /// <param name="supports">Weights of the claims that reasons cite.</param>
    /// <param name="calendar">Scheduled events.</param>
    public static MoveRates Of(ImmutableArray<Driver> drivers, SupportTable supports, ImmutableArray<CalendarEvent> calendar)
    {
        ArgumentNullException.ThrowIfNull(supports);
        return new(drivers, supports, calendar);
    }

    /// <summary>The rate of a move in the month of a day, with its trace.</summary>
    /// <exception cref="ArgumentException">There is no such move.</exception>
    public MoveRate At(string driver, string move, DateOnly day)
    {
        var found = drivers.FirstOrDefault(d => d.Id == driver)?.Moves.FirstOrDefault(m => m.Name == move)
            ?? throw new ArgumentException($"There is no move '{move}' of a driver '{driver}'.", nameof(move));
        return At(driver, found, CalendarMonths.Index(day));
    }

    /// <summary>The rate of a move in a month counted from year 0.</summary>
    internal MoveRate At(string driver, Move move, int month)
    {
        var reasons = Spoken([.. move.Because.Select(r => Weigh(r, month))]);
        var sum = reasons.Where(r => r.Role == GroupRole.Speaks).OrderBy(r => r.Reason.Name, StringComparer.Ordinal).Sum(r => r.Shift);
        var shift = Math.Clamp(sum, -Math.Log(MostTimes), Math.Log(MostTimes));
        ImmutableArray<WeighedEvent> acting = [.. events[(driver, move.Name)].Where(e => e.Window.Contains(month)).Select(e => e.Event)];
        var value = move.Rate.Value * Math.Exp(shift) * acting.Aggregate(1.0, (product, e) => product * e.Times);
        return new(
            driver, move.Name, CalendarMonths.First(month), move.Rate.Value, reasons, shift,
            shift == sum ? Clipping.Within : Clipping.Cut, acting, value);
    }

    WeighedReason Weigh(Reason reason, int month)
    {
        var support = reason.Counts == Counts.IfSaid ? supports.SaidWeight(reason.Event.Id) : supports.SupportOf(reason.Event.Id).Value;
        if (reason.Link is { } link)
            support = Math.Min(support, supports.SupportOf(link.Id).Value);
        var happened = supports.SupportOf(reason.Event.Id);
        var span = MonthWindow.Rounded(reason.From ?? CalendarMonths.Middle(happened.Claim.When), reason.For);
        var decay = span.Contains(month) ? 1.0 : 0.0;
        return new(
            reason, support, CalendarMonths.First(span.First), CalendarMonths.First(span.After), decay, happened.HeaviestOrigin,
            support * Math.Log(reason.Times.Value) * decay, GroupRole.Idle);
    }

    // Ties inside a group go to the first name in ordinal order, so that the order of entries changes nothing.
    static ImmutableArray<WeighedReason> Spoken(ImmutableArray<WeighedReason> reasons)
    {
        var speakers = reasons
            .Where(r => r.Shift != 0)
            .GroupBy(r => (r.Group, Math.Sign(r.Shift)))
            .Select(g => g.OrderByDescending(r => Math.Abs(r.Shift)).ThenBy(r => r.Reason.Name, StringComparer.Ordinal).First().Reason.Name)
            .ToHashSet(StringComparer.Ordinal);
        return [.. reasons.Select(r => r with
        {
            Role = r.Shift == 0 ? GroupRole.Idle : speakers.Contains(r.Reason.Name) ? GroupRole.Speaks : GroupRole.Covered,
        })];
    }
}
