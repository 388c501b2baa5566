using System.Text.Json.Nodes;
using Sluice.Runs;

namespace Sluice.Views.Figures;

/// <summary>Money known to an interval, one row a thing: waiting, early news, following, regret, difference to rivals.</summary>
public static class IntervalFigure
{
    /// <summary>A row: name, estimate if there is one, low end, high end if it is bounded.</summary>
    public readonly record struct Row(string Name, double? Point, double Low, double? High);

    /// <summary>The figure.</summary>
    public static Figure Of(string title, IReadOnlyList<Row> rows, string currency, Wording words)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(words);
        var largest = rows.SelectMany(r => new[] { Math.Abs(r.Low), Math.Abs(r.High ?? r.Low), Math.Abs(r.Point ?? 0) }).DefaultIfEmpty(0).Max();
        var (by, unit) = words.MoneyScale(largest, currency);
        var (lines, names) = (new JsonArray(), new JsonArray());
        foreach (var row in rows)
            foreach (var end in new double?[] { row.Low, row.High ?? row.Low, null })
            {
                lines.Add(end is { } value ? JsonValue.Create(Math.Round(value / by, 4)) : null);
                names.Add(Figure.Label(row.Name));
            }
        string Hover(Row r) => $"{r.Name}: {words.Money(r.Low, currency)} … {(r.High is { } high ? words.Money(high, currency) : "")}";
        var interval = new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "lines", ["name"] = words["what the bounds allow"], ["x"] = lines, ["y"] = names,
            ["line"] = new JsonObject { ["color"] = "--s3", ["width"] = 7 }, ["hoverinfo"] = "skip",
        };
        var points = rows.Where(r => r.Point is not null).ToList();
        var point = new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = words["estimate"],
            ["x"] = Figure.Values(points.Select(r => Math.Round(r.Point!.Value / by, 4))), ["y"] = Figure.Labels(points.Select(r => r.Name)),
            ["marker"] = new JsonObject { ["symbol"] = "circle", ["size"] = 10, ["color"] = "--s1" },
            ["hovertext"] = Figure.Labels(points.Select(Hover)), ["hoverinfo"] = "text",
        };
        return new Figure(title, [interval, point], Layouts.Rows(unit, legend: true), 90 + 28 * rows.Count);
    }
}
