using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>What a node decides at a state under an outcome, and why.</summary>
/// <param name="Objective">Optimal value: stage cost + cost-to-go.</param>
/// <param name="StageCost">Cost of this stage, k's included.</param>
/// <param name="CostToGo">Cost of later stages according to the cuts; 0 at the last stage.</param>
/// <param name="Columns">Value of each column.</param>
/// <param name="OutgoingState">State that the node leaves.</param>
/// <param name="RowDuals">∂(objective)/∂(bound that holds) of each row.</param>
/// <param name="ReducedCosts">∂(objective)/∂(bound that holds) of each column.</param>
/// <param name="StatePrices">∂(objective)/∂(incoming state).</param>
public sealed record NodeSolution(
    double Objective, double StageCost, double CostToGo,
    ImmutableArray<double> Columns, ImmutableArray<double> OutgoingState,
    ImmutableArray<double> RowDuals, ImmutableArray<double> ReducedCosts, ImmutableArray<double> StatePrices)
{
    internal static NodeSolution Of(NodeSolver node, RuleEdit? edit = null)
    {
        var outgoing = new double[node.Programme.Outgoing.Length];
        var prices = new double[node.Programme.Incoming];
        node.CopyOutgoing(outgoing, edit);
        node.CopyStatePrices(prices);
        return new NodeSolution(
            node.Objective + 0.0, node.StageCost + 0.0, node.CostToGo,
            [.. node.Columns], [.. outgoing], [.. node.RowDuals], [.. node.ReducedCosts], [.. prices]);
    }
}
