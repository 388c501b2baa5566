using System.Buffers;
using System.Runtime.CompilerServices;

namespace Sluice.Optimization;

/// <summary>
/// A dense simplex tableau: each basic variable as a combination of the nonbasic ones, x_B = T x_N, with reduced costs d.
/// </summary>
/// <remarks>
/// Every row i of the programme is a logical variable r_i = A_i y with bounds of its own, so right-hand sides are bounds and the system is homogeneous:
/// the number of nonbasic variables is always the number of columns, and a row whose logical is basic may be dropped or appended at will.
/// Variables are numbered: columns first, then logicals. A row dual is the reduced cost of its logical.
/// </remarks>
internal sealed class Tableau : IDisposable
{
    private const double Negligible = 1e-13;

    // Policies of many worlds come and go, each with thousands of tableaux of a few sizes: room for their entries is used again. A row is cleared when it is opened.
    private static readonly ArrayPool<double> room = ArrayPool<double>.Create(1 << 17, 4096);

    private readonly int stride;
    private double[] entries;

    internal Tableau(int columns, int rows)
    {
        Columns = columns;
        stride = Vectors.Pad(columns);
        entries = room.Rent(rows * stride);
        ReducedCosts = new double[stride];
        Nonbasic = new int[columns];
        Basic = new int[rows];
        Place = new int[columns + rows];
    }

    internal int Columns { get; }
    internal int Rows { get; private set; }

    /// <summary>Pivots since the tableau was last laid out afresh.</summary>
    internal int Age { get; private set; }

    /// <summary>Variable at each nonbasic position.</summary>
    internal int[] Nonbasic { get; }

    /// <summary>Variable of each row.</summary>
    internal int[] Basic { get; private set; }

    /// <summary>Where each variable is: a nonbasic position, or the complement of a row.</summary>
    internal int[] Place { get; private set; }

    /// <summary>Reduced cost at each nonbasic position.</summary>
    internal double[] ReducedCosts { get; }

    internal Span<double> Row(int row) => entries.AsSpan(row * stride, stride);

    internal double this[int row, int position] => entries[row * stride + position];

    /// <summary>All logicals basic and no rows: the start of every layout.</summary>
    internal void Clear(ReadOnlySpan<double> costs)
    {
        (Rows, Age) = (0, 0);
        Array.Clear(ReducedCosts);
        costs.CopyTo(ReducedCosts);
        for (var j = 0; j < Columns; j++) Nonbasic[j] = Place[j] = j;
    }

    /// <summary>Reduced cost of a variable: 0 while it is basic.</summary>
    internal double Price(int variable) => Place[variable] is >= 0 and var position ? ReducedCosts[position] : 0;

    /// <summary>Opens an empty row for a logical, which becomes basic, and returns the row; entries follow by <see cref="Accumulate"/>.</summary>
    internal int Open(int logical)
    {
        if (Rows == Basic.Length) Grow();
        if (logical >= Place.Length)
        {
            var places = Place;
            Array.Resize(ref places, Math.Max(logical + 1, 2 * Place.Length));
            Place = places;
        }
        Row(Rows).Clear();
        Basic[Rows] = logical;
        Place[logical] = ~Rows;
        return Rows++;
    }

    /// <summary>Adds coefficient · (column) to a row, whatever the column is at present.</summary>
    internal void Accumulate(int row, int column, double coefficient)
    {
        var place = Place[column];
        if (place >= 0) entries[row * stride + place] += coefficient;
        else Vectors.AddScaled(Row(row), coefficient, Row(~place));
    }

    /// <summary>Drops a row whose variable is a basic logical.</summary>
    internal void Drop(int row)
    {
        var last = --Rows;
        if (row == last) return;
        Row(last).CopyTo(Row(row));
        Basic[row] = Basic[last];
        Place[Basic[row]] = ~row;
    }

    /// <summary>Exchanges the variable of a row with that of a nonbasic position; basic values move by step × their entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Pivot(int row, int position, double step, Span<double> basicValues)
    {
        var pivotRow = Row(row);
        var inverse = 1 / pivotRow[position];
        for (var j = 0; j < pivotRow.Length; j++) pivotRow[j] *= -inverse;
        pivotRow[position] = inverse;
        for (var i = 0; i < Rows; i++)
        {
            if (i == row) continue;
            ref var entry = ref entries[i * stride + position];
            var factor = entry;
            if (factor == 0) continue;
            entry = 0;
            if (Math.Abs(factor) < Negligible) continue;
            Vectors.AddScaled(Row(i), factor, pivotRow);
            basicValues[i] += factor * step;
        }
        var price = ReducedCosts[position];
        ReducedCosts[position] = 0;
        if (price != 0) Vectors.AddScaled(ReducedCosts, price, pivotRow);
        var (leaving, entering) = (Basic[row], Nonbasic[position]);
        (Basic[row], Nonbasic[position]) = (entering, leaving);
        (Place[entering], Place[leaving]) = (~row, position);
        Age++;
    }

    /// <summary>Reduced costs for other costs of the columns, at the same basis.</summary>
    internal void Reprice(ReadOnlySpan<double> costs)
    {
        Array.Clear(ReducedCosts);
        for (var j = 0; j < Columns; j++)
        {
            if (costs[j] == 0) continue;
            if (Place[j] >= 0) ReducedCosts[Place[j]] += costs[j];
            else Vectors.AddScaled(ReducedCosts, costs[j], Row(~Place[j]));
        }
    }

    /// <summary>Gives its room back; it cannot be used any more.</summary>
    public void Dispose()
    {
        if (entries.Length > 0) room.Return(entries);
        entries = [];
    }

    private void Grow()
    {
        var basic = Basic;
        Array.Resize(ref basic, 2 * Basic.Length + 8);
        Basic = basic;
        if (Basic.Length * stride <= entries.Length) return;
        var more = room.Rent(Basic.Length * stride);
        entries.AsSpan(0, Rows * stride).CopyTo(more);
        room.Return(entries);
        entries = more;
    }
}
