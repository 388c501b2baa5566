using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>Bounds on figures of a part: <c>{tpp: at least 4800, bandwidth: below 1400 GB/s}</c>.</summary>
sealed class SpecKind : Kind<ImmutableArray<SpecBound>>
{
    static readonly (string Figure, string Unit)[] figures = [("tpp", ""), ("density", ""), ("bandwidth", "GB/s"), ("interconnect", "GB/s")];

    /// <inheritdoc/>
    public override string Words => "bounds on tpp, density, bandwidth (GB/s) or interconnect (GB/s), each 'at least N' or 'below N'";

    /// <inheritdoc/>
    public override string Example => "{tpp: at least 4800}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(figures.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Figure, new JsonObject { ["type"] = "string", ["pattern"] = "^(at least|below) " }))),
        ["additionalProperties"] = false,
    };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, out ImmutableArray<SpecBound> value)
    {
        value = [];
        if (node is not Map map) return reader.Reject(node, Words, Example);
        var bounds = ImmutableArray.CreateBuilder<SpecBound>();
        var sound = true;
        foreach (var entry in map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            var known = figures.FirstOrDefault(f => f.Figure == entry.Key);
            if (known.Figure is null) sound = reader.Report(OutlookShapeMessages.UnknownFigure(entry, [.. figures.Select(f => f.Figure)]));
            else if (TryBound(entry.Value, known, out var bound)) bounds.Add(bound);
            else sound = reader.Reject(entry.Value, $"'at least N' or 'below N'{(known.Unit.Length > 0 ? $" with N in {known.Unit}" : "")}", "at least 4800");
        }

        value = bounds.ToImmutable();
        return sound;
    }

    static bool TryBound(Node node, (string Figure, string Unit) known, out SpecBound bound)
    {
        bound = new(known.Figure, Comparison.AtLeast, 0);
        if (node is not Scalar scalar) return false;
        var text = scalar.Text.Trim();
        var below = text.StartsWith("below ", StringComparison.Ordinal);
        if (!below && !text.StartsWith("at least ", StringComparison.Ordinal)) return false;
        text = text[(below ? 6 : 9)..].Trim();
        if (known.Unit.Length > 0 && text.EndsWith(known.Unit, StringComparison.Ordinal)) text = text[..^known.Unit.Length].Trim();
        if (!Numerals.TryParse(text, out var value) || value < 0) return false;
        bound = new(known.Figure, below ? Comparison.Below : Comparison.AtLeast, value);
        return true;
    }
}
