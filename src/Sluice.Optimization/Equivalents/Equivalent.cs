using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>What solving an extensive form gave.</summary>
/// <param name="Status">What HiGHS said.</param>
/// <param name="Value">Best value found, in the sense of the problem; NaN when none was.</param>
/// <param name="Bound">No solution is better than this; equals <paramref name="Value"/> when a linear programme is solved.</param>
/// <param name="FirstDecision">Columns of the first node under its first outcome; empty when no solution was found.</param>
/// <param name="Iterations">Simplex or interior-point iterations; nodes of the search tree are not counted.</param>
public sealed record EquivalentSolution(ModelStatus Status, double Value, double Bound, ImmutableArray<double> FirstDecision, long Iterations);

/// <summary>Solves a problem as one programme over all its histories.</summary>
/// <remarks>
/// The programme is given to HiGHS with its presolve; whole-number columns make it a mixed-integer one. The presolve does not hear of a cancellation: it works on
/// unheeded, and the caller gets an answer without a solution.
/// </remarks>
public static class Equivalent
{
    // A run that hears of a cancellation has this long to give what it has found.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(30);

    /// <summary>Builds and solves the extensive form.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits; defaults when null.</param>
    /// <param name="cancellation">Ends the solver; the best so far is returned.</param>
    /// <exception cref="EquivalentTooLargeException">It is larger than allowed, or the problem is cyclic.</exception>
    /// <exception cref="SolverNotLoadedException">HiGHS cannot be loaded.</exception>
    public static EquivalentSolution Solve(StochasticProblem problem, EquivalentOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new EquivalentOptions();
        options.Check();
        var size = problem.EquivalentSize;
        if (!(size.Entries <= options.MaximumEntries && size.Integers <= options.MaximumIntegers)) throw new EquivalentTooLargeException(size, options);
        var nothing = new EquivalentSolution(ModelStatus.Interrupt, double.NaN, problem.InSense(double.NegativeInfinity), [], 0);
        if (cancellation.IsCancellationRequested) return nothing;
        if (!cancellation.CanBeCanceled) return Run(problem, options, cancellation);
        var run = Task.Factory.StartNew(() => Run(problem, options, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            Task.WaitAny([run], cancellation);
        }
        catch (OperationCanceledException) when (Task.WaitAny([run], Patience) < 0)
        {
            Stragglers.Leave(run);
            return nothing;
        }
        catch (OperationCanceledException)
        {
            // It has ended in time.
        }
        return run.GetAwaiter().GetResult();
    }

    private static EquivalentSolution Run(StochasticProblem problem, EquivalentOptions options, CancellationToken cancellation)
    {
        var form = new ExtensiveForm(problem);
        using var solver = new Highs();
        solver.SetOption("presolve", "on");
        solver.SetOption("solver", "choose");
        if (options.Time is { } time) solver.SetOption("time_limit", time.TotalSeconds);
        if (form.HasIntegers) solver.SetOption("mip_rel_gap", options.IntegerGap);
        form.LoadInto(solver);
        return Read(problem, form, solver, solver.Run(form.HasIntegers ? options.Threads : 1, cancellation));
    }

    private static EquivalentSolution Read(StochasticProblem problem, ExtensiveForm form, Highs solver, ModelStatus status)
    {
        var found = status == ModelStatus.Optimal || solver.HasPrimal;
        var value = found ? problem.InSense(solver.Objective + form.Constant) : double.NaN;
        var bound = status == ModelStatus.Optimal && !form.HasIntegers ? value
            : form.HasIntegers && double.IsFinite(solver.DualBound) ? problem.InSense(solver.DualBound + form.Constant)
            : problem.InSense(double.NegativeInfinity);
        ImmutableArray<double> decision = [];
        if (found)
        {
            var (columns, reduced, duals) = (new double[solver.Columns], new double[solver.Columns], new double[solver.Rows]);
            solver.Read(columns, reduced, duals);
            decision = [.. columns.Take(form.FirstColumns).Select(x => x + 0.0)];
        }
        return new EquivalentSolution(status, value, bound, decision, solver.TotalIterations);
    }
}
