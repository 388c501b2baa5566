namespace Sluice.Optimization;

/// <summary>Solves a small node on a dense tableau kept from solve to solve, cuts entering only when they bind.</summary>
/// <remarks>
/// Between neighbouring states an optimal basis changes by a few pivots; on a programme of some tens of rows each costs less than a microsecond, where a general
/// solver spends most of its time preparing. Every solution is checked against the programme itself; where a check fails twice the caller turns to HiGHS.
/// </remarks>
internal sealed class TableauEngine
{
    private const int IterationLimit = 2000;
    private const int RestingSolves = 4;
    private const int OldAge = 2000;
    private const double CutTolerance = 1e-9;
    private const double CheckTolerance = 1e-8;
    private const double LeastPivot = 1e-7;

    private readonly NodeProgramme programme;
    private readonly NodeOutcome matrix;
    private readonly CutPool? cuts;
    private readonly Tableau tableau;
    private readonly DualSimplex simplex;
    private readonly double costToGoLowerBound;
    private readonly int columns;
    private readonly double[] costs, outgoing, residual, rowLower, rowUpper;
    private double[] lower, upper;
    private readonly List<int> slots = [], resting = [];
    private int outcome = -1;
    private bool ready, edited;

    /// <summary>Prepares an engine for the outcomes that share the costs and the matrix of one of them.</summary>
    internal TableauEngine(NodeProgramme programme, NodeOutcome matrix, CutPool? cuts, double costToGoLowerBound)
    {
        (this.programme, this.matrix, this.cuts, this.costToGoLowerBound) = (programme, matrix, cuts, costToGoLowerBound);
        columns = programme.Columns + (cuts is null ? 0 : 1);
        tableau = new Tableau(columns, programme.Rows + (cuts is null ? 0 : 8));
        simplex = new DualSimplex(tableau);
        (costs, residual) = (new double[columns], new double[columns]);
        outgoing = new double[Vectors.Width(programme.Outgoing.Length)];
        outgoing[programme.Outgoing.Length] = 1;
        (rowLower, rowUpper) = (new double[matrix.Rows.Length], new double[matrix.Rows.Length]);
        (lower, upper) = (new double[columns + programme.Rows], new double[columns + programme.Rows]);
        for (var i = 0; i < programme.Rows; i++) (lower[columns + i], upper[columns + i]) = (programme.Source.RowLower[i], programme.Source.RowUpper[i]);
        SetCosts(null);
    }

    /// <summary>Whether a programme is small enough for a dense tableau.</summary>
    internal static bool Suits(NodeProgramme programme, int mostEntries) => (long)programme.Rows * programme.Columns <= mostEntries;

    /// <summary>Solves at a state under an outcome. Returns false when the tableau does not reach a sound optimum.</summary>
    internal bool Solve(ReadOnlySpan<double> state, int underOutcome, RuleEdit? edit, NodeResult into)
    {
        simplex.Iterations = 0;
        SetBounds(state, underOutcome, edit);
        if (SetCosts(edit) && ready) tableau.Reprice(costs);
        if (!ready || tableau.Age > OldAge) ready = ready ? Rebuild() : Start();
        var sound = ready && Optimise(edit) && Extract(into);
        if (!sound)
        {
            ready = Rebuild() || Start();
            sound = Optimise(edit) && Extract(into);
        }
        into.Iterations = simplex.Iterations;
        ready = sound;
        if (sound) Rest();
        return sound;
    }

    /// <summary>Takes over a basis that HiGHS found, with its cuts in the order of their rows.</summary>
    internal void Adopt(ReadOnlySpan<int> columnStatus, ReadOnlySpan<int> rowStatus, IReadOnlyList<int> cutSlots)
    {
        Release();
        for (var k = 0; k < cutSlots.Count; k++)
            if (rowStatus[programme.Rows + k] != HighsApi.Basic) Take(cutSlots[k]);
        var basic = new List<int>();
        for (var j = 0; j < columns; j++)
            if (columnStatus[j] == HighsApi.Basic) basic.Add(j);
        ready = LayOut(basic);
    }

    private bool Start()
    {
        Release();
        return LayOut([]);
    }

    private bool Rebuild()
    {
        var basic = new List<int>();
        for (var j = 0; j < columns; j++)
            if (tableau.Place[j] < 0) basic.Add(j);
        return LayOut(basic);
    }

    // Lays the tableau out from the programme and pivots the wanted columns in, the safest pivot first in each column.
    private bool LayOut(List<int> basicColumns)
    {
        tableau.Clear(costs);
        for (var i = 0; i < programme.Rows; i++)
        {
            var (from, to) = (programme.Matrix.Start[i], programme.Matrix.Start[i + 1]);
            var row = tableau.Append(columns + i, programme.Matrix.Index.AsSpan(from, to - from), programme.Matrix.Value.AsSpan(from, to - from));
            foreach (var change in matrix.Coefficients)
                if (change.Row == i) tableau.Accumulate(row, change.Column, change.First - programme.Matrix.At(i, change.Column));
        }
        for (var k = 0; k < slots.Count; k++)
            if (slots[k] >= 0) AppendCut(k);
        var values = new double[tableau.Rows];
        foreach (var column in basicColumns)
        {
            var (position, chosen, largest) = (tableau.Place[column], -1, LeastPivot);
            for (var row = 0; row < tableau.Rows; row++)
            {
                var size = Math.Abs(tableau[row, position]);
                if (tableau.Basic[row] >= columns && size > largest) (chosen, largest) = (row, size);
            }
            if (chosen < 0) return false;
            tableau.Pivot(chosen, position, 0, values);
        }
        return true;
    }

    private bool Optimise(RuleEdit? edit)
    {
        simplex.Begin(lower, upper);
        while (true)
        {
            if (!simplex.Run(lower, upper, IterationLimit)) return false;
            if (cuts is null || edit is { LooksNoFurther: true }) return simplex.StandsOnRealBounds(lower, upper);
            for (var i = 0; i < programme.Outgoing.Length; i++) outgoing[i] = simplex.Value(programme.Outgoing[i]);
            var (slot, height) = cuts.Highest(outgoing);
            if (slot < 0 || height <= simplex.Value(columns - 1) + CutTolerance * Math.Max(1, Math.Abs(height))) return simplex.StandsOnRealBounds(lower, upper);
            if (slots.Contains(slot)) return false;
            simplex.Appended(AppendCut(Take(slot)), lower, upper);
        }
    }

    // Checks the solution against the programme and copies it out.
    private bool Extract(NodeResult into)
    {
        for (var j = 0; j < columns; j++)
        {
            into.Columns[j] = simplex.Value(j);
            into.ReducedCosts[j] = Price(j);
        }
        for (var i = 0; i < programme.Rows; i++) into.RowDuals[i] = Price(columns + i);
        into.Objective = Vectors.Dot(costs, into.Columns);
        return RowsHold(into) && PricesHold(into);
    }

    private double Price(int variable) => tableau.Place[variable] is >= 0 and var position ? tableau.ReducedCosts[position] : 0;

    private bool RowsHold(NodeResult solution)
    {
        for (var i = 0; i < programme.Rows; i++)
        {
            var (activity, size) = (0.0, 1.0);
            for (var k = programme.Matrix.Start[i]; k < programme.Matrix.Start[i + 1]; k++)
            {
                var term = programme.Matrix.Value[k] * solution.Columns[programme.Matrix.Index[k]];
                activity += term;
                size = Math.Max(size, Math.Abs(term));
            }
            foreach (var change in matrix.Coefficients)
                if (change.Row == i) activity += (change.First - programme.Matrix.At(i, change.Column)) * solution.Columns[change.Column];
            var slack = CheckTolerance * size;
            if (!(activity >= lower[columns + i] - slack && activity <= upper[columns + i] + slack)) return false;
        }
        return true;
    }

    private bool PricesHold(NodeResult solution)
    {
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
            for (var k = programme.Matrix.Start[i]; k < programme.Matrix.Start[i + 1]; k++) residual[programme.Matrix.Index[k]] -= dual * programme.Matrix.Value[k];
            foreach (var change in matrix.Coefficients)
                if (change.Row == i) residual[change.Column] -= dual * (change.First - programme.Matrix.At(i, change.Column));
        }
        for (var k = 0; k < slots.Count; k++)
        {
            if (slots[k] < 0 || Price(columns + programme.Rows + k) is var dual && dual == 0) continue;
            residual[columns - 1] -= dual;
            var slope = cuts!.Slope(slots[k]);
            for (var i = 0; i < slope.Length; i++) residual[programme.Outgoing[i]] += dual * slope[i];
        }
        foreach (var rest in residual)
            if (!(Math.Abs(rest) <= CheckTolerance * size)) return false;
        return true;
    }

    // Cuts that have not bound for a few solves leave the tableau.
    private void Rest()
    {
        for (var k = 0; k < slots.Count; k++)
        {
            if (slots[k] < 0) continue;
            var place = tableau.Place[columns + programme.Rows + k];
            if (place >= 0) resting[k] = 0;
            else if (++resting[k] > RestingSolves)
            {
                tableau.Drop(~place);
                cuts!.EndUse(slots[k]);
                slots[k] = -1;
            }
        }
    }

    private int Take(int slot)
    {
        var k = slots.IndexOf(-1);
        if (k < 0)
        {
            k = slots.Count;
            slots.Add(-1);
            resting.Add(0);
            var size = columns + programme.Rows + slots.Count;
            if (lower.Length < size)
            {
                Array.Resize(ref lower, size + 8);
                Array.Resize(ref upper, size + 8);
            }
        }
        (slots[k], resting[k]) = (slot, 0);
        var variable = columns + programme.Rows + k;
        (lower[variable], upper[variable]) = (cuts!.Intercept(slot), double.PositiveInfinity);
        cuts.Use(slot);
        return k;
    }

    private int AppendCut(int k)
    {
        var row = tableau.Open(columns + programme.Rows + k);
        tableau.Accumulate(row, columns - 1, 1);
        var slope = cuts!.Slope(slots[k]);
        for (var i = 0; i < slope.Length; i++)
            if (slope[i] != 0) tableau.Accumulate(row, programme.Outgoing[i], -slope[i]);
        return row;
    }

    private void Release()
    {
        foreach (var slot in slots)
            if (slot >= 0) cuts!.EndUse(slot);
        slots.Clear();
        resting.Clear();
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
        var wanted = residual;
        programme.Costs.CopyTo(wanted, 0);
        if (cuts is not null) wanted[columns - 1] = 1;
        foreach (var change in matrix.Costs) wanted[change.Column] = change.First;
        edit?.ApplyCosts(wanted, columns - 1, cuts is not null);
        if (wanted.AsSpan().SequenceEqual(costs)) return false;
        wanted.CopyTo(costs, 0);
        return true;
    }
}
