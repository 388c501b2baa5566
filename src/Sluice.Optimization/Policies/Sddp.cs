using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>A policy on a <see cref="PolicyGraph"/>, trained by stochastic dual dynamic programming: expected total cost, or a nested measure of its risk, is minimised.</summary>
/// <remarks>
/// Pereira and Pinto, "Multi-stage stochastic optimization applied to energy planning" (1991), on Markov nodes. Not for use by two threads at once;
/// a policy and its branches share nodes and count as one. Same graph, options and calls give the same bits for any number of threads, unless a time ceiling ends
/// a call. Dispose it: every node holds a solver instance.
/// </remarks>
public sealed partial class Sddp : IDisposable
{
    private readonly SddpOptions options;
    private readonly StageSolver[] stages;
    private readonly int owned;
    private readonly Family family;
    private readonly TrainingPass pass;
    private readonly BoundEstimator estimator;
    private readonly bool isBranch;
    private double lowerBound = double.NegativeInfinity;
    private bool disposed;

    /// <summary>Prepares an untrained policy. Solver instances are made when nodes are first solved.</summary>
    /// <param name="graph">The problem.</param>
    /// <param name="options">How to train; default options when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="NotSupportedException">A column takes whole numbers only.</exception>
    public Sddp(PolicyGraph graph, SddpOptions? options = null) : this(graph, options, 0) { }

    private Sddp(PolicyGraph graph, SddpOptions? options, ulong firstStream)
    {
        ArgumentNullException.ThrowIfNull(graph);
        this.options = options ?? new SddpOptions();
        this.options.Check();
        GraphRules.RefuseIntegers(graph);
        Graph = graph;
        family = new Family(this.options.Threads, firstStream);
        stages = StageSolver.All(graph.Stages, this.options);
        owned = stages.Length;
        pass = new TrainingPass(stages, owned, family.Pool, this.options, family.NextStream());
        estimator = new BoundEstimator(graph, stages, family.Pool, this.options);
    }

    private Sddp(Sddp parent, PolicyGraph graph, int early)
    {
        (options, family, Graph, owned, isBranch) = (parent.options, parent.family, graph, early, true);
        stages = [.. StageSolver.All(graph.Stages[..early], options, parent.stages[early]), .. parent.stages[early..]];
        pass = new TrainingPass(stages, owned, family.Pool, options, family.NextStream());
        estimator = new BoundEstimator(Graph, stages, family.Pool, options);
    }

    /// <summary>The problem.</summary>
    public PolicyGraph Graph { get; }

    /// <summary>Passes so far.</summary>
    public int Passes { get; private set; }

    /// <summary>Best lower bound on the optimal expected cost so far; never falls.</summary>
    public double LowerBound
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed || family.Disposed, this);
            return lowerBound = Math.Max(lowerBound, stages[0].Nodes[0].Expected(Graph.InitialState.AsSpan(), []));
        }
    }

    /// <summary>Work done so far.</summary>
    public SolverCounts Counts
    {
        get
        {
            var sum = estimator.InnerCounts;
            foreach (var stage in stages)
                foreach (var node in stage.Nodes) sum = node.AddTo(sum);
            return sum;
        }
    }

    /// <summary>Trains until a rule ends it. May be called again to go on.</summary>
    /// <param name="rules">When to stop; at least one rule.</param>
    /// <param name="progress">Told after each pass. Default null.</param>
    /// <param name="cancellation">Ends training between two linear programmes, or inside one that is in HiGHS; what was learnt stays usable.</param>
    /// <returns>Bounds and the reason for stopping. The upper bound is missing only if training was cancelled before the first estimate.</returns>
    /// <exception cref="ArgumentException">No rule is set or one is out of range.</exception>
    /// <exception cref="SubproblemException">A node has no optimal solution.</exception>
    /// <exception cref="SolverNotLoadedException">HiGHS cannot be loaded.</exception>
    public TrainingResult Train(StoppingRules rules, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(disposed || family.Disposed, this);
        ArgumentNullException.ThrowIfNull(rules);
        rules.Check();
        if (rules.AsksForGap && estimator.Averse && !rules.Bound!.IsInner(true))
            throw new ArgumentException("A gap is asked for under a measure of risk and its upper bound is the mean along paths, which is none; take BoundMethod.Inner and no rule.", nameof(rules));
        return new Training(this, rules, options.Clock, estimator).Run(progress, cancellation);
    }

    /// <summary>Finds an upper bound on the optimum: the expected cost of the present policy, or of a rule, along paths; or an inner approximation.</summary>
    /// <param name="by">Method, paths, seed, rule and points; defaults when null: along paths where every stage takes the expectation.</param>
    /// <returns>The bound with its kind; kind "none" and +∞ where the points of an inner approximation do not reach far enough.</returns>
    /// <param name="cancellation">Stops the estimate.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="SubproblemException">A node has no optimal solution.</exception>
    public UpperBound EstimateUpperBound(BoundOptions? by = null, CancellationToken cancellation = default)
    {
        by ??= new BoundOptions();
        by.Check();
        return estimator.Estimate(by, Graph.InitialState.AsSpan(), LowerBound, double.NegativeInfinity, cancellation)
            ?? throw new OperationCanceledException(cancellation);
    }

    /// <summary>
    /// Costs of the present policy, or of a rule, along paths, each less a control variate of mean zero: their mean estimates the expected cost, and their
    /// differences between two rules under one seed are paired.
    /// </summary>
    /// <param name="by">Number of paths (<see cref="BoundOptions.Paths"/>), seed and rule; defaults when null. Method and most paths do not count.</param>
    /// <param name="transitions">
    /// Other transition probabilities, [stage][from][to], one entry for each stage but the last, under which the paths are drawn and the control variate has mean
    /// zero; the policy stays as it was trained. Default (uninitialised): those of the graph.
    /// </param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>[path] cost.</returns>
    /// <exception cref="ArgumentException">A number, size or probability breaks a rule.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="SubproblemException">A node has no optimal solution.</exception>
    public ImmutableArray<double> CostsAlongPaths(BoundOptions? by = null, ImmutableArray<double[][]> transitions = default, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(disposed || family.Disposed, this);
        by ??= new BoundOptions();
        by.Check();
        if (!transitions.IsDefault) GraphRules.CheckTransitions(Graph.Stages, transitions);
        var costs = new PathCosts(stages, family.Pool, transitions.IsDefault ? null : [.. transitions.Select(rows => new Transitions(rows))]);
        return [.. costs.Evaluate(by, 0, by.Paths, Graph.InitialState.AsSpan(), cancellation) ?? throw new OperationCanceledException(cancellation)];
    }

    /// <summary>Solves one node under the present policy.</summary>
    /// <param name="stage">Stage, from 0.</param>
    /// <param name="node">Node in the stage, from 0.</param>
    /// <param name="state">Incoming state.</param>
    /// <param name="outcome">Outcome in the node, from 0.</param>
    /// <param name="edit">What a rule pins or prices for this solve; nothing when null.</param>
    /// <exception cref="ArgumentException">An index is out of range or the state has the wrong size.</exception>
    /// <exception cref="SubproblemException">The node has no optimal solution.</exception>
    public NodeSolution Solve(int stage, int node, ReadOnlySpan<double> state, int outcome = 0, RuleEdit? edit = null)
    {
        ObjectDisposedException.ThrowIf(disposed || family.Disposed, this);
        Checks.Index(stage, stages.Length, nameof(stage));
        Checks.Index(node, stages[stage].Nodes.Length, nameof(node));
        var solver = stages[stage].Nodes[node];
        Checks.Index(outcome, solver.Programme.Outcomes.Length, nameof(outcome));
        Checks.State(state, stages[stage].Incoming);
        if (edit is { IsEmpty: true }) edit = null;
        solver.Solve(state, outcome, edit);
        return NodeSolution.Of(solver, edit);
    }

    /// <summary>Walks plain paths, drawn by the transition and outcome probabilities, and shows every step.</summary>
    /// <param name="paths">Number of paths, ≥ 1.</param>
    /// <param name="seed">Seed of the paths. Policies and rules under one seed meet the same draws.</param>
    /// <param name="visitor">Called on this thread stage by stage, and within a stage path by path.</param>
    /// <param name="with">Another initial state, rule or chances; none when null.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <exception cref="ArgumentException">A number, size or probability breaks a rule.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="SubproblemException">A node has no optimal solution.</exception>
    public void Simulate(int paths, ulong seed, StepVisitor visitor, SimulationOptions? with = null, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(disposed || family.Disposed, this);
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        ArgumentNullException.ThrowIfNull(visitor);
        with ??= new SimulationOptions();
        var initial = with.InitialState.IsDefault ? Graph.InitialState : with.InitialState;
        Checks.State(initial.AsSpan(), stages[0].Incoming);
        if (!with.Transitions.IsDefault) GraphRules.CheckTransitions(Graph.Stages, with.Transitions);
        new Simulator(stages, family.Pool).Run(paths, seed, initial.AsSpan(), with, visitor, cancellation);
    }

    /// <summary>
    /// Another problem that differs only in its first stages or its initial state: it shares nodes and cuts of all later stages with this policy.
    /// Its passes improve them for both.
    /// </summary>
    /// <param name="earlyStages">
    /// In the minimising form. Stages that replace as many of this policy's first ones; empty to change the initial state alone. The last of them leaves the same states as the stage it
    /// replaces, in the same order, and goes to the same nodes; states of its own may live only between the earlier ones.
    /// </param>
    /// <param name="initialState">State entering the first stage.</param>
    /// <param name="cancellation">Stops the transfer of cuts.</param>
    /// <returns>A policy whose last early stage starts with the cuts that this policy's knowledge allows. Disposing it frees only its early nodes.</returns>
    /// <exception cref="ArgumentException">
    /// The combined graph breaks a rule, no stage would be left to share, or the last early stage measures risk where the stage that it replaces takes the mean over noise.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Sddp Branch(ImmutableArray<Stage> earlyStages, ImmutableArray<double> initialState, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(disposed || family.Disposed, this);
        var early = earlyStages.IsDefault ? 0 : earlyStages.Length;
        if (early >= stages.Length) throw new ArgumentException($"There are {early} early stages; this policy has {stages.Length}, and at least one must be shared.", nameof(earlyStages));
        var graph = new PolicyGraph([.. earlyStages.IsDefault ? [] : earlyStages, .. Graph.Stages[early..]], initialState) { Sense = Graph.Sense };
        if (early > 0 && !graph.Stages[early - 1].Risk.IsNeutral && !stages[early].KeepsOutcomes && stages[early].MostOutcomes > 1)
            throw new ArgumentException(
                $"The last early stage measures risk over the outcomes of stage {early}, of which this policy keeps only the mean; give stage {early - 1} of this policy a risk measure too.", nameof(earlyStages));
        var branch = new Sddp(this, graph, early);
        try
        {
            if (early > 0) CutTransfer.Run(stages[early - 1], branch.stages[early - 1], stages[early], family.Pool, cancellation);
            return branch;
        }
        catch
        {
            branch.Dispose();
            throw;
        }
    }

    /// <summary>Frees the nodes that this policy owns; branches of it cannot be used after their root policy is disposed.</summary>
    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        for (var t = 0; t < owned; t++) stages[t].Dispose();
        if (!isBranch) family.Dispose();
    }

    /// <summary>True when the first stage has a cut.</summary>
    internal bool KnowsSomething => stages[0].Nodes[0].Cuts is { Held: > 0 };

    /// <summary>Runs one pass. Returns false when cancelled half-way.</summary>
    internal bool RunPass(CancellationToken cancellation)
    {
        var whole = pass.Run(Passes + 1, Graph.InitialState.AsSpan(), lowerBound, cancellation);
        if (whole) Passes++;
        return whole;
    }

    /// <summary>What a policy and its branches have in common.</summary>
    private sealed class Family(int threads, ulong firstStream) : IDisposable
    {
        private ulong streams = firstStream;

        internal WorkerPool Pool { get; } = new(threads);
        internal bool Disposed { get; private set; }

        internal ulong NextStream() => streams++;

        public void Dispose()
        {
            Disposed = true;
            Pool.Dispose();
        }
    }
}
