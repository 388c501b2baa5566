namespace Sluice.Optimization;

/// <summary>Solves a node inside a HiGHS instance that holds its programme and its held cuts as rows.</summary>
internal sealed class HighsEngine : IDisposable
{
    private const int AdditionsBetweenDeletions = 6;
    private const double SmallestCoefficient = 1e-10;

    private readonly NodeProgramme programme;
    private readonly CutPool? cuts;
    private readonly Highs highs = new();
    private readonly List<int> rowsOfCuts = [];
    private readonly double[] lower, upper;
    private readonly CutRows rows = new();
    private double[] duals;
    private bool[] inside = [];
    private int outcome = -1, version = -1, additions;

    internal HighsEngine(NodeProgramme programme, CutPool? cuts, double costToGoLowerBound)
    {
        (this.programme, this.cuts) = (programme, cuts);
        (lower, upper) = (new double[programme.Outcomes[0].Rows.Length], new double[programme.Outcomes[0].Rows.Length]);
        duals = new double[programme.Rows];
        double[] future = cuts is null ? [] : [1], bound = cuts is null ? [] : [costToGoLowerBound], open = cuts is null ? [] : [double.PositiveInfinity];
        highs.Load(
            [.. programme.Costs, .. future], [.. programme.ColumnLower, .. bound], [.. programme.ColumnUpper, .. open],
            programme.Source.RowLower, programme.Source.RowUpper, programme.Matrix.Start, programme.Matrix.Index, programme.Matrix.Value);
    }

    /// <summary>Slots of the cuts in the programme, in the order of their rows.</summary>
    internal IReadOnlyList<int> CutSlots => rowsOfCuts;

    /// <summary>Solves at a state under an outcome, with a rule's changes for this once if there are any; from a fresh start if the first run fails.</summary>
    internal ModelStatus Solve(ReadOnlySpan<double> state, int underOutcome, RuleEdit? edit, NodeResult into, CancellationToken cancellation = default)
    {
        Refresh();
        Switch(underOutcome);
        var at = programme.Outcomes[outcome];
        at.RowBounds(state, lower, upper);
        if (at.Rows.Length > 0) highs.SetRowBounds(at.Rows, lower, upper);
        edit?.Apply(highs, programme.Columns, cuts is not null);
        try
        {
            var status = Run(into, cancellation);
            if (status != ModelStatus.Optimal) return status;
            if (duals.Length < highs.Rows) duals = new double[highs.Rows + 32];
            highs.Read(into.Columns, into.ReducedCosts, duals);
            duals.AsSpan(0, programme.Rows).CopyTo(into.RowDuals);
            into.Objective = highs.Objective;
            return status;
        }
        finally
        {
            edit?.Restore(highs, programme, at, cuts is not null);
        }
    }

    internal void ReadBasis(out int[] columns, out int[] rows) => highs.ReadBasis(out columns, out rows);

    /// <summary>Writes the programme; false where HiGHS refuses the file.</summary>
    internal bool Write(string file) =>
        highs.Write(file, programme.Source.ColumnName, programme.Source.RowName, programme.Columns, programme.Rows);

    public void Dispose()
    {
        highs.Dispose();
        foreach (var slot in rowsOfCuts) cuts!.EndUse(slot);
        rowsOfCuts.Clear();
    }

    private ModelStatus Run(NodeResult into, CancellationToken cancellation)
    {
        var status = highs.Run(cancellation);
        into.Iterations = highs.Iterations;
        cancellation.ThrowIfCancellationRequested();
        if (status == ModelStatus.Optimal) return status;
        highs.Forget();
        status = Again(into, cancellation);
        if (status == ModelStatus.Optimal) return status;
        // What no basis leads to is tried on the presolved programme, the last resort.
        highs.SetOption("presolve", "on");
        highs.Forget();
        status = Again(into, cancellation);
        highs.SetOption("presolve", "off");
        return status;
    }

    private ModelStatus Again(NodeResult into, CancellationToken cancellation)
    {
        var status = highs.Run(cancellation);
        cancellation.ThrowIfCancellationRequested();
        into.Iterations += highs.Iterations;
        return status;
    }

    private void Refresh()
    {
        if (cuts is null || cuts.Version == version) return;
        version = cuts.Version;
        if (++additions >= AdditionsBetweenDeletions) Prune(cuts);
        if (inside.Length < cuts.Slots) Array.Resize(ref inside, 2 * cuts.Slots);
        rows.Clear();
        for (var slot = 0; slot < cuts.Slots; slot++)
        {
            if (inside[slot] || !cuts.IsHeld(slot)) continue;
            inside[slot] = true;
            cuts.Use(slot);
            rowsOfCuts.Add(slot);
            rows.Begin(cuts.Intercept(slot), programme.Columns);
            var slope = cuts.Slope(slot);
            for (var i = 0; i < slope.Length; i++)
                if (Math.Abs(slope[i]) > SmallestCoefficient) rows.Append(programme.Outgoing[i], -slope[i]);
        }
        rows.AddTo(highs);
    }

    private void Prune(CutPool pool)
    {
        additions = 0;
        rows.Clear();
        var (first, kept) = (programme.Rows, 0);
        for (var k = 0; k < rowsOfCuts.Count; k++)
        {
            var slot = rowsOfCuts[k];
            if (pool.IsHeld(slot)) rowsOfCuts[kept++] = slot;
            else
            {
                rows.Doom(first + k);
                inside[slot] = false;
                pool.EndUse(slot);
            }
        }
        rowsOfCuts.RemoveRange(kept, rowsOfCuts.Count - kept);
        rows.DeleteFrom(highs);
    }

    private void Switch(int next)
    {
        if (outcome == next) return;
        if (outcome >= 0) Restore(programme.Outcomes[outcome]);
        outcome = next;
        var into = programme.Outcomes[next];
        foreach (var change in into.Costs) highs.SetCost(change.Column, change.First);
        foreach (var change in into.Bounds) highs.SetColumnBounds(change.Column, change.First, change.Second);
        foreach (var change in into.Coefficients) highs.SetCoefficient(change.Row, change.Column, change.First);
    }

    private void Restore(NodeOutcome from)
    {
        foreach (var change in from.Costs) highs.SetCost(change.Column, programme.Costs[change.Column]);
        foreach (var change in from.Bounds) highs.SetColumnBounds(change.Column, programme.ColumnLower[change.Column], programme.ColumnUpper[change.Column]);
        foreach (var change in from.Coefficients) highs.SetCoefficient(change.Row, change.Column, programme.Matrix.At(change.Row, change.Column));
    }
}
