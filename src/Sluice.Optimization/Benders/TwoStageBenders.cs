using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>Benders' decomposition of a problem with two stages (the L-shaped method), with several cuts a round.</summary>
/// <remarks>
/// Van Slyke and Wets (1969); several cuts: Birge and Louveaux (1988); cuts are made between the master's solution and the best point so far
/// (Ben-Ameur and Neto 2007). The lower bound is the master's value; the upper bound is the exact cost of the best point.
/// </remarks>
internal sealed class TwoStageBenders : IDisposable
{
    private const int MostCuts = 256;
    private const int ClustersPerGroup = 4;

    // Seconds, measured on the public instances.
    private const double BunchedScenario = 5e-6, RowOfASolve = 2.5e-6, DenseSolve = 2e-5, DenseEntry = 6e-9, ClusterTime = 1e-3, MasterCut = 4e-5;

    private readonly StochasticProblem problem;
    private readonly DecompositionOptions options;
    private WorkerPool pool = null!;
    private readonly LinearBlock first;
    private readonly ImmutableArray<Change> firstChanges;
    private readonly double firstWeight;
    private readonly double[] stateCosts;
    private readonly List<RecourseGroup> groups = [];
    private readonly List<RecourseCluster> clusters = [];
    private readonly RecourseCluster[] leaders;
    private readonly int states, cuts;
    private readonly double constant;
    private bool led;

    internal TwoStageBenders(StochasticProblem problem, DecompositionOptions options)
    {
        (this.problem, this.options) = (problem, options);
        var blocks = LinearBlock.All(problem);
        var root = problem.Root.Single(next => next.Probability > 0);
        first = blocks[root.Node];
        var node = problem.Nodes[root.Node];
        var outcome = node.Outcomes().Single();
        (firstChanges, firstWeight, states) = (outcome.Changes, root.Probability * outcome.Probability, node.Subproblem.OutgoingStates);
        stateCosts = new double[states];
        foreach (var sharing in node.Successors.Where(next => next.Probability > 0).GroupBy(next => problem.Nodes[next.Node].Subproblem, ReferenceEqualityComparer.Instance))
        {
            var (sources, weight) = Join([.. sharing]);
            var parts = RecourseParts.Of(blocks[sharing.First().Node], sources, firstWeight * weight);
            groups.AddRange(parts.Groups);
            constant += parts.Constant;
            var total = firstWeight * weight * sources.Aggregate(1.0, (product, source) => product * source.Sum(o => o.Probability));
            for (var i = 0; i < states; i++) stateCosts[i] += total * ((Subproblem)sharing.Key!).IncomingCosts[i];
        }
        for (var i = 0; i < node.Subproblem.IncomingStates; i++) constant += firstWeight * node.Subproblem.IncomingCosts[i] * problem.InitialState[i];
        cuts = Divide();
        leaders = [.. clusters.GroupBy(cluster => cluster.Group).Where(sharing => sharing.Skip(1).Any()).Select(sharing => sharing.First())];
    }

    /// <summary>True when a problem has the form: one first node without noise, and nothing after the second stage.</summary>
    internal static bool Suits(StochasticProblem problem)
    {
        var roots = problem.Root.Where(next => next.Probability > 0).ToList();
        return problem.Stages == 2 && roots.Count == 1 && problem.Nodes[roots[0].Node].JointOutcomes == 1;
    }

    /// <summary>Rough time to solve it, s: rounds of small programmes.</summary>
    internal double ExpectedSeconds
    {
        get
        {
            var round = groups.Sum(g => RecourseCluster.Bunches(g)
                ? g.Scenarios * BunchedScenario + Math.Min(g.Scenarios, 40) * OneSolve(g)
                : g.Scenarios * OneSolve(g));
            return ExpectedRounds * cuts * MasterCut + (clusters.Count * ClusterTime + ExpectedRounds * round) / Math.Min(options.Threads, clusters.Count);
        }
    }

    private static double OneSolve(RecourseGroup group) =>
        group.IsDense ? DenseSolve + DenseEntry * group.Programme.Rows * group.Programme.Columns : group.Programme.Rows * RowOfASolve;

    // The more cuts a round, the fewer rounds.
    private int ExpectedRounds => cuts > 100 ? 6 : cuts >= 10 ? 18 : 30;

    internal Solution Solve(int threads, CancellationToken cancellation, Watch? watch = null)
    {
        var how = options with { Watch = watch };
        using var workers = pool = new WorkerPool(threads);
        var limits = Limits();
        // Only now: the second stage may share the block.
        first.Apply(firstChanges);
        using var master = new BendersMaster(first, firstWeight, stateCosts, problem.InitialState.AsSpan(), limits);
        first.Undo(firstChanges);
        var search = new BendersSearch(master, states, how, ExpectedRounds, pool.ShrinkTo, At);
        search.Run(cancellation);
        var (lower, upper) = Bounds.Ordered(search.Lower + constant, search.Upper + constant);
        var (low, high) = problem.Sense == Sense.Minimise ? (lower, upper) : (-upper, -lower);
        return new Solution(
            problem.InSense(upper), low + 0.0, high + 0.0, Solution.Exact, "benders", search.Reached, search.Rounds,
            clusters.Sum(c => c.Solves) + search.Rounds, [.. search.Best.Select(x => x + 0.0)]);
    }

    public void Dispose()
    {
        foreach (var cluster in clusters) cluster.Dispose();
    }

    // Evaluates the second stage at a state; cuts come back as one sum for each cut variable.
    private bool At(double[] state, BendersCuts into, CancellationToken cancellation)
    {
        if (!pool.Run(groups.Count, (g, _) => groups[g].MoveTo(state), cancellation)) return false;
        if (!led && !(led = pool.Run(leaders.Length, (c, _) => leaders[c].Lead(), cancellation))) return false;
        if (!pool.Run(clusters.Count, (c, _) => clusters[c].Evaluate(cancellation), cancellation)) return false;
        into.Clear(cuts, states);
        foreach (var cluster in clusters)
        {
            for (var range = 0; range < cluster.Cuts.Length; range++)
            {
                if (cluster.Rejected == range) into.Reject(cluster.Values[range], cluster.Gradient(range), cluster.Cuts[range]);
                else if (cluster.Rejected >= 0 && range > cluster.Rejected) into.LeaveOut(cluster.Cuts[range]);
                else into.Add(cluster.Cuts[range], cluster.Values[range], cluster.Gradient(range));
            }
        }
        return true;
    }

    // Several nodes that share a subproblem are one node with a joint source of noise.
    private (ImmutableArray<ImmutableArray<Outcome>> Sources, double Weight) Join(List<Successor> sharing)
    {
        if (sharing.Count == 1) return (problem.Nodes[sharing[0].Node].Noise, sharing[0].Probability);
        var joint = sharing.SelectMany(next => problem.Nodes[next.Node].Outcomes().Select(o => new Outcome(next.Probability * o.Probability, o.Changes)));
        return ([[.. joint]], 1);
    }

    // Cut ranges of about equal size; the ranges of a group that bunches stand in few clusters, so that each learns from the others.
    private int Divide()
    {
        var total = groups.Sum(g => (double)g.Scenarios);
        var wanted = Math.Min(total, options.MostCuts);
        var ranges = 0;
        foreach (var group in groups)
        {
            var pieces = Math.Clamp((int)Math.Round(wanted * group.Scenarios / total), 1, group.Scenarios);
            var together = RecourseCluster.Bunches(group) ? Math.Max(1, pieces / ClustersPerGroup) : 1;
            int[] ends = [.. Enumerable.Range(1, pieces).Select(k => (int)((long)group.Scenarios * k / pieces))];
            for (var k = 0; k < pieces; k += together)
            {
                var cluster = new RecourseCluster(group, k == 0 ? 0 : ends[k - 1], ends[k..Math.Min(pieces, k + together)], states);
                for (var r = 0; r < cluster.Cuts.Length; r++) cluster.Cuts[r] = ranges++;
                clusters.Add(cluster);
            }
        }
        var count = Math.Min(ranges, MostCuts);
        foreach (var cluster in clusters)
            for (var r = 0; r < cluster.Cuts.Length; r++) cluster.Cuts[r] = (int)((long)cluster.Cuts[r] * count / ranges);
        return count;
    }

    // A cut variable without a known lower bound enters with its first cut.
    private double[] Limits() => [.. Enumerable.Repeat(double.NegativeInfinity, cuts)];
}
