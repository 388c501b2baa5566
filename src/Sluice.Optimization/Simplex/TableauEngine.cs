namespace Sluice.Optimization;

/// <summary>Solves a small node on a dense tableau kept from solve to solve, cuts entering only when they bind.</summary>
/// <remarks>
/// Between neighbouring states an optimal basis changes by a few pivots; on a programme of some tens of rows each costs less than a microsecond, where a general
/// solver spends most of its time preparing. Every solution is checked against the programme itself; where a check fails twice the caller turns to HiGHS.
/// </remarks>
internal sealed class TableauEngine : IDisposable
{
    private const int IterationLimit = 2000;
    private const int OldAge = 2000;
    private const int RoomForCuts = 8;
    private const double CutTolerance = 1e-9;
    private const double WorkingCutTolerance = 1e-7;
    private const double LeastPivot = 1e-7;

    private readonly NodeProgramme programme;
    private readonly NodeOutcome matrix;
    private readonly CutPool? cuts;
    private readonly WorkingCuts? working;
    private readonly Tableau tableau;
    private readonly DualSimplex simplex;
    private readonly SolutionCheck check;
    private readonly double costToGoLowerBound;
    private readonly int columns;
    private readonly double[] costs, wanted, outgoing, rowLower, rowUpper;
    private readonly List<int> basicColumns = [];
    private double[] lower, upper, values = [];
    private int outcome = -1;
    private bool ready, edited;

    /// <summary>Prepares an engine for the outcomes that share the costs and the matrix of one of them.</summary>
    internal TableauEngine(NodeProgramme programme, NodeOutcome matrix, CutPool? cuts, double costToGoLowerBound)
    {
        (this.programme, this.matrix, this.cuts, this.costToGoLowerBound) = (programme, matrix, cuts, costToGoLowerBound);
        columns = programme.Columns + (cuts is null ? 0 : 1);
        var room = columns + programme.Rows + (cuts is null ? 0 : RoomForCuts);
        working = cuts is null ? null : new WorkingCuts(cuts, columns + programme.Rows, columns - 1, programme.Outgoing);
        tableau = new Tableau(columns, room - columns);
        simplex = new DualSimplex(tableau);
        check = new SolutionCheck(programme, matrix, columns);
        (costs, wanted) = (new double[columns], new double[columns]);
        outgoing = new double[Vectors.Width(programme.Outgoing.Length)];
        outgoing[programme.Outgoing.Length] = 1;
        (rowLower, rowUpper) = (new double[matrix.Rows.Length], new double[matrix.Rows.Length]);
        (lower, upper) = (new double[room], new double[room]);
        programme.Source.RowLower.CopyTo(lower.AsSpan(columns));
        programme.Source.RowUpper.CopyTo(upper.AsSpan(columns));
    }

    /// <summary>Whether a programme is small enough for a dense tableau.</summary>
    internal static bool Suits(NodeProgramme programme, int mostEntries) => (long)programme.Rows * programme.Columns <= mostEntries;

    /// <summary>Solves at a state under an outcome, with a rule's changes if there are any. Returns false when no sound optimum is reached.</summary>
    internal bool Solve(ReadOnlySpan<double> state, int underOutcome, RuleEdit? edit, NodeResult into)
    {
        SetBounds(state, underOutcome, edit);
        return Finish(edit, into);
    }

    /// <summary>Solves a programme without states or cuts, some of whose rows have other bounds.</summary>
    internal bool Solve(ReadOnlySpan<int> rows, ReadOnlySpan<double> least, ReadOnlySpan<double> most, NodeResult into)
    {
        if (outcome < 0) SetBounds([], 0, null);
        for (var r = 0; r < rows.Length; r++) (lower[columns + rows[r]], upper[columns + rows[r]]) = (least[r], most[r]);
        return Finish(null, into);
    }

    /// <summary>Each variable that is basic after the last solve: a column, or −1 − row; its value, and how it moves with the activities of nonbasic rows.</summary>
    internal void Sensitivities(ReadOnlySpan<int> nonbasicRows, Action<int, double, double[]> tell)
    {
        var (at, entries) = (new int[nonbasicRows.Length], new double[nonbasicRows.Length]);
        for (var n = 0; n < at.Length; n++) at[n] = tableau.Place[columns + nonbasicRows[n]];
        for (var row = 0; row < tableau.Rows; row++)
        {
            for (var n = 0; n < at.Length; n++) entries[n] = tableau[row, at[n]];
            var variable = tableau.Basic[row];
            tell(variable < columns ? variable : columns - 1 - variable, simplex.Value(variable), entries);
        }
    }

    /// <summary>Whether a row is basic after the last solve.</summary>
    internal bool IsBasic(int row) => tableau.Place[columns + row] < 0;

    /// <summary>Activity of a row in the last solution.</summary>
    internal double Activity(int row) => simplex.Value(columns + row);

    public void Dispose()
    {
        working?.Release();
        tableau.Dispose();
    }

    private bool Finish(RuleEdit? edit, NodeResult into)
    {
        simplex.Iterations = 0;
        if (SetCosts(edit) && ready) tableau.Reprice(costs);
        if (!ready) ready = Start();
        else if (tableau.Age > OldAge) ready = Rebuild();
        var looksFurther = edit is not { LooksNoFurther: true };
        var sound = ready && Optimise(looksFurther) && Extract(into);
        if (!sound) sound = (Rebuild() || Start()) && Optimise(looksFurther) && Extract(into);
        into.Iterations = simplex.Iterations;
        ready = sound;
        if (sound) working?.Rest(tableau);
        return sound;
    }

    /// <summary>Takes over a basis that HiGHS found, with its cuts in the order of their rows.</summary>
    internal void Adopt(ReadOnlySpan<int> columnStatus, ReadOnlySpan<int> rowStatus, IReadOnlyList<int> cutSlots)
    {
        working?.Release();
        for (var k = 0; k < cutSlots.Count; k++)
            if (rowStatus[programme.Rows + k] != HighsApi.Basic) Take(cutSlots[k]);
        basicColumns.Clear();
        for (var j = 0; j < columns; j++)
            if (columnStatus[j] == HighsApi.Basic) basicColumns.Add(j);
        ready = LayOut();
    }

    private bool Start()
    {
        working?.Release();
        basicColumns.Clear();
        return LayOut();
    }

    private bool Rebuild()
    {
        basicColumns.Clear();
        for (var j = 0; j < columns; j++)
            if (tableau.Place[j] < 0) basicColumns.Add(j);
        return LayOut();
    }

    // Lays the tableau out from the programme and pivots the wanted columns in, each on its largest entry.
    private bool LayOut()
    {
        tableau.Clear(costs);
        for (var i = 0; i < programme.Rows; i++)
        {
            var (from, count) = (programme.Matrix.Start[i], programme.Matrix.Start[i + 1] - programme.Matrix.Start[i]);
            var row = tableau.Open(columns + i);
            for (var k = from; k < from + count; k++) tableau.Accumulate(row, programme.Matrix.Index[k], programme.Matrix.Value[k]);
            foreach (var change in matrix.Coefficients)
                if (change.Row == i) tableau.Accumulate(row, change.Column, change.First - programme.Matrix.At(i, change.Column));
        }
        working?.AppendAll(tableau);
        if (values.Length < tableau.Rows) values = new double[tableau.Rows + RoomForCuts];
        else Array.Clear(values);
        foreach (var column in basicColumns)
        {
            var (position, chosen, largest) = (tableau.Place[column], -1, LeastPivot);
            for (var row = 0; row < tableau.Rows; row++)
                if (tableau.Basic[row] >= columns && Math.Abs(tableau[row, position]) > largest) (chosen, largest) = (row, Math.Abs(tableau[row, position]));
            if (chosen < 0) return false;
            tableau.Pivot(chosen, position, 0, values);
        }
        return true;
    }

    private bool Optimise(bool looksFurther)
    {
        simplex.Begin(lower, upper);
        while (true)
        {
            if (!simplex.Run(lower, upper, IterationLimit)) return false;
            if (cuts is null || !looksFurther) break;
            for (var i = 0; i < programme.Outgoing.Length; i++) outgoing[i] = simplex.Value(programme.Outgoing[i]);
            var (slot, height) = cuts.Highest(outgoing);
            var excess = (height - simplex.Value(columns - 1)) / Math.Max(1, Math.Abs(height));
            if (slot < 0 || excess <= CutTolerance) break;
            if (working!.Contains(slot))
            {
                // A cut that is in the tableau and yet far exceeded betrays rounding.
                if (excess > WorkingCutTolerance) return false;
                break;
            }
            simplex.Appended(working.Append(Take(slot), tableau), lower, upper);
        }
        return simplex.StandsOnRealBounds(lower, upper);
    }

    private bool Extract(NodeResult into)
    {
        for (var j = 0; j < columns; j++)
        {
            into.Columns[j] = simplex.Value(j);
            into.ReducedCosts[j] = tableau.Price(j);
        }
        for (var i = 0; i < programme.Rows; i++) into.RowDuals[i] = tableau.Price(columns + i);
        into.Objective = Vectors.Dot(costs, into.Columns);
        return check.RowsHold(into.Columns, lower, upper) && check.PricesHold(costs, into, working, tableau);
    }

    private int Take(int slot)
    {
        var k = working!.Take(slot);
        var variable = columns + programme.Rows + k;
        if (variable >= lower.Length)
        {
            Array.Resize(ref lower, variable + RoomForCuts);
            Array.Resize(ref upper, variable + RoomForCuts);
        }
        (lower[variable], upper[variable]) = (cuts!.Intercept(slot), double.PositiveInfinity);
        return k;
    }

    private void SetBounds(ReadOnlySpan<double> state, int next, RuleEdit? edit)
    {
        var at = programme.Outcomes[next];
        if (edited || edit is not null || next != outcome)
        {
            programme.ColumnLower.CopyTo(lower, 0);
            programme.ColumnUpper.CopyTo(upper, 0);
            if (cuts is not null) (lower[columns - 1], upper[columns - 1]) = (costToGoLowerBound, double.PositiveInfinity);
            foreach (var change in at.Bounds) (lower[change.Column], upper[change.Column]) = (change.First, change.Second);
            edit?.ApplyBounds(lower, upper);
        }
        (outcome, edited) = (next, edit is not null);
        at.RowBounds(state, rowLower, rowUpper);
        for (var r = 0; r < at.Rows.Length; r++) (lower[columns + at.Rows[r]], upper[columns + at.Rows[r]]) = (rowLower[r], rowUpper[r]);
    }

    // Returns whether any cost is other than before.
    private bool SetCosts(RuleEdit? edit)
    {
        programme.Costs.CopyTo(wanted, 0);
        if (cuts is not null) wanted[columns - 1] = 1;
        foreach (var change in matrix.Costs) wanted[change.Column] = change.First;
        edit?.ApplyCosts(wanted, columns - 1, cuts is not null);
        if (wanted.AsSpan().SequenceEqual(costs)) return false;
        wanted.CopyTo(costs, 0);
        return true;
    }
}
