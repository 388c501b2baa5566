namespace Sluice.Optimization;

/// <summary>One node visited by one simulated path. Its spans are valid only during the call.</summary>
public readonly ref struct SimulationStep
{
    /// <summary>Path, from 0.</summary>
    public required int Path { get; init; }

    /// <summary>Stage, from 0.</summary>
    public required int Stage { get; init; }

    /// <summary>Node in the stage, from 0.</summary>
    public required int Node { get; init; }

    /// <summary>Outcome drawn in the node, from 0.</summary>
    public required int Outcome { get; init; }

    /// <summary>Optimal value of the solve, cost-to-go included unless the rule left it out; at the rule's costs where it set any.</summary>
    public required double Objective { get; init; }

    /// <summary>Cost of this stage at the node's own costs, k's included, cost-to-go left out.</summary>
    public required double StageCost { get; init; }

    /// <summary>Cost-to-go according to the cuts; 0 at the last stage.</summary>
    public required double CostToGo { get; init; }

    /// <summary>State entering the stage.</summary>
    public required ReadOnlySpan<double> IncomingState { get; init; }

    /// <summary>State leaving the stage.</summary>
    public required ReadOnlySpan<double> OutgoingState { get; init; }

    /// <summary>Value of each column.</summary>
    public required ReadOnlySpan<double> Columns { get; init; }

    /// <summary>∂(objective)/∂(bound that holds) of each column.</summary>
    public required ReadOnlySpan<double> ReducedCosts { get; init; }

    /// <summary>∂(objective)/∂(bound that holds) of each row.</summary>
    public required ReadOnlySpan<double> RowDuals { get; init; }
}

/// <summary>Takes the steps of a simulation, on the caller's thread, stage by stage and within a stage path by path.</summary>
/// <param name="step">The step.</param>
public delegate void StepVisitor(in SimulationStep step);
