using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>The nodes of one stage at work, with the affine bounds they gave at the last trial point entering the stage.</summary>
internal sealed class StageSolver : IDisposable
{
    private readonly int width;

    private StageSolver(Stage stage, int index, SddpOptions options, Dictionary<StageNode, NodeProgramme> laidOut)
    {
        var last = stage.Transitions is not { Length: > 0 };
        (Incoming, Outgoing) = (stage.Nodes[0].Subproblem.IncomingStates, stage.Nodes[0].Subproblem.OutgoingStates);
        Next = last ? null : new Transitions(stage.Transitions);
        Leaving = last ? null : new TrialPoints(Outgoing, options.SelectionPoints);
        Nodes = [.. stage.Nodes.Select((node, n) => Build(node, new NodeAddress(index, n, node.Name, options.FailedSubproblemPath), options, laidOut))];
        width = Vectors.Width(Incoming);
        Functions = new double[Nodes.Length * width];
        MostOutcomes = stage.Nodes.Max(node => node.Outcomes.Length);
    }

    /// <summary>Prepares the stages of a graph. Nodes that are the same object are laid out once.</summary>
    internal static StageSolver[] All(ImmutableArray<Stage> stages, SddpOptions options)
    {
        var laidOut = new Dictionary<StageNode, NodeProgramme>(ReferenceEqualityComparer.Instance);
        return [.. stages.Select((stage, t) => new StageSolver(stage, t, options, laidOut))];
    }

    internal NodeSolver[] Nodes { get; }
    internal Transitions? Next { get; }

    /// <summary>Trial points leaving this stage; null at the last.</summary>
    internal TrialPoints? Leaving { get; }

    internal int Incoming { get; }
    internal int Outgoing { get; }
    internal int MostOutcomes { get; }

    /// <summary>Affine lower bound on each node's value, exact or nearly so at the current trial point: slopes, intercept, zeros.</summary>
    internal double[] Functions { get; }

    internal Span<double> Function(int node) => Functions.AsSpan(node * width, width);

    /// <summary>Forms the cut of one node from the functions of the next stage, and gives it to the node.</summary>
    internal void AddCut(int node, StageSolver next, Workspace room)
    {
        var cut = room.Function(next.width);
        Vectors.Combine(Next!.Chances(node), Next.Reachable(node), next.Functions, cut);
        Nodes[node].Cuts!.Add(cut);
    }

    public void Dispose()
    {
        foreach (var node in Nodes) node.Dispose();
    }

    private NodeSolver Build(StageNode node, NodeAddress address, SddpOptions options, Dictionary<StageNode, NodeProgramme> laidOut)
    {
        if (!laidOut.TryGetValue(node, out var programme)) laidOut.Add(node, programme = new NodeProgramme(node.Subproblem, node.Outcomes));
        return new NodeSolver(programme, address, node.CostToGoLowerBound, Leaving, options);
    }
}
