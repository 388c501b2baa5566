using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>A map whose keys are names of entries of some list.</summary>
internal sealed class KeyedKind<T>(string list, Kind<T> value) : Kind<ImmutableArray<Keyed<T>>>
{
    private readonly Kind<ImmutableArray<Named<T>>> entries = Kinds.MapOf(value);

    /// <inheritdoc/>
    public override string Words => $"a map from names of {list}s to {value.Words}";

    /// <inheritdoc/>
    public override JsonObject Schema() => entries.Schema();

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, out ImmutableArray<Keyed<T>> read)
    {
        read = [];
        if (node is Map map)
            foreach (var entry in map.Entries) reader.Get<References>().Add(new(entry.Key, entry.KeyAt, list), entry.Value.Path);
        if (!entries.TryRead(node, reader, out var found)) return false;
        read = [.. found.Select(e => new Keyed<T>(new(e.Id, e.At, list), e.Value))];
        return true;
    }
}
