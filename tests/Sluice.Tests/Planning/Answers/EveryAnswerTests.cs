using System.Text.Json.Nodes;
using Sluice.Cases;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Reading;
using Sluice.Runs;
using Sluice.Tests.Cases;

namespace Sluice.Tests.Planning.Answers;

public class EveryAnswerTests
{
    static string Bytes(MemorySource files, IFileSource atlas, int threads)
    {
        var source = new CaseSource(files, atlas, LoadOptions.None);
        var world = source.Load().Case!;
        var outlook = CaseOutlook.Of(world);
        var options = new PlanOptions { Passes = 30, Stop = StopRule.PassesOnly, Threads = threads, Paths = 60, Answers = AnswerNames.All };
        using var planner = new BuyerPlanner(BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions), options, source);
        return RunFolder.Json(PlanRecords.Of(world, planner.Plan(cancellation: TestContext.Current.CancellationToken), outlook, new RunHeader("test", options.Seed, [])));
    }

    [Fact]
    public void All_answers_of_a_case_are_the_same_bytes_on_one_thread_and_on_two()
    {
        var files = TestCases.Small.Edit("case.yaml", "stance: {import-gate: follow}", "stance: {import-gate: follow}\ntold: {import-gate: pause}");
        var one = Bytes(files, TestCases.Atlas, 1);
        Assert.Equal(one, Bytes(files, TestCases.Atlas, 2));
        var record = JsonNode.Parse(one)!;
        foreach (var key in new[] { "waiting", "news", "breakEvens", "influence", "hinges", "flows", "following", "unknowns", "rivals" })
            Assert.True(record[key] is not null, $"no {key} in the result");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    public void Neither_do_they_differ_where_a_rate_is_among_the_break_evens(int seed)
    {
        var files = RandomCase.Of(seed).Files;
        Assert.Equal(Bytes(files, MemorySource.Empty, 1), Bytes(files, MemorySource.Empty, 2));
    }
}
