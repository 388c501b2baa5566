using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>The nodes of one stage at work, with the affine bounds they gave at the last trial point entering the stage.</summary>
/// <remarks>
/// A node gives one bound on its mean over the outcomes, or one for each outcome where the stage before measures risk: its <em>parts</em>, numbered through the stage.
/// </remarks>
internal sealed class StageSolver : IDisposable
{
    private readonly int[] first;
    private Successors[] successors = [];

    private StageSolver(Stage stage, int index, RiskMeasure entering, SddpOptions options, Dictionary<(Subproblem, ImmutableArray<Outcome>), NodeProgramme> laidOut)
    {
        var last = stage.Transitions is not { Length: > 0 };
        (Incoming, Outgoing) = (stage.Nodes[0].Subproblem.IncomingStates, stage.Nodes[0].Subproblem.OutgoingStates);
        Next = last ? null : new Transitions(stage.Transitions);
        Leaving = last ? null : new TrialPoints(Outgoing, options.SelectionPoints);
        Risk = last ? RiskMeasure.Expectation : stage.Risk;
        MostOutcomes = stage.Nodes.Max(node => node.Outcomes.Length);
        KeepsOutcomes = !entering.IsNeutral && MostOutcomes > 1;
        Nodes = [.. stage.Nodes.Select((node, n) => Build(node, new NodeAddress(index, n, node.Name, options.FailedSubproblemPath), options, laidOut))];
        Width = Vectors.Width(Incoming);
        first = new int[Nodes.Length + 1];
        for (var n = 0; n < Nodes.Length; n++) first[n + 1] = first[n] + Nodes[n].Parts;
        Functions = new double[Parts * Width];
    }

    /// <summary>Prepares the stages of a graph, and joins the last to a stage that follows if there is one. Nodes of one subproblem and one list of outcomes are laid out once.</summary>
    internal static StageSolver[] All(ImmutableArray<Stage> stages, SddpOptions options, StageSolver? following = null)
    {
        var laidOut = new Dictionary<(Subproblem, ImmutableArray<Outcome>), NodeProgramme>();
        StageSolver[] all = [.. stages.Select((stage, t) => new StageSolver(stage, t, t == 0 ? RiskMeasure.Expectation : stages[t - 1].Risk, options, laidOut))];
        for (var t = 0; t < all.Length; t++)
            if ((t < all.Length - 1 ? all[t + 1] : following) is { } next) all[t].successors = Successors.All(all[t].Next!, next);
        return all;
    }

    internal NodeSolver[] Nodes { get; }
    internal Transitions? Next { get; }

    /// <summary>Trial points leaving this stage; null at the last.</summary>
    internal TrialPoints? Leaving { get; }

    /// <summary>Measure of what follows this stage.</summary>
    internal RiskMeasure Risk { get; }

    /// <summary>True when bounds are kept for each outcome.</summary>
    internal bool KeepsOutcomes { get; }

    internal int Incoming { get; }
    internal int Outgoing { get; }
    internal int MostOutcomes { get; }

    /// <summary>Number of parts of all nodes.</summary>
    internal int Parts => first[^1];

    /// <summary>Entries of an affine function of the incoming state.</summary>
    internal int Width { get; }

    /// <summary>Affine lower bound on each part, exact or nearly so at the current trial point: slopes, intercept, zeros.</summary>
    internal double[] Functions { get; }

    /// <summary>Those of one node, part after part.</summary>
    internal Span<double> FunctionsOf(int node) => Functions.AsSpan(first[node] * Width, Nodes[node].Parts * Width);

    /// <summary>First part of a node.</summary>
    internal int FirstPart(int node) => first[node];

    /// <summary>Parts of the next stage that a node can meet.</summary>
    internal Successors After(int node) => successors[node];

    /// <summary>Most that the weight of a next node can be as seen from a node.</summary>
    internal double MostWeight(int from, int to)
    {
        var chance = Next![from, to];
        return Risk.IsNeutral || chance == 0 ? chance : Math.Min(1, chance * Risk.Emphasis);
    }

    /// <summary>Forms the cut of one node from the functions of the next stage, as they stand at a point, and gives it to the node.</summary>
    internal void AddCut(int node, StageSolver next, ReadOnlySpan<double> point, Workspace room) => AddCut(node, next.Functions, point, room);

    /// <summary>The same with functions of the next stage's parts that were kept.</summary>
    internal void AddCut(int node, ReadOnlySpan<double> functions, ReadOnlySpan<double> point, Workspace room)
    {
        var cut = room.Function(point.Length);
        After(node).Combine(Risk, functions, point, cut, room);
        Nodes[node].Cuts!.Add(cut);
    }

    public void Dispose()
    {
        foreach (var node in Nodes) node.Dispose();
    }

    private NodeSolver Build(StageNode node, NodeAddress address, SddpOptions options, Dictionary<(Subproblem, ImmutableArray<Outcome>), NodeProgramme> laidOut)
    {
        if (!laidOut.TryGetValue((node.Subproblem, node.Outcomes), out var programme)) laidOut.Add((node.Subproblem, node.Outcomes), programme = new NodeProgramme(node.Subproblem, node.Outcomes));
        return new NodeSolver(programme, address, node.CostToGoLowerBound, Leaving, options, KeepsOutcomes ? programme.Outcomes.Length : 1);
    }
}
