using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>Chances of the share that comes: words (all, half, tenth, …) or shares (75 %), each with a chance.</summary>
sealed class FillKind : Kind<ImmutableArray<FillShare>>
{
    static readonly ImmutableArray<(string Word, double Share)> words =
        [("all", 1), ("three-quarters", 0.75), ("two-thirds", 2.0 / 3), ("half", 0.5), ("third", 1.0 / 3), ("quarter", 0.25), ("fifth", 0.2), ("tenth", 0.1), ("none", 0)];

    static readonly Kind<ImmutableArray<Named<Given<double>>>> chances = Kinds.MapOf(Given.Of(Measures.Share));

    /// <inheritdoc/>
    public override string Words => $"a map from shares ({string.Join(", ", words.Select(w => w.Word))}, or such as 75 %) to chances";

    /// <inheritdoc/>
    public override string Example => "{all: 40 %, half: 40 %, tenth: 20 %}";

    /// <inheritdoc/>
    public override JsonObject Schema() => chances.Schema();

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, out ImmutableArray<FillShare> value)
    {
        value = [];
        if (!chances.TryRead(node, reader, out var read)) return false;
        var sound = true;
        var shares = ImmutableArray.CreateBuilder<FillShare>();
        foreach (var (id, at, chance) in read)
        {
            if (Share(id) is { } share) shares.Add(new(id, share, chance));
            else sound = reader.Report(MarketMessages.UnknownFill(at, id, [.. words.Select(w => w.Word)]));
        }

        if (sound && Math.Abs(shares.Sum(s => s.Chance.Value) - 1) > 1e-9) sound = reader.Report(MarketMessages.FillSum(node.At, shares.Sum(s => s.Chance.Value)));
        value = [.. shares.OrderByDescending(s => s.Share).ThenBy(s => s.Name, StringComparer.Ordinal)];
        return sound;
    }

    static double? Share(string id)
    {
        foreach (var (word, share) in words)
            if (word == id) return share;
        return Quantity.TryParse(id, out var quantity) && quantity.Unit.Over is [{ Symbol: "%" }] && quantity.Canonical is >= 0 and <= 1 ? quantity.Canonical : null;
    }
}
