using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>A node of a stage and a state entering it, met with some weight under the present policy.</summary>
internal sealed record Visit(int Node, double[] State, double Weight);

/// <summary>A state leaving nodes of one class, at which their successors are evaluated.</summary>
internal sealed record Departure(int Class, double[] State);

/// <summary>One stage of a nested decomposition: its nodes, and classes of nodes that lead to the same successors and so share trial points and cuts.</summary>
internal sealed class NestedStage : IDisposable
{
    private readonly double[][] transitions;

    internal NestedStage(Stage stage, int index, SddpOptions options, Dictionary<StageNode, NodeProgramme> laidOut)
    {
        transitions = stage.Transitions ?? [];
        Incoming = stage.Nodes[0].Subproblem.IncomingStates;
        Outgoing = stage.Nodes[0].Subproblem.OutgoingStates;
        var classes = new Dictionary<string, int>();
        ClassOf = [.. Enumerable.Range(0, stage.Nodes.Length).Select(n =>
        {
            var reach = transitions.Length == 0 ? "" : string.Join(' ', Enumerable.Range(0, transitions[n].Length).Where(to => transitions[n][to] > 0));
            if (!classes.TryGetValue(reach, out var known)) classes.Add(reach, known = classes.Count);
            return known;
        })];
        Members = [.. Enumerable.Range(0, classes.Count).Select(c => Enumerable.Range(0, stage.Nodes.Length).Where(n => ClassOf[n] == c).ToArray())];
        Reach = [.. Members.Select(members => transitions.Length == 0 ? [] : Enumerable.Range(0, transitions[members[0]].Length).Where(to => transitions[members[0]][to] > 0).ToArray())];
        Points = [.. Members.Select(_ => new TrialPoints(Outgoing, options.SelectionPoints))];
        Nodes = [.. stage.Nodes.Select((node, n) =>
        {
            if (!laidOut.TryGetValue(node, out var programme)) laidOut.Add(node, programme = new NodeProgramme(node.Subproblem, node.Outcomes));
            return new NodeSolver(programme, new NodeAddress(index, n, node.Name, null), node.CostToGoLowerBound, transitions.Length == 0 ? null : Points[ClassOf[n]], options);
        })];
    }

    internal int Incoming { get; }
    internal int Outgoing { get; }
    internal NodeSolver[] Nodes { get; }
    internal int[] ClassOf { get; }
    internal int[][] Members { get; }

    /// <summary>[class]: successors.</summary>
    internal int[][] Reach { get; }

    internal TrialPoints[] Points { get; }

    internal double Chance(int from, int to) => transitions[from][to];

    public void Dispose()
    {
        foreach (var node in Nodes) node.Dispose();
    }
}
