using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Sluice.Runs.Comparison;
using Sluice.Runs.Replays;

namespace Sluice.Runs;

/// <summary>The result of a past run of any verb that keeps one; exactly one of them is there.</summary>
/// <param name="Plan">Of <c>sluice plan</c>.</param>
/// <param name="Market">Of <c>sluice simulate</c>.</param>
/// <param name="Compare">Of <c>sluice compare</c>.</param>
/// <param name="Replay">Of <c>sluice replay</c>; at least one date.</param>
/// <param name="Gates">Of <c>sluice gates</c>; at least one row.</param>
public sealed record PastResult(PlanRecord? Plan = null, MarketRecord? Market = null, CompareRecord? Compare = null, ReplayRecord? Replay = null, GatesRecord? Gates = null)
{
    /// <summary>Reads a result. Which verb it is of is told by its keys.</summary>
    /// <param name="file">A <c>result.json</c>.</param>
    /// <exception cref="IOException">The file cannot be read or is no result; the message says where and why.</exception>
    public static PastResult Read(string file)
    {
        var text = File.ReadAllText(file);
        JsonNode? document;
        try
        {
            document = JsonNode.Parse(text);
        }
        catch (JsonException broken)
        {
            throw new IOException($"{file}:{broken.LineNumber + 1}:{broken.BytePositionInLine + 1}: this is not JSON.", broken);
        }

        if (Has("jointGap", "decisions", "quantities")) return new(Compare: As(CompareJson.Default.CompareRecord, "compare"));
        if (Has("bookOf") && document!["dates"] is JsonArray { Count: > 0 }) return new(Replay: As(ReplayJson.Default.ReplayRecord, "replay"));
        if (Has("horizon", "atlas") && document!["rows"] is JsonArray { Count: > 0 }) return new(Gates: As(GatesJson.Default.GatesRecord, "gates"));
        if (Has("replications", "series")) return new(Market: As(MarketJson.Default.MarketRecord, "simulate"));
        if (Has("bounds", "decisions")) return new(Plan: As(RunJson.Default.PlanRecord, "plan"));
        throw new IOException($"{file} is no result that has a report: those of sluice plan, compare, replay, simulate and gates have one.");

        bool Has(params string[] keys) => document is JsonObject map && keys.All(map.ContainsKey);

        T As<T>(JsonTypeInfo<T> type, string verb)
        {
            try
            {
                return JsonSerializer.Deserialize(text, type) ?? throw new IOException($"{file} holds no result.");
            }
            catch (JsonException fault)
            {
                throw new IOException($"{file}: this is no whole result of sluice {verb}{(fault.Path is { Length: > 1 } at ? $" (at {at})" : "")}: {fault.Message.Split('\n')[0]}", fault);
            }
        }
    }
}
