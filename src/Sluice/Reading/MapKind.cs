using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>Named entries.</summary>
internal sealed class MapKind<T>(Kind<T> value, MapOrder order) : Kind<ImmutableArray<(string Id, Place At, T Value)>>
{
    /// <inheritdoc/>
    public override string Words => $"a map from names to {value.Words}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "object", ["additionalProperties"] = value.Schema() };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, out ImmutableArray<(string Id, Place At, T Value)> entries)
    {
        entries = [];
        if (node is not Map map) return reader.RejectForm(node, Words);
        var read = new List<(string Id, Place At, T Value)>(map.Entries.Length);
        foreach (var entry in map.Entries)
            if (value.TryRead(entry.Value, reader, out var one)) read.Add((entry.Key, entry.KeyAt, one));
        if (order == MapOrder.ById) read.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        entries = [.. read];
        return read.Count == map.Entries.Length;
    }
}
