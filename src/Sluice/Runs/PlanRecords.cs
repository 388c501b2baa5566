using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Planning.Buyer;

namespace Sluice.Runs;

/// <summary>Turns what planning found into the record that is saved, printed and rendered.</summary>
public static class PlanRecords
{
    /// <summary>Makes the record. Everything in it comes from the case, the plan and the outlook; nothing is computed later.</summary>
    public static PlanRecord Of(Case world, BuyerPlan plan, CaseOutlook outlook, RunHeader header)
    {
        return new PlanRecord
        {
            Case = world.Header.Title,
            AsOf = world.Header.AsOf,
            AtlasHorizon = world.Atlas.Horizon,
            RulesChanging = world.Atlas.RulesChanging,
            Viewpoint = Names.OfViewpoint(world),
            Stance = Stances(world),
            Told = world.Header.Told,
            With = header.With,
            Muted = header.Muted,
            Resolved = header.Resolved,
            Version = header.Version,
            Seed = header.Seed,
            InputDigest = world.Digest,
            Stopped = plan.Stopped,
            Passes = plan.Passes,
            Bounds = BoundsOf(plan),
            StakeInterval = new StakeRecord(Rounding.Money(plan.Stake.Low), double.IsFinite(plan.Stake.High) ? Rounding.Money(plan.Stake.High) : null),
            Stake = StakeOf(plan),
            Indifference = Rounding.Money(plan.Indifference),
            States = outlook.Chain.States.Length,
            Stages = world.Header.Clock.Periods.Length,
            Decisions = DecisionRecords.Of(world, plan),
            Next = [.. plan.Next.Select(n => NextOf(world, n))],
            Cost = new CostRecord(Rounding.Money(plan.Cost.Mean), Rounding.Money(plan.Cost.Tail90), world.Header.Currency),
            Unserved = UnservedOf(world, plan),
            Rests = RestsOf(world),
            Calendar = CalendarRecords.Of(world, plan),
            Waiting = AnswersInWords.Waiting(plan),
            Why = AnswersInWords.Why(world, plan),
            Flows = AnswersInWords.Flows(world, plan),
            Following = AnswersInWords.Following(world, plan),
            Hinges = AnswersInWords.Hinges(world, plan),
            News = RateAnswersInWords.News(plan),
            Influence = RateAnswersInWords.Influence(world, plan),
            BreakEvens = RateAnswersInWords.BreakEvens(world, plan),
            Rivals = RateAnswersInWords.Rivals(plan),
            Unknowns = AnswersInWords.Unknowns(world, plan),
            Unanswered = AnswersInWords.Missing(plan),
            Grounds = GroundRecording.Of(world, outlook, header.Private),
            Notes = Notes(world, plan),
        };
    }

    static BoundsRecord BoundsOf(BuyerPlan plan)
    {
        var bounds = plan.Bounds;
        return new BoundsRecord(Rounding.Money(bounds.Lower), double.IsFinite(bounds.Upper) ? Rounding.Money(bounds.Upper) : null, bounds.UpperKind,
            bounds.IsBound ? Math.Round(Math.Max(0, bounds.Upper - bounds.Lower) / Math.Max(1, Math.Abs(bounds.Lower)), 6) : null,
            bounds.IsBound ? Rounding.Money(bounds.GapMoney) : null, Rounding.Money(bounds.Pruned), bounds.GapMoney <= plan.Indifference / 2);
    }

    static ImmutableSortedDictionary<string, string> Stances(Case world) =>
        world.Drivers.Where(d => d.Levels.Any(l => !l.Asks.IsEmpty)).ToImmutableSortedDictionary(d => d.Id, d =>
            world.Header.Stances.FirstOrDefault(s => s.Driver.Id == d.Id) is { } stance
                ? stance.Answer switch
                {
                    Answer.InPart => $"follow in part ({stance.Share:0 %})",
                    Answer.OwnJudgement => "own judgement",
                    _ => "follow",
                }
                : "follow", StringComparer.Ordinal);

    /// <summary>The middle of the interval, where the interval is narrower than it; else the stake is not settled.</summary>
    static double? StakeOf(BuyerPlan plan)
    {
        var (low, high) = (plan.Stake.Low, plan.Stake.High);
        return double.IsFinite(high) && high - low <= Math.Max(plan.Indifference, (low + high) / 2) ? Rounding.Money((low + high) / 2) : null;
    }

    static NextRecord NextOf(Case world, NextPlan next)
    {
        var clock = world.Header.Clock;
        var end = clock.Periods.Last(p => p.StartMonth < world.Header.Wait - 1e-9).End;
        return new NextRecord(next.Driver, next.Level, Rounding.Share(next.Chance), end,
            [.. next.Orders.Select(o => new NextAction(o.Offer, Rounding.Quantity(o.Quantity), Rounding.Quantity(o.Otherwise),
                DecisionRecords.UnitOf(world, world.Market.Offer(o.Offer))))]);
    }

    static ImmutableArray<UnservedRecord> UnservedOf(Case world, BuyerPlan plan)
    {
        var records = ImmutableArray.CreateBuilder<UnservedRecord>();
        for (var w = 0; w < plan.Unserved.Length; w++)
            for (var t = 0; t < plan.Unserved[w].Length; t++)
            {
                var (workload, unserved) = (world.Market.Workloads[w], plan.Unserved[w][t]);
                records.Add(new UnservedRecord(workload.Id, world.Header.Clock.Periods[t].Label, Rounding.Quantity(unserved.Mean),
                    Rounding.Quantity(unserved.Tail90), Rounding.Quantity(unserved.Demand), workload.Equivalent));
            }
        return records.ToImmutable();
    }

    static RestsRecord RestsOf(Case world)
    {
        var claims = GroundRecording.Resting(world);
        var origins = claims.SelectMany(id => world.Evidence.Claim(id).Heard).Select(h => h.Origin.Id).Distinct(StringComparer.Ordinal).Count();
        var disputes = world.Evidence.Disputes.Count(d => d.Sides.Any(s => s.Claims.Any(c => claims.Contains(c.Id))));
        return new RestsRecord(claims.Length, origins, disputes,
            world.Assumptions.Count(a => !a.Basis.IsStated), world.Assumptions.Count(a => a.Basis is Quantities.Judgement),
            world.Assumptions.Count(a => a.Hindsight));
    }

    static ImmutableArray<string> Notes(Case world, BuyerPlan plan)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var porting in plan.Porting.Where(p => p.Quantity >= 1))
            notes.Add($"Port {Rounding.Quantity(porting.Quantity):N0} {world.Market.Workload(porting.Workload).Equivalent} of {porting.Workload} to {porting.Stack} during the wait.");
        if (!world.Market.Stacks.IsEmpty)
            notes.Add("Porting is priced per equivalent, which approximates a fixed cost per model family.");
        if (world.Header.Risk is { } risk)
            notes.Add($"Averse to risk: {risk.Weight:0 %} of the weight on the worst {1 - risk.Tail:0 %}, quarter by quarter. Costs along paths are then no bound, so stake and ranges are left out.");
        if (plan.Stopped is "time" or "cancelled")
            notes.Add("Training ended by the clock: another machine may give other figures.");
        return notes.ToImmutable();
    }
}

/// <summary>What a run is: version, seed, what-ifs and what else was changed about the case.</summary>
/// <param name="Version">Version of Sluice.</param>
/// <param name="Seed">Seed.</param>
/// <param name="With">What-ifs in order.</param>
public sealed record RunHeader(string Version, int Seed, ImmutableArray<string> With)
{
    /// <summary>Paths that an overlay sets: see <see cref="PrivatePaths"/>.</summary>
    public ImmutableArray<string> Private { get; init; } = [];

    /// <summary>Claims left out (<c>--mute</c>).</summary>
    public ImmutableArray<string> Muted { get; init; } = [];

    /// <summary>Disputes of which one side was taken for true (<c>--resolve</c>): <c>DISPUTE=SIDE</c>.</summary>
    public ImmutableArray<string> Resolved { get; init; } = [];
}
