using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>A kind, or the word <c>none</c> for null.</summary>
internal sealed class OrNoneKind<T>(Kind<T> kind) : Kind<T>
{
    /// <inheritdoc/>
    public override string Words => $"{kind.Words}, or none";

    /// <inheritdoc/>
    public override string Example => kind.Example;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(kind.Schema(), new JsonObject { ["const"] = "none" }) };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default!;
        return node is Scalar { Text: "none" } || kind.TryRead(node, reader, out value);
    }
}
