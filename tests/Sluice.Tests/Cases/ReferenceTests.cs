using System.Text.Json.Nodes;
using Sluice.Cases;
using Sluice.Cases.Reference;
using Sluice.Reading;

namespace Sluice.Tests.Cases;

public class ReferenceTests
{
    static readonly string folder = Path.Combine(TestCases.Root, "docs", "reference");

    [Fact]
    public void The_committed_reference_is_what_the_shapes_say()
    {
        var files = CaseReference.Files();
        if (Environment.GetEnvironmentVariable("SLUICE_ACCEPT") is "1")
            foreach (var (path, text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
                File.WriteAllText(Path.Combine(folder, path), text);
            }

        foreach (var (path, text) in files)
        {
            var committed = Path.Combine(folder, path);
            Assert.True(File.Exists(committed) && File.ReadAllText(committed).ReplaceLineEndings("\n") == text, $"docs/reference/{path} is not what the shapes say; run the tests with SLUICE_ACCEPT=1 and commit it.");
        }
    }

    [Fact]
    public void Every_part_that_a_schema_refers_to_stands_in_it()
    {
        foreach (var (path, text) in CaseReference.Files().Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)))
        {
            var schema = JsonNode.Parse(text)!.AsObject();
            foreach (var name in References(schema))
                Assert.True(schema["$defs"]?[name["#/$defs/".Length..]] is not null, $"{path} refers to {name}, which it does not hold");
        }
    }

    [Fact]
    public void A_report_names_code_severity_place_found_expected_and_nearest()
    {
        var report = CheckReport.Of(TestCases.Small.Edit("offers.yaml", "receipt: optional", "receipt: optinal").Load(), null);
        var document = JsonNode.Parse(report.ToJson())!;
        Assert.Equal(1, document["errors"]!.GetValue<int>());
        var error = document["diagnostics"]!.AsArray().Single(d => d!["severity"]!.GetValue<string>() == "error")!;
        Assert.Equal(("SLU0106", "offers.yaml", "optinal", "optional"),
            (error["code"]!.GetValue<string>(), error["file"]!.GetValue<string>(), error["found"]!.GetValue<string>(), error["nearest"]!.GetValue<string>()));
        Assert.Null(document["states"]);
    }

    [Fact]
    public void The_small_case_checks_without_errors_and_its_what_if_too()
    {
        Assert.Equal(["SLU0431"], TestCases.Small.Load().Diagnostics.Select(d => d.Code));
        Assert.Equal(0, TestCases.Small.Load(new() { WhatIfs = ["gate-shut"] }).Errors);
    }

    static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => p is { Key: "$ref", Value: JsonValue name } ? [name.GetValue<string>()] : References(p.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
