using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>A multistage stochastic programme as a file states it: nodes, the weights between them, and independent noise inside them.</summary>
/// <remarks>
/// It is what every reader gives and every method takes. A scenario tree is a problem with a node for each of its own and no other noise; a stagewise independent
/// programme has one node a stage. Weights are kept as written, also where they sum to 1.0002: the value is the weighted sum.
/// </remarks>
public sealed class StochasticProblem
{
    private readonly int[] depth;

    /// <summary>Checks and holds a problem.</summary>
    /// <param name="name">Name, for reports.</param>
    /// <param name="sense">Which way the file optimises. Subproblems are in minimising form either way.</param>
    /// <param name="initialState">State entering the nodes that the root leads to.</param>
    /// <param name="root">Nodes that may come first, with their weights; at least one.</param>
    /// <param name="nodes">Nodes; a successor may stand anywhere in the list.</param>
    /// <exception cref="ArgumentException">A size, index or weight breaks a rule; the message names node, value and rule.</exception>
    public StochasticProblem(
        string name, Sense sense, ImmutableArray<double> initialState, ImmutableArray<Successor> root, ImmutableArray<ProblemNode> nodes)
    {
        (Name, Sense, InitialState, Root, Nodes) = (name, sense, initialState, root, nodes);
        ProblemRules.Check(this);
        (Order, depth) = ProblemOrder.Of(this);
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Which way the file optimises.</summary>
    public Sense Sense { get; }

    /// <summary>State entering the first nodes.</summary>
    public ImmutableArray<double> InitialState { get; }

    /// <summary>Nodes that may come first.</summary>
    public ImmutableArray<Successor> Root { get; }

    /// <summary>All nodes.</summary>
    public ImmutableArray<ProblemNode> Nodes { get; }

    /// <summary>True when no node can come again.</summary>
    public bool IsAcyclic => Order.Length > 0;

    /// <summary>True when a column that can be reached takes whole numbers only.</summary>
    public bool HasIntegers => Nodes.Any(node => node.Subproblem.Integers.Count > 0);

    /// <summary>Nodes on the longest path; 0 in a cyclic problem.</summary>
    public int Stages => depth.Length == 0 ? 0 : depth.Max();

    /// <summary>Paths through nodes and outcomes, from the root to an end; NaN in a cyclic problem.</summary>
    public double Scenarios
    {
        get
        {
            if (!IsAcyclic) return double.NaN;
            var paths = new double[Nodes.Length];
            foreach (var n in Order.Reverse())
            {
                var onward = Nodes[n].Successors.Where(next => next.Probability > 0).Sum(next => paths[next.Node]);
                paths[n] = Nodes[n].JointOutcomes * Math.Max(1, onward);
            }
            return Root.Where(first => first.Probability > 0).Sum(first => paths[first.Node]);
        }
    }

    /// <summary>Size of the extensive form: one block for each history of nodes and outcomes.</summary>
    public EquivalentSize EquivalentSize => Optimization.EquivalentSize.Of(this);

    /// <summary>The policy graph of this problem: nodes unfolded by depth, joint outcomes listed, weights turned into probabilities and factors of costs.</summary>
    /// <remarks>
    /// Costs are those of the minimising form. Bounds on the cost-to-go are computed; where nothing bounds a state it is taken to stay within ±1e6. Where several
    /// nodes may come first, a stage that hands the initial state on stands before them.
    /// </remarks>
    /// <exception cref="NotSupportedException">The problem is cyclic, or a node has more than 100,000 joint outcomes.</exception>
    /// <exception cref="ArgumentException">Nodes of one depth disagree on the number of their states.</exception>
    public PolicyGraph ToPolicyGraph() => GraphBuilder.Build(this);

    /// <summary>A policy graph as a problem, to solve it by other methods or to write it to a file. Both share subproblems.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="name">Name of the problem. Default "graph".</param>
    /// <exception cref="NotSupportedException">A stage measures risk, which a problem cannot say.</exception>
    public static StochasticProblem Of(PolicyGraph graph, string name = "graph")
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.MeasuresRisk) throw new NotSupportedException("The graph measures risk; a problem and its formats know the expectation alone.");
        return Unmeasured(graph, name);
    }

    /// <summary>The same, measures of risk left out.</summary>
    internal static StochasticProblem Unmeasured(PolicyGraph graph, string name)
    {
        var firsts = new int[graph.Stages.Length];
        for (var t = 1; t < firsts.Length; t++) firsts[t] = firsts[t - 1] + graph.Stages[t - 1].Nodes.Length;
        var nodes = graph.Stages.SelectMany((stage, t) => stage.Nodes.Select((node, n) => new ProblemNode(
            node.Name ?? $"{t + 1}.{n + 1}", node.Subproblem, node.Outcomes is [{ Probability: 1, Changes.IsEmpty: true }] ? [] : [node.Outcomes],
            t == graph.Stages.Length - 1 ? [] : [.. stage.Transitions[n].Select((chance, to) => new Successor(firsts[t + 1] + to, chance)).Where(next => next.Probability > 0)])));
        return new StochasticProblem(name, graph.Sense, graph.InitialState, [new Successor(0, 1)], [.. nodes]);
    }

    /// <summary>Reachable nodes, each before its successors; empty in a cyclic problem.</summary>
    internal ImmutableArray<int> Order { get; }

    /// <summary>A value of the minimising form in the sense of the file.</summary>
    internal double InSense(double minimised) => (Sense == Sense.Minimise ? minimised : -minimised) + 0.0;
}
