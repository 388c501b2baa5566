using Sluice.Runs.Comparison;

namespace Sluice.Runs;

/// <summary>The first line of every output about a plan.</summary>
public static class PlanHeader
{
    /// <summary>Case, viewpoint, as-of date, horizon of the atlas and rules that change since, stance, what-ifs.</summary>
    public static IEnumerable<string> Parts(PlanRecord plan, Wording words)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(words);
        yield return plan.Case;
        yield return plan.Viewpoint;
        yield return words.Say("as of {0}", words.Day(plan.AsOf));
        yield return words.Say("atlas knows to {0}", words.Day(plan.AtlasHorizon))
            + (plan.RulesChanging == 0 ? "" : words.Comma + (plan.RulesChanging == 1 ? words["1 rule changes by then"] : words.Say("{0} rules change by then", plan.RulesChanging)));
        yield return Stance(plan, words);
        if (CompareWords.Changes(plan.With, plan.Muted, plan.Resolved, words) is { Length: > 0 } changes) yield return changes;
    }

    static string Stance(PlanRecord plan, Wording words)
    {
        if (plan.Stance.Count == 0) return words["no guidance asks anything"];
        if (!plan.Stance.Values.All(s => s == "follow"))
            return string.Join(words.Semicolon, plan.Stance.Select(s => $"{s.Key}: {words.Prose(s.Value)}"));
        return plan.Told.Count == 0 ? words["follows guidance"]
            : words.Say("follows guidance as told ({0})", string.Join(words.Semicolon, plan.Told.Select(t => $"{t.Key}: {words[t.Value]}")));
    }
}
