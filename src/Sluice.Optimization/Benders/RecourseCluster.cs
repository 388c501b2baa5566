namespace Sluice.Optimization;

/// <summary>A range of scenarios of a group, evaluated together by one thread; cuts bound the expected value of ranges inside it.</summary>
internal sealed class RecourseCluster : IDisposable
{
    private const long MostEntries = 40_000;
    private const int FewScenarios = 4;
    private const int MostTries = 64;
    private const double Feasible = 1e-7;

    private readonly RecourseGroup group;
    private readonly int first;
    private readonly int[] ends;
    private readonly int states;
    private readonly double[] rowLower, rowUpper, columns, reduced, rows, duals, gradients;
    private readonly List<DualBasis> bases = [];
    private readonly Dictionary<DualBasis, double> used = new(ReferenceEqualityComparer.Instance);
    private readonly TableauEngine? tableau;
    private readonly NodeResult result;
    private Highs? solver, elastic;
    private long built, hits;

    /// <summary>Scenarios from <paramref name="first"/> on; <paramref name="ends"/> are the ends of the ranges, each with its cut.</summary>
    internal RecourseCluster(RecourseGroup group, int first, int[] ends, int states)
    {
        (this.group, this.first, this.ends, this.states) = (group, first, ends, states);
        var programme = group.Programme;
        (rowLower, rowUpper) = (new double[group.Moving.Length], new double[group.Moving.Length]);
        (columns, reduced, rows, duals) = (new double[programme.Columns], new double[programme.Columns], new double[programme.Rows], new double[programme.Rows]);
        result = new NodeResult(programme.Columns, programme.Rows);
        tableau = group.Tableau();
        gradients = new double[ends.Length * states];
        Values = new double[ends.Length];
        Cuts = new int[ends.Length];
    }

    /// <summary>The cut variable of each range.</summary>
    internal int[] Cuts { get; }

    internal RecourseGroup Group => group;

    /// <summary>Weighted value of each range at the last state.</summary>
    internal double[] Values { get; }

    internal Span<double> Gradient(int range) => gradients.AsSpan(range * states, states);

    /// <summary>Range with a scenario that had no feasible solution, whose value then says how far it is from feasible; −1 when there is none.</summary>
    internal int Rejected { get; private set; }

    internal long Solves { get; private set; }

    /// <summary>True when scenarios of a group can be worth solving by stored bases.</summary>
    internal static bool Bunches(RecourseGroup group) => group.Scenarios > FewScenarios && DualBasis.Entries(group) <= MostEntries;

    /// <summary>Evaluates every scenario at the state to which the group was moved.</summary>
    /// <exception cref="OperationCanceledException">The token asks for it between two scenarios.</exception>
    internal void Evaluate(CancellationToken cancellation)
    {
        Array.Clear(Values);
        Array.Clear(gradients);
        Rejected = -1;
        bases.Clear();
        var bunches = Bunches(group);
        var w = first;
        for (var range = 0; range < ends.Length; range++)
        {
            used.Clear();
            for (; w < ends[range]; w++)
            {
                cancellation.ThrowIfCancellationRequested();
                var weight = group.Weight(w);
                if (weight == 0) continue;
                if (bunches && Known(w) is var (basis, value))
                {
                    hits++;
                    Values[range] += weight * value;
                    used[basis] = used.GetValueOrDefault(basis) + weight;
                    if (group.HasDeltas) group.SubtractDelta(w, basis.RowDuals, Gradient(range));
                }
                else if (!Solve(w, weight, range, bunches)) return;
            }
            foreach (var (basis, weight) in used) group.SubtractBase(weight, basis.RowDuals, Gradient(range));
        }
    }

    /// <summary>Solves the first scenario, so that every cluster of the group starts from its basis.</summary>
    internal void Lead()
    {
        if (tableau is not null || group.Programme.Columns == 0) return;
        SetRows(first);
        var programme = Solver();
        if (group.Moving.Length > 0) programme.SetRowBounds(group.Moving, rowLower, rowUpper);
        if (Run(programme) != ModelStatus.Optimal) return;
        programme.ReadBasis(out var columnStatus, out var rowStatus);
        group.Basis = (columnStatus, rowStatus);
    }

    public void Dispose()
    {
        tableau?.Dispose();
        solver?.Dispose();
        elastic?.Dispose();
    }

    // The basis that served last comes first; one that serves moves there.
    private (DualBasis Basis, double Value)? Known(int scenario)
    {
        for (var k = bases.Count - 1; k >= Math.Max(0, bases.Count - MostTries); k--)
        {
            var basis = bases[k];
            var value = basis.Value(group, scenario);
            if (double.IsNaN(value)) continue;
            if (k < bases.Count - 1) (bases[k], bases[^1]) = (bases[^1], basis);
            return (basis, value);
        }
        return null;
    }

    private bool Solve(int scenario, double weight, int range, bool bunches)
    {
        SetRows(scenario);
        var keeps = bunches && (built < 16 || hits > built / 2);
        if (keeps) built++;
        if (tableau is not null && tableau.Solve(group.Moving, rowLower, rowUpper, result))
        {
            Solves++;
            Count(scenario, weight, range, result.Objective, result.RowDuals);
            if (keeps) bases.Add(new DualBasis(tableau, group, result));
            return true;
        }
        var solver = Solver();
        if (group.Moving.Length > 0) solver.SetRowBounds(group.Moving, rowLower, rowUpper);
        var status = group.Programme.Columns > 0 ? Run(solver) : WithoutColumns();
        if (status is ModelStatus.Infeasible or ModelStatus.UnboundedOrInfeasible) return Reject(scenario, range);
        if (status == ModelStatus.Empty) return true;
        if (status != ModelStatus.Optimal) throw new DecompositionException($"A recourse programme ended as {status}.");
        solver.ReadAll(columns, reduced, rows, duals);
        Count(scenario, weight, range, solver.Objective, duals);
        if (keeps) bases.Add(new DualBasis(solver, group, columns, rows, duals));
        if (tableau is not null)
        {
            solver.ReadBasis(out var columnStatus, out var rowStatus);
            tableau.Adopt(columnStatus, rowStatus, []);
        }
        return true;
    }

    private Highs Solver()
    {
        if (solver is not null) return solver;
        solver = new Highs();
        group.Programme.LoadInto(solver);
        if (group.Basis is var (columnStatus, rowStatus)) solver.StartFrom(columnStatus, rowStatus);
        return solver;
    }

    private void Count(int scenario, double weight, int range, double value, double[] rowDuals)
    {
        Values[range] += weight * value;
        group.SubtractBase(weight, rowDuals, Gradient(range));
        if (group.HasDeltas) group.SubtractDelta(scenario, rowDuals, Gradient(range));
    }

    private void SetRows(int scenario)
    {
        var n = group.RandomRows.Length;
        for (var k = 0; k < group.Moving.Length; k++)
        {
            var row = group.Moving[k];
            var place = group.PlaceOfRandom[row];
            (rowLower[k], rowUpper[k]) = place < 0
                ? (group.FixedLower[row], group.FixedUpper[row])
                : (group.RowLower[scenario * n + place], group.RowUpper[scenario * n + place]);
        }
    }

    // Rows that the first stage alone must meet.
    private ModelStatus WithoutColumns()
    {
        for (var k = 0; k < group.Moving.Length; k++)
            if (rowLower[k] > Feasible || rowUpper[k] < -Feasible) return ModelStatus.Infeasible;
        return ModelStatus.Empty;
    }

    private ModelStatus Run(Highs programme)
    {
        Solves++;
        var status = programme.Run();
        if (status is ModelStatus.Optimal or ModelStatus.Infeasible) return status;
        programme.Forget();
        return programme.Run();
    }

    // A cut that keeps the state from making this scenario infeasible.
    private bool Reject(int scenario, int range)
    {
        if (elastic is null)
        {
            elastic = new Highs();
            group.Programme.Elastic().LoadInto(elastic);
        }
        if (group.Moving.Length > 0) elastic.SetRowBounds(group.Moving, rowLower, rowUpper);
        if (Run(elastic) != ModelStatus.Optimal) throw new DecompositionException("The distance of a recourse programme from feasible could not be found.");
        if (elastic.Objective <= Feasible) throw new DecompositionException("HiGHS calls a recourse programme infeasible that is feasible within its tolerance.");
        var (all, reducedAll) = (new double[elastic.Columns], new double[elastic.Columns]);
        elastic.Read(all, reducedAll, duals);
        Rejected = range;
        Values[range] = elastic.Objective;
        var gradient = Gradient(range);
        gradient.Clear();
        group.SubtractBase(1, duals, gradient);
        if (group.HasDeltas)
        {
            var own = new double[states];
            group.SubtractDelta(scenario, duals, own);
            Vectors.AddScaled(gradient, 1 / group.Weight(scenario), own);
        }
        return false;
    }
}
