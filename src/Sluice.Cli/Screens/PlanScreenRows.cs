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
        AnswerName.News => News(plan),
        AnswerName.Influence => Influence(plan),
        AnswerName.BreakEvens => BreakEvens(plan),
        AnswerName.Rivals => Rivals(plan),
        AnswerName.Unknowns => Unknowns(plan),
        _ => [],
    };

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
        var first = (plan.Influence ?? []).Take(4).Select(i => $"{i.Title} {PlanScreen.Money(plan, Math.Abs(i.OverRange))}{(i.Kink ? " (one side)" : "")}").ToList();
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
