using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Cases;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Tests.Planning;

/// <summary>
/// The cases that ship against the headline numbers kept beside each. Where they should have moved: run this test with SLUICE_ACCEPT=1, look at the
/// difference, and commit it with its reason.
/// </summary>
public class ExpectedResultTests
{
    const int Passes = 12;

    static readonly JsonSerializerOptions readable = new() { WriteIndented = true };

    static readonly PlanOptions options = new() { Passes = Passes, Stop = StopRule.PassesOnly, Depth = PlanDepth.Decisions, Answers = AnswerNames.Quick };

    [Fact]
    public void The_founding_case_comes_out_as_expected() =>
        Compare("h20-2025-08", FoundingPlan.Record(FoundingPlan.World, FoundingPlan.Outlook, options));

    [Fact]
    public void The_Gulf_case_comes_out_as_expected()
    {
        var loaded = CaseReader.Load(new FolderSource(Repository.At("cases", "gulf-2026-01")), new FolderSource(Repository.At("atlas")), LoadOptions.None);
        Assert.True(loaded.Case is not null, string.Join('\n', loaded.Diagnostics));
        Compare("gulf-2026-01", FoundingPlan.Record(loaded.Case, CaseOutlook.Of(loaded.Case), options));
    }

    static void Compare(string of, PlanRecord record)
    {
        var (path, found) = (Repository.At("cases", of, "expected.json"), Headlines(record));
        if (Environment.GetEnvironmentVariable("SLUICE_ACCEPT") == "1")
            File.WriteAllText(path, found.ToJsonString(readable) + "\n");
        var expected = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        Assert.Equal(expected.Select(e => e.Key), found.Select(f => f.Key));
        foreach (var (name, value) in expected)
            Assert.True(Close(value?.GetValue<double>(), found[name]?.GetValue<double>()), $"{name}: expected {value}, found {found[name]}");
    }

    static bool Close(double? expected, double? found) =>
        expected is { } number && found is { } other ? Math.Abs(number - other) <= 1e-6 * Math.Max(1, Math.Abs(number)) : expected is null && found is null;

    static JsonObject Headlines(PlanRecord record)
    {
        var numbers = new JsonObject
        {
            ["passes"] = (double)record.Passes, ["states"] = (double)record.States, ["stages"] = (double)record.Stages,
            ["bounds.lower"] = record.Bounds.Lower, ["bounds.upper"] = record.Bounds.Upper, ["indifference"] = record.Indifference,
            ["cost.expected"] = record.Cost.Expected, ["cost.tail90"] = record.Cost.Tail90,
        };
        foreach (var decision in record.Decisions)
            numbers[$"decisions.{decision.Title}.{decision.Action}"] = decision.Quantity;
        foreach (var price in Assert.NotNull(record.Waiting))
            numbers[$"waiting.{price.Offer}.{price.Against}"] = price.Price;
        foreach (var flow in Assert.NotNull(record.Flows))
            numbers[$"flows.{flow.Payer}.{flow.Payee}.{flow.Kind}"] = flow.Expected;
        foreach (var cause in Assert.NotNull(record.Why).DistinctBy(w => w.Limit).Take(5))
            numbers[$"why.{cause.Limit}.{cause.Period}"] = cause.ValueOfOneMore;
        numbers["unknowns"] = (double)Assert.NotNull(record.Unknowns).Length;
        return numbers;
    }
}
