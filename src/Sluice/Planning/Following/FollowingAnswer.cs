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
/// last 40 trial points solved again, and at most 100 passes.
/// </summary>
sealed class FollowingAnswer : IAnswer
{
    const int Passes = 100;

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
        var (found, whole) = context.EachApart(worlds, w => w.Length > 1 ? "the world in which nobody had asked" : $"the world in which {w[0].Id} had not asked",
            (w, threads) => CostOf(context, reader, w, here, threads, cancellation), cancellation);
        var costs = found.Select(f => f.Cost).ToImmutableArray();
        var answered = soFar with { Following = whole && worlds.Count > 1 ? costs.Add(OnlyJointly(context.Bounds, found)) : costs };
        return whole ? answered : answered.Without(Name, $"cancelled after {costs.Length} of {worlds.Count} worlds");
    }

    static bool IsFollowed(Case world, Driver driver) =>
        driver.Levels.Any(l => !l.Asks.IsEmpty) && world.Header.Stances.All(s => s.Driver.Id != driver.Id || s.Answer != Answer.OwnJudgement);

    /// <summary>A world without asks: what following them costs, and what it costs itself; null where nobody feels them, so that it is the plan's own world.</summary>
    sealed record Without(FollowingCost Cost, Bracket? Value);

    static Without CostOf(AnswerContext context, WorldReader reader, ImmutableArray<Driver> asking, ServiceTally here, int threads, CancellationToken cancellation)
    {
        var asks = asking.SelectMany(d => d.Levels.SelectMany(l => l.Asks.Select(a => $"drivers.{d.Id}.levels.{l.Id}.asks.{a.Name}"))).ToImmutableArray();
        var driver = asking is [var only] && asks.Length > 0 ? only.Id : null;
        var (read, why) = reader.Read(o => o with { Patches = [.. o.Patches, .. asks.Select(a => Patch.Remove(a, new Place("following", 1, 1)))] });
        if (read is not { } world)
            throw new InvalidOperationException($"A case without its asks does not load: {why}");
        var outlook = reader.OutlookOf(world);
        if (SameConditions.Are(context.Terms.Conditions, outlook.Conditions))
            // Nobody feels the ask.
            return new Without(new FollowingCost(driver, asks, new Bracket(0, 0), [.. context.Terms.Workloads.Select(w => (w.Id, 0.0, 0.0))]), null);
        return reader.In(world, outlook, 1, threads, there =>
        {
            there.Train(Passes, context.Indifference / 2, context.BoundSeed, cancellation);
            var bounds = there.Bounds;
            var low = Math.Max(0, context.Bounds.Lower - bounds.Upper - bounds.Pruned);
            var high = Math.Max(low, context.Bounds.Upper - bounds.Lower + bounds.Pruned);
            var served = Served(context, there.Programme, there.Policy, cancellation);
            return new Without(new FollowingCost(driver, asks, new Bracket(low, high), Lost(context.Terms, here, served)), new Bracket(bounds.Lower - bounds.Pruned, bounds.Upper + bounds.Pruned));
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

    /// <summary>
    /// All together less the sum of each alone: Σ V(one had not asked) − V(nobody had asked) − (n − 1) · V(case), so that the gap of each world counts once and
    /// no more.
    /// </summary>
    static FollowingCost OnlyJointly(PlanBounds here, ImmutableArray<Without> worlds)
    {
        var (all, each) = (worlds[0], worlds[1..]);
        var times = (all.Value is null ? -1 : 0) + each.Count(e => e.Value is null) - (each.Length - 1);
        var low = each.Sum(e => e.Value?.Low ?? 0) - (all.Value?.High ?? 0) + times * (times < 0 ? here.Upper : here.Lower);
        var high = each.Sum(e => e.Value?.High ?? 0) - (all.Value?.Low ?? 0) + times * (times < 0 ? here.Lower : here.Upper);
        var lost = all.Cost.Lost.Select((l, i) => (l.Workload, l.Equivalents - each.Sum(e => e.Cost.Lost[i].Equivalents), l.Share - each.Sum(e => e.Cost.Lost[i].Share)));
        return new FollowingCost(null, [], new Bracket(low, high), [.. lost]);
    }
}
