using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>A map from paths to whatever belongs there; each value is checked where it is put.</summary>
sealed class AnyMapKind : Kind<Map>
{
    /// <inheritdoc/>
    public override string Words => "a map from paths to values";

    /// <inheritdoc/>
    public override string Example => "{wait: 2 quarters}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "object" };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out Map value)
    {
        value = node as Map;
        return value is not null || reader.Reject(node, Words, Example);
    }
}
