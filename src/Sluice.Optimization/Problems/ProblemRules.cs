using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>The rules that a stochastic problem must meet.</summary>
internal static class ProblemRules
{
    internal static void Check(StochasticProblem problem)
    {
        if (problem.Nodes.IsDefaultOrEmpty) throw new ArgumentException("There are 0 nodes; a problem needs at least one.");
        if (problem.Root.IsDefaultOrEmpty) throw new ArgumentException("The root leads to 0 nodes; it needs at least one.");
        foreach (var value in problem.InitialState) Checks.Finite(value, "initialState");
        CheckArcs(problem, "The root", problem.InitialState.Length, problem.Root);
        foreach (var node in problem.Nodes)
        {
            CheckArcs(problem, $"Node {node.Name}", node.Subproblem.OutgoingStates, node.Successors);
            CheckNoise(node);
        }
    }

    private static void CheckArcs(StochasticProblem problem, string from, int states, ImmutableArray<Successor> successors)
    {
        foreach (var next in successors)
        {
            Checks.Index(next.Node, problem.Nodes.Length, "A successor");
            if (!(next.Probability >= 0) || !double.IsFinite(next.Probability))
                throw new ArgumentException($"{from} leads to {problem.Nodes[next.Node].Name} with weight {next.Probability}; a weight must be at least 0.");
            var takes = problem.Nodes[next.Node].Subproblem.IncomingStates;
            if (takes != states) throw new ArgumentException($"{from} leaves {states} states; {problem.Nodes[next.Node].Name} takes {takes}.");
        }
    }

    private static void CheckNoise(ProblemNode node)
    {
        var taken = new HashSet<(ChangeKind, int, int)>();
        foreach (var source in node.Noise)
        {
            if (source.IsDefaultOrEmpty) throw new ArgumentException($"Node {node.Name} has a source of noise without outcomes.");
            var mine = new HashSet<(ChangeKind, int, int)>();
            foreach (var outcome in source)
            {
                if (!(outcome.Probability >= 0) || !double.IsFinite(outcome.Probability))
                    throw new ArgumentException($"Node {node.Name} has an outcome of weight {outcome.Probability}; a weight must be at least 0.");
                foreach (var change in outcome.Changes) mine.Add((change.Kind, change.Row, change.Column));
            }
            foreach (var value in mine)
                if (!taken.Add(value)) throw new ArgumentException($"Node {node.Name} has two sources of noise that change the same {value.Item1}; make them one source.");
        }
    }
}
