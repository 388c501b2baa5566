using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Outlooks;

namespace Sluice.Planning.Buyer;

/// <summary>Compiles a case seen by a buyer into a policy graph: one node per period and alive joint state.</summary>
public sealed class BuyerProgramme
{
    readonly BuyerTerms terms;
    readonly ImmutableArray<StateLayout> layouts;
    readonly double[] floors;

    BuyerProgramme(BuyerTerms terms)
    {
        this.terms = terms;
        layouts = BuyerLayouts.Of(terms);
        floors = Floors();
        var (stages, legends) = Stages(layouts, Question.None, terms.Stages);
        Programme = new Programme(new PolicyGraph(stages, Opening(layouts[0], Question.None)), legends, layouts, World.Header.Clock, terms.Chain);
    }

    /// <summary>The case that was compiled.</summary>
    public Case World => terms.World;

    /// <summary>Periods that start during the wait: the first stages, which a question may replace.</summary>
    public int Waits => terms.Waits;

    /// <summary>What is compiled for the plan itself.</summary>
    public Programme Programme { get; }

    internal BuyerTerms Terms => terms;

    /// <summary>[stage] a bound from below on the cost of all later stages, millions.</summary>
    internal ReadOnlySpan<double> CostToGoFloors => floors;

    /// <summary>Compiles the case.</summary>
    /// <param name="world">The case.</param>
    /// <param name="chain">Its outlook.</param>
    /// <param name="conditions">What its joint states do.</param>
    /// <param name="residual">Factor on what units are worth beyond the horizon, 0 or more; the worth never exceeds the lowest price. Default 1.</param>
    public static BuyerProgramme Compile(Case world, OutlookChain chain, Conditions conditions, double residual = 1) => new(new BuyerTerms(world, chain, conditions, residual));

    /// <summary>Whether orders of an offer draw on a quota, a bundle or a budget, so that a demanded order might not be possible.</summary>
    internal bool DrawsOnPool(string offer)
    {
        var index = terms.Purchases.First(p => p.Id == offer).Index;
        return World.Header.Budget is not null || terms.Conditions.Quotas.Any(q => q.Offers.Contains(index))
            || terms.Conditions.Offers.Any(o => o[index].Bundle > 0);
    }

    /// <summary>
    /// The programme with the stages of the wait compiled again under a question. The state that enters the first stage after them is the
    /// plan's own, and all later stages are the plan's, so that everything learnt about them serves both.
    /// </summary>
    public Programme CompileWait(Question question)
    {
        var withAllowances = layouts.Select((layout, t) => t < terms.Waits
            ? new StateLayout([.. layout.Keys, .. question.AtMost.Keys.Order(StringComparer.Ordinal).Select(o => new StateKey(ChoiceKind.Allowance, o))])
            : layout).ToImmutableArray();
        var (stages, legends) = Stages(withAllowances, question, terms.Waits);
        return new Programme(
            new PolicyGraph([.. stages, .. Programme.Graph.Stages[terms.Waits..]], Opening(withAllowances[0], question)),
            [.. legends, .. Programme.Legends[terms.Waits..]], withAllowances, World.Header.Clock, terms.Chain);
    }

    (ImmutableArray<Stage>, ImmutableArray<ImmutableArray<Legend>>) Stages(ImmutableArray<StateLayout> by, Question question, int count)
    {
        var stages = ImmutableArray.CreateBuilder<Stage>(count);
        var legends = ImmutableArray.CreateBuilder<ImmutableArray<Legend>>(count);
        for (var t = 0; t < count; t++)
        {
            // Joint states that do the same share one programme and one legend.
            var programmes = new Dictionary<int, (Subproblem Subproblem, ImmutableArray<Outcome> Outcomes, Legend Legend)>();
            var written = terms.Chain.Alive[t].Select(state =>
            {
                var alike = terms.Alike[state];
                if (programmes.TryGetValue(alike, out var known))
                    return known;
                var found = PeriodProgramme.Write(terms, by[t], t + 1 < terms.Stages ? by[t + 1] : null, question, t, alike);
                Name(found.Subproblem, found.Legend);
                return programmes[alike] = found;
            }).ToList();
            legends.Add([.. written.Select(w => w.Legend)]);
            var nodes = written.Select((w, i) => new StageNode(w.Subproblem, w.Outcomes, floors[t]) { Name = NodeName(t, i) }).ToImmutableArray();
            stages.Add(t + 1 < terms.Stages ? new Stage(nodes, Rows(terms.Chain.Transition[t])) { Risk = RiskAfter(t) } : new Stage(nodes));
        }
        return (stages.ToImmutable(), legends.ToImmutable());
    }

    /// <summary>(1 − λ) · expectation + λ · CVaR over what follows a period that ends a quarter; elsewhere the expectation.</summary>
    RiskMeasure RiskAfter(int t) =>
        World.Header.Risk is { } risk && terms.Periods[t].End.Month % 3 == 0
            ? RiskMeasure.Averse(risk.Weight, 1 - risk.Tail) : RiskMeasure.Expectation;

    /// <summary>Name of a node in messages: the period and the levels of all drivers.</summary>
    public string NodeName(int stage, int node)
    {
        var state = terms.Chain.States[terms.Chain.Alive[stage][node]];
        return terms.Periods[stage].Label + ", " + string.Join(", ", terms.Chain.Drivers.Select((d, i) =>
            $"{d.Id} {d.Levels[state.Levels[i]].Id}{(state.Recent[i] ? " recently" : "")}"));
    }

    static void Name(Subproblem subproblem, Legend legend)
    {
        subproblem.ColumnName = j => $"{legend.Columns[j].Kind} {legend.Columns[j].Subject} {legend.Columns[j].With} {legend.Columns[j].Period}";
        subproblem.RowName = i => $"{legend.Rows[i].Kind} {legend.Rows[i].Subject} {legend.Rows[i].With} {legend.Rows[i].Period}";
    }

    static double[][] Rows(double[,] matrix)
    {
        var rows = new double[matrix.GetLength(0)][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[matrix.GetLength(1)];
            for (var j = 0; j < rows[i].Length; j++)
                rows[i][j] = matrix[i, j];
        }
        return rows;
    }

    /// <summary>
    /// [stage] a bound from below on what may follow: everything in hand and everything that could still be ordered earns the largest
    /// credit or refund, and nothing else costs anything.
    /// </summary>
    double[] Floors()
    {
        var bounds = new double[terms.Stages];
        for (var t = terms.Stages - 1; t >= 0; t--)
        {
            var credit = 0.0;
            foreach (var purchase in terms.Purchases)
            {
                var units = purchase.Opening.Values.Sum() + (purchase.Offer.Quote?.Quantity.Value ?? 0) / Programme.UnitScale;
                for (var k = 0; k < terms.Stages; k++)
                    units += purchase.Supply[k] * terms.Chain.Alive[k].Max(s => terms.Conditions.Offers[s][purchase.Index].SupplyFactor);
                credit += units * Math.Max(purchase.Refund, purchase.Price * MaxPriceFactor(purchase) * (1 + purchase.Offer.FitOut.Value));
            }
            bounds[t] = -credit - 1;
        }
        return bounds;
    }

    double MaxPriceFactor(PurchaseTerms purchase) => terms.Conditions.Offers.Max(o => o[purchase.Index].PriceFactor);

    ImmutableArray<double> Opening(StateLayout layout, Question question) => Opening(terms, layout, question);

    /// <summary>State that enters the first period.</summary>
    internal static ImmutableArray<double> Opening(BuyerTerms terms, StateLayout layout, Question question) =>
        [.. layout.Keys.Select(key => key.Kind switch
        {
            ChoiceKind.Due => terms.Purchases.First(p => p.Id == key.Subject).Opening.GetValueOrDefault(key.Period),
            ChoiceKind.QuoteLeft => terms.Purchases.First(p => p.Id == key.Subject).Offer.Quote!.Quantity.Value / Programme.UnitScale,
            ChoiceKind.QuotaLeft => terms.Conditions.Quotas.First(q => q.Id == key.Subject).Opening / Programme.UnitScale,
            ChoiceKind.Rent => terms.Rentals.First(r => r.Id == key.Subject).Opening,
            ChoiceKind.Ported => terms.Portings.First(p => p.Stack.Id == key.Subject && p.Workload.Id == key.With).Terms.Opening,
            ChoiceKind.Credit => terms.Purchases.Where(p => p.Offer.Domestic).Sum(p => p.Opening.Values.Sum()),
            ChoiceKind.DeliveryLeft => DeliveryInAll(terms, key.Subject),
            ChoiceKind.BudgetLeft => terms.World.Header.Budget!.Amount.Value / Programme.MoneyScale,
            ChoiceKind.Allowance => question.AtMost[key.Subject],
            _ => 0,
        })];

    static double DeliveryInAll(BuyerTerms terms, string offer)
    {
        var index = terms.Purchases.First(p => p.Id == offer).Index;
        return terms.Conditions.Offers.Select(o => o[index].DeliveryInAll).Where(x => !double.IsInfinity(x)).Max() / Programme.UnitScale;
    }
}
