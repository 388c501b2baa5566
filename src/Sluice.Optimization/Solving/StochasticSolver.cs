namespace Sluice.Optimization;

/// <summary>Solves a problem by the method asked for.</summary>
/// <remarks>
/// <see cref="SolveMethod.Auto"/> foresees from its size how long the equivalent would take, and takes it where that is next to nothing. Else it begins with the
/// decomposition; where that is foreseen to take longer, at once or once its rounds show it, the equivalent starts beside it on one of the threads, and the first to
/// finish ends the other. With one thread the method that looks shorter is taken. Whole-number columns leave the equivalent, an extensive form that is too large the
/// decomposition.
/// </remarks>
public static class StochasticSolver
{
    // Below this, s, an equivalent is not worth comparing.
    private const double Soon = 0.04;

    private static readonly Solution Nothing =
        new(double.NaN, double.NegativeInfinity, double.PositiveInfinity, Solution.Exact, "equivalent", false, 0, 0, []);

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Method, accuracy and limits; defaults when null.</param>
    /// <param name="cancellation">Ends the search; the best so far is returned.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="EquivalentTooLargeException">The equivalent is asked for, or needed for whole numbers, and does not fit.</exception>
    /// <exception cref="NotSupportedException">A decomposition is asked for and the problem has whole-number columns or is cyclic.</exception>
    /// <exception cref="InvalidOperationException">The problem is infeasible or unbounded.</exception>
    /// <exception cref="SubproblemException">A node has no optimal solution.</exception>
    /// <exception cref="SolverNotLoadedException">HiGHS cannot be loaded.</exception>
    public static Solution Solve(StochasticProblem problem, SolveOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new SolveOptions();
        options.Check();
        if (!problem.IsAcyclic) throw new NotSupportedException("The problem is cyclic: a node can come again. Only acyclic problems are solved.");
        return options.Method switch
        {
            SolveMethod.Equivalent => ByEquivalent(problem, options, cancellation),
            SolveMethod.Decomposition => OrFail(() => ByDecomposition(problem, options, cancellation)),
            _ => Automatic(problem, options, cancellation),
        };
    }

    private static Solution Automatic(StochasticProblem problem, SolveOptions options, CancellationToken cancellation)
    {
        var size = problem.EquivalentSize;
        var fits = size.Entries <= options.MaximumEntries;
        if (problem.HasIntegers || problem.Stages == 1) return ByEquivalent(problem, options, cancellation);
        if (!fits) return OrFail(() => ByDecomposition(problem, options, cancellation));
        var equivalent = MethodChoice.EquivalentSeconds(size);
        if (equivalent < Soon) return OrElse(() => ByEquivalent(problem, options, cancellation), () => ByDecomposition(problem, options, cancellation));
        Watch? watch = null;
        var benders = TwoStageBenders.Suits(problem) ? Prepare(problem, options) : null;
        var decomposition = benders?.ExpectedSeconds ?? MethodChoice.NestedSeconds(problem);
        if (options.Threads == 1)
        {
            if (decomposition < equivalent) return OrElse(() => Decompose(cancellation, 1), () => ByEquivalent(problem, options, cancellation));
            benders?.Dispose();
            return OrElse(() => ByEquivalent(problem, options, cancellation), () => ByDecomposition(problem, options, cancellation));
        }
        watch = new Watch(equivalent, options.Threads);
        if (decomposition > equivalent) watch.Start();
        return Race.Run(c => Decompose(c, watch.Threads), Equivalently, cancellation);

        Solution Equivalently(CancellationToken c) => watch.Await(c) ? ByEquivalent(problem, options, c) : Nothing;

        Solution Decompose(CancellationToken c, int threads)
        {
            try
            {
                using (benders) return benders?.Solve(threads, c, watch) ?? ByDecomposition(problem, options with { Threads = threads }, c, watch);
            }
            finally
            {
                // Should it fail, the equivalent is needed.
                watch?.Start();
            }
        }
    }

    private static TwoStageBenders? Prepare(StochasticProblem problem, SolveOptions options)
    {
        try
        {
            return new TwoStageBenders(problem, How(options));
        }
        catch (DecompositionException)
        {
            return null;
        }
    }

    // Numerical trouble of one method is no reason to fail while the other can be tried.
    private static Solution OrElse(Func<Solution> first, Func<Solution> second)
    {
        try
        {
            return first();
        }
        catch (Exception e) when (e is DecompositionException or SubproblemException)
        {
            return second();
        }
    }

    private static Solution OrFail(Func<Solution> method)
    {
        try
        {
            return method();
        }
        catch (DecompositionException e)
        {
            throw new InvalidOperationException(e.Message, e);
        }
    }

    private static DecompositionOptions How(SolveOptions options) =>
        new() { Tolerance = options.Tolerance, Threads = options.Threads, Time = options.Time, CostToGo = options.CostToGoBound };

    private static Solution ByDecomposition(StochasticProblem problem, SolveOptions options, CancellationToken cancellation, Watch? watch = null)
    {
        if (problem.HasIntegers) throw new NotSupportedException("Some columns take whole numbers only; cuts cannot obey that. Use the equivalent.");
        var how = How(options) with { Watch = watch };
        if (how.CostToGo is { } bound && problem.Sense == Sense.Maximise) how = how with { CostToGo = -bound };
        if (!TwoStageBenders.Suits(problem)) return MultistageSolver.Solve(problem, how, cancellation);
        using var benders = new TwoStageBenders(problem, how);
        return benders.Solve(how.Threads, cancellation, watch);
    }

    private static Solution ByEquivalent(StochasticProblem problem, SolveOptions options, CancellationToken cancellation)
    {
        var result = Equivalent.Solve(problem, new EquivalentOptions
        {
            MaximumEntries = options.MaximumEntries, Time = options.Time, Threads = options.Threads, IntegerGap = Math.Max(1e-6, options.Tolerance),
        }, cancellation);
        if (result.Status is ModelStatus.Infeasible or ModelStatus.Unbounded or ModelStatus.UnboundedOrInfeasible)
            throw new InvalidOperationException($"The problem is {(result.Status == ModelStatus.Infeasible ? "infeasible" : result.Status == ModelStatus.Unbounded ? "unbounded" : "infeasible or unbounded")}.");
        var (lower, upper) = problem.Sense == Sense.Minimise ? (result.Bound, result.Value) : (result.Value, result.Bound);
        return new Solution(result.Value, lower, upper, Solution.Exact, "equivalent", result.Status == ModelStatus.Optimal, result.Iterations, 1, result.FirstDecision);
    }
}
