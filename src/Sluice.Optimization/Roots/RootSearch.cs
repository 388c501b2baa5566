using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>Answers questions about the first stage with a node of its own, which starts from what the policy knows and meets later stages by cutting planes.</summary>
internal sealed class RootSearch : IDisposable
{
    private readonly StageSolver root;
    private readonly StageSolver? next;
    private readonly WorkerPool pool;
    private readonly ImmutableArray<double> state;
    private readonly RuleEdit? edit;
    private readonly double[] point;

    internal RootSearch(PolicyGraph graph, StageSolver[] stages, SddpOptions options, WorkerPool pool, RootQuestion question, CancellationToken cancellation)
    {
        (this.pool, state, next) = (pool, graph.InitialState, stages.Length > 1 ? stages[1] : null);
        var first = question.Weights.IsDefault || next is null ? graph.Stages[0] : graph.Stages[0] with { Transitions = [[.. question.Weights]] };
        root = StageSolver.All([first], options, next)[0];
        point = new double[Vectors.Width(root.Outgoing)];
        point[root.Outgoing] = 1;
        if (question.Pins.Length > 0)
        {
            edit = new RuleEdit();
            foreach (var pin in question.Pins) edit.SetBounds(pin.Column, pin.Lower, pin.Upper);
        }
        if (next is null) return;
        if (question.Weights.IsDefault) Copy(stages[0]);
        CutTransfer.Run(stages[0], root, next, pool, cancellation);
    }

    private NodeSolver Node => root.Nodes[0];

    internal RootAnswer Answer(RootQuestion question, CancellationToken cancellation)
    {
        var (rounds, settled) = (0, next is null);
        while (!settled && rounds < question.Rounds)
        {
            settled = Improve(question.Tolerance, cancellation);
            rounds++;
        }
        return Read(rounds, settled, cancellation);
    }

    public void Dispose() => root.Dispose();

    // Cuts of the policy's own first node hold whatever is pinned.
    private void Copy(StageSolver own)
    {
        for (var slot = 0; slot < own.Leaving!.Kept; slot++) root.Leaving!.Add(own.Leaving[slot]);
        var cuts = own.Nodes[0].Cuts!;
        for (var slot = 0; slot < cuts.Slots; slot++)
            if (cuts.IsHeld(slot)) Node.Cuts!.Add(cuts.Function(slot));
    }

    // Solves what follows at the decision under each outcome. Returns whether that raised nothing beyond the tolerance.
    private bool Improve(double tolerance, CancellationToken cancellation)
    {
        var settled = true;
        for (var w = 0; w < Node.Programme.Outcomes.Length; w++)
        {
            if (Node.Programme.Outcomes[w].Probability == 0) continue;
            Node.Solve(state.AsSpan(), w, edit, cancellation);
            var (known, scale) = (Node.CostToGo, Math.Abs(Node.Objective));
            Follow(next!, cancellation);
            root.Leaving!.Add(point);
            root.AddCut(0, next!, point, pool.Own);
            settled &= Node.Cuts!.Highest(point).Value - known <= tolerance * Math.Max(1e-9, scale);
        }
        return settled;
    }

    private void Follow(StageSolver after, CancellationToken cancellation)
    {
        Node.CopyOutgoing(point, edit);
        if (!pool.Run(after.Nodes.Length, (n, room) => after.Nodes[n].Evaluate(point.AsSpan(0, after.Incoming), after.FunctionsOf(n), room.Cancellation), cancellation))
            throw new OperationCanceledException(cancellation);
    }

    private RootAnswer Read(int rounds, bool settled, CancellationToken cancellation)
    {
        var outcomes = Node.Programme.Outcomes;
        var (value, solutions, successors) = (0.0, new NodeSolution?[outcomes.Length], new double[next?.Nodes.Length ?? 0]);
        for (var w = 0; w < outcomes.Length; w++)
        {
            if (outcomes[w].Probability == 0) continue;
            Node.Solve(state.AsSpan(), w, edit, cancellation);
            solutions[w] = NodeSolution.Of(Node, edit);
            value += outcomes[w].Probability * Node.Objective;
            if (next is null) continue;
            Follow(next, cancellation);
            for (var n = 0; n < successors.Length; n++) successors[n] += outcomes[w].Probability * Mean(next, n);
        }
        return new RootAnswer(value + 0.0, [.. solutions], [.. successors], rounds, settled);
    }

    private double Mean(StageSolver after, int n)
    {
        var functions = after.FunctionsOf(n);
        var (node, mean) = (after.Nodes[n], 0.0);
        for (var part = 0; part < node.Parts; part++)
            mean += (node.Parts == 1 ? 1 : node.Programme.Outcomes[part].Probability) * Vectors.Dot(functions.Slice(part * after.Width, after.Width), point);
        return mean;
    }
}
