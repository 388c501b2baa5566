using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>The nodes of one stage at work, with the values they gave at the last trial point entering the stage.</summary>
internal sealed class StageSolver : IDisposable
{
    private StageSolver(Stage stage, int index, SddpOptions options, Dictionary<StageNode, NodeProgramme> laidOut)
    {
        var last = stage.Transitions is not { Length: > 0 };
        (Incoming, Outgoing) = (stage.Nodes[0].Subproblem.IncomingStates, stage.Nodes[0].Subproblem.OutgoingStates);
        Next = last ? null : new Transitions(stage.Transitions);
        Leaving = last ? null : new TrialPoints(Outgoing, options.SelectionPoints);
        Nodes = [.. stage.Nodes.Select((node, n) => Build(node, new NodeAddress(index, n, node.Name, options.FailedSubproblemPath), options, laidOut))];
        Values = new double[Nodes.Length];
        Gradients = new double[Nodes.Length * Incoming];
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

    /// <summary>Value of each node at the current trial point.</summary>
    internal double[] Values { get; }

    /// <summary>Gradient of each node at the current trial point, [node × incoming state].</summary>
    internal double[] Gradients { get; }

    internal Span<double> Gradient(int node) => Gradients.AsSpan(node * Incoming, Incoming);

    /// <summary>Forms the cut of one node from the values of the next stage at a point, and gives it to the node.</summary>
    internal void AddCut(int node, StageSolver next, ReadOnlySpan<double> point, Workspace room)
    {
        var slope = room.SlopeOf(point.Length);
        slope.Clear();
        var intercept = 0.0;
        var row = Next!.Row(node);
        foreach (var to in Next.Reachable(node))
        {
            intercept += row[to] * next.Values[to];
            Vectors.AddScaled(slope, row[to], next.Gradient(to));
        }
        Nodes[node].Cuts!.Add(intercept - Vectors.Dot(slope, point), slope);
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
