namespace Sluice.Optimization;

/// <summary>One node at work: its HiGHS instance, its cuts, and the supports of its expected value.</summary>
/// <remarks>Used by one thread at a time. The order of its solves decides vertices at ties, so callers keep that order independent of threads.</remarks>
internal sealed class NodeSolver : IDisposable
{
    private readonly NodeProgramme programme;
    private readonly NodeAddress address;
    private readonly double costToGoLowerBound;
    private Highs? highs;
    private double[] columns = [], reducedCosts = [], rowDuals = [], lower = [], upper = [];
    private readonly double[] state;
    private int outcome = -1;
    private bool solved;

    internal NodeSolver(NodeProgramme programme, NodeAddress address, double costToGoLowerBound, TrialPoints? leaving, int supportCapacity)
    {
        this.programme = programme;
        this.address = address;
        this.costToGoLowerBound = costToGoLowerBound;
        state = new double[programme.Incoming];
        Cuts = leaving is null ? null : new CutPool(programme.Outgoing.Length, leaving);
        Supports = new Supports(programme.Incoming, supportCapacity);
    }

    internal NodeProgramme Programme => programme;

    /// <summary>Cuts on the cost of later stages; null at the last stage.</summary>
    internal CutPool? Cuts { get; }

    /// <summary>Lower bounds on this node's expected value.</summary>
    internal Supports Supports { get; }

    /// <summary>Mean recent rise of the value over the best support when the node was solved; +∞ before the first.</summary>
    internal double Lift { get; set; } = double.PositiveInfinity;

    internal long Solves { get; private set; }
    internal long Iterations { get; private set; }

    /// <summary>Optimal value of the last solve, cost-to-go included.</summary>
    internal double Objective { get; private set; }

    /// <summary>Cost-to-go of the last solve; 0 at the last stage.</summary>
    internal double CostToGo => Cuts is null ? 0 : columns[programme.Columns];

    internal ReadOnlySpan<double> Columns => columns.AsSpan(0, programme.Columns);
    internal ReadOnlySpan<double> ReducedCosts => reducedCosts.AsSpan(0, programme.Columns);
    internal ReadOnlySpan<double> RowDuals => rowDuals.AsSpan(0, programme.Rows);

    /// <summary>Cost of this stage in the last solve, at the node's own costs.</summary>
    internal double StageCost => programme.StageCost(columns, state, programme.Outcomes[outcome]);

    /// <summary>Value expected over the outcomes at a state, and its gradient unless that is empty.</summary>
    internal double Expected(ReadOnlySpan<double> at, Span<double> gradient, Workspace room)
    {
        if (!gradient.IsEmpty) programme.IncomingCosts.CopyTo(gradient);
        var value = 0.0;
        for (var w = 0; w < programme.Outcomes.Length; w++)
        {
            var probability = programme.Outcomes[w].Probability;
            if (probability == 0) continue;
            Solve(at, w, room);
            value += probability * Objective;
            if (!gradient.IsEmpty) programme.Outcomes[w].SubtractStatePrices(probability, rowDuals, gradient);
        }
        return value;
    }

    /// <summary>Solves at a state under an outcome.</summary>
    internal void Solve(ReadOnlySpan<double> at, int underOutcome, Workspace room)
    {
        var lp = highs ??= Load();
        var same = solved && underOutcome == outcome && at.SequenceEqual(state);
        if (Cuts is not null && Cuts.Flush(lp, programme.Columns, programme.Outgoing, room.Rows)) same = false;
        if (same) return;
        solved = false;
        Switch(lp, underOutcome);
        at.CopyTo(state);
        var rightHandSide = programme.Outcomes[outcome];
        rightHandSide.RowBounds(at, lower, upper);
        if (rightHandSide.Rows.Length > 0) lp.SetRowBounds(rightHandSide.Rows, lower, upper);
        Run(lp);
        Objective = lp.Objective + Vectors.Dot(programme.IncomingCosts, at);
        solved = true;
    }

    /// <summary>Solves once with a rule's own bounds and costs, and puts the programme back.</summary>
    internal void Solve(ReadOnlySpan<double> at, int underOutcome, RuleEdit edit, Workspace room)
    {
        var lp = highs ??= Load();
        Cuts?.Flush(lp, programme.Columns, programme.Outgoing, room.Rows);
        Switch(lp, underOutcome);
        edit.Apply(lp, programme.Columns, Cuts is not null);
        solved = false;
        try
        {
            at.CopyTo(state);
            var rightHandSide = programme.Outcomes[outcome];
            rightHandSide.RowBounds(at, lower, upper);
            if (rightHandSide.Rows.Length > 0) lp.SetRowBounds(rightHandSide.Rows, lower, upper);
            Run(lp);
            Objective = lp.Objective + Vectors.Dot(programme.IncomingCosts, at);
        }
        finally
        {
            var current = programme.Outcomes[outcome];
            edit.Restore(lp, programme, current, Cuts is not null);
        }
    }

    /// <summary>Copies the state that the last solution leaves, brought inside the bounds of its columns.</summary>
    internal void CopyOutgoing(Span<double> target, RuleEdit? edit = null)
    {
        for (var i = 0; i < programme.Outgoing.Length; i++)
        {
            var column = programme.Outgoing[i];
            var (low, high) = (programme.ColumnLower[column], programme.ColumnUpper[column]);
            foreach (var change in programme.Outcomes[outcome].Bounds)
                if (change.Column == column) (low, high) = (change.First, change.Second);
            if (edit is not null) (low, high) = edit.BoundsOf(column, low, high);
            // Adding 0 turns −0 into +0, which would print and compare differently.
            target[i] = Math.Clamp(columns[column], low, high) + 0.0;
        }
    }

    /// <summary>Copies ∂(optimal value)/∂(incoming state) of the last solution.</summary>
    internal void CopyStatePrices(Span<double> target)
    {
        programme.IncomingCosts.CopyTo(target);
        programme.Outcomes[outcome].SubtractStatePrices(1, rowDuals, target);
        Normalise(target);
    }

    public void Dispose()
    {
        highs?.Dispose();
        highs = null;
        solved = false;
    }

    private void Run(Highs lp)
    {
        if (rowDuals.Length < lp.Rows) rowDuals = new double[lp.Rows + 32];
        var status = lp.Run();
        Iterations += lp.Iterations;
        if (status != ModelStatus.Optimal)
        {
            lp.Forget();
            status = lp.Run();
            Iterations += lp.Iterations;
        }
        Solves++;
        if (status != ModelStatus.Optimal) throw Failure(lp, status);
        lp.Read(columns, reducedCosts, rowDuals);
        Normalise(columns);
        Normalise(reducedCosts);
        Normalise(rowDuals.AsSpan(0, programme.Rows));
    }

    private SubproblemException Failure(Highs lp, ModelStatus status)
    {
        if (address.FailedSubproblemPath is { } path)
            lp.Write(path, programme.Source.ColumnName, programme.Source.RowName, programme.Columns, programme.Rows);
        return new SubproblemException(status, address.Stage, address.Node, address.Name, outcome, address.FailedSubproblemPath);
    }

    private Highs Load()
    {
        var extra = Cuts is null ? 0 : 1;
        var n = programme.Columns + extra;
        columns = new double[n];
        reducedCosts = new double[n];
        lower = new double[programme.Outcomes[0].Rows.Length];
        upper = new double[lower.Length];
        double[] future = extra == 0 ? [] : [1], bound = extra == 0 ? [] : [costToGoLowerBound], open = extra == 0 ? [] : [double.PositiveInfinity];
        var lp = new Highs();
        lp.Load(
            [.. programme.Costs, .. future], [.. programme.ColumnLower, .. bound], [.. programme.ColumnUpper, .. open],
            programme.Source.RowLower, programme.Source.RowUpper, programme.Matrix.Start, programme.Matrix.Index, programme.Matrix.Value);
        return lp;
    }

    private void Switch(Highs lp, int next)
    {
        if (outcome == next) return;
        if (outcome >= 0) Restore(lp, programme.Outcomes[outcome]);
        outcome = next;
        var into = programme.Outcomes[next];
        foreach (var change in into.Costs) lp.SetCost(change.Column, change.First);
        foreach (var change in into.Bounds) lp.SetColumnBounds(change.Column, change.First, change.Second);
        foreach (var change in into.Coefficients) lp.SetCoefficient(change.Row, change.Column, change.First);
    }

    private void Restore(Highs lp, NodeOutcome from)
    {
        foreach (var change in from.Costs) lp.SetCost(change.Column, programme.Costs[change.Column]);
        foreach (var change in from.Bounds) lp.SetColumnBounds(change.Column, programme.ColumnLower[change.Column], programme.ColumnUpper[change.Column]);
        foreach (var change in from.Coefficients) lp.SetCoefficient(change.Row, change.Column, programme.Matrix.At(change.Row, change.Column));
    }

    private static void Normalise(Span<double> values)
    {
        for (var i = 0; i < values.Length; i++) values[i] += 0.0;
    }
}
