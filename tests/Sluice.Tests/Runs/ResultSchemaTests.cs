using System.Text.Json.Nodes;
using Sluice.Runs;

namespace Sluice.Tests.Runs;

public class ResultSchemaTests
{
    [Fact]
    public void The_committed_schemas_are_those_of_the_records()
    {
        foreach (var (name, text) in ResultSchema.Files())
        {
            var file = Repository.At("docs", "reference", "schema", name);
            if (Environment.GetEnvironmentVariable("SLUICE_ACCEPT") is "1")
                File.WriteAllText(file, text);
            Assert.True(File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text,
                $"docs/reference/schema/{name} is not what the record says; run the tests with SLUICE_ACCEPT=1, read the difference, commit it.");
        }
    }

    [Theory]
    [InlineData("case", "asOf", "atlasHorizon", "viewpoint", "stance", "version", "seed", "inputDigest", "stopped", "bounds", "stake", "indifference", "states", "stages", "decisions", "next", "cost", "unserved", "rests")]
    public void The_result_has_the_keys_that_others_rely_on(params string[] keys)
    {
        var properties = JsonNode.Parse(ResultSchema.Files()["plan-result.json"])!["properties"]!.AsObject();
        Assert.Empty(keys.Except(properties.Select(p => p.Key)));
    }
}
