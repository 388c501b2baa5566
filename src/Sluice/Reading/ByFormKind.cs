using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>One kind for a plain value or a list, another for a map.</summary>
internal sealed class ByFormKind<T>(Kind<T> plain, Kind<T> map) : Kind<T>
{
    /// <inheritdoc/>
    public override string Words => $"{plain.Words}, or {map.Words}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(plain.Schema(), map.Schema()) };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value) => (node is Map ? map : plain).TryRead(node, reader, out value);
}
