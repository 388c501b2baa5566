using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>A list of claims, or a source in words.</summary>
internal sealed class BasisKind : Kind<Basis>
{
    private static readonly Kind<System.Collections.Immutable.ImmutableArray<Ref>> claims = Kinds.ListOf(Kinds.Name("claim"));

    /// <inheritdoc/>
    public override string Words => "claims in square brackets (in a table: joined by semicolons), or a source in words";

    /// <inheritdoc/>
    public override string Example => "[h20-price]";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = new JsonArray("array", "string"), ["description"] = Words };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out Basis value)
    {
        value = null;
        if (node is Scalar { Text.Length: > 0 } words && IsProse(words.Text)) value = new Citation(words.Text, "");
        else if (Listed(node) is not { Items.Length: > 0 } list) return reader.Reject(node, Words, Example);
        else if (claims.TryRead(list, reader, out var ids)) value = new Claims(ids);
        return value is not null;
    }

    /// <summary>A source in words has several; one word is the name of a claim, so that a slip in it is not taken for a source.</summary>
    private static bool IsProse(string text) => text.AsSpan().Trim().Contains(' ') && !text.Contains(';', StringComparison.Ordinal);

    private static Sequence? Listed(Node node) => node switch
    {
        Sequence list => list,
        Scalar { Text.Length: > 0 } one => new([.. one.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Node (id) => one with { Text = id })], one.At, one.Path),
        _ => null,
    };
}
