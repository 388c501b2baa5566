using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>Turns a problem into a policy graph.</summary>
internal sealed class GraphBuilder
{
    private readonly GraphLevels levels;
    private readonly double[] costToGo;
    private readonly double slackPrice;
    private readonly Dictionary<(Subproblem, double), Subproblem> priced = [];

    private GraphBuilder(StochasticProblem problem, double slackPrice, double? knownCostToGo)
    {
        this.slackPrice = slackPrice;
        levels = new GraphLevels(problem);
        costToGo = knownCostToGo is { } known ? [.. levels.Nodes.Select(_ => known)] : CostToGoBounds.Of(levels, slackPrice);
    }

    /// <summary>The graph; with a price, every row may be missed at that price per unit. A stated bound on the cost-to-go replaces the computed ones.</summary>
    internal static PolicyGraph Build(StochasticProblem problem, double slackPrice = 0, double? knownCostToGo = null) =>
        new GraphBuilder(problem, slackPrice, knownCostToGo).Build();

    private PolicyGraph Build()
    {
        var stages = Enumerable.Range(0, levels.Nodes.Count).Select(t => t < levels.Transitions.Count
            ? new Stage([.. levels.Nodes[t].Select(n => Node(t, n))], levels.Transitions[t])
            : new Stage([.. levels.Nodes[t].Select(n => Node(t, n))]));
        return new PolicyGraph([.. stages], levels.Problem.InitialState) { Sense = levels.Problem.Sense };
    }

    private StageNode Node(int t, int n)
    {
        if (n < 0) return new StageNode(Passage(t, n), costToGo[t]) { Name = n == GraphLevels.RootNode ? "root" : "end" };
        var node = levels.Problem.Nodes[n];
        var factor = levels.Factors[t];
        var weight = node.Weight;
        ImmutableArray<Outcome> outcomes = [.. node.Outcomes().Where(o => o.Probability > 0).Select(o => new Outcome(o.Probability / weight, Scaled(o.Changes, factor)))];
        return new StageNode(Priced(node.Subproblem, factor), outcomes, costToGo[t]) { Name = node.Name };
    }

    private Subproblem Priced(Subproblem source, double factor)
    {
        if (factor == 1 && slackPrice == 0) return source;
        if (priced.TryGetValue((source, factor), out var known)) return known;
        var result = factor == 1 ? source : source.TimesCosts(factor);
        if (slackPrice > 0) result = result.WithSlacks(slackPrice);
        priced.Add((source, factor), result);
        return result;
    }

    private static ImmutableArray<Change> Scaled(ImmutableArray<Change> changes, double factor) =>
        factor == 1 ? changes : [.. changes.Select(change => change.Kind == ChangeKind.ColumnCost ? Change.ColumnCost(change.Column, factor * change.First) : change)];

    // The root hands the initial state on; an end leaves zeros.
    private Subproblem Passage(int t, int n)
    {
        var enters = n == GraphLevels.RootNode ? levels.Problem.InitialState.Length : levels.Problem.Nodes[levels.Nodes[t].First(other => other >= 0)].Subproblem.IncomingStates;
        var leaves = n == GraphLevels.RootNode ? enters : levels.Problem.Nodes[levels.Nodes[t].First(other => other >= 0)].Subproblem.OutgoingStates;
        var passage = new Subproblem(enters, leaves);
        for (var i = 0; i < leaves; i++)
        {
            if (n == GraphLevels.EndNode) { passage.SetOutgoing(i, passage.AddColumn(0, 0, 0)); continue; }
            passage.SetOutgoing(i, passage.AddColumn(0, double.NegativeInfinity, double.PositiveInfinity));
            var row = passage.AddRow(0, 0);
            passage.Set(row, i, 1);
            passage.SetIncoming(row, i, -1);
        }
        return passage;
    }
}
