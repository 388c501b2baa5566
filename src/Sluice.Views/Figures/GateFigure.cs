using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Runs;

namespace Sluice.Views.Figures;

/// <summary>Parts by time: one row a part, its upper half for us-export and its lower half for cn-import, coloured by verdict.</summary>
public static class GateFigure
{
    const int RowsOfOne = 26;

    /// <summary>Kinds of verdict from open to shut: name, colour, whether hatched.</summary>
    static readonly ImmutableArray<(string Name, string Colour, bool Hatched)> kinds =
    [
        ("no requirement found", "--line", false), ("by exception", "--s4", true), ("approval", "--s4", false), ("notice", "--s3", false), ("case-by-case", "--s1", false),
        ("licence, review not known", "--s6", false), ("denial", "--s2", false), ("guided", "--s5", false), ("unknown", "--muted", true), ("barred", "--ink", false),
    ];

    /// <summary>Figures of at most some dozens of parts, each with the rows that it shows; all rows without a figure where one day is judged.</summary>
    public static ImmutableArray<(Figure? Figure, ImmutableArray<GatesRow> Rows)> Of(GatesRecord record, Wording words)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(words);
        var parts = GatesTables.Shown(record).GroupBy(r => r.Part).ToList();
        if (parts.Count == 0 || record.Rows.Min(r => r.On) == record.Rows.Max(r => r.Until)) return [(null, [.. GatesTables.Shown(record)])];
        var each = (int)Math.Ceiling(parts.Count / Math.Ceiling(parts.Count / (double)RowsOfOne));
        return [.. parts.Chunk(each).Select(some => ((Figure?)One(record, some, words), some.SelectMany(p => p).ToImmutableArray()))];
    }

    static Figure One(GatesRecord record, IGrouping<string, GatesRow>[] parts, Wording words)
    {
        var twice = parts.GroupBy(p => p.First().Title).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        string Name(GatesRow row) => twice.Contains(row.Title) ? $"{row.Title} ({row.Part})" : row.Title;
        var bars = parts.SelectMany(p => p).SelectMany(r => r.Verdicts.Select((v, gate) => (Row: r, Verdict: v, Gate: gate, From: GatesTables.From(r)))).ToList();
        var traces = new JsonArray();
        foreach (var (kind, colour, hatched) in kinds)
        {
            if (bars.Where(b => Kind(b.Verdict) == kind).ToList() is not { Count: > 0 } own) continue;
            traces.Add(new JsonObject
            {
                ["type"] = "bar", ["orientation"] = "h", ["name"] = Figure.Label(words[kind]), ["y"] = Figure.Labels(own.Select(b => Name(b.Row))),
                ["base"] = Figure.Values(own.Select(b => b.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
                ["x"] = Figure.Values(own.Select(b => (b.Row.Until.DayNumber - b.From.DayNumber + 1) * 86_400_000d)),
                ["offset"] = Figure.Values(own.Select(b => b.Gate == 0 ? -0.42 : 0.02)), ["width"] = 0.4,
                ["marker"] = new JsonObject { ["color"] = hatched ? "--paper" : colour, ["line"] = new JsonObject { ["width"] = 0 }, ["pattern"] = new JsonObject { ["shape"] = hatched ? "/" : "", ["fgcolor"] = colour, ["size"] = 5, ["solidity"] = 0.5 } },
                ["hovertext"] = Figure.Labels(own.Select(b => $"{Name(b.Row)} · {words[b.Verdict.Gate]} · {words.Say("{0} to {1}", words.Day(b.From), words.Day(b.Row.Until))} · {GatesTables.Brief(b.Verdict, words)}")), ["hoverinfo"] = "text",
            });
        }
        var layout = Layouts.Rows("", legend: true);
        layout["xaxis"] = new JsonObject { ["type"] = "date", ["tickformat"] = "%Y-%m", ["automargin"] = true, ["fixedrange"] = true, ["gridcolor"] = "--line" };
        layout["yaxis"]!["categoryorder"] = "array";
        layout["yaxis"]!["categoryarray"] = Figure.Labels(parts.Select(p => Name(p.First())));
        layout["yaxis"]!["dtick"] = 1;
        layout["barmode"] = "overlay";
        var title = words.Say("{0} … {1}: above the American gate, below it the Chinese gate", Name(parts[0].First()), Name(parts[^1].First()));
        return new Figure(title, traces, layout, 120 + 24 * parts.Length);
    }

    static string Kind(GatesVerdict verdict) => verdict switch
    {
        { Verdict: "barred" or "unknown" or "guided" } => verdict.Verdict,
        { Verdict: "licence", Policy: { } policy } => kinds.Any(k => k.Name == policy) ? policy : "licence, review not known",
        { Verdict: "licence" } => "licence, review not known",
        { Exception: not null } => "by exception",
        _ => "no requirement found",
    };
}
