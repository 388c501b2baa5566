using System.Text.Json.Nodes;
using Sluice.Runs;

namespace Sluice.Views.Figures;

/// <summary>Who gains and who loses: change of each party's series as a share of what it is without, with its 95 % interval.</summary>
public static class GainFigure
{
    /// <summary>A row: name, level without, mean difference and its interval, in the series' unit.</summary>
    public readonly record struct Row(string Name, double Plain, double Mean, double Low, double High);

    /// <summary>The figure; rows whose plain level is nought are left out.</summary>
    public static Figure Of(string title, IReadOnlyList<Row> rows, Wording words)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(words);
        var shown = rows.Where(r => r.Plain != 0).ToList();
        double Share(double value, Row r) => Math.Round(value / Math.Abs(r.Plain), 5);
        var bars = new JsonObject
        {
            ["type"] = "bar", ["orientation"] = "h", ["x"] = Figure.Values(shown.Select(r => Share(r.Mean, r))), ["y"] = Figure.Labels(shown.Select(r => r.Name)),
            ["marker"] = new JsonObject { ["color"] = Figure.Values(shown.Select(r => r.Mean < 0 ? "--s2" : "--s1")) },
            ["error_x"] = new JsonObject
            {
                ["type"] = "data", ["symmetric"] = false, ["array"] = Figure.Values(shown.Select(r => Share(r.High - r.Mean, r))), ["arrayminus"] = Figure.Values(shown.Select(r => Share(r.Mean - r.Low, r))),
                ["color"] = "--muted", ["thickness"] = 1.5, ["width"] = 4,
            },
            ["hovertext"] = Figure.Labels(shown.Select(r => $"{r.Name}: {words.Share(Share(r.Mean, r))} ({words.Share(Share(r.Low, r))} … {words.Share(Share(r.High, r))})")), ["hoverinfo"] = "text",
        };
        var layout = Layouts.Rows(words["change, as a share of what it is without"], legend: false);
        layout["xaxis"]!["tickformat"] = "+.0%";
        return new Figure(title, [bars], layout, 80 + 24 * shown.Count);
    }
}
