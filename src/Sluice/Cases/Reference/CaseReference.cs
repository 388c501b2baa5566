using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Cases.Checks;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases.Reference;

/// <summary>Writes the reference of the format from the shapes that read it: pages for people, schemas for editors.</summary>
public static class CaseReference
{
    static readonly JsonSerializerOptions indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>All codes of diagnostics about cases, in order.</summary>
    public static IReadOnlyList<DiagnosticCode> Codes { get; } = DiagnosticCodes.Register(ReadingCodes.All, QuantityCodes.All, MarketCodes.All, CaseCodes.All, CheckCodes.All, GatesCodes.All);

    /// <summary>Every generated file under docs/reference, by path.</summary>
    public static ImmutableSortedDictionary<string, string> Files()
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        files["case-format.md"] = Page();
        files["diagnostics.md"] = DiagnosticCodes.Markdown(Codes);
        foreach (var shapes in CaseShapes.All) files[$"schema/{Name(shapes)}.schema.json"] = SharedSchemas.Share(Schema(shapes)).ToJsonString(indented) + "\n";
        return files.ToImmutable();
    }

    static string Page()
    {
        var page = new StringBuilder("""
            # The format of a case

            A case is a folder of text files. Maps have names, lists hold only plain names, units are written out, and every number may be plain or
            `{value, between, basis, judgement, hindsight}`: its range, the claims that it rests on, why the author judges so, and whether that is later than the as-of date.
            This page is generated from the code that reads the files.


            """.ReplaceLineEndings("\n"));
        foreach (var shapes in CaseShapes.All) page.Append($"- [{shapes.File}](#{Anchor(shapes.File)}): {shapes.Says}\n");
        foreach (var shapes in CaseShapes.All)
        {
            page.Append($"\n# {shapes.File}\n\n{shapes.Says}{Where(shapes)}\n");
            foreach (var (section, entry) in shapes.Sections)
            {
                if (section.Length > 0) page.Append($"\nUnder `{section}:` each name is {(entry.Length > 1 ? "one of" : "a")} {string.Join(" or ", entry.Select(e => e.Name))}.\n");
                foreach (var shape in entry) page.Append('\n').Append(shape.Markdown());
            }

            foreach (var shape in shapes.Within) page.Append('\n').Append(shape.Markdown());
        }

        return page.ToString();
    }

    static string Where(CaseShapes shapes) => shapes switch
    {
        { IsTable: true } => " A table in CSV or .xlsx; columns `between`, `basis`, `judgement` and `hindsight` speak of its number.",
        { IsOneMap: false, Sections: [("", _)] } => " Each name of the file is an entry.",
        _ => "",
    };

    static JsonObject Schema(CaseShapes shapes)
    {
        var schema = shapes.IsOneMap || shapes.IsTable ? shapes.Sections[0].Entry[0].Schema()
            : shapes.Sections is [("", var only)] ? Entries(only)
            : new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(shapes.Sections.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Section, Entries(s.Entry)))),
                ["additionalProperties"] = false,
            };
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema["title"] = shapes.IsTable ? $"a row of {shapes.File}" : shapes.File;
        schema["description"] = shapes.Says;
        return schema;
    }

    static JsonObject Entries(ImmutableArray<IShape> entry) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = entry is [var one] ? one.Schema() : new JsonObject { ["anyOf"] = new JsonArray([.. entry.Select(e => (JsonNode)e.Schema())]) },
    };

    static string Name(CaseShapes shapes) => shapes.File.Split('/')[0] is "whatifs" ? "what-if" : shapes.File[..shapes.File.IndexOf('.', StringComparison.Ordinal)];

    static string Anchor(string heading) => new([.. heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')]);
}
