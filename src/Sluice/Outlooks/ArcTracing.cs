using System.Collections.Immutable;
using Sluice.Quantities;

namespace Sluice.Outlooks;

/// <summary>Recomputes what a transition rests on.</summary>
internal static class ArcTracing
{
    public static ArcTrace Of(
        OutlookChain chain, MoveRates rates, ImmutableArray<Period> periods, ImmutableArray<CalendarEvent> calendar, int period, int from, int to)
    {
        var (row, column) = (chain.Alive[period].IndexOf(from), chain.Alive[period + 1].IndexOf(to));
        if (row < 0 || column < 0)
            throw new ArgumentException($"States {from} and {to} are not alive in period {period} and the next.", nameof(from));
        var (start, end) = (periods[period].Start, periods[period + 1].Start);
        var (first, last) = (CalendarMonths.Index(start), CalendarMonths.Index(end.AddDays(-1)));
        var moves = new JointMoves(chain.Drivers);
        var (digits, target) = (StageWalk.ToDigits(chain.States[from]), StageWalk.ToDigits(chain.States[to]));
        var traces =
            from step in moves.From(digits)
            where step.Digit / 2 != digits[step.Driver] / 2 && step.Digit / 2 == target[step.Driver] / 2
            from month in Enumerable.Range(first, last - first + 1)
            select rates.At(chain.Drivers[step.Driver].Id, moves.Slots[step.Slot].Move!, month);
        var moved = Enumerable.Range(0, digits.Length).Where(d => digits[d] / 2 != target[d] / 2).Select(d => chain.Drivers[d].Id).ToArray();
        return new(
            chain.Transition[period][row, column], [.. traces],
            [.. calendar.Where(e => e.On >= start && e.On < end && e.Jumps.Any(j => moved.Contains(j.Driver)))]);
    }
}
