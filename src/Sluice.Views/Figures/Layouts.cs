using System.Text.Json.Nodes;

namespace Sluice.Views.Figures;

/// <summary>Layouts shared by the figures: no frame, thin grid, room for long names.</summary>
static class Layouts
{
    /// <summary>Names on the left, values to the right; the first row on top.</summary>
    public static JsonObject Rows(string axis, bool legend) => new()
    {
        ["xaxis"] = new JsonObject { ["title"] = new JsonObject { ["text"] = Figure.Label(axis), ["standoff"] = 8 }, ["gridcolor"] = "--line", ["zerolinecolor"] = "--muted", ["automargin"] = true, ["tickformat"] = ",~f", ["rangemode"] = "tozero", ["fixedrange"] = true },
        ["yaxis"] = new JsonObject { ["autorange"] = "reversed", ["automargin"] = true, ["type"] = "category", ["ticks"] = "", ["fixedrange"] = true },
        ["showlegend"] = legend,
        ["legend"] = Legend(),
        ["margin"] = new JsonObject { ["l"] = 8, ["r"] = 28, ["t"] = 8, ["b"] = 40 },
    };

    /// <summary>Periods along the bottom, shares from 0 upward.</summary>
    public static JsonObject Periods(string axis) => new()
    {
        ["xaxis"] = new JsonObject { ["type"] = "category", ["automargin"] = true, ["tickangle"] = -45, ["ticks"] = "", ["fixedrange"] = true },
        ["yaxis"] = new JsonObject { ["title"] = new JsonObject { ["text"] = Figure.Label(axis), ["standoff"] = 8 }, ["tickformat"] = ".0%", ["rangemode"] = "tozero", ["gridcolor"] = "--line", ["zerolinecolor"] = "--muted", ["automargin"] = true, ["fixedrange"] = true },
        ["showlegend"] = true,
        ["legend"] = Legend(),
        ["bargap"] = 0.35,
        ["margin"] = new JsonObject { ["l"] = 8, ["r"] = 8, ["t"] = 8, ["b"] = 8 },
    };

    static JsonObject Legend() => new() { ["orientation"] = "h", ["x"] = 0, ["y"] = 1.02, ["yanchor"] = "bottom", ["traceorder"] = "normal" };
}
