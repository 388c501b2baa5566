using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Runs;
using Sluice.Runs.Replays;

namespace Sluice.Views.Figures;

/// <summary>A replay over its dates: what would have been decided, what it would have cost along what came, and the chance given to what came.</summary>
public static class ReplayFigure
{
    static readonly string[] colours = ["--s1", "--s2", "--s4", "--s5", "--s6", "--s3"];
    static readonly string[] symbols = ["circle", "square", "diamond", "triangle-up", "cross", "x", "star"];

    /// <summary>Units of what is decided, in the order of the record.</summary>
    public static IEnumerable<string> Units(ReplayRecord replay)
    {
        ArgumentNullException.ThrowIfNull(replay);
        return replay.Dates.SelectMany(d => d.Decisions).Where(d => Titles(replay, d.Unit).Contains(d.Title)).Select(d => d.Unit).Distinct();
    }

    /// <summary>Decisions of a unit that are ever more than nothing.</summary>
    static List<string> Titles(ReplayRecord replay, string unit) =>
        [.. replay.Dates.SelectMany(d => d.Decisions).Where(d => d.Unit == unit && DecisionAmounts.Of(d) >= 0.5).Select(d => d.Title).Distinct()];

    /// <summary>Quantities by date, a line a decision; of what is on order, what is given back or held.</summary>
    public static Figure Decisions(ReplayRecord replay, string unit, Wording words)
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(words);
        var dates = Dates(replay.Dates.Select(d => d.AsOf));
        var lines = Titles(replay, unit).Select((title, i) =>
        {
            var rows = replay.Dates.Select(d => (d.AsOf, Decision: d.Decisions.FirstOrDefault(r => r.Title == title))).ToList();
            return (JsonNode)new JsonObject
            {
                ["type"] = "scatter", ["mode"] = "lines+markers", ["name"] = Figure.Label(words.Prose(title)), ["x"] = dates.DeepClone(),
                ["y"] = Figure.Values(rows.Select(r => r.Decision is { } decision ? DecisionAmounts.Of(decision) : (double?)null)),
                ["line"] = new JsonObject { ["color"] = colours[i % colours.Length], ["width"] = 2, ["dash"] = i < colours.Length ? "solid" : "dot" },
                ["marker"] = new JsonObject { ["size"] = 8, ["symbol"] = symbols[i % symbols.Length], ["color"] = colours[i % colours.Length] },
                ["hovertext"] = Figure.Labels(rows.Select(r => $"{words.Day(r.AsOf)}: {words.Prose(title)} {(r.Decision is { } decision ? $"{words[decision.Action]} {words.Quantity(decision.Quantity)}" : "–")}")), ["hoverinfo"] = "text",
            };
        });
        return new Figure(words.Say("Advice by day of knowledge, {0}", words[unit]), [.. lines], Layout(replay, words[unit]), 340);
    }

    /// <summary>What simpler ways would have cost above the plan made on the same day.</summary>
    public static Figure Costs(ReplayRecord replay, Wording words)
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(words);
        var others = replay.Realised.Where(r => r.Policy != RealisedCost.Plan).Select(r => (r.AsOf, r.Way, Above: replay.AbovePlan(r))).Where(r => r.Above is not null).ToList();
        var (by, unit) = words.MoneyScale(others.Select(r => Math.Abs(r.Above!.Value)).DefaultIfEmpty(0).Max(), replay.Currency);
        var bars = others.GroupBy(r => r.Way).Select((policy, i) => (JsonNode)new JsonObject
        {
            ["type"] = "bar", ["name"] = Figure.Label(words[policy.Key]), ["x"] = Figure.Labels(policy.Select(r => words.Day(r.AsOf))), ["y"] = Figure.Values(policy.Select(r => Math.Round(r.Above!.Value / by, 4))),
            ["marker"] = new JsonObject { ["color"] = colours[i % colours.Length] },
            ["hovertext"] = Figure.Labels(policy.Select(r => $"{words.Day(r.AsOf)}: {words[policy.Key]} {words.SignedMoney(r.Above!.Value, replay.Currency)}")), ["hoverinfo"] = "text",
        });
        var layout = Layouts.Periods(unit);
        layout["yaxis"]!["tickformat"] = ",~f";
        return new Figure(words["Cost above this plan, along what came true, by day on which it was made"], [.. bars], layout, 280);
    }

    /// <summary>Chance given to the level that came, beside that of base rates; null where no forecast can be scored.</summary>
    public static Figure? Chances(ReplayRecord replay, Wording words)
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(words);
        var scored = replay.Dates.SelectMany(d => d.Forecasts.Where(f => f.Came is not null).Select(f => (d.AsOf, Forecast: f))).ToList();
        if (scored.Count == 0) return null;
        string Name((DateOnly AsOf, LevelForecast Forecast) row) => $"{words.Day(row.AsOf)}: {row.Forecast.Driver} {words[row.Forecast.Came!]}{(row.Forecast.Hindsight ? words[" (hindsight)"] : "")}";
        JsonNode Points(string name, string symbol, string colour, Func<LevelForecast, ImmutableArray<LevelChance>> of) => new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "markers", ["name"] = name, ["y"] = Figure.Labels(scored.Select(Name)), ["x"] = Figure.Values(scored.Select(r => of(r.Forecast).First(l => l.Level == r.Forecast.Came).Chance)),
            ["marker"] = new JsonObject { ["symbol"] = symbol, ["size"] = 10, ["color"] = colour, ["line"] = new JsonObject { ["width"] = 2, ["color"] = colour } },
            ["hovertext"] = Figure.Labels(scored.Select(r => $"{Name(r)}: {name} {words.Share(of(r.Forecast).First(l => l.Level == r.Forecast.Came).Chance)}")), ["hoverinfo"] = "text",
        };
        var layout = Layouts.Rows(words["chance given to what came"], legend: true);
        layout["xaxis"]!["tickformat"] = ".0%";
        layout["xaxis"]!["range"] = new JsonArray(-0.02, 1.02);
        return new Figure(words["Chance given to the level that came"], [Points(words["base rate"], "diamond-open", "--muted", f => f.BaseRate), Points(words["forecast"], "circle", "--s1", f => f.Levels)], layout, 90 + 28 * scored.Count);
    }

    static JsonObject Layout(ReplayRecord replay, string unit)
    {
        var layout = Layouts.Periods(unit);
        layout["xaxis"] = new JsonObject { ["type"] = "date", ["automargin"] = true, ["fixedrange"] = true, ["tickformat"] = "%Y-%m-%d", ["tickangle"] = -45, ["gridcolor"] = "--line" };
        if (replay.Dates.Length <= 24) { layout["xaxis"]!["tickmode"] = "array"; layout["xaxis"]!["tickvals"] = Dates(replay.Dates.Select(d => d.AsOf)); }
        layout["yaxis"]!["tickformat"] = ",~f";
        return layout;
    }

    static JsonArray Dates(IEnumerable<DateOnly> days) => Figure.Values(days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
