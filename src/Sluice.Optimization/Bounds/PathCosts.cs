namespace Sluice.Optimization;

/// <summary>Costs of the policy, or of a rule, along paths, less a control variate of mean zero.</summary>
/// <remarks>
/// Along a path the control variate is Σ [V̂(x, n) − Σ_m P V̂(x, m)] + [v(x, n, ω) − Σ_ω p v(x, n, ω)]. V̂ is any fixed function: solved and averaged over
/// the noise for successors of at least a given probability, the best stored support for the others; v is solved at the node reached.
/// </remarks>
internal sealed class PathCosts(StageSolver[] stages, WorkerPool pool, IReadOnlyList<Transitions>? otherChances = null)
{
    private PathBatch batch = null!;
    private BoundOptions options = null!;
    private double[] guesses = [], costs = [], noise = [];

    /// <summary>Cost of each path after the control variate; null when cancelled.</summary>
    internal double[]? Evaluate(BoundOptions by, int first, int count, ReadOnlySpan<double> initialState, CancellationToken cancellation)
    {
        options = by;
        batch = new PathBatch(stages, by.Seed, first, count, initialState, otherChances);
        guesses = new double[stages.Max(stage => stage.Nodes.Length) * count];
        (costs, noise) = (new double[count], new double[count]);
        do
        {
            Array.Clear(noise);
            if (!pool.Run(stages[batch.Stage].Nodes.Length, Visit, cancellation)) return null;
            for (var j = 0; j < count; j++) costs[j] -= noise[j] + (batch.Stage == 0 ? 0 : Surprise(j));
        }
        while (batch.Advance());
        return costs;
    }

    private Transitions Chances(int stage) => otherChances?[stage] ?? stages[stage].Next!;

    // V̂ at the node reached, less its mean over the nodes that could have been.
    private double Surprise(int path)
    {
        var chances = Chances(batch.Stage - 1);
        var (from, mean) = (batch.Previous[path], 0.0);
        foreach (var to in chances.Reachable(from)) mean += chances[from, to] * guesses[to * batch.Count + path];
        return guesses[batch.Node[path] * batch.Count + path] - mean;
    }

    private void Visit(int n, Workspace room)
    {
        var node = stages[batch.Stage].Nodes[n];
        var chances = batch.Stage == 0 ? null : Chances(batch.Stage - 1);
        for (var j = 0; j < batch.Count; j++)
        {
            room.Cancellation.ThrowIfCancellationRequested();
            var chance = chances?[batch.Previous[j], n] ?? 1;
            var reached = batch.Node[j] == n;
            if (chance == 0 && !reached) continue;
            var state = batch.State(j);
            var known = chance >= options.SolveProbability ? double.NegativeInfinity : node.Best(batch.Point(j), [], room);
            if (reached) Reach(node, n, j, known, room);
            else guesses[n * batch.Count + j] = double.IsFinite(known) ? known : node.Expected(state, [], room.Cancellation);
        }
    }

    private void Reach(NodeSolver node, int n, int j, double known, Workspace room)
    {
        var state = batch.State(j);
        var (drawn, outcomes) = (batch.Outcome[j], node.Programme.Outcomes);
        var (mean, value) = (0.0, 0.0);
        // The drawn outcome comes last, so that its solution is the one left in the node.
        for (var k = 1; k <= outcomes.Length; k++)
        {
            var w = (drawn + k) % outcomes.Length;
            if (outcomes[w].Probability == 0 && w != drawn) continue;
            room.Cancellation.ThrowIfCancellationRequested();
            node.Solve(state, w, null, room.Cancellation);
            mean += outcomes[w].Probability * node.Objective;
            value = node.Objective;
        }
        guesses[n * batch.Count + j] = double.IsFinite(known) ? known : mean;
        noise[j] = value - mean;
        if (options.Rule is { } rule)
        {
            room.Edit.Clear();
            rule(batch.Stage, n, drawn, state, room.Edit);
            node.Solve(state, drawn, room.Edit, room.Cancellation);
            node.CopyOutgoing(batch.Outgoing(j), room.Edit);
        }
        else node.CopyOutgoing(batch.Outgoing(j));
        costs[j] += node.StageCost;
    }
}
