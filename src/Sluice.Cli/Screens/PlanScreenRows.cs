using Sluice.Planning.Answers;
using Sluice.Runs;

namespace Sluice.Cli.Screens;

/// <summary>The lines of each answer on the screen of a plan: the few that a reader needs; all of it is in the result.</summary>
static class PlanScreenRows
{
    /// <summary>Title and text of each row; none where the question was not answered.</summary>
    public static IEnumerable<(string Title, string Text)> Of(PlanRecord plan, AnswerName name) => name switch
    {
        AnswerName.Flows => Flows(plan),
        AnswerName.Why => Why(plan),
        AnswerName.Waiting => Waiting(plan),
        AnswerName.Following => Following(plan),
        AnswerName.Hinges => Hinges(plan),
        AnswerName.News => News(plan),
        AnswerName.Influence => Influence(plan),
        AnswerName.BreakEvens => BreakEvens(plan),
        AnswerName.Rivals => Rivals(plan),
        AnswerName.Unknowns => Unknowns(plan),
        _ => [],
    };

    static IEnumerable<(string, string)> Why(PlanRecord plan)
    {
        if (plan.Why is { IsEmpty: false } why)
            yield return ("Why", string.Join("; ", why.DistinctBy(w => w.Limit).Take(3)
                .Select(w => $"{w.Limit} ({w.Period}, {PlanScreen.Share(w.Probability)} of futures): one more {Singular(w.Unit)} saves {PlanScreen.Money(plan, w.ValueOfOneMore)}")));
    }

    static IEnumerable<(string, string)> Waiting(PlanRecord plan)
    {
        if (plan.Waiting is not { } waiting)
            yield break;
        var dear = waiting.Where(w => w.Low > 0 || w.Price >= plan.Indifference).OrderByDescending(w => w.Price ?? w.Low).ToList();
        var free = waiting.Where(w => w.High <= plan.Indifference).Select(w => w.Offer).ToList();
        var open = waiting.Count(w => !dear.Contains(w) && !free.Contains(w.Offer));
        var texts = dear.Take(4).Select(w => $"{w.Offer} {Interval(plan, w.Price, w.Low, w.High)}{(w.Against == "planned" ? " (ordered as planned)" : "")}").ToList();
        if (free.Count > 0)
            texts.Add($"{string.Join(", ", free)} nothing");
        if (open > 0)
            texts.Add($"{open} not settled");
        yield return ("Waiting", "costs: " + string.Join("; ", texts));
    }

    static IEnumerable<(string, string)> Following(PlanRecord plan)
    {
        if (plan.Following is not { IsEmpty: false } following)
            yield break;
        var first = true;
        foreach (var row in following)
        {
            var lost = string.Concat(row.Unserved.Where(u => Math.Abs(u.Share) >= 0.005).Select(u => $", {PlanScreen.Share(u.Share)} of {u.Workload}"));
            yield return (first ? "Following" : "", $"{row.Ask}: {(row.Cost is { } ? "" : "not settled, ")}{Interval(plan, row.Cost, row.Low, row.High)}{lost}");
            first = false;
        }
    }

    static IEnumerable<(string, string)> Hinges(PlanRecord plan)
    {
        if (plan.Hinges is not { IsEmpty: false } hinges)
            yield break;
        foreach (var (hinge, i) in hinges.Where(h => h.Verdict == "hinges").Take(4).Select((h, i) => (h, i)))
            yield return (i == 0 ? "Hinges" : "", $"on {hinge.About}: today's decision would cost {Interval(plan, null, hinge.Regret.Low, hinge.Regret.High)} there"
                + (hinge.Changes.IsEmpty ? "" : $"; instead {string.Join(", ", hinge.Changes.Take(3).Select(c => $"{c.Offer} {PlanScreen.Quantity(c.There)}"))}"));
        var counts = hinges.GroupBy(h => h.Verdict).ToDictionary(g => g.Key, g => g.Count());
        yield return (counts.ContainsKey("hinges") ? "" : "Hinges",
            $"of {hinges.Length} questions {counts.GetValueOrDefault("hinges")} hinge, {counts.GetValueOrDefault("robust")} are robust, {counts.GetValueOrDefault("not settled")} not settled");
    }

    /// <summary>An estimate with what the bounds allow around it.</summary>
    public static string Interval(PlanRecord plan, double? point, double low, double? high)
    {
        var span = high is { } top ? $"{PlanScreen.Money(plan, low)} to {PlanScreen.Money(plan, top)}" : $"at least {PlanScreen.Money(plan, low)}";
        return point is { } money ? $"{PlanScreen.Money(plan, money)} ({span})" : span;
    }

    static string Singular(string unit) => unit switch { "units" => "unit", "racks" => "rack", _ => unit };

    static IEnumerable<(string, string)> Flows(PlanRecord plan)
    {
        var paid = (plan.Flows ?? []).Where(f => f.IsCash && f.Payer == plan.Viewpoint).GroupBy(f => f.Payee)
            .Select(g => (Payee: g.Key, Money: g.Sum(f => f.Expected))).OrderByDescending(p => p.Money).Take(5).ToList();
        if (paid.Count > 0)
            yield return ("Pays", string.Join(", ", paid.Select(p => $"{p.Payee} {PlanScreen.Money(plan, p.Money)}")));
    }

    static IEnumerable<(string, string)> News(PlanRecord plan)
    {
        var worth = (plan.News ?? []).Where(n => n.High > 0).Select(n => n.Settled
            ? $"{n.Driver} {PlanScreen.Money(plan, n.Price ?? 0)}"
            : $"{n.Driver} {PlanScreen.Money(plan, n.Low)}…{PlanScreen.Money(plan, n.High ?? double.PositiveInfinity)} (not settled)").ToList();
        if (plan.News is not null)
            yield return ("News", worth.Count == 0 ? "knowing any driver's level early is worth nothing" : $"worth of knowing now where it will stand when the wait ends: {string.Join(", ", worth)}");
    }

    static IEnumerable<(string, string)> Influence(PlanRecord plan)
    {
        var first = (plan.Influence ?? []).Take(4).Select(i => $"{i.Title} {PlanScreen.Money(plan, Math.Abs(i.OverRange))}").ToList();
        if (first.Count > 0)
            yield return ("Moves", $"the cost most, over its own range: {string.Join(", ", first)}");
    }

    static IEnumerable<(string, string)> BreakEvens(PlanRecord plan)
    {
        if (plan.BreakEvens is not { } found)
            yield break;
        foreach (var (turn, i) in found.Where(b => b.Distance is not null).Take(4).Select((b, i) => (b, i)))
            yield return (i == 0 ? "Turns" : "", $"{turn.Title} {Crossing(turn.Below, "below", turn.Unit)}{(turn is { Below: not null, Above: not null } ? " or " : "")}{Crossing(turn.Above, "above", turn.Unit)}"
                + $" (you have {Value(turn.Today)} {turn.Unit}): {turn.TakesOver}{(turn.Settled ? "" : "; not settled")}");
        if (found.All(b => b.Distance is null))
            yield return ("Turns", $"at no value within the ranges of the {found.Length} numbers looked at{(found.All(b => b.Settled) ? "" : "; some not settled")}");
    }

    static string Crossing(SpanRecord? crossing, string side, string unit) => crossing is null ? ""
        : crossing.From == crossing.To ? $"{side} {Value(crossing.From)} {unit}".TrimEnd() : $"{side} {Value(crossing.From)} to {Value(crossing.To)} {unit}".TrimEnd();

    static string Value(double value) => value.ToString("#,0.######", System.Globalization.CultureInfo.InvariantCulture);

    static IEnumerable<(string, string)> Rivals(PlanRecord plan)
    {
        var others = (plan.Rivals ?? []).Where(r => r.Policy != "sluice").Select(r =>
            $"{r.Policy} {PlanScreen.Money(plan, r.Difference)} ({PlanScreen.Money(plan, r.IntervalLow)} to {PlanScreen.Money(plan, r.IntervalHigh)})").ToList();
        if (others.Count > 0)
            yield return ("Against", $"on the same futures, dearer by: {string.Join(", ", others)}");
    }

    static IEnumerable<(string, string)> Unknowns(PlanRecord plan)
    {
        if (plan.Unknowns is not { IsEmpty: false } unknowns)
            yield break;
        var matter = unknowns.Where(u => u.Matters == "yes").ToList();
        if (matter.Count > 0)
            yield return ("Ask", $"{matter.Count} of {unknowns.Length} unknown numbers matter: {string.Join(", ", matter.Take(4).Select(u => u.Title))}");
        else if (unknowns.All(u => u.Matters == "not tried"))
            yield return ("Ask", $"{unknowns.Length} numbers are judgement without range, without basis or hindsight; which matter: --answers breakEvens,unknowns");
        else
            yield return ("Ask", $"of {unknowns.Length} unknown numbers none is known to matter");
    }
}
