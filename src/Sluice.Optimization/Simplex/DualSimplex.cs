namespace Sluice.Optimization;

/// <summary>Dual simplex iterations on a <see cref="Tableau"/> with bounds on every variable.</summary>
/// <remarks>
/// Largest infeasibility leaves; Harris' two-pass ratio test with a small tolerance enters (Koberstein, "The dual simplex method, techniques for a fast and stable
/// implementation", 2005). A nonbasic variable without a finite bound on its proper side stands at a far artificial one; a solution that keeps one there is refused.
/// </remarks>
internal sealed class DualSimplex(Tableau tableau)
{
    private const double DualTolerance = 1e-9;
    private const double PivotTolerance = 1e-8;
    private const double Far = 1e7;

    // A basic variable may exceed its bound by 1e-9, or by this share of the bound and of the largest nonbasic value, whichever is more.
    private const double PrimalTolerance = 1e-9;
    private const double PrimalShare = 1e-11;

    private enum Stand : sbyte { Fixed = 0, Lower = 1, Upper = -1, Free = 2 }

    private Stand[] stands = new Stand[tableau.Columns];
    private double[] low = [], high = [];
    private double scale;

    internal double[] NonbasicValues { get; } = new double[(tableau.Columns + 3) & ~3];

    internal double[] BasicValues { get; private set; } = [];

    /// <summary>Iterations of the last solve.</summary>
    internal int Iterations { get; set; }

    /// <summary>Puts nonbasic variables on the bounds that their reduced costs ask for, and computes the basic values.</summary>
    internal void Begin(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        scale = 1;
        for (var j = 0; j < tableau.Columns; j++)
        {
            var variable = tableau.Nonbasic[j];
            (stands[j], NonbasicValues[j]) = Choose(tableau.ReducedCosts[j], lower[variable], upper[variable], stands[j]);
            if (Math.Abs(NonbasicValues[j]) is var size && size < Far) scale = Math.Max(scale, size);
        }
        if (BasicValues.Length < tableau.Basic.Length)
        {
            BasicValues = new double[tableau.Basic.Length];
            low = new double[BasicValues.Length];
            high = new double[BasicValues.Length];
        }
        for (var i = 0; i < tableau.Rows; i++) Enter(i, lower, upper);
    }

    /// <summary>Computes the value of a row that was just appended.</summary>
    internal void Appended(int row, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        if (row >= BasicValues.Length)
        {
            var size = tableau.Basic.Length;
            (var values, var lows, var highs) = (BasicValues, low, high);
            Array.Resize(ref values, size);
            Array.Resize(ref lows, size);
            Array.Resize(ref highs, size);
            (BasicValues, low, high) = (values, lows, highs);
        }
        Enter(row, lower, upper);
    }

    /// <summary>Iterates to the optimum. Returns false when no variable can enter or the limit is reached.</summary>
    internal bool Run(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, int limit)
    {
        while (true)
        {
            var row = Leaving(out var excess);
            if (row < 0) return true;
            if (Iterations >= limit) return false;
            var position = Entering(row, excess < 0 ? 1 : -1);
            if (position < 0) return false;
            Iterations++;
            Exchange(row, position, excess, lower, upper);
        }
    }

    /// <summary>True when every nonbasic variable stands on a bound that is there.</summary>
    internal bool StandsOnRealBounds(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        for (var j = 0; j < tableau.Columns; j++)
        {
            var variable = tableau.Nonbasic[j];
            if (stands[j] == Stand.Lower && double.IsInfinity(lower[variable])) return false;
            if (stands[j] == Stand.Upper && double.IsInfinity(upper[variable])) return false;
        }
        return true;
    }

    /// <summary>Value of a variable in the present solution.</summary>
    internal double Value(int variable)
    {
        var place = tableau.Place[variable];
        return place >= 0 ? NonbasicValues[place] : BasicValues[~place];
    }

    private static (Stand, double) Choose(double price, double lower, double upper, Stand before)
    {
        if (lower == upper) return (Stand.Fixed, lower);
        if (price > DualTolerance) return (Stand.Lower, double.IsFinite(lower) ? lower : Math.Min(-Far, upper - Far));
        if (price < -DualTolerance) return (Stand.Upper, double.IsFinite(upper) ? upper : Math.Max(Far, lower + Far));
        if (before == Stand.Upper && double.IsFinite(upper)) return (Stand.Upper, upper);
        if (double.IsFinite(lower)) return (Stand.Lower, lower);
        if (double.IsFinite(upper)) return (Stand.Upper, upper);
        return (Stand.Free, 0);
    }

    private void Enter(int row, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var variable = tableau.Basic[row];
        (low[row], high[row]) = (lower[variable], upper[variable]);
        BasicValues[row] = Vectors.Dot(tableau.Row(row), NonbasicValues);
    }

    // The row of largest infeasibility; negative excess is below the lower bound.
    private int Leaving(out double excess)
    {
        var (chosen, worst) = (-1, 0.0);
        excess = 0;
        for (var i = 0; i < tableau.Rows; i++)
        {
            var over = BasicValues[i] < low[i] ? BasicValues[i] - low[i] : BasicValues[i] > high[i] ? BasicValues[i] - high[i] : 0;
            if (!(Math.Abs(over) > worst)) continue;
            var bound = over < 0 ? low[i] : high[i];
            if (Math.Abs(over) > Math.Max(PrimalTolerance, PrimalShare * Math.Max(scale, Math.Abs(bound)))) (chosen, worst, excess) = (i, Math.Abs(over), over);
        }
        return chosen;
    }

    private int Entering(int row, int direction)
    {
        var entries = tableau.Row(row);
        var prices = tableau.ReducedCosts;
        var least = double.PositiveInfinity;
        for (var j = 0; j < tableau.Columns; j++)
        {
            var slope = Slope(entries[j], direction, stands[j]);
            if (slope > PivotTolerance) least = Math.Min(least, (Math.Abs(prices[j]) + DualTolerance) / slope);
        }
        if (double.IsInfinity(least)) return -1;
        var (chosen, largest) = (-1, 0.0);
        for (var j = 0; j < tableau.Columns; j++)
        {
            var slope = Slope(entries[j], direction, stands[j]);
            if (slope > PivotTolerance && slope > largest && Math.Abs(prices[j]) <= least * slope) (chosen, largest) = (j, slope);
        }
        return chosen;
    }

    // How fast the leaving variable moves towards its bound as this one moves the way it may; not positive where it may not.
    private static double Slope(double entry, int direction, Stand stand) => stand switch
    {
        Stand.Lower => direction * entry,
        Stand.Upper => -direction * entry,
        Stand.Free => Math.Abs(entry),
        _ => 0,
    };

    private void Exchange(int row, int position, double excess, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var target = excess < 0 ? low[row] : high[row];
        var step = -excess / tableau[row, position];
        var (stand, price) = (stands[position], tableau.ReducedCosts[position]);
        // Within the tolerance of the ratio test a price may have the wrong sign: it counts as 0.
        if (stand == Stand.Lower && price < 0 || stand == Stand.Upper && price > 0) tableau.ReducedCosts[position] = 0;
        tableau.Pivot(row, position, step, BasicValues);
        BasicValues[row] = NonbasicValues[position] + step;
        NonbasicValues[position] = target;
        stands[position] = low[row] == high[row] ? Stand.Fixed : excess < 0 ? Stand.Lower : Stand.Upper;
        var entered = tableau.Basic[row];
        (low[row], high[row]) = (lower[entered], upper[entered]);
    }
}
