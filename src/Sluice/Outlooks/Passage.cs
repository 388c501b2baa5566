using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>Takes distributions over joint states from one day to a later one: months one after the other, jumps at their days.</summary>
/// <remarks>An event counts in the span that contains its day, the first day included: P(a,c) = P(a,b) · P(b,c) for all days.</remarks>
internal sealed class Passage(JointSpace space, JointMoves moves, MoveRates rates, ImmutableArray<JumpTable> jumps)
{
    readonly Dictionary<int, Generator> byMonth = [];
    readonly List<(double[] Rates, Generator Generator)> made = [];

    /// <summary>Rows of the transition matrix between two days, as columns: [state · rows + i] for the i-th of the starting states.</summary>
    public double[] Rows(IReadOnlyList<int> starting, DateOnly from, DateOnly to)
    {
        var block = new double[space.States.Count * starting.Count];
        for (var i = 0; i < starting.Count; i++)
            block[starting[i] * starting.Count + i] = 1;

        Generator? waiting = null;
        var months = 0.0;
        for (var day = from; day < to;)
        {
            foreach (var jump in jumps.Where(j => j.On == day))
            {
                waiting?.Advance(block, starting.Count, months);
                (waiting, months) = (null, 0);
                Jump(block, starting.Count, jump);
            }
            var end = Earliest(CalendarMonths.Next(day), to, jumps.FirstOrDefault(j => j.On > day)?.On);
            var generator = Of(CalendarMonths.Index(day));
            if (generator != waiting)
            {
                waiting?.Advance(block, starting.Count, months);
                (waiting, months) = (generator, 0);
            }
            months += CalendarMonths.Within(day, end);
            day = end;
        }
        waiting?.Advance(block, starting.Count, months);
        return block;
    }

    // Months with equal rates share a generator, so that a span of them is one exponential.
    Generator Of(int month)
    {
        if (byMonth.TryGetValue(month, out var known))
            return known;
        var wanted = moves.Rates(rates, month);
        var generator = made.FirstOrDefault(m => m.Rates.AsSpan().SequenceEqual(wanted)).Generator;
        if (generator is null)
        {
            generator = new(space, wanted);
            made.Add((wanted, generator));
        }
        return byMonth[month] = generator;
    }

    void Jump(double[] block, int width, JumpTable jump)
    {
        var before = (double[])block.Clone();
        for (var s = 0; s < space.States.Count; s++)
            foreach (var (driver, digit, chance) in jump.From(space.States[s]))
            {
                var to = space.IndexWith(space.States[s], driver, digit);
                for (var i = 0; i < width; i++)
                {
                    block[s * width + i] -= chance * before[s * width + i];
                    block[to * width + i] += chance * before[s * width + i];
                }
            }
    }

    static DateOnly Earliest(DateOnly one, DateOnly two, DateOnly? three)
    {
        var first = one < two ? one : two;
        return three is { } day && day < first ? day : first;
    }
}
