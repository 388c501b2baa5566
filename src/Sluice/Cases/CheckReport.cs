using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>The document of <c>sluice check --json</c>.</summary>
/// <param name="Diagnostics">Everything found, by file, line and column.</param>
/// <param name="States">Joint states of the outlook; null where the case could not be used.</param>
public sealed record CheckReport(ImmutableArray<Diagnostic> Diagnostics, int? States)
{
    static readonly JsonSerializerOptions indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The report about a case that was loaded.</summary>
    public static CheckReport Of(Loaded loaded, int? states)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        return new(loaded.Diagnostics, states);
    }

    /// <summary>Number of errors.</summary>
    public int Errors => Diagnostics.Count(d => d.Severity == Severity.Error);

    /// <summary>Number of warnings.</summary>
    public int Warnings => Diagnostics.Count(d => d.Severity == Severity.Warning);

    /// <summary>The document, indented, with a line break at its end.</summary>
    public string ToJson()
    {
        var document = new JsonObject
        {
            ["diagnostics"] = new JsonArray([.. Diagnostics.Select(d => (JsonNode)Json(d))]),
            ["errors"] = Errors,
            ["warnings"] = Warnings,
            ["states"] = States,
        };
        return document.ToJsonString(indented) + "\n";
    }

    static JsonObject Json(Diagnostic found) => new()
    {
        ["code"] = found.Code,
        ["severity"] = found.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" },
        ["file"] = found.At.File,
        ["line"] = found.At.Line,
        ["column"] = found.At.Column,
        ["found"] = found.Found,
        ["expected"] = found.Expected,
        ["nearest"] = found.Nearest,
        ["message"] = found.Message,
    };
}
