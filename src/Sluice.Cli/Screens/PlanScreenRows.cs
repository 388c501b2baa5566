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
