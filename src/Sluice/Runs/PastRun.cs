using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Runs;

/// <summary>A plan of before, read back from its run folder.</summary>
/// <param name="Record">The record; null where it cannot be read.</param>
/// <param name="Fault">Why not, in one sentence; empty where it was read.</param>
public sealed record PastRun(PlanRecord? Record, string Fault)
{
    static readonly JsonSerializerOptions strict = new(RunJson.Default.Options) { TypeInfoResolver = RunJson.Default, RespectNullableAnnotations = true };

    /// <summary>Reads a run.</summary>
    /// <param name="path">A run folder, or a <c>result.json</c>.</param>
    /// <param name="version">Version of this Sluice: the results of a newer one are refused, since it may mean other things by the same names.</param>
    public static PastRun Read(string path, string version)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, RunFolder.Result) : path;
        if (!File.Exists(file))
            return new(null, Directory.Exists(path) ? $"the folder '{path}' holds no result.json; a run folder does" : Missing(path));
        JsonNode? document;
        var text = File.ReadAllText(file);
        try
        {
            document = JsonNode.Parse(text);
        }
        catch (JsonException broken)
        {
            return new(null, $"{file}:{broken.LineNumber + 1}:{broken.BytePositionInLine + 1}: this is not JSON");
        }

        if (document is not JsonObject result || result["decisions"] is not JsonArray || result["bounds"] is null || result["version"] is not JsonValue written || !written.TryGetValue<string>(out var by))
            return new(null, $"{file} is not the result of sluice plan");
        if (IsNewer(by, version))
            return new(null, $"{file} was written by Sluice {by}, and this is {version}: read it with that version or a later one");
        try
        {
            return new(JsonSerializer.Deserialize<PlanRecord>(text, strict), "");
        }
        catch (JsonException broken)
        {
            return new(null, $"{file} was written by Sluice {by} and lacks what {version} reads: {broken.Message.Split('\n')[0]}");
        }
    }

    static string Missing(string path)
    {
        var beside = Path.GetDirectoryName(Path.GetFullPath(path));
        List<string> names = Directory.Exists(beside) ? [.. Directory.GetDirectories(beside).Select(d => Path.GetFileName(d)!).Where(n => n[0] != '.')] : [];
        return $"there is no run '{path}'" + (Nearest.To(Path.GetFileName(path), names) is { } nearest ? $". Did you mean {Path.Combine(Path.GetDirectoryName(path) ?? "", nearest)}?" : "");
    }

    static bool IsNewer(string by, string version) =>
        System.Version.TryParse(by.Split('-')[0], out var theirs) && System.Version.TryParse(version.Split('-')[0], out var ours) && theirs > ours;
}
