namespace Sluice.Optimization;

/// <summary>Nested decomposition, with priced slacks where some state makes a later stage infeasible, and SDDP where the policy meets too many states.</summary>
internal static class MultistageSolver
{
    // Exact penalties: prices rise until the policy uses no slack.
    private static readonly double[] SlackPrices = [1e2, 1e4, 1e6];

    internal static Solution Solve(StochasticProblem problem, DecompositionOptions options, CancellationToken cancellation)
    {
        try
        {
            using var nested = new NestedBenders(problem, options);
            var solution = nested.Solve(cancellation);
            return nested.TooManyStates ? BySampling(problem, options, solution, cancellation) : solution;
        }
        catch (SubproblemException e) when (e.Status is ModelStatus.Infeasible or ModelStatus.UnboundedOrInfeasible)
        {
            return WithSlacks(problem, options, cancellation);
        }
    }

    private static Solution WithSlacks(StochasticProblem problem, DecompositionOptions options, CancellationToken cancellation)
    {
        var largest = problem.Nodes.Max(node => Math.Max(1, node.Subproblem.Costs.ToArray().Select(Math.Abs).DefaultIfEmpty(0).Max()));
        foreach (var price in SlackPrices)
        {
            using var nested = new NestedBenders(problem, options, price * largest);
            var solution = nested.Solve(cancellation);
            if (nested.Slack <= 1e-6) return solution;
        }
        throw new DecompositionException("Some history stays infeasible whatever missing a row costs; the problem may have no feasible policy.");
    }

    private static Solution BySampling(StochasticProblem problem, DecompositionOptions options, Solution before, CancellationToken cancellation)
    {
        using var policy = new Sddp(GraphBuilder.Build(problem, 0, options.CostToGo), new SddpOptions { Threads = options.Threads });
        var result = policy.Train(new StoppingRules { RelativeGap = options.Tolerance, Time = options.Time ?? TimeSpan.FromMinutes(1) }, null, cancellation);
        var (lower, upper) = (Math.Max(result.LowerBound, problem.InSense(problem.Sense == Sense.Minimise ? before.Lower : before.Upper)), result.UpperBound.Value);
        var (low, high) = problem.Sense == Sense.Minimise ? (lower, upper) : (-upper, -lower);
        return new Solution(
            problem.InSense(lower), low, high, result.UpperBound.Kind, "sddp", result.Reason == StopReason.Gap, result.Passes, before.Solves + result.Solves,
            [.. policy.Solve(0, 0, problem.InitialState.AsSpan()).Columns]);
    }
}
