using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>A union named by the key of a one-entry map, or by a word.</summary>
internal sealed class OneOfKind<T>(string name, ImmutableArray<Variant<T>> variants) : Kind<T>
{
    /// <inheritdoc/>
    public override string Words => $"{Grammar.WithArticle(name)}: {Grammar.OneOf([.. variants.Select(Shown)])}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["oneOf"] = new JsonArray([.. variants.Select(SchemaOf)]) };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is Scalar { Text.Length: > 0 } scalar) return TryWord(scalar, reader, out value);
        if (node is not Map { Entries.Length: > 0 } map) return reader.RejectForm(node, Words);
        var first = map.Entries[0];
        if (map.Entries.Length > 1) return reader.Report(ReadingMessages.TwoVariants(map.Entries[1], first.Key, name));
        foreach (var variant in variants)
            if (variant.Key == first.Key && variant.Kind is { } kind) return kind.TryRead(first.Value, reader, out value);
        return reader.Report(ReadingMessages.UnknownVariant(first.KeyAt, first.Key, name, [.. variants.Where(v => v.Kind is not null).Select(v => v.Key)]));
    }

    private bool TryWord(Scalar scalar, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        foreach (var variant in variants)
            if (variant.Key == scalar.Text)
            {
                if (variant.Kind is not null) return reader.Reject(scalar, Words, Shown(variant), "it needs its details");
                value = variant.Word;
                return value is not null;
            }

        return reader.Report(ReadingMessages.UnknownVariant(scalar.At, scalar.Text, name, [.. variants.Select(v => v.Key)]));
    }

    private static string Shown(Variant<T> variant) => variant.Kind is null ? variant.Key : $"{{{variant.Key}: …}}";

    private static JsonNode SchemaOf(Variant<T> variant) => variant.Kind is not { } kind ? new JsonObject { ["const"] = variant.Key } : new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [variant.Key] = kind.Schema() },
        ["required"] = new JsonArray(variant.Key),
        ["additionalProperties"] = false,
    };
}
