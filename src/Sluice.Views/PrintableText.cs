using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Sluice.Runs;
using Sluice.Runs.Comparison;
using Sluice.Runs.Replays;

namespace Sluice.Views;

/// <summary>Takes out of every text of a record what a page cannot show or what would turn its neighbours round: control characters and marks of direction.</summary>
static class PrintableText
{
    public static PlanRecord Of(PlanRecord plan) => Of(plan, RunJson.Default.PlanRecord);

    public static MarketRecord Of(MarketRecord market) => Of(market, MarketJson.Default.MarketRecord);

    public static GatesRecord Of(GatesRecord gates) => Of(gates, GatesJson.Default.GatesRecord);

    public static CompareRecord Of(CompareRecord compare) => Of(compare, CompareJson.Default.CompareRecord);

    public static ReplayRecord Of(ReplayRecord replay) => Of(replay, ReplayJson.Default.ReplayRecord);

    static T Of<T>(T record, JsonTypeInfo<T> type)
    {
        var node = JsonSerializer.SerializeToNode(record, type)!;
        return Cleaned(node)! is var cleaned && ReferenceEquals(cleaned, node) ? record : cleaned.Deserialize(type)!;
    }

    /// <summary>The text without them; each control character becomes U+FFFD, so that a reader sees that something was there.</summary>
    public static string Of(string text)
    {
        if (!text.Any(c => IsUnprintable(c) || TurnsRound(c))) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!TurnsRound(c)) clean.Append(IsUnprintable(c) ? '\uFFFD' : c);
        return clean.ToString();
    }

    static bool IsUnprintable(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\uFFFE' or '\uFFFF';

    static bool TurnsRound(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    static JsonNode? Cleaned(JsonNode? node)
    {
        switch (node)
        {
            case JsonValue value when value.TryGetValue<string>(out var text) && Of(text) is var clean && clean != text:
                return JsonValue.Create(clean);
            case JsonArray array when array.Select(Cleaned).ToList() is var items && !items.SequenceEqual(array):
                return new JsonArray([.. items.Select(i => i?.DeepClone())]);
            case JsonObject map when map.Select(e => (Key: Of(e.Key), Value: Cleaned(e.Value))).ToList() is var entries
                && !entries.SequenceEqual(map.Select(e => (e.Key, e.Value))):
                return new JsonObject(entries.DistinctBy(e => e.Key).Select(e => KeyValuePair.Create(e.Key, e.Value?.DeepClone())));
            default:
                return node;
        }
    }
}
