namespace Sluice.Optimization;

/// <summary>Checks a solution against the programme itself, so that rounding carried along in a tableau cannot pass for an optimum.</summary>
internal sealed class SolutionCheck(NodeProgramme programme, NodeOutcome matrix, int columns)
{
    private const double Tolerance = 1e-8;

    private readonly double[] residual = new double[columns];

    /// <summary>Whether A y lies within the row bounds, which follow those of the columns.</summary>
    internal bool RowsHold(ReadOnlySpan<double> solution, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var (start, index, value) = (programme.Matrix.Start, programme.Matrix.Index, programme.Matrix.Value);
        for (var i = 0; i < programme.Rows; i++)
        {
            var (activity, size) = (0.0, 1.0);
            for (var k = start[i]; k < start[i + 1]; k++)
            {
                var term = value[k] * solution[index[k]];
                activity += term;
                size = Math.Max(size, Math.Abs(term));
            }
            foreach (var change in matrix.Coefficients)
                if (change.Row == i) activity += (change.First - programme.Matrix.At(i, change.Column)) * solution[change.Column];
            if (!(activity >= lower[columns + i] - Tolerance * size && activity <= upper[columns + i] + Tolerance * size)) return false;
        }
        return true;
    }

    /// <summary>Whether costs = reduced costs + A'π, cuts included.</summary>
    internal bool PricesHold(ReadOnlySpan<double> costs, NodeResult solution, WorkingCuts? cuts, Tableau tableau)
    {
        var (start, index, value) = (programme.Matrix.Start, programme.Matrix.Index, programme.Matrix.Value);
        var size = 1.0;
        for (var j = 0; j < columns; j++)
        {
            residual[j] = costs[j] - solution.ReducedCosts[j];
            size = Math.Max(size, Math.Abs(costs[j]));
        }
        for (var i = 0; i < programme.Rows; i++)
        {
            var dual = solution.RowDuals[i];
            if (dual == 0) continue;
            for (var k = start[i]; k < start[i + 1]; k++) residual[index[k]] -= dual * value[k];
            foreach (var change in matrix.Coefficients)
                if (change.Row == i) residual[change.Column] -= dual * (change.First - programme.Matrix.At(i, change.Column));
        }
        cuts?.SubtractPrices(tableau, residual);
        foreach (var rest in residual)
            if (!(Math.Abs(rest) <= Tolerance * size)) return false;
        return true;
    }
}
