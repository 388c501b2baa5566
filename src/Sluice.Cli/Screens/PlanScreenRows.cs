using System.Globalization;
using Sluice.Planning.Answers;
using Sluice.Runs;

namespace Sluice.Cli.Screens;

/// <summary>The lines of each answer on the screen of a plan: the few that a reader needs; all of it is in the result.</summary>
/// <param name="plan">What was planned.</param>
/// <param name="words">Words of the language.</param>
sealed class PlanScreenRows(PlanRecord plan, Wording words)
{
    /// <summary>Title and text of each row; none where the question was not answered.</summary>
    public static IEnumerable<(string Title, string Text)> Of(PlanRecord plan, AnswerName name, Wording words) => new PlanScreenRows(plan, words).Of(name);

    IEnumerable<(string Title, string Text)> Of(AnswerName name) => name switch
    {
        AnswerName.Flows => Flows(),
        AnswerName.Why => Why(),
        AnswerName.Waiting => Waiting(),
        AnswerName.Following => Following(),
        AnswerName.Hinges => Hinges(),
        AnswerName.News => News(),
        AnswerName.Influence => Influence(),
        AnswerName.BreakEvens => BreakEvens(),
        AnswerName.Rivals => Rivals(),
        AnswerName.Unknowns => Unknowns(),
        _ => [],
    };

    IEnumerable<(string, string)> Why()
    {
        if (plan.Why is { IsEmpty: false } why)
            yield return (words["Why"], string.Join(words.Semicolon, why.DistinctBy(w => w.Limit).Take(3).Select(w => words.Say("{0} ({1}, {2} of futures): one more {3} saves {4}",
                words.Prose(w.Limit), words.Period(w.Period), PlanScreen.Share(w.Probability), words[Singular(w.Unit)], Money(w.ValueOfOneMore)))));
    }

    IEnumerable<(string, string)> Waiting()
    {
        if (plan.Waiting is not { } waiting)
            yield break;
        var dear = waiting.Where(w => w.Low > 0 || w.Price >= plan.Indifference).OrderByDescending(w => w.Price ?? w.Low).ToList();
        var free = waiting.Where(w => w.High <= plan.Indifference).Select(w => w.Offer).ToList();
        var open = waiting.Count(w => !dear.Contains(w) && !free.Contains(w.Offer));
        var texts = dear.Take(4).Select(w => words.Say(w.Against == "planned" ? "{0} {1} (ordered as planned)" : "{0} {1}", w.Offer, Interval(w.Price, w.Low, w.High))).ToList();
        if (free.Count > 0)
            texts.Add(words.Say("{0} nothing", string.Join(words.Comma, free)));
        if (open > 0)
            texts.Add(words.Say("{0} not settled", open));
        yield return (words["Waiting"], words.Say("costs: {0}", string.Join(words.Semicolon, texts)));
    }

    IEnumerable<(string, string)> Following()
    {
        if (plan.Following is not { IsEmpty: false } following)
            yield break;
        var first = true;
        foreach (var row in following)
        {
            var lost = string.Concat(row.Unserved.Where(u => Math.Abs(u.Share) >= 0.005).Select(u => words.Comma + words.Say("{0} of {1}", PlanScreen.Share(u.Share), words[u.Workload])));
            var span = Interval(row.Cost, row.Low, row.High);
            yield return (first ? words["Following"] : "", words.Say("{0}: {1}", words.Prose(row.Ask), (row.Cost is { } ? span : words.Say("not settled, {0}", span)) + lost));
            first = false;
        }
    }

    IEnumerable<(string, string)> Hinges()
    {
        if (plan.Hinges is not { IsEmpty: false } hinges)
            yield break;
        foreach (var (hinge, i) in hinges.Where(h => h.Verdict == "hinges").Take(4).Select((h, i) => (h, i)))
            yield return (i == 0 ? words["Hinges"] : "", words.Say("on {0}: today's decision would cost {1} there", words.Prose(hinge.About), Interval(null, hinge.Regret.Low, hinge.Regret.High))
                + (hinge.Changes.IsEmpty ? "" : words.Semicolon + words.Say("instead {0}", string.Join(words.Comma, hinge.Changes.Take(3).Select(c => $"{c.Offer} {Amount(c.There)}")))));
        var counts = hinges.GroupBy(h => h.Verdict).ToDictionary(g => g.Key, g => g.Count());
        yield return (counts.ContainsKey("hinges") ? "" : words["Hinges"], words.Say("of {0} questions {1} hinge, {2} are robust, {3} not settled",
            hinges.Length, counts.GetValueOrDefault("hinges"), counts.GetValueOrDefault("robust"), counts.GetValueOrDefault("not settled")));
    }

    /// <summary>An estimate with what the bounds allow around it.</summary>
    string Interval(double? point, double low, double? high)
    {
        var span = high is { } top ? words.Say("{0} to {1}", Money(low), Money(top)) : words.Say("at least {0}", Money(low));
        return point is { } money ? words.Say("{0} ({1})", Money(money), span) : span;
    }

    static string Singular(string unit) => unit switch { "units" => "unit", "racks" => "rack", _ => unit };

    IEnumerable<(string, string)> Flows()
    {
        var paid = (plan.Flows ?? []).Where(f => f.IsCash && f.Payer == plan.Viewpoint).GroupBy(f => f.Payee)
            .Select(g => (Payee: g.Key, Money: g.Sum(f => f.Expected))).OrderByDescending(p => p.Money).Take(5).ToList();
        if (paid.Count > 0)
            yield return (words["Pays"], string.Join(words.Comma, paid.Select(p => $"{p.Payee} {Money(p.Money)}")));
    }

    IEnumerable<(string, string)> News()
    {
        var worth = (plan.News ?? []).Where(n => n.High > 0).Select(n => n.Settled ? $"{n.Driver} {Money(n.Price ?? 0)}"
            : words.Say("{0} {1} (not settled)", n.Driver, n.High is { } high ? $"{Money(n.Low)}…{Money(high)}" : words.Say("at least {0}", Money(n.Low)))).ToList();
        if (plan.News is not null)
            yield return (words["News"], worth.Count == 0 ? words["knowing any driver's level early is worth nothing"]
                : words.Say("worth of knowing now where it will stand when the wait ends: {0}", string.Join(words.Comma, worth)));
    }

    IEnumerable<(string, string)> Influence()
    {
        var first = (plan.Influence ?? []).Take(4).Select(i => $"{words.Title(i.Title)} {Money(Math.Abs(i.OverRange))}").ToList();
        if (first.Count > 0)
            yield return (words["Moves"], words.Say("the cost most, over its own range: {0}", string.Join(words.Comma, first)));
    }

    IEnumerable<(string, string)> BreakEvens()
    {
        if (plan.BreakEvens is not { } found)
            yield break;
        foreach (var (turn, i) in found.Where(b => b.Distance is not null).Take(4).Select((b, i) => (b, i)))
            yield return (i == 0 ? words["Turns"] : "", words.Say("{0} {1} (you have {2}): {3}", words.Title(turn.Title), Crossings(turn), $"{Value(turn.Today)} {words[turn.Unit]}".TrimEnd(),
                words.Prose(turn.TakesOver ?? "not settled")) + (turn.Settled ? "" : words.Semicolon + words["not settled"]));
        if (found.All(b => b.Distance is null))
            yield return (words["Turns"], words.Say("at no value within the ranges of the {0} numbers looked at", found.Length) + (found.All(b => b.Settled) ? "" : words.Semicolon + words["some not settled"]));
    }

    string Crossings(BreakEvenRecord turn) => (turn.Below, turn.Above) switch
    {
        ({ } below, { } above) => words.Say("{0} or {1}", words.Say("below {0}", Ends(below, turn.Unit)), words.Say("above {0}", Ends(above, turn.Unit))),
        ({ } below, null) => words.Say("below {0}", Ends(below, turn.Unit)),
        (null, { } above) => words.Say("above {0}", Ends(above, turn.Unit)),
        _ => "",
    };

    string Ends(SpanRecord crossing, string unit) =>
        $"{(crossing.From == crossing.To ? Value(crossing.From) : words.Say("{0} to {1}", Value(crossing.From), Value(crossing.To)))} {words[unit]}".TrimEnd();

    static string Value(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);

    IEnumerable<(string, string)> Rivals()
    {
        var others = (plan.Rivals ?? []).Where(r => r.Policy != "sluice").Select(r =>
            words.Say("{0} {1} ({2})", words[r.Policy], Money(r.Difference), words.Say("{0} to {1}", Money(r.IntervalLow), Money(r.IntervalHigh)))).ToList();
        if (others.Count > 0)
            yield return (words["Against"], words.Say("on the same futures, dearer by: {0}", string.Join(words.Comma, others)));
    }

    IEnumerable<(string, string)> Unknowns()
    {
        if (plan.Unknowns is not { IsEmpty: false } unknowns)
            yield break;
        var matter = unknowns.Where(u => u.Matters == "yes").ToList();
        if (matter.Count > 0)
            yield return (words["To ask"], words.Say("{0} of {1} unknown numbers matter: {2}", matter.Count, unknowns.Length, string.Join(words.Comma, matter.Take(4).Select(u => words.Title(u.Title)))));
        else if (unknowns.All(u => u.Matters == "not tried"))
            yield return (words["To ask"], words.Say("{0} numbers are judgement without range, without basis or hindsight; which matter: --answers breakEvens,unknowns", unknowns.Length));
        else
            yield return (words["To ask"], words.Say("of {0} unknown numbers none is known to matter", unknowns.Length));
    }

    string Money(double money) => words.Money(money, plan.Cost.Currency);

    string Amount(double quantity) => words.Language == Language.English ? PlanScreen.Quantity(quantity) : words.Quantity(quantity);
}
