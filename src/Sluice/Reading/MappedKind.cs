using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>A kind whose value is made from that of another.</summary>
internal sealed class MappedKind<TInner, T>(Kind<TInner> inner, Func<TInner, T> make) : Kind<T>
{
    /// <inheritdoc/>
    public override string Words => inner.Words;

    /// <inheritdoc/>
    public override string Example => inner.Example;

    /// <inheritdoc/>
    public override JsonObject Schema() => inner.Schema();

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (!inner.TryRead(node, reader, out var read)) return false;
        value = make(read);
        return true;
    }
}
