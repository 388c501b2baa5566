using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>
/// All drivers month by month, for paths that are drawn one after the other: each driver moves by its own chain over the month, with the
/// others held where they stood at its start.
/// </summary>
/// <remarks>
/// The outlook moves all drivers together; here a driver answers another's move from the next month on. One uniform number per driver and
/// month makes two worlds comparable: a driver whose rates are the same in both makes the same moves.
/// </remarks>
public sealed class DriverSteps
{
    readonly int[] digits;
    readonly int[] stride;
    readonly int[] levelStride;
    readonly bool[] hasFlag;
    readonly bool[][,] setsFlag;

    // [month][driver][state · digits + j] cumulative chance of the first j digits; months with equal rates share their tables.
    readonly double[][][] cumulative;

    DriverSteps(ImmutableArray<Driver> drivers, MoveRates rates, ImmutableArray<CalendarEvent> calendar, DateOnly start, int months, OutlookOptions options)
    {
        Drivers = drivers;
        hasFlag = [.. drivers.Select(d => d.Recent is not null)];
        digits = [.. drivers.Select(d => d.Levels.Length * (d.Recent is null ? 1 : 2))];
        (stride, levelStride) = (new int[drivers.Length], new int[drivers.Length]);
        var (states, combinations) = (1L, 1);
        for (var d = drivers.Length - 1; d >= 0; d--)
        {
            (stride[d], levelStride[d]) = ((int)states, combinations);
            states *= digits[d];
            if (states > options.MostReachable)
                throw new OutlookTooLargeException("in all", (int)Math.Min(int.MaxValue, states), options.MostReachable, drivers);
            combinations *= drivers[d].Levels.Length;
        }
        States = (int)states;
        LevelsOf = new int[States];
        for (var s = 0; s < States; s++)
            for (var d = 0; d < drivers.Length; d++)
                LevelsOf[s] += Level(s, d) * levelStride[d];
        Combinations = [.. Enumerable.Range(0, combinations).Select(c => new JointState(
            [.. Enumerable.Range(0, drivers.Length).Select(d => c / levelStride[d] % drivers[d].Levels.Length)], [.. drivers.Select(_ => false)]))];
        setsFlag = [.. drivers.Select(SetsFlag)];
        cumulative = Tables(new JointMoves(drivers), rates, JumpTable.Of(calendar, drivers, start, start.AddMonths(months)), start, months);
    }

    /// <summary>Drivers, in the order of their uniform numbers.</summary>
    public ImmutableArray<Driver> Drivers { get; }

    /// <summary>Joint states: levels and flags together.</summary>
    public int States { get; }

    /// <summary>Combinations of levels; <see cref="LevelsOf"/> numbers them. Flags are false.</summary>
    public ImmutableArray<JointState> Combinations { get; }

    /// <summary>[state] number of its combination of levels.</summary>
    internal int[] LevelsOf { get; }

    /// <summary>Prepares the steps of so many months.</summary>
    /// <param name="drivers">Drivers.</param>
    /// <param name="rates">Rates of their moves, month by month.</param>
    /// <param name="calendar">Scheduled events; jumps happen on their days.</param>
    /// <param name="start">First day of the first month.</param>
    /// <param name="months">Months.</param>
    /// <param name="options">Limits; <see cref="OutlookOptions.MostReachable"/> bounds the joint states.</param>
    /// <exception cref="OutlookTooLargeException">There are more joint states than the options allow.</exception>
    public static DriverSteps Of(ImmutableArray<Driver> drivers, MoveRates rates, ImmutableArray<CalendarEvent> calendar, DateOnly start, int months, OutlookOptions options)
    {
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentNullException.ThrowIfNull(options);
        return new(drivers, rates, calendar, start, months, options);
    }

    /// <summary>Number of the joint state.</summary>
    public int Of(JointState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var number = 0;
        for (var d = 0; d < digits.Length; d++)
            number += (hasFlag[d] ? state.Levels[d] * 2 + (state.Recent[d] ? 1 : 0) : state.Levels[d]) * stride[d];
        return number;
    }

    /// <summary>Level of a driver in a state.</summary>
    public int Level(int state, int driver) => hasFlag[driver] ? Digit(state, driver) / 2 : Digit(state, driver);

    /// <summary>Whether a driver's flag is set in a state; false where it has none.</summary>
    public bool Flag(int state, int driver) => hasFlag[driver] && Digit(state, driver) % 2 == 1;

    /// <summary>Whether a move between two levels sets the driver's flag.</summary>
    internal bool SetsFlagOn(int driver, int from, int to) => setsFlag[driver][from, to];

    /// <summary>The state with a driver put to a level; its flag is set where a named move leads there, and stays otherwise.</summary>
    public int Put(int state, int driver, int level)
    {
        var digit = Digit(state, driver);
        if (!hasFlag[driver])
            return state + (level - digit) * stride[driver];
        var flag = setsFlag[driver][digit / 2, level] ? 1 : digit % 2;
        return state + (level * 2 + flag - digit) * stride[driver];
    }

    /// <summary>The state after a month.</summary>
    /// <param name="state">State at its start.</param>
    /// <param name="month">Month, from 0.</param>
    /// <param name="uniform">One number in [0, 1) per driver.</param>
    public int Next(int state, int month, ReadOnlySpan<double> uniform)
    {
        var next = state;
        var tables = cumulative[month];
        for (var d = 0; d < digits.Length; d++)
        {
            var (n, u) = (digits[d], uniform[d]);
            var row = tables[d].AsSpan(state * n, n);
            var digit = 0;
            while (digit < n - 1 && u >= row[digit])
                digit++;
            next += (digit - Digit(state, d)) * stride[d];
        }
        return next;
    }

    /// <summary>Every state that a month can lead to, with its chance.</summary>
    internal IEnumerable<(int State, double Chance)> Chances(int state, int month)
    {
        var all = new List<(int State, double Chance)> { (state, 1) };
        for (var d = 0; d < digits.Length; d++)
        {
            var (n, driver) = (digits[d], d);
            var row = cumulative[month][d][(state * n)..((state + 1) * n)];
            all = [.. all.SelectMany(a => Enumerable.Range(0, n).Select(j => (a.State + (j - Digit(state, driver)) * stride[driver], a.Chance * (row[j] - (j > 0 ? row[j - 1] : 0)))).Where(x => x.Item2 > 0))];
        }
        return all;
    }

    int Digit(int state, int driver) => state / stride[driver] % digits[driver];

    double[][][] Tables(JointMoves moves, MoveRates rates, ImmutableArray<JumpTable> jumps, DateOnly start, int months)
    {
        var tables = new double[months][][];
        var made = new List<(double[] Rates, double[][] Tables)>();
        for (var m = 0; m < months; m++)
        {
            var first = start.AddMonths(m);
            var wanted = moves.Rates(rates, CalendarMonths.Index(first));
            var within = jumps.Where(j => CalendarMonths.Index(j.On) == CalendarMonths.Index(first)).ToArray();
            var known = within.Length > 0 ? null : made.FirstOrDefault(k => k.Rates.AsSpan().SequenceEqual(wanted)).Tables;
            if (known is null)
            {
                known = [.. Enumerable.Range(0, digits.Length).Select(d => Table(moves, wanted, d, [.. within.Where(j => j.Driver == d)], first))];
                if (within.Length == 0)
                    made.Add((wanted, known));
            }
            tables[m] = known;
        }
        return tables;
    }

    // Rows of exp(Q) of one driver, the others held; jumps fall on their days.
    double[] Table(JointMoves moves, double[] rates, int driver, JumpTable[] jumps, DateOnly first)
    {
        var n = digits[driver];
        var table = new double[States * n];
        var state = new int[digits.Length];
        for (var s = 0; s < States; s++)
        {
            if (Digit(s, driver) != 0)
                continue;
            var generator = new double[n, n];
            for (var from = 0; from < n; from++)
            {
                for (var d = 0; d < digits.Length; d++)
                    state[d] = hasFlag[d] ? Digit(s, d) : Digit(s, d) * 2;
                state[driver] = hasFlag[driver] ? from : from * 2;
                foreach (var (slot, moved, digit) in moves.From(state))
                    if (moved == driver)
                    {
                        generator[from, hasFlag[driver] ? digit : digit / 2] += rates[slot];
                        generator[from, from] -= rates[slot];
                    }
            }
            var matrix = Over(generator, jumps, first, n, driver);
            for (var from = 0; from < n; from++)
            {
                var sum = 0.0;
                for (var to = 0; to < n; to++)
                    table[(s + from * stride[driver]) * n + to] = sum += matrix[from, to];
            }
        }
        return table;
    }

    double[,] Over(double[,] generator, JumpTable[] jumps, DateOnly first, int n, int driver)
    {
        if (jumps.Length == 0)
            return Exponential(generator, n, 1);
        var matrix = Exponential(generator, n, 0);
        var day = first;
        foreach (var jump in jumps)
        {
            matrix = Product(matrix, Exponential(generator, n, CalendarMonths.Within(day, jump.On)), n);
            var leap = Exponential(generator, n, 0);
            for (var from = 0; from < n; from++)
            {
                var (level, flag) = hasFlag[driver] ? (from / 2, from % 2) : (from, 0);
                foreach (var (left, to, chance, sets) in jump.Jumps)
                    if (left == level)
                    {
                        leap[from, from] -= chance;
                        leap[from, hasFlag[driver] ? to * 2 + (sets ? 1 : flag) : to] += chance;
                    }
            }
            (matrix, day) = (Product(matrix, leap, n), jump.On);
        }
        return Product(matrix, Exponential(generator, n, CalendarMonths.Within(day, CalendarMonths.Next(first))), n);
    }

    // Uniformisation, as in Generator: all terms are positive.
    static double[,] Exponential(double[,] generator, int n, double months)
    {
        var (sum, term) = (new double[n, n], new double[n, n]);
        var most = 0.0;
        for (var i = 0; i < n; i++)
        {
            term[i, i] = 1;
            most = Math.Max(most, -generator[i, i]);
        }
        var span = most * months;
        if (span == 0)
            return term;
        var step = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                step[i, j] = generator[i, j] / most + (i == j ? 1 : 0);
        var cuts = Math.Max(1, (int)Math.Ceiling(span / 50));
        var weight = Math.Exp(-span / cuts);
        var summed = 0.0;
        for (var k = 0; ; k++)
        {
            summed += weight;
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++)
                    sum[i, j] += weight * term[i, j];
            if (1 - summed <= 1e-14 || k > 1000)
                break;
            term = Product(term, step, n);
            weight *= span / cuts / (k + 1);
        }
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                sum[i, j] /= summed;
        var matrix = sum;
        for (var c = 1; c < cuts; c++)
            matrix = Product(matrix, sum, n);
        return matrix;
    }

    static double[,] Product(double[,] a, double[,] b, int n)
    {
        var product = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var k = 0; k < n; k++)
                for (var j = 0; j < n; j++)
                    product[i, j] += a[i, k] * b[k, j];
        return product;
    }

    static bool[,] SetsFlag(Driver driver)
    {
        var sets = new bool[driver.Levels.Length, driver.Levels.Length];
        if (driver.Recent is not { } recent)
            return sets;
        for (var from = 0; from < driver.Levels.Length; from++)
            for (var to = 0; to < driver.Levels.Length; to++)
            {
                var into = driver.Moves.Where(m => m.To == driver.Levels[to].Id).ToArray();
                var direct = into.Where(m => m.From == driver.Levels[from].Id).ToArray();
                sets[from, to] = from != to && (direct.Length > 0 ? direct : into).Any(m => recent.After.Contains(m.Name));
            }
        return sets;
    }
}
