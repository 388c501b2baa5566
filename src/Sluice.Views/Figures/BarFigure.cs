using System.Text.Json.Nodes;
using Sluice.Runs;

namespace Sluice.Views.Figures;

/// <summary>Money in bars, one row a thing: who is paid, what moves the cost.</summary>
public static class BarFigure
{
    /// <summary>The figure; rows in the order given.</summary>
    public static Figure Of(string title, IReadOnlyList<(string Name, double Money)> rows, string currency, Wording words)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(words);
        var (by, unit) = words.MoneyScale(rows.Select(r => Math.Abs(r.Money)).DefaultIfEmpty(0).Max(), currency);
        var bars = new JsonObject
        {
            ["type"] = "bar", ["orientation"] = "h",
            ["x"] = Figure.Values(rows.Select(r => Math.Round(r.Money / by, 4))), ["y"] = Figure.Labels(rows.Select(r => r.Name)),
            ["marker"] = new JsonObject { ["color"] = "--s1" },
            ["hovertext"] = Figure.Labels(rows.Select(r => $"{r.Name}: {words.Money(r.Money, currency)}")), ["hoverinfo"] = "text",
        };
        return new Figure(title, [bars], Layouts.Rows(unit, legend: false), 70 + 26 * rows.Count);
    }
}
