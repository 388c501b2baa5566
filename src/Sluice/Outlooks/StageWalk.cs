using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>Walks from period to period, keeps the joint states that are likely enough, and counts what it prunes.</summary>
internal sealed class StageWalk
{
    // Rarer than this a probability is noise of the arithmetic; a kept level cannot be carried through it.
    const double Noise = 1e-12;

    // A row that would lose nearly all of its mass keeps its likeliest successor.
    const double LeastRow = 1e-6;

    readonly ImmutableArray<Driver> drivers;
    readonly JointSpace space;
    readonly Passage passage;
    readonly OutlookOptions options;
    readonly List<int[]> alive;
    readonly List<double[]> probability = [[1.0]];
    readonly List<double[,]> transition = [];
    readonly List<double> pruned = [0];

    public StageWalk(ImmutableArray<Driver> drivers, JointSpace space, Passage passage, OutlookOptions options)
    {
        this.drivers = drivers;
        this.space = space;
        this.passage = passage;
        this.options = options;
        alive = [[space.Root]];
    }

    /// <summary>Enters the next period; with those states alive that are given, or those that are likely enough.</summary>
    public void Enter(DateOnly from, DateOnly to, string label, int[]? given = null)
    {
        var (rows, before) = (alive[^1], probability[^1]);
        var block = passage.Rows(rows, from, to);
        var next = new double[space.States.Count];
        for (var j = 0; j < next.Length; j++)
            for (var i = 0; i < rows.Length; i++)
                next[j] += before[i] * block[j * rows.Length + i];

        var columns = given ?? Kept(next, block, rows.Length);
        if (columns.Length > options.MostAlive)
            throw new OutlookTooLargeException($"alive in {label}", columns.Length, options.MostAlive, drivers);

        var matrix = new double[rows.Length, columns.Length];
        var after = new double[columns.Length];
        var lost = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            var mass = columns.Sum(j => block[j * rows.Length + i]);
            lost += before[i] * Math.Max(0, 1 - mass);
            for (var c = 0; c < columns.Length; c++)
            {
                // Only where the states are given can a row lose all of its mass.
                matrix[i, c] = mass > 0 ? block[columns[c] * rows.Length + i] / mass : c == 0 ? 1 : 0;
                after[c] += before[i] * matrix[i, c];
            }
        }
        alive.Add(columns);
        probability.Add(after);
        transition.Add(matrix);
        pruned.Add(columns.Length == next.Length ? 0 : lost);
    }

    /// <summary>The chain, over the states that are alive in some period.</summary>
    public OutlookChain ToChain()
    {
        var used = alive.SelectMany(a => a).Distinct().Order().ToArray();
        var position = used.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i);
        return new(
            drivers, [.. used.Select(s => ToState(space.States[s]))], position[space.Root],
            [.. alive.Select(a => a.Select(s => position[s]).ToImmutableArray())],
            [.. transition], [.. probability], [.. pruned]);
    }

    /// <summary>A joint state out of its digits.</summary>
    public static JointState ToState(int[] digits) => new([.. digits.Select(d => d / 2)], [.. digits.Select(d => d % 2 == 1)]);

    /// <summary>The digits of a joint state: level × 2 + flag, one per driver.</summary>
    public static int[] ToDigits(JointState state)
    {
        var digits = new int[state.Levels.Length];
        for (var d = 0; d < digits.Length; d++)
            digits[d] = state.Levels[d] * 2 + (state.Recent[d] ? 1 : 0);
        return digits;
    }

    int[] Kept(double[] next, double[] block, int width)
    {
        var kept = new bool[next.Length];
        for (var j = 0; j < next.Length; j++)
            kept[j] = next[j] > 0 && (next[j] >= options.PruneBelow || (next[j] >= Noise && Keeps(space.States[j])));
        for (var i = 0; i < width; i++)
        {
            var (mass, likeliest) = (0.0, 0);
            for (var j = 0; j < next.Length; j++)
            {
                var chance = block[j * width + i];
                mass += kept[j] ? chance : 0;
                if (chance > block[likeliest * width + i])
                    likeliest = j;
            }
            if (mass < LeastRow)
                kept[likeliest] = true;
        }
        return [.. Enumerable.Range(0, next.Length).Where(j => kept[j])];
    }

    bool Keeps(int[] digits)
    {
        for (var d = 0; d < digits.Length; d++)
            if (drivers[d].Levels[digits[d] / 2].Keep == Keep.Always)
                return true;
        return false;
    }
}
