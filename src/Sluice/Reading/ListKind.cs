using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>A list of values, or one value alone.</summary>
internal sealed class ListKind<T>(Kind<T> item) : Kind<ImmutableArray<T>>
{
    /// <inheritdoc/>
    public override string Words => $"a list, each item {item.Words}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "array", ["items"] = item.Schema() }, item.Schema()) };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out ImmutableArray<T> value)
    {
        value = [];
        if (node is Map || node is Scalar { Text.Length: 0, Quoted: false }) return reader.RejectForm(node, Words);
        ImmutableArray<Node> items = node is Sequence list ? list.Items : [node];
        var read = ImmutableArray.CreateBuilder<T>(items.Length);
        foreach (var each in items)
            if (item.TryRead(each, reader, out var one)) read.Add(one);
        value = read.ToImmutable();
        return read.Count == items.Length;
    }
}
