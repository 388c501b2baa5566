using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sluice.Optimization;

/// <summary>Dual simplex iterations on a <see cref="Tableau"/> with bounds on every variable.</summary>
/// <remarks>
/// Largest infeasibility leaves; Harris' two-pass ratio test with a small tolerance enters (Koberstein, "The dual simplex method, techniques for a fast and stable
/// implementation", 2005). A nonbasic variable without a finite bound on its proper side stands at a far artificial one; a solution that keeps one there is refused.
/// </remarks>
internal sealed class DualSimplex
{
    private const double DualTolerance = 1e-9;
    private const double PivotTolerance = 1e-8;
    private const double Far = 1e7;

    // A basic variable may exceed its bound by 1e-9, or by this share of the bound and of the largest nonbasic value, whichever is more.
    private const double PrimalTolerance = 1e-9;
    private const double PrimalShare = 1e-11;

    private readonly Tableau tableau;
    private readonly double[] nonbasicValues;

    // Which way each nonbasic variable may move: 1 up from its lower bound, −1 down from its upper, 0 fixed. One that is free both ways counts as fixed here.
    private readonly double[] ways;
    private readonly bool[] free;
    private double[] basicValues = [], low = [], high = [];
    private double scale;
    private int freeCount;

    // Whether basic values were carried along since they were computed, and whether from values so large that digits were lost.
    private bool stale, coarse;

    internal DualSimplex(Tableau tableau)
    {
        this.tableau = tableau;
        nonbasicValues = new double[Vectors.Pad(tableau.Columns)];
        ways = new double[nonbasicValues.Length];
        free = new bool[tableau.Columns];
    }

    /// <summary>Iterations of the last solve.</summary>
    internal int Iterations { get; set; }

    /// <summary>Puts nonbasic variables on the bounds that their reduced costs ask for, and computes the basic values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Begin(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        (scale, freeCount, stale, coarse) = (1, 0, false, false);
        for (var j = 0; j < tableau.Columns; j++)
        {
            var variable = tableau.Nonbasic[j];
            var value = Stand(j, lower[variable], upper[variable]);
            nonbasicValues[j] = value;
            if (Math.Abs(value) < Far) scale = Math.Max(scale, Math.Abs(value));
            else coarse = true;
        }
        Fit();
        for (var i = 0; i < tableau.Rows; i++) Enter(i, lower, upper);
    }

    /// <summary>Computes the value of a row that was just appended.</summary>
    internal void Appended(int row, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        Fit();
        Enter(row, lower, upper);
    }

    /// <summary>Iterates to the optimum. Returns false when no variable can enter or the limit is reached.</summary>
    internal bool Run(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, int limit)
    {
        while (true)
        {
            var row = Leaving();
            if (row < 0)
            {
                if (!coarse) return true;
                Refresh();
                continue;
            }
            var excess = basicValues[row] < low[row] ? basicValues[row] - low[row] : basicValues[row] - high[row];
            var position = Iterations < limit ? Entering(row, excess < 0 ? 1 : -1) : -1;
            if (position < 0)
            {
                if (!stale || Iterations >= limit) return false;
                Refresh();
                continue;
            }
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
            if (ways[j] > 0 && double.IsInfinity(lower[variable]) || ways[j] < 0 && double.IsInfinity(upper[variable])) return false;
        }
        return true;
    }

    /// <summary>Value of a variable in the present solution.</summary>
    internal double Value(int variable)
    {
        var place = tableau.Place[variable];
        return place >= 0 ? nonbasicValues[place] : basicValues[~place];
    }

    private double Stand(int j, double lower, double upper)
    {
        var price = tableau.ReducedCosts[j];
        free[j] = false;
        if (lower == upper)
        {
            ways[j] = 0;
            return lower;
        }
        if (price > DualTolerance || !(price < -DualTolerance) && double.IsFinite(lower) && !(ways[j] < 0 && double.IsFinite(upper)))
        {
            ways[j] = 1;
            return double.IsFinite(lower) ? lower : Math.Min(-Far, upper - Far);
        }
        if (price < -DualTolerance || double.IsFinite(upper))
        {
            ways[j] = -1;
            return double.IsFinite(upper) ? upper : Math.Max(Far, lower + Far);
        }
        (ways[j], free[j]) = (0, true);
        freeCount++;
        return 0;
    }

    // Basic values afresh: those carried along have lost digits wherever something large has passed through.
    private void Refresh()
    {
        for (var i = 0; i < tableau.Rows; i++) basicValues[i] = Vectors.Dot(tableau.Row(i), nonbasicValues);
        (stale, coarse) = (false, false);
    }

    private void Fit()
    {
        var size = Vectors.Pad(tableau.Basic.Length);
        if (basicValues.Length >= size) return;
        Array.Resize(ref basicValues, size);
        Array.Resize(ref low, size);
        Array.Resize(ref high, size);
    }

    private void Enter(int row, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var variable = tableau.Basic[row];
        (low[row], high[row]) = (lower[variable], upper[variable]);
        basicValues[row] = Vectors.Dot(tableau.Row(row), nonbasicValues);
    }

    // The row of largest infeasibility, −1 when all is within tolerance.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Leaving()
    {
        var (chosen, worst) = (-1, Math.Max(PrimalTolerance, PrimalShare * scale));
        for (var i = 0; i < tableau.Rows; i++)
        {
            var over = Math.Max(low[i] - basicValues[i], basicValues[i] - high[i]);
            if (over > worst && over > PrimalShare * Math.Abs(basicValues[i])) (chosen, worst) = (i, over);
        }
        return chosen;
    }

    // First the largest step that keeps every price right within the tolerance, then the largest pivot within that step.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Entering(int row, double direction)
    {
        ref var entries = ref MemoryMarshal.GetReference(tableau.Row(row));
        ref var prices = ref MemoryMarshal.GetArrayDataReference(tableau.ReducedCosts);
        ref var way = ref MemoryMarshal.GetArrayDataReference(ways);
        var (turn, slack, small, never) = (new Vector<double>(direction), new Vector<double>(DualTolerance), new Vector<double>(PivotTolerance), new Vector<double>(double.PositiveInfinity));
        var steps = never;
        for (var j = 0; j < ways.Length; j += Vector<double>.Count)
        {
            var slope = turn * Vectors.Load(ref entries, j) * Vectors.Load(ref way, j);
            var step = (Vector.Abs(Vectors.Load(ref prices, j)) + slack) / slope;
            steps = Vector.Min(steps, Vector.ConditionalSelect(Vector.GreaterThan(slope, small), step, never));
        }
        var least = double.PositiveInfinity;
        for (var k = 0; k < Vector<double>.Count; k++) least = Math.Min(least, steps[k]);
        if (freeCount > 0) least = LeastFree(row, least);
        if (double.IsInfinity(least)) return -1;
        var (chosen, largest) = (-1, PivotTolerance);
        for (var j = 0; j < tableau.Columns; j++)
        {
            var entry = Unsafe.Add(ref entries, j);
            var slope = freeCount > 0 && free[j] ? Math.Abs(entry) : direction * entry * Unsafe.Add(ref way, j);
            if (slope > largest && Math.Abs(Unsafe.Add(ref prices, j)) <= least * slope) (chosen, largest) = (j, slope);
        }
        return chosen;
    }

    private double LeastFree(int row, double least)
    {
        for (var j = 0; j < free.Length; j++)
            if (free[j] && Math.Abs(tableau[row, j]) is var slope && slope > PivotTolerance)
                least = Math.Min(least, (Math.Abs(tableau.ReducedCosts[j]) + DualTolerance) / slope);
        return least;
    }

    private void Exchange(int row, int position, double excess, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var target = excess < 0 ? low[row] : high[row];
        var step = -excess / tableau[row, position];
        // Within the tolerance of the ratio test a price may have the wrong sign: it counts as 0.
        if (ways[position] * tableau.ReducedCosts[position] < 0) tableau.ReducedCosts[position] = 0;
        tableau.Pivot(row, position, step, basicValues);
        basicValues[row] = nonbasicValues[position] + step;
        nonbasicValues[position] = target;
        stale = true;
        ways[position] = low[row] == high[row] ? 0 : excess < 0 ? 1 : -1;
        if (free[position]) freeCount--;
        free[position] = false;
        var entered = tableau.Basic[row];
        (low[row], high[row]) = (lower[entered], upper[entered]);
    }
}
