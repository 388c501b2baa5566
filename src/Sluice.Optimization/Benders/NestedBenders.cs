using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>Nested decomposition of an acyclic graph: sampled sweeps while there is much to learn, then sweeps over every state that the policy meets.</summary>
/// <remarks>
/// Birge (1985) on trees, Pereira and Pinto (1991) where nodes are shared. States that many histories lead to are counted once; when all of them fit, the cost of
/// the policy is exact and with it the upper bound. When they do not, the bound is statistical, from <see cref="Sddp"/>.
/// </remarks>
internal sealed class NestedBenders : IDisposable
{
    private const int MostStates = 20_000;
    private const int FewScenarios = 500;
    private const int FirstSample = 4;
    private const int LargestSample = 512;
    private const int StallWindow = 8;

    // The longer it takes, the more each sweep learns.
    private const int Learning = 12;
    private const int UsualRounds = 14;

    private readonly StochasticProblem problem;
    private readonly DecompositionOptions options;
    private readonly PolicyGraph graph;
    private readonly NestedStage[] stages;
    private readonly int[][]? slackFrom;
    private readonly WorkerPool pool;
    private readonly NestedSweep sweep;
    private readonly long start;
    private readonly Foresight foresight;
    private RandomStream random = new(1, 77);

    internal NestedBenders(StochasticProblem problem, DecompositionOptions options, double slackPrice = 0)
    {
        (this.problem, this.options) = (problem, options);
        start = options.Clock.GetTimestamp();
        foresight = new Foresight(options.Tolerance, UsualRounds);
        graph = GraphBuilder.Build(problem, slackPrice, options.CostToGo);
        GraphRules.RefuseIntegers(graph);
        var laidOut = new Dictionary<StageNode, NodeProgramme>(ReferenceEqualityComparer.Instance);
        var settings = new SddpOptions { Threads = options.Threads, SelectionPoints = 4000 };
        stages = [.. graph.Stages.Select((stage, t) => new NestedStage(stage, t, settings, laidOut))];
        if (slackPrice > 0) slackFrom = [.. graph.Stages.Select(stage => stage.Nodes.Select(FirstSlack).ToArray())];
        pool = new WorkerPool(options.Threads);
        sweep = new NestedSweep(stages, pool, [.. graph.InitialState]);
    }

    /// <summary>True when every sweep takes all states: they are few, or no two histories share a node, so that a sample would leave most of a tree unlearnt.</summary>
    internal static bool TakesAll(StochasticProblem problem) => problem.Scenarios <= Math.Max(FewScenarios, 2 * problem.Nodes.Length);

    internal double Lower { get; private set; } = double.NegativeInfinity;
    internal double Upper { get; private set; } = double.PositiveInfinity;
    internal int Rounds { get; private set; }

    /// <summary>Slack that the policy of <see cref="Upper"/> uses; above 0 the price was too low.</summary>
    internal double Slack { get; private set; }

    /// <summary>True when the policy meets more states than are counted.</summary>
    internal bool TooManyStates { get; private set; }

    internal bool Reached => double.IsFinite(Upper) && Upper - Lower <= options.Tolerance * Math.Max(1e-10, Math.Abs(Upper));

    private bool OutOfTime => options.Clock.GetElapsedTime(start) >= options.Time;

    internal Solution Solve(CancellationToken cancellation)
    {
        var sample = TakesAll(problem) ? int.MaxValue : FirstSample;
        var recent = new Queue<double>();
        while (!cancellation.IsCancellationRequested && !OutOfTime && !Reached && !TooManyStates)
        {
            if (!Round(sample, cancellation)) break;
            if (Reached) break;
            if (options.Watch is { } watch) pool.ShrinkTo(watch.Foresee(foresight.After(options.Clock.GetElapsedTime(start).TotalSeconds, Lower, Upper)));
            recent.Enqueue(Lower);
            if (Rounds % Learning == 0) sample = Math.Max(sample, Math.Min(LargestSample, sample * 2));
            if (recent.Count <= StallWindow) continue;
            var before = recent.Dequeue();
            if (Lower - before > 0.1 * options.Tolerance * Math.Max(1e-10, Math.Abs(Lower)) || sample == int.MaxValue) continue;
            // The sampled sweeps learn nothing more: see what the policy really costs, and learn from all its states.
            if (!Round(MostStates, cancellation)) break;
            if (!sweep.IsExact && sample >= LargestSample) TooManyStates = true;
            sample = Math.Min(LargestSample, sample * 4);
            recent.Clear();
        }
        return Result();
    }

    public void Dispose()
    {
        foreach (var stage in stages) stage.Dispose();
        pool.Dispose();
    }

    private bool Round(int sample, CancellationToken cancellation)
    {
        if (!sweep.Forward(sample, ref random, slackFrom, cancellation)) return false;
        if (sweep.IsExact && sweep.Cost < Upper) (Upper, Slack) = (sweep.Cost, sweep.Slack);
        if (sweep.IsExact) Lower = Math.Max(Lower, Root());
        if (Reached) return true;
        if (!sweep.Backward(cancellation)) return false;
        Rounds++;
        Lower = Math.Max(Lower, Root());
        return true;
    }

    private double Root() => stages[0].Nodes[0].Expected(graph.InitialState.AsSpan(), []);

    private Solution Result()
    {
        var (lower, upper) = Bounds.Ordered(Lower, Upper);
        var (low, high) = problem.Sense == Sense.Minimise ? (lower, upper) : (-upper, -lower);
        var first = stages[0].Nodes[0];
        first.Solve(graph.InitialState.AsSpan(), 0);
        return new Solution(
            problem.InSense(double.IsFinite(Upper) ? Upper : Lower), low + 0.0, high + 0.0, Solution.Exact, "nested benders", Reached, Rounds,
            stages.SelectMany(stage => stage.Nodes).Aggregate(default(SolverCounts), (sum, node) => node.AddTo(sum)).Solves, [.. first.Columns]);
    }

    private static int FirstSlack(StageNode node)
    {
        var slacks = 0;
        for (var i = 0; i < node.Subproblem.Rows; i++)
            slacks += (double.IsInfinity(node.Subproblem.RowLower[i]) ? 0 : 1) + (double.IsInfinity(node.Subproblem.RowUpper[i]) ? 0 : 1);
        return node.Name is "root" or "end" ? node.Subproblem.Columns : node.Subproblem.Columns - slacks;
    }
}
