using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>A kind that is made when first needed.</summary>
internal sealed class DeferredKind<T>(string name, Func<Kind<T>> kind) : Kind<T>
{
    private readonly Lazy<Kind<T>> made = new(kind);

    /// <inheritdoc/>
    public override string Words => Grammar.WithArticle(name);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["$ref"] = $"#/$defs/{name}" };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value) => made.Value.TryRead(node, reader, out value);
}
