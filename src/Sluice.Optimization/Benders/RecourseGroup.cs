namespace Sluice.Optimization;

/// <summary>
/// Scenarios of a recourse programme that differ in right-hand sides and in T only: costs and matrix, and so the feasible duals, are the same for all.
/// </summary>
internal sealed class RecourseGroup
{
    private static readonly int DenseEntries = new SddpOptions().DenseEntries;

    private readonly double[] lower, upper;
    private readonly Lazy<NodeProgramme>? node;
    private readonly (int Row, int State, double Delta)[][] deltas;
    private readonly double[] weights;

    internal RecourseGroup(LocalProgramme programme, IReadOnlyList<RecourseScenario> scenarios)
    {
        Programme = programme;
        if (programme.Columns > 0 && (long)programme.Rows * programme.Columns <= DenseEntries) node = new(programme.ToNode);
        var random = new SortedSet<int>(scenarios.SelectMany(s => s.Bounds).Select(b => b.Row).Concat(scenarios.SelectMany(s => s.Incoming).Select(t => t.Row)));
        RandomRows = [.. random];
        var place = RandomRows.Index().ToDictionary(r => r.Item, r => r.Index);
        Moving = [.. Enumerable.Range(0, programme.Rows).Where(i => random.Contains(i) || programme.IncomingStart[i + 1] > programme.IncomingStart[i])];
        FixedMoving = [.. Moving.Where(i => !random.Contains(i))];
        PlaceOfRandom = new int[programme.Rows];
        Array.Fill(PlaceOfRandom, -1);
        foreach (var (row, at) in place) PlaceOfRandom[row] = at;
        weights = [.. scenarios.Select(s => s.Weight)];
        (lower, upper) = (new double[scenarios.Count * RandomRows.Length], new double[scenarios.Count * RandomRows.Length]);
        deltas = new (int, int, double)[scenarios.Count][];
        for (var w = 0; w < scenarios.Count; w++)
        {
            var first = w * RandomRows.Length;
            for (var r = 0; r < RandomRows.Length; r++) (lower[first + r], upper[first + r]) = (programme.RowLower[RandomRows[r]], programme.RowUpper[RandomRows[r]]);
            foreach (var (row, low, high) in scenarios[w].Bounds) (lower[first + place[row]], upper[first + place[row]]) = (low, high);
            deltas[w] = [.. scenarios[w].Incoming.Select(t => (place[t.Row], t.State, t.Value - Base(t.Row, t.State))).Where(t => t.Item3 != 0)];
        }
        HasDeltas = deltas.Any(d => d.Length > 0);
        (RowLower, RowUpper) = (new double[lower.Length], new double[lower.Length]);
        (FixedLower, FixedUpper) = (new double[programme.Rows], new double[programme.Rows]);
    }

    internal LocalProgramme Programme { get; }

    /// <summary>True when scenarios are solved on a dense tableau.</summary>
    internal bool IsDense => node is not null;

    /// <summary>A tableau of its own; null where the programme is too large for one.</summary>
    internal TableauEngine? Tableau() => node is null ? null : new TableauEngine(node.Value, node.Value.Outcomes[0], null, 0);

    /// <summary>Basis from which a cluster's first run in HiGHS starts; null until one scenario is solved.</summary>
    internal (int[] Columns, int[] Rows)? Basis { get; set; }

    internal int Scenarios => weights.Length;

    /// <summary>Rows whose right-hand side or T is random, ascending.</summary>
    internal int[] RandomRows { get; }

    /// <summary>Place of a row among the random ones; −1 for the others.</summary>
    internal int[] PlaceOfRandom { get; }

    /// <summary>Random rows and rows that the incoming state moves.</summary>
    internal int[] Moving { get; }

    /// <summary>Rows that only the incoming state moves.</summary>
    internal int[] FixedMoving { get; }

    internal bool HasDeltas { get; }

    /// <summary>Bounds of the random rows at the present state, [scenario × random row].</summary>
    internal double[] RowLower { get; }
    internal double[] RowUpper { get; }

    /// <summary>Bounds of all rows at the present state, right only for rows that are not random.</summary>
    internal double[] FixedLower { get; }
    internal double[] FixedUpper { get; }

    internal double Weight(int scenario) => weights[scenario];

    /// <summary>Moves the right-hand sides to a state.</summary>
    internal void MoveTo(ReadOnlySpan<double> state)
    {
        var n = RandomRows.Length;
        foreach (var i in FixedMoving)
        {
            var shift = Programme.Shift(i, state);
            (FixedLower[i], FixedUpper[i]) = (Programme.RowLower[i] - shift, Programme.RowUpper[i] - shift);
        }
        Span<double> shifts = n <= 256 ? stackalloc double[n] : new double[n];
        for (var r = 0; r < n; r++) shifts[r] = Programme.Shift(RandomRows[r], state);
        for (var w = 0; w < weights.Length; w++)
        {
            for (var r = 0; r < n; r++) (RowLower[w * n + r], RowUpper[w * n + r]) = (lower[w * n + r] - shifts[r], upper[w * n + r] - shifts[r]);
            foreach (var (row, at, delta) in deltas[w])
            {
                RowLower[w * n + row] -= delta * state[at];
                RowUpper[w * n + row] -= delta * state[at];
            }
        }
    }

    /// <summary>Bounds at the present state of a row that is not random.</summary>
    internal (double Lower, double Upper) FixedBounds(int row) =>
        Array.BinarySearch(FixedMoving, row) >= 0 ? (FixedLower[row], FixedUpper[row]) : (Programme.RowLower[row], Programme.RowUpper[row]);

    /// <summary>gradient −= weight · π'T over the moving rows, T without the scenarios' own parts.</summary>
    internal void SubtractBase(double weight, ReadOnlySpan<double> rowDuals, Span<double> gradient)
    {
        foreach (var i in Moving)
            if (rowDuals[i] != 0) Programme.Subtract(i, weight * rowDuals[i], gradient);
    }

    /// <summary>gradient −= weight · π'(T of a scenario − T).</summary>
    internal void SubtractDelta(int scenario, ReadOnlySpan<double> rowDuals, Span<double> gradient)
    {
        foreach (var (row, state, delta) in deltas[scenario]) gradient[state] -= weights[scenario] * rowDuals[RandomRows[row]] * delta;
    }

    private double Base(int row, int state)
    {
        for (var k = Programme.IncomingStart[row]; k < Programme.IncomingStart[row + 1]; k++)
            if (Programme.IncomingIndex[k] == state) return Programme.IncomingValue[k];
        return 0;
    }
}

/// <summary>What one scenario changes in the right-hand sides and T of a recourse programme.</summary>
internal sealed record RecourseScenario(double Weight, List<(int Row, double Lower, double Upper)> Bounds, List<(int Row, int State, double Value)> Incoming);
