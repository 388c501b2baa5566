using System.Text.Json.Nodes;
using Sluice.Runs;

namespace Sluice.Views.Figures;

/// <summary>Units that makers deliver month by month, mean over the replications, stacked.</summary>
public static class SupplyFigure
{
    static readonly string[] colours = ["--s1", "--s2", "--s4", "--s5", "--s6", "--s3", "--s0"];

    /// <summary>The figure.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="market">Record.</param>
    /// <param name="nameOf">Name of a maker for readers.</param>
    /// <param name="words">Words.</param>
    public static Figure Of(string title, MarketRecord market, Func<string, string> nameOf, Wording words)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(nameOf);
        ArgumentNullException.ThrowIfNull(words);
        var makers = market.Series.Where(s => s is { Name: "deliveries", Line: not null }).GroupBy(s => s.Party!)
            .Select(g => (Maker: g.Key, Units: Enumerable.Range(0, market.Months).Select(t => g.Sum(s => s.Mean[t])).ToArray())).Where(m => m.Units.Any(u => u > 0)).OrderByDescending(m => m.Units.Sum());
        var layout = MonthAxis.Layout(words["units per month"], false);
        layout["barmode"] = "stack";
        layout["bargap"] = 0.1;
        return new Figure(title, [.. makers.Select((m, i) => (JsonNode)new JsonObject
        {
            ["type"] = "bar", ["name"] = Figure.Label(nameOf(m.Maker)), ["x"] = Figure.Labels(MonthAxis.Of(market)), ["y"] = Figure.Values(m.Units.Select(u => Math.Round(u))),
            ["marker"] = new JsonObject { ["color"] = colours[i % colours.Length] },
            ["hovertext"] = Figure.Labels(m.Units.Select((u, t) => $"{MonthAxis.Name(market, t, words)} · {nameOf(m.Maker)}: {words.Quantity(u)}")), ["hoverinfo"] = "text",
        })], layout, 300);
    }
}
