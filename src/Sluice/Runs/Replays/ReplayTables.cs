namespace Sluice.Runs.Replays;

/// <summary>Every table of a replay.</summary>
public static class ReplayTables
{
    /// <summary>The tables: dates, decisions by date, what changed them, levels, forecasts and what came, scores, costs along what came true.</summary>
    public static ImmutableArray<RunTable> Of(ReplayRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return
        [
            RunTable.Of("dates", record.Dates, ("as-of", d => d.AsOf), ("lower", d => d.Bounds.Lower), ("upper", d => d.Bounds.Upper), ("upper-kind", d => d.Bounds.UpperKind),
                ("gap-money", d => d.Bounds.GapMoney), ("settled", d => Yes(d.Bounds.Settled)), ("stopped", d => d.Stopped), ("changed", d => string.Join(", ", d.Changed)), ("digest", d => d.InputDigest)),
            RunTable.Of("decisions", record.Dates.SelectMany(d => d.Decisions.Select(r => (d.AsOf, Row: r, Changed: d.Changed.Contains(r.Title)))), ("as-of", r => r.AsOf), ("title", r => r.Row.Title),
                ("action", r => r.Row.Action), ("quantity", r => r.Row.Quantity), ("planned", r => r.Row.Planned), ("unit", r => r.Row.Unit), ("changed", r => Yes(r.Changed)), ("reason", r => r.Row.Reason)),
            RunTable.Of("causes", record.Dates.SelectMany(d => d.ChangedBecause.Select(c => (d.AsOf, Cause: c, Alone: true)).Concat(d.OtherNews.Select(c => (d.AsOf, Cause: c, Alone: false)))),
                ("as-of", r => r.AsOf), ("claim", r => r.Cause.Claim), ("assumption", r => r.Cause.Assumption), ("before", r => r.Cause.Before), ("after", r => r.Cause.After),
                ("decisions", r => string.Join(", ", r.Cause.Decisions)), ("changes-a-decision", r => Yes(r.Alone))),
            RunTable.Of("levels", record.Dates.SelectMany(d => d.Levels.Select(l => (d.AsOf, Level: l))), ("as-of", r => r.AsOf), ("driver", r => r.Level.Driver), ("level", r => r.Level.Level), ("by", r => r.Level.By)),
            RunTable.Of("forecasts", record.Dates.SelectMany(d => d.Forecasts.SelectMany(f => f.Levels.Select((l, i) => (d.AsOf, Forecast: f, Level: l, Base: f.BaseRate[i].Chance)))),
                ("as-of", r => r.AsOf), ("driver", r => r.Forecast.Driver), ("on", r => r.Forecast.On), ("level", r => r.Level.Level), ("chance", r => r.Level.Chance), ("base-rate", r => r.Base),
                ("came", r => r.Forecast.Came is { } came ? Yes(came == r.Level.Level) : null), ("hindsight", r => Yes(r.Forecast.Hindsight))),
            RunTable.Of("scores", [("rates of their day", record.Scores), ("rates with hindsight", record.HindsightScores)], ("forecasts-by", s => s.Item1), ("brier", s => s.Item2.Brier), ("log", s => s.Item2.Log),
                ("base-rate-brier", s => s.Item2.BaseRateBrier), ("base-rate-log", s => s.Item2.BaseRateLog), ("n", s => (double)s.Item2.N), ("says", s => s.Item2.Says)),
            RunTable.Of("realised", record.Realised, ("as-of", r => r.AsOf), ("policy", r => r.Policy), ("cost", r => r.Cost)),
        ];
    }

    static string Yes(bool value) => value ? "yes" : "no";
}
