using System.Text.Json.Nodes;
using Sluice.Runs;
using Sluice.Views.Figures;

namespace Sluice.Tests.Views;

public class FigureTests
{
    static readonly PlanRecord plan = SampleRecord.Whole;

    [Fact]
    public void Bars_of_unserved_demand_are_shares_of_the_demand_of_their_period()
    {
        var figure = UnservedFigure.Of(plan, "inference", Wording.English);
        var rows = plan.Unserved.Where(u => u.Workload == "inference").ToList();
        Assert.Equal(rows.Select(u => Math.Round(u.Expected / u.Demand, 4)), Numbers(figure.Data[0]!["y"]));
        Assert.Equal(rows.Select(u => Math.Round(u.Tail90 / u.Demand, 4)), Numbers(figure.Data[1]!["y"]));
    }

    [Fact]
    public void A_period_without_demand_has_no_bar() =>
        Assert.Equal(2, UnservedFigure.Of(plan, "training", Wording.English).Data[0]!["x"]!.AsArray().Count);

    [Fact]
    public void Levels_of_a_driver_stack_to_one_in_every_period()
    {
        var traces = LevelFigure.Of(plan.Grounds!, "cac", Wording.English).Data.Select(t => Numbers(t!["y"]).ToList()).ToList();
        Assert.Equal(3, traces.Count);
        for (var t = 0; t < 3; t++)
            Assert.Equal(1, traces.Sum(y => y[t]), 6);
    }

    [Fact]
    public void Decisions_of_different_units_never_share_an_axis()
    {
        Assert.Equal(["units", "H20e"], DecisionFigure.Units(plan));
        Assert.Equal(["h20-stock", "ascend-910c"], Texts(DecisionFigure.Of(plan, "units", Wording.English).Data[2]!["y"]));
        Assert.Equal(["rent-mainland"], Texts(DecisionFigure.Of(plan, "H20e", Wording.English).Data[2]!["y"]));
    }

    [Fact]
    public void Money_on_an_axis_is_divided_by_what_its_title_names()
    {
        IntervalFigure.Row[] rows = [new("a", 40_000_000, 31_000_000, 52_000_000)];
        var english = IntervalFigure.Of("t", rows, "USD", Wording.English);
        var chinese = IntervalFigure.Of("t", rows, "USD", Wording.Chinese);
        Assert.Equal("$ m", english.Layout["xaxis"]!["title"]!["text"]!.GetValue<string>());
        Assert.Equal([40d], Numbers(english.Data[1]!["x"]));
        Assert.Equal("万美元", chinese.Layout["xaxis"]!["title"]!["text"]!.GetValue<string>());
        Assert.Equal([4_000d], Numbers(chinese.Data[1]!["x"]));
    }

    [Fact]
    public void An_interval_without_a_bound_draws_its_low_end_alone()
    {
        var line = IntervalFigure.Of("t", [new("a", null, 5_000_000, null)], "USD", Wording.English).Data[0]!["x"]!.AsArray();
        Assert.Equal(5d, line[0]!.GetValue<double>());
        Assert.Equal(5d, line[1]!.GetValue<double>());
        Assert.Null(line[2]);
    }

    [Fact]
    public void Markup_in_the_text_of_a_case_is_not_markup_in_a_figure()
    {
        var hostile = SampleRecord.Hostile;
        Figure[] figures =
        [
            UnservedFigure.Of(hostile, SampleRecord.Evil, Wording.English), DecisionFigure.Of(hostile, SampleRecord.Evil, Wording.English), LevelFigure.Of(hostile.Grounds!, SampleRecord.Evil, Wording.English),
            IntervalFigure.Of("t", [new(SampleRecord.Evil, 1, 0, 2)], "USD", Wording.English), BarFigure.Of("t", [(SampleRecord.Evil, 1)], "USD", Wording.English),
        ];
        Assert.All(figures, f => Assert.DoesNotContain('<', f.Json));
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes() =>
        Assert.Equal(UnservedFigure.Of(plan, "inference", Wording.Chinese).Json, UnservedFigure.Of(plan, "inference", Wording.Chinese).Json);

    [Fact]
    public void Colours_are_names_of_style_variables_that_the_style_sets_for_light_and_for_dark_and_for_print()
    {
        var used = new[] { UnservedFigure.Of(plan, "inference", Wording.English), DecisionFigure.Of(plan, "units", Wording.English), LevelFigure.Of(plan.Grounds!, "cac", Wording.English) }
            .SelectMany(f => System.Text.RegularExpressions.Regex.Matches(f.Json, "\"(--[a-z0-9]+)\"").Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.NotEmpty(used);
        var style = Sluice.Views.Report.Style;
        Assert.All(used, name => Assert.Equal(3, style.Split(name + ":").Length - 1));
    }

    static IEnumerable<double> Numbers(JsonNode? values) => values!.AsArray().Select(v => v!.GetValue<double>());

    static IEnumerable<string> Texts(JsonNode? values) => values!.AsArray().Select(v => v!.GetValue<string>());
}
