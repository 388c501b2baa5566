using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>A plain value, or a map with value or bounds and their backing. Figures that a case states itself are assumptions and enter the index.</summary>
internal sealed class FactKind<T>(Kind<T> plain, Shape<T> shape, Func<T, Node, T> at, Func<T, Backing?> stated) : Kind<T>
{
    /// <inheritdoc/>
    public override string Words => plain.Words;

    /// <inheritdoc/>
    public override string Example => plain.Example;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(plain.Schema(), shape.Schema()) };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        if (node is Map)
        {
            if (!shape.TryRead(node, reader, out value)) return false;
        }
        else if (plain.TryRead(node, reader, out value)) value = at(value, node);
        else return false;

        if (stated(value) is { References.IsEmpty: true } own) reader.Get<GivenIndex>().Add(GivenEntry.Of(node, own.Basis, own.Hindsight));
        return true;
    }
}
