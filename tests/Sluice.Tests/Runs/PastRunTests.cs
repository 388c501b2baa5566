using Sluice.Planning.Buyer;
using Sluice.Runs;
using Sluice.Tests.Planning;

namespace Sluice.Tests.Runs;

public sealed class PastRunTests : IDisposable
{
    static readonly Lazy<PlanRecord> plan = new(() => FoundingPlan.Record(RandomCase.Of(3).World, Sluice.Cases.CaseOutlook.Of(RandomCase.Of(3).World),
        new PlanOptions { Passes = 3, Stop = StopRule.PassesOnly, Threads = 1, Paths = 20 }) with { Version = "0.1.0" });

    readonly string folder = Directory.CreateTempSubdirectory("sluice-runs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string Written(string text)
    {
        var run = Path.Combine(folder, "2025-08-21T000000-plan");
        Directory.CreateDirectory(run);
        File.WriteAllText(Path.Combine(run, "result.json"), text);
        return run;
    }

    [Fact]
    public void A_run_reads_back_as_it_was_written()
    {
        var run = RunFolder.Write(folder, plan.Value, new TimingRecord(1, 1, 1, 1, 1, "here", DateTimeOffset.UnixEpoch, "plan"), "<!DOCTYPE html>");
        foreach (var path in new[] { run, Path.Combine(run, "result.json") })
        {
            var read = PastRun.Read(path, "0.1.0");
            Assert.Equal("", read.Fault);
            Assert.Equal(RunFolder.Json(plan.Value), RunFolder.Json(read.Record!));
        }
    }

    [Fact]
    public void A_run_of_a_newer_version_is_refused_and_one_of_an_older_is_read()
    {
        Assert.Contains("was written by Sluice 0.2.0, and this is 0.1.0", PastRun.Read(Written(RunFolder.Json(plan.Value with { Version = "0.2.0" })), "0.1.0").Fault);
        Assert.NotNull(PastRun.Read(Written(RunFolder.Json(plan.Value)), "0.2.0").Record);
    }

    [Theory]
    [InlineData("{\n  \"case\": oops", "result.json:2:11: this is not JSON")]
    [InlineData("[]", "is not the result of sluice plan")]
    [InlineData("{\"version\": \"0.1.0\", \"dates\": []}", "is not the result of sluice plan")]
    [InlineData("{\"version\": \"0.1.0\", \"bounds\": {}, \"decisions\": []}", "lacks what 0.1.0 reads")]
    public void What_is_no_result_is_said_to_be_none(string text, string fault)
    {
        var read = PastRun.Read(Written(text), "0.1.0");
        Assert.Null(read.Record);
        Assert.Contains(fault, read.Fault);
    }

    [Fact]
    public void A_missing_run_names_the_nearest()
    {
        Written("{}");
        Assert.Contains("Did you mean", PastRun.Read(Path.Combine(folder, "2025-08-21T000001-plan"), "0.1.0").Fault);
        Assert.Contains("there is no run", PastRun.Read(Path.Combine(folder, "nowhere"), "0.1.0").Fault);
        Assert.Contains("holds no result.json", PastRun.Read(folder, "0.1.0").Fault);
    }
}
