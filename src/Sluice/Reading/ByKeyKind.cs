using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>A union of maps told apart by which key they have.</summary>
internal sealed class ByKeyKind<T>(string name, ImmutableArray<Variant<T>> variants) : Kind<T>
{
    /// <inheritdoc/>
    public override string Words => $"{Grammar.WithArticle(name)} (a map with {Grammar.OneOf([.. variants.Select(v => v.Key)])})";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray([.. variants.Select(v => v.Kind!.Schema())]) };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is not Map map) return reader.RejectForm(node, Words);
        foreach (var variant in variants)
            if (map.Find(variant.Key) is not null) return variant.Kind!.TryRead(map, reader, out value);
        return reader.Report(ReadingMessages.NoVariant(map, name, [.. variants.Select(v => v.Key)]));
    }
}
