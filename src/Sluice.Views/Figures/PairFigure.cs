using System.Text.Json.Nodes;
using Sluice.Runs;

namespace Sluice.Views.Figures;

/// <summary>Two plans beside each other, A and B: a quantity a row, or a quantity a period.</summary>
public static class PairFigure
{
    /// <summary>A row: name, quantities of A and B, and the quantities that are possibly as good where they are known.</summary>
    public readonly record struct Row(string Name, double? A, double? B, SpanRecord? RangeA = null, SpanRecord? RangeB = null);

    /// <summary>One row a thing.</summary>
    public static Figure Rows(string title, IReadOnlyList<Row> rows, string unit, Wording words)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(words);
        return new Figure(title, [Bars("A", "--s1", rows, r => r.A, r => r.RangeA, unit, words, lying: true), Bars("B", "--s2", rows, r => r.B, r => r.RangeB, unit, words, lying: true)],
            Layouts.Rows(words[unit], legend: true), 90 + 44 * rows.Count);
    }

    /// <summary>One pair of bars a period.</summary>
    public static Figure Periods(string title, IReadOnlyList<Row> rows, string unit, Wording words)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(words);
        var layout = Layouts.Periods(words[unit]);
        layout["yaxis"]!["tickformat"] = ",~f";
        return new Figure(title, [Bars("A", "--s1", rows, r => r.A, r => r.RangeA, unit, words, lying: false), Bars("B", "--s2", rows, r => r.B, r => r.RangeB, unit, words, lying: false)], layout, 260);
    }

    static JsonObject Bars(string side, string colour, IReadOnlyList<Row> rows, Func<Row, double?> value, Func<Row, SpanRecord?> range, string unit, Wording words, bool lying)
    {
        string Hover(Row row) => $"{row.Name}, {side}: {(value(row) is { } quantity ? $"{words.Quantity(quantity)} {words[unit]}" : "–")}{(range(row) is { } span ? $" ({words.Quantity(span.From)} … {words.Quantity(span.To)})" : "")}";
        var (names, values) = (Figure.Labels(rows.Select(r => r.Name)), Figure.Values(rows.Select(value)));
        var bars = new JsonObject
        {
            ["type"] = "bar", ["name"] = side, [lying ? "y" : "x"] = names, [lying ? "x" : "y"] = values, ["marker"] = new JsonObject { ["color"] = colour },
            ["hovertext"] = Figure.Labels(rows.Select(Hover)), ["hoverinfo"] = "text",
        };
        if (lying) bars["orientation"] = "h";
        if (rows.Any(r => range(r) is not null))
            bars[lying ? "error_x" : "error_y"] = new JsonObject
            {
                ["type"] = "data", ["symmetric"] = false, ["color"] = "--muted", ["thickness"] = 1.5, ["width"] = 4,
                ["array"] = Figure.Values(rows.Select(r => Math.Max(0, (range(r)?.To - value(r)) ?? 0))), ["arrayminus"] = Figure.Values(rows.Select(r => Math.Max(0, (value(r) - range(r)?.From) ?? 0))),
            };
        return bars;
    }
}
