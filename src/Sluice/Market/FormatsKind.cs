using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>Rates by number format. Formats not known here are refused: the bit length that rules count would be missing.</summary>
sealed class FormatsKind : Kind<ImmutableArray<Named<Fact>>>
{
    static readonly Kind<ImmutableArray<Named<Fact>>> rates = Kinds.MapOf(Facts.Of(Kinds.Number(0)));

    /// <inheritdoc/>
    public override string Words => $"a map from number formats ({string.Join(", ", NumberFormat.All)}) to rates";

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = rates.Schema();
        schema["propertyNames"] = new JsonObject { ["enum"] = new JsonArray([.. NumberFormat.All.Select(f => (JsonNode)f)]) };
        return schema;
    }

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, out ImmutableArray<Named<Fact>> value)
    {
        var sound = rates.TryRead(node, reader, out value);
        foreach (var entry in (node as Map)?.Entries ?? [])
            if (NumberFormat.Bits(entry.Key) is null) sound = reader.Report(MarketMessages.UnknownFormat(entry.KeyAt, entry.Key));
        return sound;
    }
}
