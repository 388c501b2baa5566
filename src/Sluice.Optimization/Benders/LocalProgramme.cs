namespace Sluice.Optimization;

/// <summary>A linear programme lower ≤ A y + T s ≤ upper as plain arrays: a part of a subproblem under fixed costs, bounds and matrix.</summary>
internal sealed record LocalProgramme(
    double[] Costs, double[] ColumnLower, double[] ColumnUpper, double[] RowLower, double[] RowUpper,
    int[] Start, int[] Index, double[] Value, int[] IncomingStart, int[] IncomingIndex, double[] IncomingValue)
{
    internal int Columns => Costs.Length;
    internal int Rows => RowLower.Length;

    /// <summary>Copies rows and columns of a block as it stands; entries of the rows lie in these columns only.</summary>
    internal static LocalProgramme Of(LinearBlock block, int[] rows, int[] columns)
    {
        var local = new Dictionary<int, int>(columns.Length);
        for (var j = 0; j < columns.Length; j++) local[columns[j]] = j;
        var (start, incomingStart) = (new int[rows.Length + 1], new int[rows.Length + 1]);
        var (index, value, incomingIndex, incomingValue) = (new List<int>(), new List<double>(), new List<int>(), new List<double>());
        for (var i = 0; i < rows.Length; i++)
        {
            for (var k = block.MatrixStart[rows[i]]; k < block.MatrixStart[rows[i] + 1]; k++)
            {
                if (block.Matrix[k] == 0) continue;
                index.Add(local[block.MatrixIndex[k]]);
                value.Add(block.Matrix[k]);
            }
            for (var k = block.IncomingStart[rows[i]]; k < block.IncomingStart[rows[i] + 1]; k++)
            {
                if (block.T[k] == 0) continue;
                incomingIndex.Add(block.IncomingIndex[k]);
                incomingValue.Add(block.T[k]);
            }
            (start[i + 1], incomingStart[i + 1]) = (index.Count, incomingIndex.Count);
        }
        return new LocalProgramme(
            [.. columns.Select(j => block.Costs[j])], [.. columns.Select(j => block.ColumnLower[j])], [.. columns.Select(j => block.ColumnUpper[j])],
            [.. rows.Select(i => block.RowLower[i])], [.. rows.Select(i => block.RowUpper[i])],
            start, [.. index], [.. value], incomingStart, [.. incomingIndex], [.. incomingValue]);
    }

    /// <summary>(T s) in a row.</summary>
    internal double Shift(int row, ReadOnlySpan<double> state)
    {
        var shift = 0.0;
        for (var k = IncomingStart[row]; k < IncomingStart[row + 1]; k++) shift += IncomingValue[k] * state[IncomingIndex[k]];
        return shift;
    }

    /// <summary>gradient −= weight · dual · T in a row.</summary>
    internal void Subtract(int row, double weightedDual, Span<double> gradient)
    {
        for (var k = IncomingStart[row]; k < IncomingStart[row + 1]; k++) gradient[IncomingIndex[k]] -= weightedDual * IncomingValue[k];
    }

    internal void LoadInto(Highs solver) => solver.Load(Costs, ColumnLower, ColumnUpper, RowLower, RowUpper, Start, Index, Value);

    /// <summary>The same rows with a pair of slacks each, whose sum is minimised: it measures how far a right-hand side is from feasible.</summary>
    internal LocalProgramme Elastic()
    {
        var (start, index, value) = (new int[Rows + 1], new List<int>(), new List<double>());
        for (var i = 0; i < Rows; i++)
        {
            for (var k = Start[i]; k < Start[i + 1]; k++)
            {
                index.Add(Index[k]);
                value.Add(Value[k]);
            }
            index.AddRange([Columns + 2 * i, Columns + 2 * i + 1]);
            value.AddRange([1, -1]);
            start[i + 1] = index.Count;
        }
        var slacks = Enumerable.Repeat(1.0, 2 * Rows);
        return this with
        {
            Costs = [.. Costs.Select(_ => 0.0), .. slacks], ColumnLower = [.. ColumnLower, .. slacks.Select(_ => 0.0)],
            ColumnUpper = [.. ColumnUpper, .. slacks.Select(_ => double.PositiveInfinity)], Start = start, Index = [.. index], Value = [.. value],
        };
    }

    /// <summary>The same rows and columns, T left out, for a tableau.</summary>
    internal NodeProgramme ToNode()
    {
        var programme = new Subproblem(0, 0);
        for (var j = 0; j < Columns; j++) programme.AddColumn(Costs[j], ColumnLower[j], ColumnUpper[j]);
        for (var i = 0; i < Rows; i++)
        {
            programme.AddRow(RowLower[i], RowUpper[i]);
            for (var k = Start[i]; k < Start[i + 1]; k++) programme.Set(i, Index[k], Value[k]);
        }
        return new NodeProgramme(programme, [new Outcome(1, [])]);
    }
}
