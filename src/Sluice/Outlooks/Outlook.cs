using System.Collections.Immutable;
using Sluice.Quantities;

namespace Sluice.Outlooks;

/// <summary>Builds the outlook: the chain of all drivers over the periods of a clock.</summary>
public static class Outlook
{
    /// <summary>Follows the joint state from the as-of date through the periods, pruning what is rarer than the stated limit.</summary>
    /// <param name="drivers">Drivers; their order is that of the levels in a joint state.</param>
    /// <param name="standing">Where they stand at the as-of date.</param>
    /// <param name="rates">Rates of their moves.</param>
    /// <param name="clock">Periods; only their first days are read.</param>
    /// <param name="calendar">Scheduled events; those that move a driver jump at the start of their day.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="OutlookTooLargeException">There are more joint states than the options allow.</exception>
    public static OutlookChain Build(
        ImmutableArray<Driver> drivers, Standing standing, MoveRates rates, Clock clock, ImmutableArray<CalendarEvent> calendar, OutlookOptions options)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentNullException.ThrowIfNull(options);
        return Build(drivers, standing, rates, clock.Periods, calendar, options);
    }

    /// <summary>The same over periods that need not come from a clock.</summary>
    internal static OutlookChain Build(
        ImmutableArray<Driver> drivers, Standing standing, MoveRates rates, ImmutableArray<Period> periods, ImmutableArray<CalendarEvent> calendar,
        OutlookOptions options)
    {
        var starts = periods.Select(p => p.Start).ToImmutableArray();
        var jumps = JumpTable.Of(calendar, drivers, starts[0], starts[^1]);
        var moves = new JointMoves(drivers);
        var space = JointSpace.Reach(standing.State, moves, jumps, options.MostReachable, drivers);
        var passage = new Passage(space, moves, rates, jumps);
        var stages = new StageWalk(drivers, space, passage, options);
        for (var t = 1; t < starts.Length; t++)
            stages.Enter(starts[t - 1], starts[t], periods[t].Label);
        return stages.ToChain();
    }

    /// <summary>
    /// The outlook under other rates over the states that are alive in another one, period by period, so that the two have the same shape. What
    /// these rates would keep alive besides is pruned and counted.
    /// </summary>
    /// <param name="like">The other outlook.</param>
    /// <param name="drivers">Drivers, with the same levels.</param>
    /// <param name="standing">Where they stand at the as-of date.</param>
    /// <param name="rates">Rates of their moves.</param>
    /// <param name="clock">The same periods.</param>
    /// <param name="calendar">Scheduled events.</param>
    /// <param name="options">Limits.</param>
    /// <returns>Null where the drivers stand elsewhere, or a state cannot be reached.</returns>
    public static OutlookChain? Like(
        OutlookChain like, ImmutableArray<Driver> drivers, Standing standing, MoveRates rates, Clock clock, ImmutableArray<CalendarEvent> calendar,
        OutlookOptions options)
    {
        ArgumentNullException.ThrowIfNull(like);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        var starts = clock.Periods.Select(p => p.Start).ToImmutableArray();
        var jumps = JumpTable.Of(calendar, drivers, starts[0], starts[^1]);
        var moves = new JointMoves(drivers);
        var space = JointSpace.Reach(standing.State, moves, jumps, options.MostReachable, drivers);
        var places = like.States.Select(s => space.Find(StageWalk.ToDigits(s))).ToArray();
        if (places.Contains(-1) || places[like.Root] != space.Root || like.Alive.Length != starts.Length)
            return null;
        var stages = new StageWalk(drivers, space, new Passage(space, moves, rates, jumps), options);
        for (var t = 1; t < starts.Length; t++)
            stages.Enter(starts[t - 1], starts[t], clock.Periods[t].Label, [.. like.Alive[t].Select(s => places[s])]);
        return stages.ToChain();
    }

    /// <summary>Number of joint states that can be reached from where the drivers stand.</summary>
    /// <exception cref="OutlookTooLargeException">There are more than the options allow.</exception>
    public static int Reachable(
        ImmutableArray<Driver> drivers, Standing standing, Clock clock, ImmutableArray<CalendarEvent> calendar, OutlookOptions options)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        var jumps = JumpTable.Of(calendar, drivers, clock.Periods[0].Start, clock.Periods[^1].Start);
        return JointSpace.Reach(standing.State, new JointMoves(drivers), jumps, options.MostReachable, drivers).States.Count;
    }

    /// <summary>What a transition rests on.</summary>
    /// <param name="chain">The outlook.</param>
    /// <param name="rates">Rates of the moves of its drivers.</param>
    /// <param name="clock">Periods.</param>
    /// <param name="calendar">Scheduled events.</param>
    /// <param name="period">Period in which the transition starts; not the last.</param>
    /// <param name="from">State alive in it.</param>
    /// <param name="to">State alive in the next.</param>
    public static ArcTrace Why(
        OutlookChain chain, MoveRates rates, Clock clock, ImmutableArray<CalendarEvent> calendar, int period, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentNullException.ThrowIfNull(clock);
        return ArcTracing.Of(chain, rates, clock.Periods, calendar, period, from, to);
    }

    /// <summary>The unpruned transition matrix between two days over all reachable joint states, in the order of their levels and flags.</summary>
    internal static (ImmutableArray<JointState> States, double[,] Matrix) Between(
        ImmutableArray<Driver> drivers, Standing standing, MoveRates rates, ImmutableArray<CalendarEvent> calendar, DateOnly from, DateOnly to)
    {
        // Jumps of any day count for what is reachable, so that all spans share their states.
        var jumps = JumpTable.Of(calendar, drivers, DateOnly.MinValue, DateOnly.MaxValue);
        var moves = new JointMoves(drivers);
        var space = JointSpace.Reach(standing.State, moves, jumps, OutlookOptions.Default.MostReachable, drivers);
        var count = space.States.Count;
        var block = new Passage(space, moves, rates, jumps).Rows([.. Enumerable.Range(0, count)], from, to);
        var matrix = new double[count, count];
        for (var s = 0; s < count; s++)
            for (var j = 0; j < count; j++)
                matrix[s, j] = block[j * count + s];
        return ([.. space.States.Select(StageWalk.ToState)], matrix);
    }
}
