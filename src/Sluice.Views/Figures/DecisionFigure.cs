using System.Text.Json.Nodes;
using Sluice.Runs;

namespace Sluice.Views.Figures;

/// <summary>Advice beside what was planned, with the range of quantities that are possibly as good. Decisions of one unit share a figure.</summary>
public static class DecisionFigure
{
    /// <summary>Units of the decisions that have a figure, in the order of the record.</summary>
    public static IEnumerable<string> Units(PlanRecord plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Decisions.Where(IsDrawn).Select(d => d.Unit).Distinct();
    }

    /// <summary>The figure of one unit.</summary>
    public static Figure Of(PlanRecord plan, string unit, Wording words)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(words);
        var rows = plan.Decisions.Where(d => d.Unit == unit && IsDrawn(d)).ToList();
        var lines = new JsonArray();
        var names = new JsonArray();
        foreach (var d in rows.Where(d => d is { Low: not null, High: not null }))
        {
            // A gap after each pair keeps the ranges apart in one trace.
            foreach (var end in new double?[] { d.Low, d.High, null })
            {
                lines.Add(end is { } value ? JsonValue.Create(value) : null);
                names.Add(Figure.Label(d.Title));
            }
        }
        var range = new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "lines", ["name"] = words["possibly as good"], ["x"] = lines, ["y"] = names,
            ["line"] = new JsonObject { ["color"] = "--s3", ["width"] = 7 }, ["hoverinfo"] = "skip",
        };
        return new Figure(words.Say("Advice, plan and range, {0}", words[unit]),
            [range, Points(words["planned"], "diamond-open", "--muted", rows, d => d.Planned, words), Points(words["advice"], "circle", "--s1", rows, d => d.Quantity, words)],
            Layouts.Rows(words[unit], legend: true), 90 + 30 * rows.Count);
    }

    static bool IsDrawn(DecisionRecord d) => d.Low is not null && (d.Planned > 0 || d.Quantity > 0 || d.High > 0);

    static JsonObject Points(string name, string symbol, string color, List<DecisionRecord> rows, Func<DecisionRecord, double> value, Wording words) => new()
    {
        ["type"] = "scatter", ["mode"] = "markers", ["name"] = name,
        ["x"] = Figure.Values(rows.Select(value)), ["y"] = Figure.Labels(rows.Select(d => d.Title)),
        ["marker"] = new JsonObject { ["symbol"] = symbol, ["size"] = 10, ["color"] = color, ["line"] = new JsonObject { ["width"] = 2, ["color"] = color } },
        ["hovertext"] = Figure.Labels(rows.Select(d => $"{d.Title}: {name} {words.Quantity(value(d))} {words[d.Unit]}")), ["hoverinfo"] = "text",
    };
}
