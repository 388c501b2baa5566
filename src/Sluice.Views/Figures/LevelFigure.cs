using System.Text.Json.Nodes;
using Sluice.Runs;

namespace Sluice.Views.Figures;

/// <summary>Where a driver may stand over time: chances of its levels, stacked to 1.</summary>
public static class LevelFigure
{
    /// <summary>The figure of a driver.</summary>
    public static Figure Of(GroundsRecord grounds, string driver, Wording words)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        ArgumentNullException.ThrowIfNull(words);
        var periods = grounds.Periods.Select(p => words.Period(p.Label)).ToList();
        // Where it stands now is grey, so that what may change stands out.
        var colours = new Queue<string>(["--s1", "--s2", "--s4", "--s5", "--s6", "--s3"]);
        string Colour(bool now)
        {
            if (now) return "--s0";
            var colour = colours.Dequeue();
            colours.Enqueue(colour);
            return colour;
        }

        var traces = grounds.Levels.Where(l => l.Driver == driver).Select(level => (JsonNode)new JsonObject
        {
            ["type"] = "bar",
            ["name"] = Figure.Label(words[level.Level] + (level.Now ? words[" (now)"] : "")),
            ["x"] = Figure.Labels(periods),
            ["y"] = Figure.Values(level.Chances),
            ["marker"] = new JsonObject { ["color"] = Colour(level.Now) },
            ["hovertext"] = Figure.Labels(level.Chances.Select((c, t) => $"{periods[t]}: {words[level.Level]} {words.Share(c)}")),
            ["hoverinfo"] = "text",
        });
        var layout = Layouts.Periods(words["chance"]);
        layout["barmode"] = "stack";
        layout["bargap"] = 0.12;
        layout["yaxis"]!["range"] = new JsonArray(0, 1);
        return new Figure(words.Say("{0}: chance of each level", driver), [.. traces], layout, 250);
    }
}
