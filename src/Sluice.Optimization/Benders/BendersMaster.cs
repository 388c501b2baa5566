namespace Sluice.Optimization;

/// <summary>The first stage with a cut variable for each cluster set, in HiGHS.</summary>
internal sealed class BendersMaster : IDisposable
{
    private const double SmallestCoefficient = 1e-11;
    private const int Patience = 12;

    private readonly Highs solver = new();
    private readonly int columns, rows, cuts;
    private readonly int[] outgoing;
    private readonly bool[] open;
    private readonly double[] lower, upper;
    private readonly CutRows adding = new();
    private readonly List<int> idle = [];
    private double box = double.PositiveInfinity;
    private double[] solution, reduced, duals;

    internal BendersMaster(LinearBlock block, double weight, double[] stateCosts, ReadOnlySpan<double> initialState, double[] costToGoLower)
    {
        (columns, rows, cuts) = (block.Columns, block.Rows, costToGoLower.Length);
        outgoing = block.Source.Outgoing.ToArray();
        var costs = new double[columns + cuts];
        for (var j = 0; j < columns; j++) costs[j] = weight * block.Costs[j];
        for (var i = 0; i < outgoing.Length; i++) costs[outgoing[i]] += stateCosts[i];
        (lower, upper) = ([.. block.ColumnLower, .. costToGoLower], [.. block.ColumnUpper, .. costToGoLower.Select(_ => double.PositiveInfinity)]);
        open = [.. costToGoLower.Select(double.IsFinite)];
        for (var k = 0; k < cuts; k++) costs[columns + k] = open[k] ? 1 : 0;
        Costs = costs.AsSpan(0, columns).ToArray();
        var local = LocalProgramme.Of(block, [.. Enumerable.Range(0, rows)], [.. Enumerable.Range(0, columns)]);
        var (rowLower, rowUpper) = (local.RowLower, local.RowUpper);
        for (var i = 0; i < rows; i++)
        {
            var shift = local.Shift(i, initialState);
            rowLower[i] -= shift;
            rowUpper[i] -= shift;
        }
        solver.Load(costs, lower, upper, rowLower, rowUpper, local.Start, local.Index, local.Value);
        (solution, reduced, duals) = (new double[columns + cuts], new double[columns + cuts], []);
        HasIntegers = block.Source.Integers.Count > 0;
    }

    internal bool HasIntegers { get; }

    /// <summary>Costs of the first stage's columns, weights and costs of states included.</summary>
    internal double[] Costs { get; }

    internal ReadOnlySpan<double> Solution => solution.AsSpan(0, columns);

    internal double Theta(int cut) => open[cut] ? solution[columns + cut] : double.NegativeInfinity;

    /// <summary>Value of the last solution, a lower bound when <see cref="IsBound"/>.</summary>
    internal double Value => solver.Objective;

    /// <summary>True when every cut variable is bounded below and no artificial bound holds.</summary>
    internal bool IsBound { get; private set; }

    internal long Iterations { get; private set; }

    internal void Solve()
    {
        var status = Run();
        for (var widening = 0; status is ModelStatus.Unbounded or ModelStatus.UnboundedOrInfeasible && widening < 2; widening++)
        {
            Fence(widening == 0 ? 1e5 : 1e8);
            status = Run();
        }
        if (status is ModelStatus.Infeasible or ModelStatus.UnboundedOrInfeasible) throw new InvalidOperationException("The problem has no feasible first stage.");
        if (status != ModelStatus.Optimal) throw new DecompositionException($"The master programme ended as {status}.");
        if (duals.Length < solver.Rows) duals = new double[solver.Rows + 256];
        solver.Read(solution, reduced, duals);
        IsBound = Array.TrueForAll(open, o => o) && !AtFence();
        if (double.IsFinite(box) && AtFence() && Array.TrueForAll(open, o => o)) Fence(box * 10);
        for (var k = 0; k < idle.Count; k++) idle[k] = duals[rows + k] == 0 ? idle[k] + 1 : 0;
    }

    internal void CopyState(ReadOnlySpan<double> point, Span<double> state)
    {
        for (var i = 0; i < outgoing.Length; i++) state[i] = point[outgoing[i]];
    }

    /// <summary>θ ≥ value + gradient · (state − at).</summary>
    internal void AddCut(int cut, double value, ReadOnlySpan<double> gradient, ReadOnlySpan<double> at)
    {
        if (!open[cut])
        {
            open[cut] = true;
            solver.SetCost(columns + cut, 1);
        }
        adding.Begin(value - Vectors.Dot(gradient, at), columns + cut);
        Append(gradient);
    }

    /// <summary>value + gradient · (state − at) ≤ 0.</summary>
    internal void AddFeasibilityCut(double value, ReadOnlySpan<double> gradient, ReadOnlySpan<double> at)
    {
        adding.Begin(value - Vectors.Dot(gradient, at));
        Append(gradient);
    }

    /// <summary>Brings the new cuts into the programme and drops old ones that have long been idle, once they are many.</summary>
    internal void Commit()
    {
        if (idle.Count > 3 * (columns + cuts) + 500)
        {
            adding.DropFrom(solver, rows, idle, Patience);
        }
        idle.AddRange(Enumerable.Repeat(0, adding.Count));
        adding.AddTo(solver);
        adding.Clear();
    }

    public void Dispose() => solver.Dispose();

    private ModelStatus Run()
    {
        var status = solver.Run();
        Iterations += solver.Iterations;
        if (status is ModelStatus.Optimal or ModelStatus.Infeasible or ModelStatus.Unbounded) return status;
        solver.Forget();
        status = solver.Run();
        Iterations += solver.Iterations;
        return status;
    }

    private void Append(ReadOnlySpan<double> gradient)
    {
        for (var i = 0; i < gradient.Length; i++)
            if (Math.Abs(gradient[i]) > SmallestCoefficient) adding.Append(outgoing[i], -gradient[i]);
    }

    private void Fence(double width)
    {
        box = width;
        for (var j = 0; j < columns; j++)
        {
            if (double.IsInfinity(lower[j]) || double.IsInfinity(upper[j]))
                solver.SetColumnBounds(j, double.IsInfinity(lower[j]) ? Math.Min(-box, upper[j]) : lower[j], double.IsInfinity(upper[j]) ? Math.Max(box, lower[j]) : upper[j]);
        }
    }

    private bool AtFence()
    {
        if (double.IsInfinity(box)) return false;
        for (var j = 0; j < columns; j++)
        {
            if (double.IsInfinity(lower[j]) && solution[j] <= -box * (1 - 1e-9)) return true;
            if (double.IsInfinity(upper[j]) && solution[j] >= box * (1 - 1e-9)) return true;
        }
        return false;
    }
}
