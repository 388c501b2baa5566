using System.Text.Json.Nodes;
using Sluice.Runs;

namespace Sluice.Views.Figures;

/// <summary>Share of a workload's demand that stays unserved, period by period.</summary>
public static class UnservedFigure
{
    /// <summary>Mean as bars, what one path in ten is above as marks; periods without demand are left out.</summary>
    public static Figure Of(PlanRecord plan, string workload, Wording words)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(words);
        var rows = plan.Unserved.Where(u => u.Workload == workload && u.Demand > 0).ToList();
        var periods = rows.Select(u => words.Period(u.Period)).ToList();
        string Hover(UnservedRecord u, double value) => $"{words.Period(u.Period)}: {words.Share(value / u.Demand)} ({words.Quantity(value)} {words[u.Unit]})";
        var mean = new JsonObject
        {
            ["type"] = "bar",
            ["name"] = words["mean"],
            ["x"] = Figure.Labels(periods),
            ["y"] = Figure.Values(rows.Select(u => Math.Round(u.Expected / u.Demand, 4))),
            ["marker"] = new JsonObject { ["color"] = "--s1" },
            ["hovertext"] = Figure.Labels(rows.Select(u => Hover(u, u.Expected))),
            ["hoverinfo"] = "text",
        };
        var tail = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = words["one path in ten is above"],
            ["x"] = Figure.Labels(periods),
            ["y"] = Figure.Values(rows.Select(u => Math.Round(u.Tail90 / u.Demand, 4))),
            ["marker"] = new JsonObject { ["symbol"] = "line-ew-open", ["size"] = 16, ["color"] = "--s2", ["line"] = new JsonObject { ["width"] = 3, ["color"] = "--s2" } },
            ["hovertext"] = Figure.Labels(rows.Select(u => Hover(u, u.Tail90))),
            ["hoverinfo"] = "text",
        };
        return new Figure(words.Say("{0}: demand left unserved", workload), [mean, tail], Layouts.Periods(words["share of demand"]), 260);
    }
}
