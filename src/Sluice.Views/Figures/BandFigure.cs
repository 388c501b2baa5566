using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Runs;

namespace Sluice.Views.Figures;

/// <summary>Series of a simulation month by month: the mean as a line, one in ten below to one in ten above as a band.</summary>
public static class BandFigure
{
    static readonly string[] colours = ["--s1", "--s2", "--s4", "--s5"];

    /// <summary>The figure.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="rows">Name and series, all of one unit, at most four.</param>
    /// <param name="market">Record that they are of.</param>
    /// <param name="words">Words.</param>
    public static Figure Of(string title, IReadOnlyList<(string Name, MarketBand Band)> rows, MarketRecord market, Wording words)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(words);
        var months = MonthAxis.Of(market);
        var unit = rows.Count > 0 ? rows[0].Band.Unit : "";
        string Value(double v) => unit == "share" ? words.Share(v) : words.Quantity(v);
        var traces = new JsonArray();
        for (var i = 0; i < rows.Count; i++)
        {
            var ((name, band), colour) = (rows[i], colours[i % colours.Length]);
            traces.Add(new JsonObject
            {
                ["type"] = "scatter", ["mode"] = "lines", ["x"] = Figure.Labels(months.Concat(months.Reverse())), ["y"] = Figure.Values(band.P90.Concat(band.P10.Reverse())), ["fill"] = "toself", ["fillcolor"] = colour,
                ["opacity"] = 0.22, ["line"] = new JsonObject { ["width"] = 0 }, ["hoverinfo"] = "skip", ["showlegend"] = false,
            });
            traces.Add(new JsonObject
            {
                ["type"] = "scatter", ["mode"] = "lines", ["name"] = Figure.Label(name), ["x"] = Figure.Labels(months), ["y"] = Figure.Values(band.Mean),
                ["line"] = new JsonObject { ["color"] = colour, ["width"] = 2.5 },
                ["hovertext"] = Figure.Labels(band.Mean.Select((m, t) => $"{MonthAxis.Name(market, t, words)} · {name}: {Value(m)} ({Value(band.P10[t])} … {Value(band.P90[t])})")), ["hoverinfo"] = "text",
            });
        }
        return new Figure(title, traces, MonthAxis.Layout(unit == "share" ? words["share"] : words[unit], unit == "share"), 270);
    }
}

/// <summary>Months along the bottom of a figure.</summary>
static class MonthAxis
{
    public static ImmutableArray<string> Of(MarketRecord market) =>
        [.. Enumerable.Range(0, market.Months).Select(t => market.Start.AddMonths(t).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    public static string Name(MarketRecord market, int month, Wording words) => words.Period(market.Start.AddMonths(month).ToString("MMM yyyy", CultureInfo.InvariantCulture));

    public static JsonObject Layout(string axis, bool share)
    {
        var layout = Layouts.Periods(axis);
        layout["xaxis"] = new JsonObject { ["type"] = "date", ["tickformat"] = "%Y-%m", ["automargin"] = true, ["fixedrange"] = true, ["gridcolor"] = "--line" };
        layout["yaxis"]!["tickformat"] = share ? ".0%" : ",~s";
        return layout;
    }
}
