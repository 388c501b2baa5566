namespace Sluice.Optimization;

/// <summary>Solves a problem by the method asked for.</summary>
public static class StochasticSolver
{
    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Method, accuracy and limits; defaults when null.</param>
    /// <param name="cancellation">Ends the search; the best so far is returned. An extensive form runs to its end.</param>
    public static Solution Solve(StochasticProblem problem, SolveOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new SolveOptions();
        options.Check();
        return options.Method == SolveMethod.Decomposition ? ByDecomposition(problem, options, cancellation) : ByEquivalent(problem, options);
    }

    private static Solution ByDecomposition(StochasticProblem problem, SolveOptions options, CancellationToken cancellation)
    {
        if (problem.HasIntegers) throw new NotSupportedException("Some columns take whole numbers only; cuts cannot obey that. Use the equivalent.");
        if (!problem.IsAcyclic) throw new NotSupportedException("The problem is cyclic; only acyclic ones are taken.");
        var how = new DecompositionOptions { Tolerance = options.Tolerance, Threads = options.Threads, Time = options.Time };
        if (TwoStageBenders.Suits(problem))
        {
            using var benders = new TwoStageBenders(problem, how);
            return benders.Solve(cancellation);
        }
        return MultistageSolver.Solve(problem, how, cancellation);
    }

    private static Solution ByEquivalent(StochasticProblem problem, SolveOptions options)
    {
        var result = Equivalent.Solve(problem, new EquivalentOptions
        {
            MaximumEntries = options.MaximumEntries, Time = options.Time, Threads = options.Threads, IntegerGap = Math.Max(1e-6, options.Tolerance),
        });
        var (lower, upper) = problem.Sense == Sense.Minimise ? (result.Bound, result.Value) : (result.Value, result.Bound);
        return new Solution(result.Value, lower, upper, Solution.Exact, "equivalent", result.Status == ModelStatus.Optimal, result.Iterations, 1, result.FirstDecision);
    }
}
