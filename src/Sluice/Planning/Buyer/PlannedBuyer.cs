using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Market;
using Sluice.Policies;
using Sluice.Simulation;

namespace Sluice.Planning.Buyer;

/// <summary>The viewpoint's trained plan as a policy of the market: month by month it reads where the market stands, and does what the plan says of a buyer who stands there.</summary>
/// <remarks>
/// Units on order are taken to come at the pace that the buyer may expect, period after period; what is ported is shared among stacks as on the as-of date; random fill
/// is left to the market. A joint state that the plan has dropped as too unlikely stands for the one that differs in fewest levels. A quarter's orders are placed month by month, each
/// time from where things stand. Rentals are not simulated, so that the plan is trained without them. After the plan's horizon the buyer acts by habit.
/// The market keeps its own caps, quotas and bundles whatever the plan says. For one thread.
/// </remarks>
public sealed class PlannedBuyer : IPolicy, IDisposable
{
    readonly BuyerPlanner planner;
    readonly BuyerTerms terms;
    readonly Programme programme;
    readonly LegendIndex index;
    readonly Habit habit;
    readonly int[] stageOf;
    readonly int[][] nodeOf;
    readonly string[] offerOf;
    readonly int[] lineOf;
    readonly double[][] state;
    readonly double[][] portedShare;
    readonly ImmutableArray<(int Line, double Fleet)>[][] standing;

    PlannedBuyer(Case world, MarketModel market, BuyerProgramme compiled, BuyerPlanner planner)
    {
        (this.planner, programme, terms) = (planner, compiled.Programme, compiled.Terms);
        index = new LegendIndex(programme.Legends);
        habit = new Habit(market.Lines.Length, market.Workloads.Length);
        offerOf = [.. world.Habits!.Lines.Select(l => l.Offer?.Id ?? "")];
        lineOf = [.. terms.Purchases.Select(p => Array.IndexOf(offerOf, p.Id))];
        stageOf = [.. Enumerable.Range(0, market.Months).Select(t => StageOf(market.Start.AddMonths(t)))];
        nodeOf = Nodes(market);
        state = [.. programme.Layouts.Select(l => new double[l.Keys.Length])];
        portedShare = [.. terms.Workloads.Select((w, _) => PortedShares(w))];
        standing = [.. programme.Layouts.Select((layout, t) => layout.Keys.Select(k => Standing(k, t, market.Parts)).ToArray())];
    }

    /// <summary>What planning found: bounds and costs in the plan's own model.</summary>
    public BuyerPlan Plan { get; private init; } = null!;

    /// <summary>Trains the plan of a case's viewpoint without rentals.</summary>
    /// <param name="world">The case, with habits.</param>
    /// <param name="market">The market in which it will act, with the viewpoint on its own.</param>
    /// <param name="options">Passes, gap, seed, threads; depth and answers do not count.</param>
    /// <param name="progress">Told what is being done. Default null.</param>
    /// <param name="cancellation">Ends training early; the policy is then as good as it got.</param>
    /// <exception cref="ArgumentException">The viewpoint does not stand on its own in the market, or no line sells any of its offers.</exception>
    /// <exception cref="Outlooks.OutlookTooLargeException">The drivers together have too many joint states.</exception>
    public static PlannedBuyer Train(Case world, MarketModel market, PlanOptions options, IProgress<PlanProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(options);
        if (market.Viewpoint is null)
            throw new ArgumentException($"{world.Header.Viewpoint.Id} does not stand on its own in this market.", nameof(market));
        var bought = world with { Market = world.Market with { Offers = [.. world.Market.Offers.Where(o => o is Purchase)] } };
        var lines = world.Habits!.Lines;
        if (!bought.Market.Offers.Any(o => lines.Any(l => l.Offer?.Id == o.Id)))
            throw new ArgumentException("No line of habits.yaml sells an offer of the case, so that its plan could order nothing in the market.", nameof(world));
        var outlook = CaseOutlook.Of(bought);
        var compiled = BuyerProgramme.Compile(bought, outlook.Chain, outlook.Conditions);
        var planner = new BuyerPlanner(compiled, options with { Depth = PlanDepth.Decisions, Answers = Answers.AnswerNames.None });
        try
        {
            var plan = planner.Plan(progress, cancellation: cancellation);
            return new PlannedBuyer(world, market, compiled, planner) { Plan = plan };
        }
        catch
        {
            planner.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Decide(in Situation situation, in Decision decision)
    {
        var stage = stageOf[situation.Month];
        if (stage < 0)
        {
            if (situation.Month > 0 && stageOf[..situation.Month].Max() >= 0)
                habit.Decide(situation, decision);
            return;
        }
        var node = nodeOf[stage][situation.State];
        var columns = planner.Policy.Solve(stage, node, Enter(stage, situation)).Columns.AsSpan();
        var share = Programme.UnitScale / Math.Max(1, terms.Periods[stage].Months);
        for (var p = 0; p < lineOf.Length; p++)
        {
            if (lineOf[p] is not (>= 0 and var l))
                continue;
            var offer = terms.Purchases[p].Id;
            decision.Orders[l] = decision.Wishes[l] = Units(index.Sum(stage, node, ChoiceKind.Order, offer, columns) * share);
            decision.Cancellations[l] = Units((index.Sum(stage, node, ChoiceKind.Cancel, offer, columns) + index.Sum(stage, node, ChoiceKind.CancelHeld, offer, columns)) * share);
            var (received, left) = (index.Sum(stage, node, ChoiceKind.Receive, offer, columns), index.Sum(stage, node, ChoiceKind.Held, offer, columns) + index.Sum(stage, node, ChoiceKind.Left, offer, columns));
            if (left > 1e-6 && terms.Purchases[p].MayHold)
                decision.Take[l] = Math.Clamp(received / (received + left), 0, 1);
        }
    }

    static long Units(double units) => Math.Max(0, (long)Math.Round(units));

    /// <inheritdoc/>
    public void Dispose() => planner.Dispose();

    /// <summary>State that enters the stage, as the market stands.</summary>
    ReadOnlySpan<double> Enter(int stage, in Situation situation)
    {
        var (layout, into) = (programme.Layouts[stage], state[stage]);
        for (var k = 0; k < into.Length; k++)
        {
            var key = layout.Keys[k];
            into[k] = key.Kind switch
            {
                ChoiceKind.Held => Line(key.Subject) is >= 0 and var l ? situation.AtGate[l] / Programme.UnitScale : 0,
                ChoiceKind.Stock => Stands(standing[stage][k], situation, situation.Units, situation.Barred),
                ChoiceKind.Barred => Stands(standing[stage][k], situation, situation.Barred, default),
                ChoiceKind.Ported => Ported(key, situation),
                ChoiceKind.QuoteLeft => QuoteLeft(key.Subject, situation),
                ChoiceKind.QuotaLeft => QuotaLeft(key.Subject, situation),
                ChoiceKind.Credit or ChoiceKind.DeliveryLeft or ChoiceKind.BudgetLeft => programme.Graph.InitialState[programme.Layouts[0].IndexOf(key)],
                _ => 0,
            };
        }
        for (var p = 0; p < lineOf.Length; p++)
            if (lineOf[p] >= 0)
                Fall(layout, into, stage, terms.Purchases[p].Id, (situation.OnOrder[lineOf[p]] - (HasHeld(layout, p) ? situation.AtGate[lineOf[p]] : 0)) / Programme.UnitScale, situation.Expected[lineOf[p]] / Programme.UnitScale);
        return into;
    }

    bool HasHeld(StateLayout layout, int purchase) => layout.IndexOf(new StateKey(ChoiceKind.Held, terms.Purchases[purchase].Id)) >= 0;

    int Line(string offer) => Array.IndexOf(offerOf, offer);

    // Units on order fall due at the pace that may be expected; what has no place sooner falls due in the last period that the state knows.
    void Fall(StateLayout layout, double[] into, int stage, string offer, double units, double pace)
    {
        var last = -1;
        for (var τ = stage; τ < terms.Stages && units > 0; τ++)
        {
            if (layout.IndexOf(new StateKey(ChoiceKind.Due, offer, "", τ)) is not (>= 0 and var at))
                continue;
            last = at;
            var comes = Math.Min(units, pace * terms.Periods[τ].Months);
            into[at] += comes;
            units -= comes;
        }
        if (last >= 0)
            into[last] += units;
    }

    // Units of the part beyond those that the case's own fleet holds then.
    static double Stands(ImmutableArray<(int Line, double Fleet)> lines, in Situation situation, ReadOnlySpan<long> units, ReadOnlySpan<long> less)
    {
        var sum = 0.0;
        foreach (var (line, fleet) in lines)
            sum += (units[line] - (less.IsEmpty ? 0 : less[line])) / Programme.UnitScale - fleet;
        return Math.Max(0, sum);
    }

    ImmutableArray<(int, double)> Standing(StateKey key, int stage, ImmutableArray<string> parts)
    {
        if (key.Kind is not (ChoiceKind.Stock or ChoiceKind.Barred) || parts.IndexOf(key.Subject) is not (>= 0 and var line))
            return [];
        // Units that the market has brought stand at one place: the first at which the state knows the part.
        var first = programme.Layouts[stage].Keys.First(k => k.Kind == key.Kind && k.Subject == key.Subject);
        if (first != key)
            return [];
        var fleet = key.Kind == ChoiceKind.Barred ? 0 : terms.World.Market.Fleet.Where(f => f.Part.Id == key.Subject).Sum(f => f.Units.Value) / Programme.UnitScale;
        return [(line, fleet)];
    }

    double Ported(StateKey key, in Situation situation)
    {
        for (var w = 0; w < terms.Workloads.Length; w++)
            if (terms.Workloads[w].Id == key.With)
                for (var s = 0; s < terms.World.Market.Stacks.Length; s++)
                    if (terms.World.Market.Stacks[s].Id == key.Subject)
                        return situation.Ported[w] * portedShare[w][s] / Programme.UnitScale;
        return 0;
    }

    double[] PortedShares(Workload workload)
    {
        var opening = terms.World.Market.Stacks.Select(s => s.Ported.TryGetValue(workload.Id, out var p) ? p.Value : 0).ToArray();
        var sum = opening.Sum();
        return [.. opening.Select(o => sum > 0 ? o / sum : 1.0 / opening.Length)];
    }

    // The quote less what was ordered since the as-of date: what stands and is on order beyond what the case began with.
    double QuoteLeft(string offer, in Situation situation)
    {
        var quote = terms.Purchases.First(p => p.Id == offer).Offer;
        if (Line(offer) is not (>= 0 and var l))
            return 0;
        var market = terms.World.Market;
        var began = market.Fleet.Where(f => f.Part.Id == quote.Part.Id).Sum(f => f.Units.Value) + market.OnOrder.Where(r => r.Offer.Id == offer).Sum(r => r.Units.Value);
        return Math.Max(0, quote.Quote!.Quantity.Value - Math.Max(0, situation.Units[l] + situation.OnOrder[l] - began)) / Programme.UnitScale;
    }

    double QuotaLeft(string quota, in Situation situation)
    {
        var left = double.PositiveInfinity;
        foreach (var offer in terms.Conditions.Quotas.First(q => q.Id == quota).Offers)
            if (Line(terms.World.Market.Offers[offer].Id) is >= 0 and var l)
                left = Math.Min(left, situation.Allowed[l]);
        return double.IsInfinity(left) ? programme.Graph.InitialState[programme.Layouts[0].IndexOf(new StateKey(ChoiceKind.QuotaLeft, quota))] : left / Programme.UnitScale;
    }

    // The as-of month is the first period; a month belongs to the period of its first day.
    int StageOf(DateOnly month)
    {
        var clock = terms.World.Header.Clock;
        if (month.AddMonths(1) <= clock.AsOf)
            return -1;
        return month <= clock.AsOf ? 0 : clock.At(month)?.Period.Index ?? -1;
    }

    // [stage][joint state of the market] node whose levels differ least, flags counting less than any level; the likelier of equals.
    int[][] Nodes(MarketModel market)
    {
        var steps = market.Arrays.Steps;
        var chain = programme.Chain;
        int[] driverOf = [.. chain.Drivers.Select(d => steps.Drivers.Select(x => x.Id).ToList().IndexOf(d.Id))];
        return [.. chain.Alive.Select((alive, t) => Enumerable.Range(0, steps.States).Select(s => Enumerable.Range(0, alive.Length).OrderBy(n => Apart(chain.States[alive[n]], s))
            .ThenByDescending(n => chain.Probability[t][n]).First()).ToArray())];

        int Apart(Outlooks.JointState one, int other)
        {
            var apart = 0;
            for (var d = 0; d < driverOf.Length; d++)
                apart += (one.Levels[d] != steps.Level(other, driverOf[d]) ? 100 : 0) + (one.Recent[d] != steps.Flag(other, driverOf[d]) ? 1 : 0);
            return apart;
        }
    }
}
