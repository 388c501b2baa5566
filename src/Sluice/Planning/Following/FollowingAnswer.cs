using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Outlooks;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Planning.Worlds;
using Sluice.Reading;

namespace Sluice.Planning.Following;

/// <summary>What following an ask costs.</summary>
/// <param name="Driver">Driver whose authority asked; null for all asks together, and for what only their joint removal frees.</param>
/// <param name="Asks">The asks, by the paths of the effects that they enter as; empty for what only their joint removal frees.</param>
/// <param name="Cost">V(case) − V(the world in which it had not been asked), money, 0 or more; of the joint part any sign.</param>
/// <param name="Lost">Service lost over the horizon, by workload: equivalent-months and share of demand, on common paths.</param>
public sealed record FollowingCost(string? Driver, ImmutableArray<string> Asks, Bracket Cost, ImmutableArray<(string Workload, double Equivalents, double Share)> Lost);

/// <summary>
/// What following guidance costs: first all asks together, then each where the others stay, and the part that only their joint removal frees (two
/// asks that stop the same order hide each other). A world without asks is the case with those effects removed. Budget: for each world the plan's
/// last 40 trial points solved again, and at most 60 passes.
/// </summary>
sealed class FollowingAnswer : IAnswer
{
    const int Passes = 60;

    public AnswerName Name => AnswerName.Following;

    public PlanAnswers Compute(AnswerContext context, PlanAnswers soFar, CancellationToken cancellation)
    {
        if (!context.Bounds.IsBound)
            return soFar.Without(Name, "the cost along paths is no bound under aversion to risk");
        var drivers = context.Programme.World.Drivers.Where(d => IsFollowed(context.Programme.World, d)).ToList();
        if (drivers.Count == 0)
            return soFar with { Following = [] };
        if (context.Source is null)
            return soFar.Without(Name, "the case was not read from files");
        List<ImmutableArray<Driver>> worlds = drivers.Count == 1 ? [[.. drivers]] : [[.. drivers], .. drivers.Select(d => ImmutableArray.Create(d))];
        var reader = new WorldReader(context);
        var here = Served(context, context.Programme, context.Policy, cancellation);
        var (costs, whole) = context.EachApart(worlds, w => w.Length > 1 ? "the world in which nobody had asked" : $"the world in which {w[0].Id} had not asked",
            w => CostOf(context, reader, w, here, cancellation), cancellation);
        var found = costs.Length == worlds.Count && worlds.Count > 1 ? costs.Add(OnlyJointly(costs)) : costs;
        var answered = soFar with { Following = found };
        return whole ? answered : answered.Without(Name, $"cancelled after {costs.Length} of {worlds.Count} worlds");
    }

    static bool IsFollowed(Case world, Driver driver) =>
        driver.Levels.Any(l => !l.Asks.IsEmpty) && world.Header.Stances.All(s => s.Driver.Id != driver.Id || s.Answer != Answer.OwnJudgement);

    static FollowingCost CostOf(AnswerContext context, WorldReader reader, ImmutableArray<Driver> asking, ServiceTally here, CancellationToken cancellation)
    {
        var asks = asking.SelectMany(d => d.Levels.SelectMany(l => l.Asks.Select(a => $"drivers.{d.Id}.levels.{l.Id}.asks.{a.Name}"))).ToImmutableArray();
        var driver = asking is [var only] && asks.Length > 0 ? only.Id : null;
        var (read, why) = reader.Read(o => o with { Patches = [.. o.Patches, .. asks.Select(a => Patch.Remove(a, new Place("following", 1, 1)))] });
        if (read is not { } world)
            throw new InvalidOperationException($"A case without its asks does not load: {why}");
        var outlook = reader.OutlookOf(world);
        if (SameConditions.Are(context.Terms.Conditions, outlook.Conditions))
            // Nobody feels the ask.
            return new FollowingCost(driver, asks, new Bracket(0, 0), [.. context.Terms.Workloads.Select(w => (w.Id, 0.0, 0.0))]);
        return reader.In(world, outlook, 1, there =>
        {
            there.Train(Passes, context.Indifference / 2, context.BoundSeed, cancellation);
            var bounds = there.Bounds;
            var low = Math.Max(0, context.Bounds.Lower - bounds.Upper - bounds.Pruned);
            var high = Math.Max(low, context.Bounds.Upper - bounds.Lower + bounds.Pruned);
            var served = Served(context, there.Programme, there.Policy, cancellation);
            return new FollowingCost(driver, asks, new Bracket(low, high), Lost(context.Terms, here, served));
        }, cancellation);
    }

    static ServiceTally Served(AnswerContext context, BuyerProgramme programme, Sddp policy, CancellationToken cancellation)
    {
        var tally = new ServiceTally(programme.Terms, new LegendIndex(programme.Programme.Legends), context.Options.Paths);
        policy.Simulate(context.Options.Paths, context.PathSeed, (in SimulationStep step) => tally.Add(step), cancellation: cancellation);
        return tally;
    }

    static ImmutableArray<(string, double, double)> Lost(BuyerTerms terms, ServiceTally here, ServiceTally there)
    {
        double Months(ImmutableArray<Unserved> periods, Func<Unserved, double> what) => periods.Select((u, t) => what(u) * terms.Periods[t].Months).Sum();
        var (mine, theirs) = (here.Unserved, there.Unserved);
        return [.. terms.Workloads.Select((w, i) =>
        {
            var lost = Months(mine[i], u => u.Mean) - Months(theirs[i], u => u.Mean);
            var demand = Months(mine[i], u => u.Demand);
            return (w.Id, lost, demand > 0 ? lost / demand : 0);
        })];
    }

    /// <summary>All together less the sum of each alone, as an interval.</summary>
    static FollowingCost OnlyJointly(ImmutableArray<FollowingCost> costs)
    {
        var (all, each) = (costs[0], costs[1..]);
        var lost = all.Lost.Select((l, i) => (l.Workload, l.Equivalents - each.Sum(e => e.Lost[i].Equivalents), l.Share - each.Sum(e => e.Lost[i].Share)));
        return new FollowingCost(null, [], new Bracket(all.Cost.Low - each.Sum(e => e.Cost.High), all.Cost.High - each.Sum(e => e.Cost.Low)), [.. lost]);
    }
}
