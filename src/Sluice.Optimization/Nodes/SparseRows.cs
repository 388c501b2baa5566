namespace Sluice.Optimization;

/// <summary>A sparse matrix by rows; entries of a row in ascending order of column, none twice.</summary>
internal sealed class SparseRows
{
    private SparseRows(int[] start, int[] index, double[] value) => (Start, Index, Value) = (start, index, value);

    /// <summary>Start of each row in <see cref="Index"/>, and the number of entries at the end.</summary>
    internal int[] Start { get; }

    internal int[] Index { get; }

    internal double[] Value { get; }

    /// <summary>The entry at a place, 0 where there is none.</summary>
    internal double At(int row, int column)
    {
        for (var k = Start[row]; k < Start[row + 1]; k++)
            if (Index[k] == column) return Value[k];
        return 0;
    }

    internal static SparseRows From(int rows, IEnumerable<Subproblem.Entry> entries)
    {
        var merged = entries
            .Select((entry, order) => (entry, order))
            .OrderBy(e => e.entry.Row).ThenBy(e => e.entry.Column).ThenBy(e => e.order)
            .Select(e => e.entry);
        var start = new int[rows + 1];
        var index = new List<int>();
        var value = new List<double>();
        var (lastRow, lastColumn) = (-1, -1);
        foreach (var (row, column, coefficient) in merged)
        {
            if (row == lastRow && column == lastColumn) value[^1] += coefficient;
            else
            {
                index.Add(column);
                value.Add(coefficient);
                start[row + 1]++;
                (lastRow, lastColumn) = (row, column);
            }
        }
        for (var i = 0; i < rows; i++) start[i + 1] += start[i];
        return new SparseRows(start, [.. index], [.. value]);
    }
}
