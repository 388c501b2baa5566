namespace Sluice.Optimization;

/// <summary>Turns path costs into an upper bound, with as many paths as its purpose needs.</summary>
internal sealed class BoundEstimator(PolicyGraph graph, StageSolver[] stages, WorkerPool pool, SddpOptions options)
{
    private const double ErrorsInAThirdOfTheGap = 6;

    private readonly bool averse = stages.Any(stage => !stage.Risk.IsNeutral);
    private readonly InnerBound inner = new(graph, stages, pool, options);
    private readonly PathCosts costs = new(stages, pool);

    /// <summary>True when a stage measures risk.</summary>
    internal bool Averse => averse;

    /// <summary>Linear programmes of a pass that skips none.</summary>
    internal double SolvesPerPass => stages.Sum(stage => (double)stage.Nodes.Sum(node => node.Programme.Outcomes.Length));

    /// <summary>Work done by inner approximations.</summary>
    internal SolverCounts InnerCounts => inner.Counts;

    /// <summary>Finds a bound; null when cancelled.</summary>
    /// <param name="options">Numbers of paths, seed and rule.</param>
    /// <param name="initialState">State entering the first stage.</param>
    /// <param name="lowerBound">Lower bound on the same problem.</param>
    /// <param name="enough">A gap that would end training; no more paths than needed to tell on which side of it the gap lies. −∞ for none.</param>
    /// <param name="cancellation">Stops the estimate.</param>
    internal UpperBound? Estimate(BoundOptions options, ReadOnlySpan<double> initialState, double lowerBound, double enough, CancellationToken cancellation)
    {
        if (options.IsInner(averse)) return Inner(options.Inner, cancellation);
        var sample = new List<double>();
        for (var count = options.Paths; ; count = Math.Min(sample.Count, options.MaximumPaths - sample.Count))
        {
            var more = costs.Evaluate(options, sample.Count, count, initialState, cancellation);
            if (more is null) return null;
            sample.AddRange(more);
            var bound = Summarise(sample);
            if (sample.Count >= options.MaximumPaths || Suffices(bound, lowerBound, enough)) return bound;
        }
    }

    /// <summary>Share of paths in one round to the linear programmes solved for them, in expectation.</summary>
    internal double ExpectedSolves(BoundOptions options)
    {
        if (options.IsInner(averse)) return options.Inner.Points * SolvesPerPass;
        var occupancy = new double[] { 1 };
        double solves = stages[0].Nodes[0].Programme.Outcomes.Length;
        for (var t = 1; t < stages.Length; t++)
        {
            var next = new double[stages[t].Nodes.Length];
            for (var from = 0; from < occupancy.Length; from++)
                foreach (var to in stages[t - 1].Next!.Reachable(from))
                {
                    var chance = stages[t - 1].Next![from, to];
                    next[to] += occupancy[from] * chance;
                    solves += occupancy[from] * (chance >= options.SolveProbability ? 1 : chance) * stages[t].Nodes[to].Programme.Outcomes.Length;
                }
            occupancy = next;
        }
        return solves * options.Paths;
    }

    private UpperBound? Inner(InnerOptions by, CancellationToken cancellation)
    {
        by.Check(graph.Stages);
        return inner.Value(by, cancellation) switch
        {
            null => null,
            double.PositiveInfinity => UpperBound.Missing,
            { } value => new UpperBound(value, value, 0, 0, UpperBound.Inner),
        };
    }

    private static bool Suffices(UpperBound bound, double lowerBound, double enough)
    {
        if (bound.Value - lowerBound <= enough) return true;
        var gap = bound.Mean - lowerBound;
        if (double.IsFinite(enough) && gap - 2 * bound.StandardError > enough) return true;
        return ErrorsInAThirdOfTheGap * bound.StandardError <= Math.Max(gap, 0) || bound.StandardError <= 1e-9 * Math.Abs(bound.Mean);
    }

    private UpperBound Summarise(List<double> sample)
    {
        var n = sample.Count;
        var mean = sample.Sum() / n;
        var squares = sample.Sum(cost => (cost - mean) * (cost - mean));
        var error = Math.Sqrt(squares / (n - 1) / n);
        return new UpperBound(mean + StudentT.Quantile975(n - 1) * error, mean, error, n, averse ? UpperBound.Estimate : UpperBound.Statistical);
    }
}
