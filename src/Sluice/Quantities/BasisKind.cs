using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>A list of claims, or a source in words.</summary>
internal sealed class BasisKind : Kind<Basis>
{
    private static readonly Kind<System.Collections.Immutable.ImmutableArray<Ref>> claims = Kinds.ListOf(Kinds.Name("claim"));

    /// <inheritdoc/>
    public override string Words => "a list of claims in square brackets, or a source in words";

    /// <inheritdoc/>
    public override string Example => "[h20-price]";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = new JsonArray("array", "string"), ["description"] = Words };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out Basis value)
    {
        value = null;
        if (node is Scalar { Text.Length: > 0 } text) value = new Citation(text.Text, "");
        else if (node is not Sequence { Items.Length: > 0 }) return reader.Reject(node, Words, Example);
        else if (claims.TryRead(node, reader, out var ids)) value = new Claims(ids);
        return value is not null;
    }
}
