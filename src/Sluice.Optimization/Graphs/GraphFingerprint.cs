using System.Security.Cryptography;

namespace Sluice.Optimization;

/// <summary>A digest of all numbers of a graph, names left out: cuts of one graph are bounds on another only if it is the same.</summary>
internal static class GraphFingerprint
{
    /// <summary>SHA-256 in hexadecimal digits.</summary>
    internal static string Of(PolicyGraph graph)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var known = new Dictionary<Subproblem, byte[]>(ReferenceEqualityComparer.Instance);
        Add(digest, graph.InitialState.AsSpan());
        foreach (var stage in graph.Stages)
        {
            Add(digest, [stage.Nodes.Length]);
            foreach (var part in stage.Risk.Parts) Add(digest, [part.Weight, part.Tail]);
            foreach (var row in stage.Transitions ?? []) Add(digest, row);
            foreach (var node in stage.Nodes) Add(digest, node, known);
        }
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static void Add(IncrementalHash digest, StageNode node, Dictionary<Subproblem, byte[]> known)
    {
        if (!known.TryGetValue(node.Subproblem, out var code)) known.Add(node.Subproblem, code = Of(node.Subproblem));
        digest.AppendData(code);
        Add(digest, [node.CostToGoLowerBound, node.Outcomes.Length]);
        foreach (var outcome in node.Outcomes)
        {
            Add(digest, [outcome.Probability, outcome.Changes.Length]);
            foreach (var change in outcome.Changes) Add(digest, [(int)change.Kind, change.Row, change.Column, change.First, change.Second]);
        }
    }

    private static byte[] Of(Subproblem part)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(digest, [part.Rows, part.Columns, part.IncomingStates, part.OutgoingStates]);
        foreach (var numbers in (ReadOnlySpan<double[]>)[
            part.Costs.ToArray(), part.ColumnLower.ToArray(), part.ColumnUpper.ToArray(), part.RowLower.ToArray(), part.RowUpper.ToArray(), part.IncomingCosts.ToArray()])
            Add(digest, numbers);
        foreach (var column in part.Outgoing) Add(digest, [column]);
        foreach (var (row, column, value) in part.Matrix) Add(digest, [row, column, value]);
        foreach (var (row, state, value) in part.Incoming) Add(digest, [row, state, value]);
        return digest.GetHashAndReset();
    }

    // Adding 0 makes one number of both zeros.
    private static void Add(IncrementalHash digest, ReadOnlySpan<double> numbers)
    {
        Span<byte> bytes = stackalloc byte[8];
        foreach (var number in numbers)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteDoubleLittleEndian(bytes, number + 0.0);
            digest.AppendData(bytes);
        }
    }
}
