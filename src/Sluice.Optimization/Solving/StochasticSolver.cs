namespace Sluice.Optimization;

/// <summary>Solves a problem by the method asked for.</summary>
/// <remarks>
/// <see cref="SolveMethod.Auto"/> foresees both times roughly. Where one is clearly shorter it takes that method with all threads; where neither is, and there is more
/// than one thread, both run at once and the first to finish ends the other. Whole-number columns leave the equivalent, an extensive form that is too large the decomposition.
/// </remarks>
public static class StochasticSolver
{
    // How much shorter a method must look to run alone.
    private const double ClearlyShorter = 2.5, ShorterInParallel = 1.2;
    private const double Soon = 0.03;

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
        var benders = TwoStageBenders.Suits(problem) ? Prepare(problem, options) : null;
        var decomposition = benders?.ExpectedSeconds ?? MethodChoice.NestedSeconds(problem);
        if (decomposition * ShorterInParallel < equivalent) return OrElse(() => Decompose(cancellation, options.Threads), () => ByEquivalent(problem, options, cancellation));
        if (equivalent * ClearlyShorter < decomposition || (options.Threads == 1 && equivalent <= decomposition))
        {
            benders?.Dispose();
            return OrElse(() => ByEquivalent(problem, options, cancellation), () => ByDecomposition(problem, options, cancellation));
        }
        if (options.Threads == 1) return OrElse(() => Decompose(cancellation, 1), () => ByEquivalent(problem, options, cancellation));
        return Race.Run(c => Decompose(c, options.Threads - 1), c => ByEquivalent(problem, options, c), cancellation);

        Solution Decompose(CancellationToken c, int threads)
        {
            using (benders) return benders?.Solve(threads, c) ?? ByDecomposition(problem, options with { Threads = threads }, c);
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

    private static Solution ByDecomposition(StochasticProblem problem, SolveOptions options, CancellationToken cancellation)
    {
        if (problem.HasIntegers) throw new NotSupportedException("Some columns take whole numbers only; cuts cannot obey that. Use the equivalent.");
        var how = How(options);
        if (how.CostToGo is { } bound && problem.Sense == Sense.Maximise) how = how with { CostToGo = -bound };
        if (!TwoStageBenders.Suits(problem)) return MultistageSolver.Solve(problem, how, cancellation);
        using var benders = new TwoStageBenders(problem, how);
        return benders.Solve(how.Threads, cancellation);
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
