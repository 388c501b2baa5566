namespace Sluice.Runs;

/// <summary>Every table of a plan. Tables of answers that were not asked are left out.</summary>
public static class RunTables
{
    /// <summary>The tables, decisions first.</summary>
    public static ImmutableArray<RunTable> Of(PlanRecord plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. Plain(plan), .. Answers(plan), .. Grounds(plan)];
    }

    static IEnumerable<RunTable> Plain(PlanRecord plan)
    {
        yield return RunTable.Of("decisions", plan.Decisions,
            ("offer", d => d.Offer), ("part", d => d.Part), ("title", d => d.Title), ("span", d => d.Span), ("action", d => d.Action), ("quantity", d => d.Quantity),
            ("planned", d => d.Planned), ("low", d => d.Low), ("high", d => d.High), ("surely-low", d => d.SurelyLow), ("surely-high", d => d.SurelyHigh),
            ("unit", d => d.Unit), ("by", d => d.By), ("reason", d => d.Reason), ("verdict", d => d.Verdict), ("conflicts", d => string.Join("; ", d.Conflicts)));
        yield return RunTable.Of("next", plan.Next.SelectMany(n => n.Actions.Select(a => (Next: n, Action: a))),
            ("driver", r => r.Next.Driver), ("level", r => r.Next.Level), ("chance", r => r.Next.Chance), ("by", r => r.Next.By), ("offer", r => r.Action.Offer),
            ("quantity", r => r.Action.Quantity), ("otherwise", r => r.Action.Otherwise), ("unit", r => r.Action.Unit));
        yield return RunTable.Of("unserved", plan.Unserved,
            ("workload", u => u.Workload), ("period", u => u.Period), ("expected", u => u.Expected), ("tail90", u => u.Tail90), ("demand", u => u.Demand), ("unit", u => u.Unit));
        yield return RunTable.Of("cost", [plan],
            ("expected", p => p.Cost.Expected), ("tail90", p => p.Cost.Tail90), ("currency", p => p.Cost.Currency), ("lower", p => p.Bounds.Lower), ("upper", p => p.Bounds.Upper),
            ("upper-kind", p => p.Bounds.UpperKind), ("gap-money", p => p.Bounds.GapMoney), ("indifference", p => p.Indifference), ("stake-low", p => p.StakeInterval.Low), ("stake-high", p => p.StakeInterval.High));
    }

    static IEnumerable<RunTable> Answers(PlanRecord plan)
    {
        if (plan.Waiting is { } waiting)
            yield return RunTable.Of("waiting", waiting, ("offer", w => w.Offer), ("price", w => w.Price), ("low", w => w.Low), ("high", w => w.High), ("against", w => w.Against), ("settled", w => Yes(w.Settled)));
        if (plan.News is { } news)
            yield return RunTable.Of("news", news, ("driver", n => n.Driver), ("price", n => n.Price), ("low", n => n.Low), ("high", n => n.High), ("settled", n => Yes(n.Settled)));
        if (plan.BreakEvens is { } breakEvens)
            yield return RunTable.Of("break-evens", breakEvens, ("assumption", b => b.Assumption), ("title", b => b.Title), ("today", b => b.Today), ("unit", b => b.Unit), ("below-from", b => b.Below?.From),
                ("below-to", b => b.Below?.To), ("above-from", b => b.Above?.From), ("above-to", b => b.Above?.To), ("takes-over", b => b.TakesOver), ("distance", b => b.Distance), ("settled", b => Yes(b.Settled)));
        if (plan.Influence is { } influence)
            yield return RunTable.Of("influence", influence, ("assumption", i => i.Assumption), ("title", i => i.Title), ("per-unit", i => i.PerUnit), ("unit", i => i.Unit), ("over-range", i => i.OverRange), ("kink", i => Yes(i.Kink)));
        if (plan.Hinges is { } hinges)
            yield return RunTable.Of("hinges", hinges, ("about", h => h.About), ("verdict", h => h.Verdict), ("regret-low", h => h.Regret.Low), ("regret-high", h => h.Regret.High),
                ("changes", h => string.Join("; ", h.Changes.Select(c => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Offer} {c.There} (here {c.Here}) {c.Unit}")))));
        if (plan.Why is { } why)
            yield return RunTable.Of("why", why, ("offer", w => w.Offer), ("period", w => w.Period), ("limit", w => w.Limit), ("probability", w => w.Probability), ("value-of-one-more", w => w.ValueOfOneMore), ("unit", w => w.Unit));
        if (plan.Flows is { } flows)
            yield return RunTable.Of("flows", flows, ("payer", f => f.Payer), ("payee", f => f.Payee), ("kind", f => f.Kind), ("expected", f => f.Expected), ("cash", f => Yes(f.IsCash)));
        if (plan.Following is { } following)
        {
            yield return RunTable.Of("following", following, ("driver", f => f.Driver), ("ask", f => f.Ask), ("cost", f => f.Cost), ("low", f => f.Low), ("high", f => f.High));
            yield return RunTable.Of("following-service", following.SelectMany(f => f.Unserved.Select(l => (f.Ask, Loss: l))),
                ("ask", r => r.Ask), ("workload", r => r.Loss.Workload), ("equivalents", r => r.Loss.Equivalents), ("share", r => r.Loss.Share));
        }
        if (plan.Unknowns is { } unknowns)
            yield return RunTable.Of("unknowns", unknowns, ("assumption", u => u.Assumption), ("title", u => u.Title), ("matters", u => u.Matters), ("why", u => u.Why));
        if (plan.Rivals is { } rivals)
            yield return RunTable.Of("rivals", rivals, ("policy", r => r.Policy), ("mean", r => r.Mean), ("tail90", r => r.Tail90), ("difference", r => r.Difference), ("interval-low", r => r.IntervalLow),
                ("interval-high", r => r.IntervalHigh), ("perturbed-difference", r => r.PerturbedDifference), ("perturbed-low", r => r.PerturbedInterval?.Low), ("perturbed-high", r => r.PerturbedInterval?.High), ("realised", r => r.Realised), ("root-regret-low", r => r.RootRegret?.Low), ("root-regret-high", r => r.RootRegret?.High));
        if (plan.Calendar is { } calendar)
            yield return RunTable.Of("calendar", calendar, ("day", c => c.Day), ("kind", c => c.Kind), ("offer", c => c.Offer), ("what", c => c.What));
    }

    static IEnumerable<RunTable> Grounds(PlanRecord plan)
    {
        if (plan.Grounds is not { } grounds)
            yield break;
        yield return RunTable.Of("outlook", grounds.Levels.SelectMany(l => l.Chances.Select((chance, t) => (Level: l, Period: grounds.Periods[t].Label, Chance: chance))),
            ("driver", r => r.Level.Driver), ("level", r => r.Level.Level), ("period", r => r.Period), ("chance", r => r.Chance));
        yield return RunTable.Of("assumptions", grounds.Assumptions, ("path", a => a.Path), ("text", a => a.Text), ("low", a => a.Low), ("high", a => a.High), ("basis", a => a.Basis),
            ("claims", a => string.Join(" ", a.Claims ?? [])), ("words", a => a.Words), ("hindsight", a => Yes(a.Hindsight)));
        yield return RunTable.Of("claims", grounds.Claims, ("claim", c => c.Id), ("who", c => c.Who), ("does", c => c.Does), ("when", c => c.When), ("support", c => c.Support));
        yield return RunTable.Of("sources", grounds.Claims.SelectMany(c => c.Heard.Select(h => (c.Id, Heard: h))), ("claim", r => r.Id), ("report", r => r.Heard.Report), ("source", r => r.Heard.Source),
            ("published", r => r.Heard.Published), ("certain", r => r.Heard.Certain), ("said-by", r => r.Heard.SaidBy), ("copies", r => r.Heard.Copies), ("address", r => r.Heard.Address));
        yield return RunTable.Of("disputes", grounds.Disputes.SelectMany(d => d.Sides.Select(s => (Dispute: d, Side: s))), ("dispute", r => r.Dispute.Id), ("side", r => r.Side.Name),
            ("support", r => r.Side.Support), ("claims", r => string.Join(" ", r.Side.Claims)), ("neither", r => r.Dispute.Neither), ("resolved", r => r.Dispute.Resolved));
    }

    static string Yes(bool value) => value ? "yes" : "no";
}
