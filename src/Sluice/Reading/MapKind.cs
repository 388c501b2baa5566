using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>Named entries.</summary>
internal sealed class MapKind<T>(Kind<T> value, MapOrder order) : Kind<ImmutableArray<Named<T>>>
{
    /// <inheritdoc/>
    public override string Words => $"a map from names to {value.Words}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "object", ["additionalProperties"] = value.Schema() };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, out ImmutableArray<Named<T>> entries)
    {
        entries = [];
        if (node is not Map map) return reader.RejectForm(node, Words);
        var read = new List<Named<T>>(map.Entries.Length);
        foreach (var entry in map.Entries)
            if (value.TryRead(entry.Value, reader, out var one)) read.Add(new(entry.Key, entry.KeyAt, one));
        if (order == MapOrder.ById) read.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        entries = [.. read];
        return read.Count == map.Entries.Length;
    }
}
