using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Views.Figures;

/// <summary>A figure as plotly reads it. Colours are names of style variables such as <c>--s1</c>, put in place where it is drawn, so that light, dark and print differ.</summary>
/// <param name="Title">What it shows: caption and name for readers who cannot see it.</param>
/// <param name="Data">Traces.</param>
/// <param name="Layout">Layout.</param>
/// <param name="Height">Height in CSS pixels.</param>
public sealed record Figure(string Title, JsonArray Data, JsonObject Layout, int Height)
{
    static readonly JsonSerializerOptions compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Data and layout as one JSON object, to stand in an attribute.</summary>
    public string Json => new JsonObject { ["data"] = Data.DeepClone(), ["layout"] = Layout.DeepClone() }.ToJsonString(compact);

    /// <summary>Text of a case as plotly must have it: it reads markup in labels.</summary>
    internal static string Label(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Values as JSON.</summary>
    internal static JsonArray Values<T>(IEnumerable<T> values) => new([.. values.Select(v => (JsonNode?)JsonValue.Create(v))]);

    /// <summary>Labels as JSON.</summary>
    internal static JsonArray Labels(IEnumerable<string> texts) => Values(texts.Select(Label));
}
