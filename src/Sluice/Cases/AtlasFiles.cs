using System.Collections.Immutable;

namespace Sluice.Cases;

/// <summary>The files of the atlas, by the names under which cases choose them.</summary>
static class AtlasFiles
{
    /// <summary>What a case may choose.</summary>
    public static ImmutableArray<string> Sections { get; } = ["parts", "us-rules", "cn-measures", "sources", "events", "claims", "countries", "names", "market", "series"];

    /// <summary>The file with version and horizons.</summary>
    public const string Index = "atlas.yaml";

    /// <summary>Files that hold a section: one file, or a folder.</summary>
    public static string Of(string section) => section switch
    {
        "us-rules" => "us/",
        "cn-measures" => "cn/",
        "parts" or "events" or "claims" or "market" or "series" => section + "/",
        _ => section + ".yaml",
    };

    /// <summary>Path under which the names of a file stand; empty where it names its sections itself.</summary>
    public static string Root(string file) => file switch
    {
        "weights.yaml" => "weights",
        "names.yaml" => "names",
        "countries.yaml" => "countries",
        Index => "about",
        _ => "",
    };

    /// <summary>The files of the chosen sections, with what they lean on: the index, weights and references always. Claims that measures, events and figures name are not
    /// among it: that those exist is a matter of the atlas, and looked at where claims are chosen too.</summary>
    public static ImmutableArray<string> Needed(ImmutableArray<string> sections, ImmutableArray<string> all)
    {
        var wanted = new SortedSet<string>(StringComparer.Ordinal) { Index, "weights.yaml", "references.yaml" };
        foreach (var section in sections) wanted.Add(Of(section));
        if (sections.Contains("claims")) wanted.UnionWith(["claims/", "reports.yaml", "disputes.yaml", "sources.yaml"]);
        if (sections.Contains("us-rules")) wanted.Add("countries.yaml");
        if (sections.Contains("sources")) wanted.Add("names.yaml");
        return [.. all.Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) && wanted.Any(w => w == file || (w[^1] == '/' && file.StartsWith(w, StringComparison.Ordinal))))];
    }
}
