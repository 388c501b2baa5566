using System.Text.Json.Nodes;

namespace Sluice.Cases.Reference;

/// <summary>Says a schema once that occurs often: such parts move to <c>$defs</c> and are referred to.</summary>
static class SharedSchemas
{
    /// <summary>The schema with its repeated parts shared.</summary>
    public static JsonObject Share(JsonObject schema)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(schema, counts);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var defs = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var shared = (JsonObject)Replace(schema, counts, names, defs, isRoot: true);
        if (defs.Count > 0) shared["$defs"] = new JsonObject(defs.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Key, d.Value)));
        return shared;
    }

    static void Count(JsonNode? node, Dictionary<string, int> counts)
    {
        if (Title(node) is not null)
        {
            var text = node!.ToJsonString();
            counts[text] = counts.GetValueOrDefault(text) + 1;
            if (counts[text] > 1) return;
        }

        foreach (var below in Children(node)) Count(below, counts);
    }

    static JsonNode Replace(JsonNode node, Dictionary<string, int> counts, Dictionary<string, string> names, SortedDictionary<string, JsonNode> defs, bool isRoot)
    {
        var text = isRoot || Title(node) is null ? "" : node.ToJsonString();
        if (text.Length > 0 && names.TryGetValue(text, out var known)) return Refer(known);
        JsonNode copy = node switch
        {
            JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, p.Value is { } value ? Replace(value, counts, names, defs, isRoot: false) : null))),
            JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Replace(item, counts, names, defs, isRoot: false))]),
            _ => node.DeepClone(),
        };
        if (text.Length == 0 || counts[text] < 2) return copy;
        var name = Title(node)!.Replace(' ', '-');
        for (var n = 2; defs.ContainsKey(name); n++) name = $"{Title(node)!.Replace(' ', '-')}-{n}";
        (names[text], defs[name]) = (name, copy);
        return Refer(name);
    }

    static JsonObject Refer(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    static string? Title(JsonNode? node) => node is JsonObject map && map["properties"] is JsonObject && map["title"] is JsonValue title ? title.GetValue<string>() : null;

    static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject map => map.Select(p => p.Value),
        JsonArray list => list,
        _ => [],
    };
}
