using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>A node of a <see cref="Model"/>, to be linked to others.</summary>
public sealed class ModelNode
{
    internal ModelNode(int index) => Index = index;

    internal int Index { get; }
}

/// <summary>States a multistage problem in the way it is written on paper: states, then stage by stage variables, constraints and an objective.</summary>
/// <remarks>Stages follow each other by themselves; for Markov chains and trees use <see cref="Node"/> and <see cref="Link"/>.</remarks>
public sealed class Model
{
    private readonly Sense sense;
    private readonly string name;
    private readonly List<(State State, double Initial)> states = [];
    private readonly List<(string Name, StageModel Stage, List<Successor> Next)> nodes = [];
    private readonly List<Successor> root = [];
    private ModelNode? last;

    /// <summary>Starts a model.</summary>
    /// <param name="name">Name.</param>
    /// <param name="sense">Whether expected cost is minimised (default) or expected revenue maximised.</param>
    public Model(string name, Sense sense = Sense.Minimise) => (this.name, this.sense) = (name, sense);

    /// <summary>Adds a state; all states come before the first stage.</summary>
    /// <param name="stateName">Name.</param>
    /// <param name="initial">Value entering the first stage.</param>
    /// <exception cref="InvalidOperationException">A stage has been stated.</exception>
    public State State(string stateName, double initial = 0)
    {
        if (nodes.Count > 0) throw new InvalidOperationException("A stage has been stated; all states come before it.");
        Checks.Finite(initial, nameof(initial));
        var state = new State(stateName, states.Count);
        states.Add((state, initial));
        return state;
    }

    /// <summary>Adds a stage after the last one, or the first.</summary>
    /// <param name="stageName">Name.</param>
    /// <param name="write">States the stage.</param>
    public ModelNode Stage(string stageName, Action<StageModel> write)
    {
        var node = Node(stageName, write);
        if (last is null) Start(node, 1);
        else Link(last, node, 1);
        return last = node;
    }

    /// <summary>Adds a node that nothing leads to yet.</summary>
    /// <param name="nodeName">Name.</param>
    /// <param name="write">States the node.</param>
    public ModelNode Node(string nodeName, Action<StageModel> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var stage = new StageModel([.. states.Select(s => s.State.Name)], sense);
        write(stage);
        nodes.Add((nodeName, stage, []));
        return new ModelNode(nodes.Count - 1);
    }

    /// <summary>Says that a node may come first.</summary>
    /// <param name="node">The node.</param>
    /// <param name="probability">Chance, 0 to 1.</param>
    public void Start(ModelNode node, double probability)
    {
        ArgumentNullException.ThrowIfNull(node);
        Checks.Share(probability, nameof(probability));
        root.Add(new Successor(node.Index, probability));
    }

    /// <summary>Says that a node may follow another; what is missing to 1 ends there at no further cost.</summary>
    /// <param name="from">The earlier node.</param>
    /// <param name="to">The later node.</param>
    /// <param name="probability">Chance, 0 to 1.</param>
    public void Link(ModelNode from, ModelNode to, double probability)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        Checks.Share(probability, nameof(probability));
        nodes[from.Index].Next.Add(new Successor(to.Index, probability));
    }

    /// <summary>The problem, to solve, to write, or to turn into a policy graph. Call it once.</summary>
    /// <exception cref="ArgumentException">Nothing is stated, or a rule of <see cref="StochasticProblem"/> is broken.</exception>
    public StochasticProblem Build()
    {
        ImmutableArray<string> names = [.. states.Select(s => s.State.Name)];
        var built = nodes.Select(node =>
        {
            var (programme, noise) = node.Stage.Build();
            return new ProblemNode(node.Name, programme, noise, [.. node.Next]) { IncomingNames = names, OutgoingNames = names };
        });
        return new StochasticProblem(name, sense, [.. states.Select(s => s.Initial)], [.. root], [.. built]);
    }
}
