using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>A subproblem laid out for solving: A row-wise with duplicates merged, and one right-hand side for each outcome.</summary>
internal sealed class NodeProgramme
{
    /// <exception cref="OperationCanceledException">The token asks for it between two outcomes.</exception>
    internal NodeProgramme(Subproblem subproblem, ImmutableArray<Outcome> outcomes, CancellationToken cancellation = default)
    {
        Source = subproblem;
        (Columns, Rows, Incoming) = (subproblem.Columns, subproblem.Rows, subproblem.IncomingStates);
        Costs = subproblem.Costs.ToArray();
        ColumnLower = subproblem.ColumnLower.ToArray();
        ColumnUpper = subproblem.ColumnUpper.ToArray();
        IncomingCosts = subproblem.IncomingCosts.ToArray();
        Outgoing = subproblem.Outgoing.ToArray();
        Matrix = SparseRows.From(Rows, subproblem.Matrix);
        Outcomes = NodeOutcome.All(subproblem, outcomes, cancellation);
    }

    internal Subproblem Source { get; }
    internal int Columns { get; }
    internal int Rows { get; }
    internal int Incoming { get; }
    internal double[] Costs { get; }
    internal double[] ColumnLower { get; }
    internal double[] ColumnUpper { get; }
    internal double[] IncomingCosts { get; }
    internal int[] Outgoing { get; }
    internal SparseRows Matrix { get; }
    internal NodeOutcome[] Outcomes { get; }

    internal int DrawOutcome(double uniform)
    {
        for (var w = 0; w < Outcomes.Length - 1; w++)
        {
            uniform -= Outcomes[w].Probability;
            if (uniform < 0) return w;
        }
        return Outcomes.Length - 1;
    }

    /// <summary>Cost of the columns and the incoming state under an outcome, cost-to-go left out.</summary>
    internal double StageCost(ReadOnlySpan<double> columns, ReadOnlySpan<double> state, NodeOutcome outcome)
    {
        var cost = Vectors.Dot(Costs, columns[..Columns]) + Vectors.Dot(IncomingCosts, state);
        foreach (var change in outcome.Costs) cost += (change.First - Costs[change.Column]) * columns[change.Column];
        return cost;
    }
}
