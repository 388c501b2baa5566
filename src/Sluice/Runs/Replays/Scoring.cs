using System.Globalization;

namespace Sluice.Runs.Replays;

/// <summary>Brier and logarithmic scores of level forecasts whose outcome is known.</summary>
/// <remarks>Brier, G. W. (1950), Verification of forecasts expressed in terms of probability: the sum over all classes, 0 to 2. Good, I. J. (1952): −ln p of what came.</remarks>
static class Scoring
{
    /// <summary>Forecasts under which nothing is said of skill.</summary>
    public const int EnoughToSay = 30;

    /// <summary>A chance that was called impossible and came true costs this much and no more, so that a score stays finite.</summary>
    const double LeastChance = 1e-6;

    /// <summary>Scores those forecasts that are, or are not, marked hindsight.</summary>
    public static ReplayScores Of(IEnumerable<LevelForecast> forecasts, bool hindsight)
    {
        var scored = forecasts.Where(f => f.Came is not null && f.Hindsight == hindsight).ToList();
        if (scored.Count == 0) return new(null, null, null, null, 0, "No forecast can be scored.");
        var (brier, log) = (scored.Average(f => Brier(f.Levels, f.Came!)), scored.Average(f => Log(f.Levels, f.Came!)));
        var (baseBrier, baseLog) = (scored.Average(f => Brier(f.BaseRate, f.Came!)), scored.Average(f => Log(f.BaseRate, f.Came!)));
        return new(Math.Round(brier, 4), Math.Round(log, 4), Math.Round(baseBrier, 4), Math.Round(baseLog, 4), scored.Count, Says(scored.Count, brier, baseBrier, hindsight));
    }

    internal static double Brier(ImmutableArray<LevelChance> chances, string came) => chances.Sum(c => Math.Pow(c.Chance - (c.Level == came ? 1 : 0), 2));

    internal static double Log(ImmutableArray<LevelChance> chances, string came) => -Math.Log(Math.Max(LeastChance, chances.First(c => c.Level == came).Chance));

    static string Says(int n, double brier, double baseRate, bool hindsight)
    {
        var count = n.ToString(CultureInfo.InvariantCulture);
        if (hindsight) return $"n = {count}: the rates knew what came; this is no test.";
        if (n < EnoughToSay) return $"n = {count}: too few to say anything of skill.";
        return brier < baseRate ? $"n = {count}, of which neighbours overlap: better than base rates on these." : $"n = {count}, of which neighbours overlap: not better than base rates on these.";
    }
}
