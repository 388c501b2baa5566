using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Gates.Rules;

/// <summary>What is to be paid, kept as written: gates say what may pass, not what it costs.</summary>
sealed class LevyKind : Kind<string>
{
    /// <inheritdoc/>
    public override string Words => "a map of plain values";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "object" };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (node is not Map map) return reader.Reject(node, Words);
        value = string.Join(", ", map.Entries.Select(e => $"{e.Key} {(e.Value as Scalar)?.Text}"));
        return true;
    }
}
