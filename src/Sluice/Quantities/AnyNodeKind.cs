using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>The ends of a range, read later in the unit of the value.</summary>
internal sealed class AnyNodeKind : Kind<Node?>
{
    /// <inheritdoc/>
    public override string Words => "two values, such as [1 400, 2 400]";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = new JsonArray("array", "string"), ["description"] = Words };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out Node? value)
    {
        value = node;
        return true;
    }
}
