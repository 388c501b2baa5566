namespace Sluice.Optimization;

/// <summary>A node's linear programme has no optimal solution at a state that the policy reached.</summary>
public sealed class SubproblemException : Exception
{
    internal SubproblemException(ModelStatus status, int stage, int node, string? name, int outcome, string? file) : base(
        $"The subproblem of {(name is null ? "" : name + ", ")}stage {stage}, node {node}, outcome {outcome} ended as {status}, also from a fresh start. " +
        (status is ModelStatus.Unbounded
            ? "Usual causes: a column of negative cost without an upper bound; a missing row between two columns. "
            : "Usual causes: a row that some reachable state or outcome cannot meet (give it a slack column with a cost); bounds that contradict a row; " +
              "coefficients of very different size. ") +
        (file is null ? "Set SddpOptions.FailedSubproblemPath to have it written." : $"It was written to {file}."))
    {
        (Status, Stage, Node, Outcome, File) = (status, stage, node, outcome, file);
    }

    /// <summary>What HiGHS said.</summary>
    public ModelStatus Status { get; }

    /// <summary>Stage, from 0.</summary>
    public int Stage { get; }

    /// <summary>Node in the stage, from 0.</summary>
    public int Node { get; }

    /// <summary>Outcome in the node, from 0.</summary>
    public int Outcome { get; }

    /// <summary>File to which the subproblem was written, or null.</summary>
    public string? File { get; }
}
