namespace Sluice.Optimization;

/// <summary>One node at work: its solvers, its cuts, and the supports of its expected value.</summary>
/// <remarks>
/// Used by one thread at a time. The solvers belong to the node: at a tie the vertex found depends on the basis before, so that must be the node's own, and callers
/// keep the order of a node's solves independent of threads.
/// </remarks>
internal sealed class NodeSolver : IDisposable
{
    private readonly NodeProgramme programme;
    private readonly NodeAddress address;
    private readonly double costToGoLowerBound;
    private readonly bool dense;
    private readonly NodeResult result;
    private readonly double[] state;
    private readonly double[] outgoing;

    // One tableau for each outcome with costs or a matrix of its own, the first for all others, and one for rules.
    private readonly TableauEngine?[] tableaux;
    private TableauEngine? forRules;
    private HighsEngine? highs;
    private int outcome = -1, cutVersion = -1;
    private RuleEdit? lastEdit;
    private long solves, iterations, highsRuns;

    /// <param name="programme">Its programme.</param>
    /// <param name="address">Where it stands.</param>
    /// <param name="costToGoLowerBound">Lower bound on the cost of later stages.</param>
    /// <param name="leaving">Trial points leaving the stage; null at the last.</param>
    /// <param name="options">Options.</param>
    /// <param name="parts">1 to bound its mean over the outcomes; the number of outcomes to bound each.</param>
    internal NodeSolver(NodeProgramme programme, NodeAddress address, double costToGoLowerBound, TrialPoints? leaving, SddpOptions options, int parts = 1)
    {
        this.programme = programme;
        this.address = address;
        this.costToGoLowerBound = costToGoLowerBound;
        dense = TableauEngine.Suits(programme, options.DenseEntries);
        (state, outgoing) = (new double[programme.Incoming], new double[Vectors.Width(programme.Outgoing.Length)]);
        outgoing[programme.Outgoing.Length] = 1;
        result = new NodeResult(programme.Columns + (leaving is null ? 0 : 1), programme.Rows);
        tableaux = new TableauEngine?[programme.Outcomes.Length];
        Cuts = leaving is null ? null : new CutPool(programme.Outgoing.Length, leaving);
        Supports = [.. Enumerable.Range(0, parts).Select(_ => new Supports(programme.Incoming, options.SupportsPerNode))];
    }

    internal NodeProgramme Programme => programme;

    /// <summary>Cuts on the cost of later stages; null at the last stage.</summary>
    internal CutPool? Cuts { get; }

    /// <summary>Lower bounds on this node's mean value, or on the value under each outcome.</summary>
    internal Supports[] Supports { get; }

    /// <summary>1, or the number of outcomes where each is bounded by itself.</summary>
    internal int Parts => Supports.Length;

    /// <summary>Mean recent rise of the value over the best support when the node was solved; +∞ before the first.</summary>
    internal double Lift { get; set; } = double.PositiveInfinity;

    /// <summary>Optimal value of the last solve, cost-to-go included.</summary>
    internal double Objective { get; private set; }

    internal ReadOnlySpan<double> Columns => result.Columns.AsSpan(0, programme.Columns);
    internal ReadOnlySpan<double> ReducedCosts => result.ReducedCosts.AsSpan(0, programme.Columns);
    internal ReadOnlySpan<double> RowDuals => result.RowDuals;

    /// <summary>Cost of this stage in the last solve, at the node's own costs.</summary>
    internal double StageCost => programme.StageCost(result.Columns, state, programme.Outcomes[outcome]);

    /// <summary>Cost of later stages after the last solve according to the cuts; 0 at the last stage.</summary>
    internal double CostToGo
    {
        get
        {
            if (Cuts is null) return 0;
            if (lastEdit is not { LooksNoFurther: true }) return result.Columns[programme.Columns];
            CopyOutgoing(outgoing, lastEdit);
            return Math.Max(costToGoLowerBound, Cuts.Highest(outgoing).Value);
        }
    }

    /// <summary>Value expected over the outcomes at a state, and its gradient unless that is empty.</summary>
    /// <exception cref="OperationCanceledException">The token asks for it between two outcomes.</exception>
    internal double Expected(ReadOnlySpan<double> at, Span<double> gradient, CancellationToken cancellation = default)
    {
        if (!gradient.IsEmpty) programme.IncomingCosts.CopyTo(gradient);
        var value = 0.0;
        for (var w = 0; w < programme.Outcomes.Length; w++)
        {
            var probability = programme.Outcomes[w].Probability;
            if (probability == 0) continue;
            cancellation.ThrowIfCancellationRequested();
            Solve(at, w, null, cancellation);
            value += probability * Objective;
            if (!gradient.IsEmpty) programme.Outcomes[w].SubtractStatePrices(probability, result.RowDuals, gradient);
        }
        return value;
    }

    /// <summary>Value expected over the outcomes at a state, and the affine function of each part that is exact there.</summary>
    /// <exception cref="OperationCanceledException">The token asks for it between two outcomes.</exception>
    internal double Evaluate(ReadOnlySpan<double> at, Span<double> functions, CancellationToken cancellation)
    {
        var (width, mean) = (functions.Length / Parts, 0.0);
        functions.Clear();
        if (Parts == 1)
        {
            mean = Expected(at, functions[..at.Length], cancellation);
            functions[at.Length] = mean - Vectors.Dot(functions[..at.Length], at);
            return mean;
        }
        for (var w = 0; w < programme.Outcomes.Length; w++)
        {
            var probability = programme.Outcomes[w].Probability;
            if (probability == 0) continue;
            cancellation.ThrowIfCancellationRequested();
            Solve(at, w, null, cancellation);
            mean += probability * Objective;
            var part = functions.Slice(w * width, width);
            programme.IncomingCosts.CopyTo(part);
            programme.Outcomes[w].SubtractStatePrices(1, result.RowDuals, part);
            part[at.Length] = Objective - Vectors.Dot(part[..at.Length], at);
        }
        return mean;
    }

    /// <summary>Keeps the functions of the parts as supports.</summary>
    internal void Keep(ReadOnlySpan<double> functions)
    {
        var width = functions.Length / Parts;
        for (var part = 0; part < Parts; part++)
            if (Matters(part)) Supports[part].Add(functions.Slice(part * width, width));
    }

    /// <summary>The mean over the parts of the largest supports at a point given with its 1, and, unless empty, their functions; −∞ when there is none.</summary>
    internal double Best(ReadOnlySpan<double> point, Span<double> functions, Workspace room)
    {
        if (Parts == 1) return Supports[0].Best(point, functions, room);
        var (width, mean) = (functions.Length / Parts, 0.0);
        for (var part = 0; part < Parts; part++)
            if (Matters(part)) mean += programme.Outcomes[part].Probability * Supports[part].Best(point, functions.Slice(part * width, width), room);
        return mean;
    }

    /// <summary>True when every part that matters has a support.</summary>
    internal bool HasSupports
    {
        get
        {
            for (var part = 0; part < Parts; part++)
                if (Matters(part) && Supports[part].Count == 0) return false;
            return true;
        }
    }

    private bool Matters(int part) => Parts == 1 || programme.Outcomes[part].Probability > 0;

    /// <summary>Solves at a state under an outcome, with a rule's changes for this once if there are any.</summary>
    /// <exception cref="SubproblemException">There is no optimum.</exception>
    /// <exception cref="OperationCanceledException">HiGHS was at work when the token asked for it.</exception>
    internal void Solve(ReadOnlySpan<double> at, int underOutcome, RuleEdit? edit = null, CancellationToken cancellation = default)
    {
        var status = TrySolve(at, underOutcome, edit, cancellation);
        if (status != ModelStatus.Optimal) throw Failure(status);
    }

    /// <summary>The same, where it is no failure that there is no optimum.</summary>
    internal ModelStatus TrySolve(ReadOnlySpan<double> at, int underOutcome, RuleEdit? edit = null, CancellationToken cancellation = default)
    {
        if (edit is null && lastEdit is null && underOutcome == outcome && cutVersion == (Cuts?.Version ?? 0) && at.SequenceEqual(state)) return ModelStatus.Optimal;
        at.CopyTo(state);
        (outcome, lastEdit, cutVersion) = (underOutcome, edit, -1);
        var tableau = Tableau(underOutcome, edit);
        if (tableau is null || !tableau.Solve(at, underOutcome, edit, result))
        {
            var status = SolveByHighs(tableau, edit, cancellation);
            if (status != ModelStatus.Optimal) return status;
        }
        solves++;
        iterations += result.Iterations;
        Objective = result.Objective + Vectors.Dot(programme.IncomingCosts, at);
        Normalise(result.Columns);
        Normalise(result.ReducedCosts);
        Normalise(result.RowDuals);
        cutVersion = Cuts?.Version ?? 0;
        return ModelStatus.Optimal;
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
            target[i] = Math.Clamp(result.Columns[column], low, high) + 0.0;
        }
    }

    /// <summary>Copies ∂(optimal value)/∂(incoming state) of the last solution.</summary>
    internal void CopyStatePrices(Span<double> target)
    {
        programme.IncomingCosts.CopyTo(target);
        programme.Outcomes[outcome].SubtractStatePrices(1, result.RowDuals, target);
        Normalise(target);
    }

    internal SolverCounts AddTo(SolverCounts sum) =>
        new(sum.Solves + solves, sum.SimplexIterations + iterations, sum.HighsRuns + highsRuns, sum.Cuts + (Cuts?.Held ?? 0));

    public void Dispose()
    {
        highs?.Dispose();
        forRules?.Dispose();
        foreach (var tableau in tableaux) tableau?.Dispose();
        Array.Clear(tableaux);
        (highs, forRules, outcome, cutVersion) = (null, null, -1, -1);
    }

    private TableauEngine? Tableau(int underOutcome, RuleEdit? edit)
    {
        if (!dense) return null;
        var under = programme.Outcomes[underOutcome];
        if (edit is not null)
            return under.SharesMatrix ? forRules ??= new TableauEngine(programme, under, Cuts, costToGoLowerBound) : null;
        if (!under.SharesMatrix) return tableaux[underOutcome] ??= new TableauEngine(programme, under, Cuts, costToGoLowerBound);
        var shared = Array.FindIndex(programme.Outcomes, other => other.SharesMatrix);
        return tableaux[shared] ??= new TableauEngine(programme, under, Cuts, costToGoLowerBound);
    }

    private ModelStatus SolveByHighs(TableauEngine? tableau, RuleEdit? edit, CancellationToken cancellation)
    {
        var engine = highs ??= new HighsEngine(programme, Cuts, costToGoLowerBound);
        highsRuns++;
        var status = engine.Solve(state, outcome, edit, result, cancellation);
        if (status != ModelStatus.Optimal || tableau is null) return status;
        engine.ReadBasis(out var columns, out var rows);
        tableau.Adopt(columns, rows, engine.CutSlots);
        // A megabyte for what seldom happens is not kept.
        engine.Dispose();
        highs = null;
        return status;
    }

    // After a failure the programme is still in HiGHS.
    private SubproblemException Failure(ModelStatus status)
    {
        // A file that cannot be written must not hide why it was to be written.
        var written = address.FailedSubproblemPath is { } path && highs!.Write(path);
        return new SubproblemException(status, address.Stage, address.Node, address.Name, outcome, written ? address.FailedSubproblemPath : null);
    }

    // Adding 0 turns −0 into +0, which would print and compare differently.
    private static void Normalise(Span<double> values)
    {
        for (var i = 0; i < values.Length; i++) values[i] += 0.0;
    }
}
