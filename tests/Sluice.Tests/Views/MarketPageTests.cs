using System.Net;
using Sluice.Market.Reported;
using Sluice.Cases;
using Sluice.Runs;
using Sluice.Simulation;
using Sluice.Tests.Simulation;
using Sluice.Views;

namespace Sluice.Tests.Views;

public class MarketPageTests
{
    static readonly Lazy<MarketRecord> record = new(() =>
    {
        var world = Markets.Founding();
        return MarketRecords.Of(world, world.Run("cac=bar@2025-10"), world.Run(Markets.Few), [("cac", world.Run(Markets.Few with { Idle = ["cac"] }))], new Dictionary<string, (ReportedSeries, SeriesRow)>(), new("test", [], [], ["cac=bar@2025-10"]));
    });

    [Theory]
    [InlineData(Language.English, "Domestic share by workload", "Who gains and who loses", "platforms")]
    [InlineData(Language.Chinese, "各负载的国产占比", "谁受益、谁受损", "平台企业")]
    public async Task The_page_shows_supply_stock_shares_and_who_gains_and_can_be_cited(Language language, params string[] texts)
    {
        var page = WebUtility.HtmlDecode(await Report.HtmlAsync(record.Value, language));
        Assert.Contains(record.Value.Run, page, StringComparison.Ordinal);
        Assert.All(texts, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.True(page.Split("<sluice-figure ").Length > 10);
        Assert.Contains("h20", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_case_cannot_become_markup()
    {
        var page = await Report.HtmlAsync(record.Value with { Case = "<script>alert(1)</script>" }, Language.English);
        Assert.DoesNotContain("<script>alert(1)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_read_back_as_it_was_written()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("sluice-market-").FullName, RunFolder.Result);
        File.WriteAllText(file, RunFolder.Json(record.Value));
        Assert.Equal(RunFolder.Json(record.Value), RunFolder.Json(PastResult.Read(file).Market!));
        File.WriteAllText(file, "{\"case\": 1}");
        Assert.Throws<IOException>(() => PastResult.Read(file));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
