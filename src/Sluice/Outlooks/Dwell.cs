using System.Collections.Immutable;
using Sluice.Quantities;

namespace Sluice.Outlooks;

/// <summary>How long levels last.</summary>
public static class Dwell
{
    /// <summary>
    /// Mean dwell of every level in the month of the as-of date, all its moves competing, with the other drivers as they stand.
    /// </summary>
    /// <remarks>1 ÷ the sum of the rates of the moves that leave the level and whose conditions hold.</remarks>
    public static ImmutableArray<LevelDwell> Of(ImmutableArray<Driver> drivers, Standing standing, MoveRates rates, Clock clock)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentNullException.ThrowIfNull(clock);
        return Of(drivers, standing, rates, clock.Periods);
    }

    /// <summary>The same over periods that need not come from a clock.</summary>
    internal static ImmutableArray<LevelDwell> Of(ImmutableArray<Driver> drivers, Standing standing, MoveRates rates, ImmutableArray<Period> periods)
    {
        var moves = new JointMoves(drivers);
        var month = CalendarMonths.Index(periods[0].Start);
        var starts = periods.Select(p => CalendarMonths.Position(p.Start)).ToArray();
        var root = StageWalk.ToDigits(standing.State);
        var dwells = ImmutableArray.CreateBuilder<LevelDwell>();
        for (var d = 0; d < drivers.Length; d++)
            for (var level = 0; level < drivers[d].Levels.Length; level++)
            {
                var state = (int[])root.Clone();
                state[d] = level * 2 + root[d] % 2;
                var exits = moves.From(state)
                    .Where(m => m.Driver == d && m.Digit / 2 != level)
                    .Select(m => rates.At(drivers[d].Id, moves.Slots[m.Slot].Move!, month))
                    .ToImmutableArray();
                var mean = 1 / exits.Sum(e => e.Value);
                var coarse = Enumerable.Range(0, starts.Length - 1).FirstOrDefault(t => mean < (starts[t + 1] - starts[t]) / 2, -1);
                dwells.Add(new(drivers[d].Id, drivers[d].Levels[level].Id, mean, exits, coarse < 0 ? null : periods[coarse]));
            }
        return dwells.ToImmutable();
    }
}

/// <summary>How long a level lasts.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Level">Level.</param>
/// <param name="Months">Mean dwell; infinite where nothing leads away.</param>
/// <param name="Exits">Moves that lead away, with their traces.</param>
/// <param name="TooCoarse">First period longer than twice the dwell: moves inside it are not seen; null: none.</param>
public sealed record LevelDwell(string Driver, string Level, double Months, ImmutableArray<MoveRate> Exits, Period? TooCoarse);
