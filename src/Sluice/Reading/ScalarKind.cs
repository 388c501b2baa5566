using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>Base of the kinds that are written as one plain value. It answers maps, lists and empty values with a diagnostic.</summary>
/// <typeparam name="T">The typed value.</typeparam>
public abstract class ScalarKind<T> : Kind<T>
{
    /// <summary>An example in the notation of the file, for messages and for the schema.</summary>
    public abstract override string Example { get; }

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number"), ["description"] = Words, ["examples"] = new JsonArray(Example) };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(reader);
        value = default;
        if (node is not Scalar scalar) return reader.Reject(node, Words, Example);
        return scalar.Text.Length == 0 && !scalar.Quoted ? reader.Reject(node, Words, Example) : TryReadText(scalar, reader, out value);
    }

    /// <summary>Reads a plain value that is not empty. On failure the fault has been reported, by <see cref="Reader.Reject(Node, string, string, string)"/> or otherwise.</summary>
    protected abstract bool TryReadText(Scalar scalar, Reader reader, [MaybeNullWhen(false)] out T value);
}
