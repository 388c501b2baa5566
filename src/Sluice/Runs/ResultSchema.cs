using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Sluice.Runs.Comparison;
using Sluice.Runs.Replays;

namespace Sluice.Runs;

/// <summary>JSON Schemas of what scripts read, made from the records themselves.</summary>
public static class ResultSchema
{
    /// <summary>File names under <c>docs/reference/schema</c>, and their text.</summary>
    public static IReadOnlyDictionary<string, string> Files() => new Dictionary<string, string>
    {
        ["compare-result.json"] = Of(typeof(CompareRecord), CompareJson.Default.Options, "The document of sluice compare --json."),
        ["evidence-add.json"] = Of(typeof(EvidenceIntake), EvidenceIntakeJson.Default.Options, "The document of sluice evidence add --json."),
        ["evidence-result.json"] = Of(typeof(EvidenceDocument), EvidenceJson.Default.Options, "The document of sluice evidence --json."),
        ["gates-result.json"] = Of(typeof(GatesRecord), GatesJson.Default.Options, "The document of sluice gates --json."),
        ["market-result.json"] = Of(typeof(MarketRecord), MarketJson.Default.Options, "The document of sluice simulate --json, and of result.json in a run folder."),
        ["plan-result.json"] = Of(typeof(PlanRecord), RunJson.Default.Options, "The document of sluice plan --json, and of result.json in a run folder."),
        ["replay-result.json"] = Of(typeof(ReplayRecord), ReplayJson.Default.Options, "The document of sluice replay --json."),
        ["run.json"] = Of(typeof(TimingRecord), RunJson.Default.Options, "Seconds and machine of a run."),
    };

    static string Of(Type record, JsonSerializerOptions options, string meaning)
    {
        var schema = options.GetJsonSchemaAsNode(record, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }).AsObject();
        var document = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["description"] = meaning,
        };
        foreach (var (key, value) in schema.ToList())
            document[key] = value?.DeepClone();
        return document.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n";
    }
}
