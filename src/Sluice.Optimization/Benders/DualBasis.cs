namespace Sluice.Optimization;

/// <summary>
/// A basis of a recourse programme that is optimal for every right-hand side at which its basic variables keep their bounds: with it a scenario is solved by a
/// few products instead of a simplex run ("bunching", Wets 1988).
/// </summary>
/// <remarks>Basic variables move by B⁻¹ times the change of the nonbasic rows; the value moves by the duals times that change.</remarks>
internal sealed class DualBasis
{
    private const double Tolerance = 1e-7;

    private readonly double referenceValue;
    private readonly double[] reference, rowReference, rowDual, inverse;
    private readonly int[] variable, randomRow, fixedRow;
    private readonly bool[] atUpper;
    private readonly double[] basis0, low, high;
    private readonly int[] boundRow;
    private int[] dynamic = [];
    private readonly int hash;
    private double value0;

    private DualBasis(Highs solver, RecourseGroup group, int[] columnStatus, int[] rowStatus, double[] columns, double[] rows, double[] duals)
    {
        var programme = group.Programme;
        Statuses = [.. columnStatus.Select(s => (byte)s), .. rowStatus.Select(s => (byte)s)];
        var code = new HashCode();
        code.AddBytes(Statuses);
        (hash, Born, Uses) = (code.ToHashCode(), group.Round, 1);
        (referenceValue, RowDuals) = (solver.Objective, [.. duals]);
        randomRow = [.. group.RandomRows.Where(i => rowStatus[i] != HighsApi.Basic)];
        fixedRow = [.. group.FixedMoving.Where(i => rowStatus[i] != HighsApi.Basic)];
        int[] nonbasic = [.. randomRow, .. fixedRow];
        atUpper = [.. nonbasic.Select(i => rowStatus[i] == AtUpper)];
        rowReference = [.. nonbasic.Select(i => rows[i])];
        rowDual = [.. nonbasic.Select(i => duals[i])];
        var effects = Effects(solver, programme, nonbasic, columnStatus);
        var touched = new bool[programme.Columns + programme.Rows];
        foreach (var effect in effects)
            for (var v = 0; v < effect.Length; v++) touched[v] |= effect[v] != 0;
        foreach (var i in group.Moving) touched[programme.Columns + i] = true;
        var kept = new List<int>();
        for (var j = 0; j < programme.Columns; j++)
            if (touched[j] && columnStatus[j] == HighsApi.Basic) kept.Add(j);
        for (var i = 0; i < programme.Rows; i++)
            if (touched[programme.Columns + i] && rowStatus[i] == HighsApi.Basic) kept.Add(-1 - i);
        variable = [.. kept];
        reference = [.. kept.Select(v => v >= 0 ? columns[v] : rows[-1 - v])];
        inverse = new double[kept.Count * nonbasic.Length];
        for (var b = 0; b < kept.Count; b++)
            for (var n = 0; n < nonbasic.Length; n++) inverse[b * nonbasic.Length + n] = effects[n][kept[b] >= 0 ? kept[b] : programme.Columns - 1 - kept[b]];
        (basis0, low, high, boundRow) = (new double[kept.Count], new double[kept.Count], new double[kept.Count], new int[kept.Count]);
        for (var b = 0; b < kept.Count; b++)
        {
            boundRow[b] = kept[b] < 0 ? group.PlaceOfRandom[-1 - kept[b]] : -1;
            if (kept[b] >= 0) (low[b], high[b]) = (programme.ColumnLower[kept[b]], programme.ColumnUpper[kept[b]]);
            else (low[b], high[b]) = (programme.RowLower[-1 - kept[b]], programme.RowUpper[-1 - kept[b]]);
        }
    }

    private const int AtUpper = 2;

    /// <summary>Statuses of columns and rows: what makes two bases the same.</summary>
    internal byte[] Statuses { get; }

    internal double[] RowDuals { get; }

    /// <summary>False when no scenario can use it at the present state.</summary>
    internal bool Alive { get; private set; }

    /// <summary>Round of the group for which it was prepared.</summary>
    internal int Round { get; private set; }

    /// <summary>Round in which it was found.</summary>
    internal int Born { get; }

    /// <summary>Scenarios that used it, older rounds counting half as much each; changed between rounds only.</summary>
    internal double Uses { get; set; }

    /// <summary>Finds bases with equal statuses.</summary>
    internal static IEqualityComparer<DualBasis> SameStatuses { get; } = EqualityComparer<DualBasis>.Create(
        (a, b) => a!.hash == b!.hash && a.Statuses.AsSpan().SequenceEqual(b.Statuses), basis => basis.hash);

    /// <summary>Entries that a basis of this group stores at most.</summary>
    internal static long Entries(RecourseGroup group) => (long)group.Programme.Rows * group.Moving.Length;

    /// <summary>Takes the basis of a solver that has just solved a scenario of the group.</summary>
    internal static DualBasis Of(Highs solver, RecourseGroup group, double[] columns, double[] rows, double[] duals)
    {
        solver.ReadBasis(out var columnStatus, out var rowStatus);
        return new DualBasis(solver, group, columnStatus, rowStatus, columns, rows, duals);
    }

    /// <summary>Moves it to the present state of its group.</summary>
    internal void Prepare(RecourseGroup group)
    {
        Round = group.Round;
        var (random, width) = (randomRow.Length, randomRow.Length + fixedRow.Length);
        Span<double> change = width <= 512 ? stackalloc double[width] : new double[width];
        for (var n = 0; n < random; n++) change[n] = -rowReference[n];
        Alive = true;
        for (var n = random; n < width; n++)
        {
            var row = fixedRow[n - random];
            var at = atUpper[n] ? group.FixedUpper[row] : group.FixedLower[row];
            if (double.IsInfinity(at)) Alive = false;
            change[n] = at - rowReference[n];
        }
        value0 = referenceValue;
        for (var n = 0; n < width; n++) value0 += rowDual[n] * change[n];
        var moving = new List<int>();
        for (var b = 0; b < variable.Length && Alive; b++)
        {
            var row = inverse.AsSpan(b * width, width);
            basis0[b] = reference[b] + Vectors.Dot(row, change);
            if (variable[b] < 0 && boundRow[b] < 0 && Array.BinarySearch(group.FixedMoving, -1 - variable[b]) >= 0)
                (low[b], high[b]) = (group.FixedLower[-1 - variable[b]], group.FixedUpper[-1 - variable[b]]);
            var depends = boundRow[b] >= 0;
            for (var n = 0; n < random && !depends; n++) depends = row[n] != 0;
            if (depends) moving.Add(b);
            else Alive = Inside(basis0[b], low[b], high[b]);
        }
        dynamic = [.. moving];
    }

    /// <summary>Value of a scenario when this basis is optimal for it; NaN when it is not. <paramref name="hint"/>: the variable that failed last.</summary>
    internal double Value(RecourseGroup group, int scenario, ref int hint)
    {
        if (!Alive) return double.NaN;
        var first = scenario * group.RandomRows.Length;
        Span<double> rows = randomRow.Length <= 512 ? stackalloc double[randomRow.Length] : new double[randomRow.Length];
        for (var n = 0; n < rows.Length; n++)
        {
            var place = first + group.PlaceOfRandom[randomRow[n]];
            rows[n] = atUpper[n] ? group.RowUpper[place] : group.RowLower[place];
            if (double.IsInfinity(rows[n])) return double.NaN;
        }
        if (hint < dynamic.Length && !Holds(group, first, dynamic[hint], rows)) return double.NaN;
        for (var k = 0; k < dynamic.Length; k++)
        {
            if (Holds(group, first, dynamic[k], rows)) continue;
            hint = k;
            return double.NaN;
        }
        return value0 + Vectors.Dot(rowDual.AsSpan(0, rows.Length), rows);
    }

    private bool Holds(RecourseGroup group, int first, int b, ReadOnlySpan<double> rows)
    {
        var value = basis0[b] + Vectors.Dot(inverse.AsSpan(b * (randomRow.Length + fixedRow.Length), rows.Length), rows);
        return boundRow[b] < 0 ? Inside(value, low[b], high[b]) : Inside(value, group.RowLower[first + boundRow[b]], group.RowUpper[first + boundRow[b]]);
    }

    private static bool Inside(double value, double low, double high) => value >= low - Tolerance && value <= high + Tolerance;

    // [nonbasic row][column, then row]: how the solution moves when that row's value rises by 1.
    private static double[][] Effects(Highs solver, LocalProgramme programme, int[] nonbasic, int[] columnStatus)
    {
        var (basic, column) = (new int[programme.Rows], new double[programme.Rows]);
        solver.ReadBasicVariables(basic);
        return [.. nonbasic.Select(row =>
        {
            var effect = new double[programme.Columns + programme.Rows];
            solver.ReadInverseColumn(row, column);
            for (var b = 0; b < basic.Length; b++)
            {
                // The slack of a basic row is minus its activity in HiGHS's system A y + I s = 0.
                if (Math.Abs(column[b]) > 1e-12) effect[basic[b] >= 0 ? basic[b] : programme.Columns - 1 - basic[b]] = basic[b] >= 0 ? column[b] : -column[b];
            }
            return effect;
        })];
    }
}
