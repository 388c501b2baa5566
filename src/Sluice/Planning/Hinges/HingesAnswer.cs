using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Market;
using Sluice.Optimization;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Planning.Worlds;

namespace Sluice.Planning.Hinges;

/// <summary>Whether the decision now depends on something.</summary>
/// <param name="About">The question.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Regret">V(that world | today's decision) − V(that world), money; the high end infinite where it was not looked at.</param>
/// <param name="Changes">Quantities over the wait there, by offer, where the decision differs and the verdict is not robust.</param>
public sealed record Hinge(string About, HingeVerdict Verdict, Bracket Regret, ImmutableArray<(string Offer, double Here, double There)> Changes);

/// <summary>Verdict on a hinge.</summary>
public enum HingeVerdict
{
    /// <summary>The regret is above the indifference for certain.</summary>
    Hinges,

    /// <summary>The bounds, or the budget, do not allow to say.</summary>
    NotSettled,

    /// <summary>The regret is within the indifference for certain.</summary>
    Robust,
}

/// <summary>
/// Hinges: the regret of today's joint decision, pinned over the wait, in each world that differs in something disputed, told, weighed or assumed.
/// Worlds that change no number are robust for free. The others are ranked by how far they move the chances and start from the plan's
/// points; each stops as soon as its verdict is decided. Budget: at most 24 worlds, each at most 120 passes of its own and 72 of the pinned decision, in rounds that begin with 6 and 4;
/// one that the passes left would not decide at the pace of a round gets one more.
/// </summary>
sealed class HingesAnswer : IAnswer
{
    const int MostWorlds = 24;

    // A verdict that the passes left would not reach at the pace of a round, this one or later, is given up after one more.
    const int FirstRoundOfPace = 3;

    // Passes of a world's own decisions and of the pinned one, round by round: few at first, since most worlds need no more.
    static readonly ImmutableArray<(int Free, int Pinned)> rounds = [(6, 4), (6, 4), (8, 4), (12, 8), (20, 12), (20, 12), (24, 14), (24, 14)];

    const int Paths = 80;

    public AnswerName Name => AnswerName.Hinges;

    public PlanAnswers Compute(AnswerContext context, PlanAnswers soFar, CancellationToken cancellation)
    {
        if (!context.Bounds.IsBound)
            return soFar.Without(Name, "the cost along paths is no bound under aversion to risk");
        if (context.Source is null)
            return soFar.Without(Name, "the case was not read from files");
        var reader = new WorldReader(context);
        var (read, readAll) = context.EachApart(HingeWorlds.Of(context), w => $"reading {w.About}", w => Read(context, reader, w), cancellation);
        // A stable sort: worlds of equal distance keep the order in which they were listed.
        var ranked = read.OrderByDescending(r => r.Distance).ToList();
        var looked = ranked.Where(r => r.Distance > 0 && r.Fault is null).Take(MostWorlds).ToList();
        var (judged, judgedAll) = context.EachApart(looked, r => $"looking whether the decision hinges on {r.World.About}", r => Judge(context, reader, r, cancellation), cancellation);
        var verdicts = looked.Zip(judged).ToDictionary(p => p.First.World, p => p.Second);
        var hinges = read.Select(r => verdicts.GetValueOrDefault(r.World) ?? (r.Distance > 0
            ? new Hinge(r.World.About, HingeVerdict.NotSettled, new Bracket(0, double.PositiveInfinity), [])
            : new Hinge(r.World.About, HingeVerdict.Robust, new Bracket(0, 0), []))).OrderBy(h => h.Verdict).ThenByDescending(h => h.Regret.Low);
        var answered = soFar with { Hinges = [.. hinges] };
        foreach (var fault in read.Where(r => r.Fault is not null))
            answered = answered.Without(Name, $"{fault.World.About}: {fault.Fault}");
        var unseen = ranked.Count(r => r.Distance > 0 && r.Fault is null) - judged.Length;
        return !readAll || !judgedAll ? answered.Without(Name, $"cancelled after {judged.Length} of {looked.Count} worlds")
            : unseen > 0 ? answered.Without(Name, $"{unseen} worlds that move the chances least were not looked at") : answered;
    }

    /// <summary>A world that was read.</summary>
    /// <param name="World">Which.</param>
    /// <param name="Distance">How far it moves numbers: 0 not at all; chances by the largest distance of any period; other numbers, states and periods above 1.</param>
    /// <param name="Fault">Why it could not be read; null where it could.</param>
    sealed record ReadWorld(HingeWorld World, double Distance, string? Fault);

    static ReadWorld Read(AnswerContext context, WorldReader reader, HingeWorld hinge)
    {
        if (!hinge.MovesNumbers)
            return new ReadWorld(hinge, 0, null);
        var (read, why) = reader.Read(hinge.Change);
        if (read is not { } world)
            return new ReadWorld(hinge, double.PositiveInfinity, why);
        var outlook = reader.OutlookOf(world, world.Evidence.Weights[hinge.Weights]);
        var here = context.Terms;
        var other = hinge.Residual != 1 || world.Header.Clock.Periods.Length != here.Stages || !SameConditions.Are(here.Conditions, outlook.Conditions) || !SameOffers(here.World, world);
        // A longer horizon starts from nothing and takes longest: it goes first.
        return new ReadWorld(hinge, world.Header.Clock.Periods.Length != here.Stages ? 3 : other ? 2 : SameConditions.Distance(here.Chain, outlook.Chain), null);
    }

    static bool SameOffers(Case here, Case there) => here.Market.Offers.Zip(there.Market.Offers).All(p => p.First.From?.Value == p.Second.From?.Value);

    static Hinge Judge(AnswerContext context, WorldReader reader, ReadWorld read, CancellationToken cancellation)
    {
        var world = reader.Read(read.World.Change).World!;
        var outlook = reader.OutlookOf(world, world.Evidence.Weights[read.World.Weights]);
        try
        {
            return reader.In(world, outlook, read.World.Residual, 1, there => Judge(context, read.World.About, there, cancellation), cancellation);
        }
        catch (SubproblemException)
        {
            return new Hinge(read.World.About, HingeVerdict.NotSettled, new Bracket(0, double.PositiveInfinity), []);
        }
    }

    static Hinge Judge(AnswerContext context, string about, World there, CancellationToken cancellation)
    {
        using var pinned = there.Branch(Question.Decided(context.Plan, there.Programme), context.Training with { Threads = 1 });
        var (ε, regret, verdict) = (context.Indifference, new Bracket(0, double.PositiveInfinity), HingeVerdict.NotSettled);
        var (last, before) = (false, (Robust: false, Missing: double.PositiveInfinity));
        for (var round = 0; round < rounds.Length && verdict == HingeVerdict.NotSettled; round++)
        {
            there.Train(rounds[round].Free, cancellation);
            pinned.Train(rounds[round].Pinned, cancellation);
            last |= round == rounds.Length - 1;
            // Lower bounds alone tell which verdict is still possible; only the upper bound that it needs is estimated.
            var between = pinned.Bounds.Lower - there.Bounds.Lower;
            if (last || between <= ε)
                pinned.Estimate(there.Bounds.Lower + ε - there.Bounds.Pruned, context.BoundSeed, cancellation);
            if (last || between > ε)
                there.Estimate(pinned.Bounds.Lower - ε - there.Bounds.Pruned, context.BoundSeed, cancellation);
            regret = Regret(regret, there.Bounds, pinned.Bounds);
            if (regret.Low > ε && double.IsInfinity(regret.High))
            {
                pinned.Estimate(double.NegativeInfinity, context.BoundSeed, cancellation);
                regret = Regret(regret, there.Bounds, pinned.Bounds);
            }
            verdict = regret.High <= ε ? HingeVerdict.Robust : regret.Low > ε ? HingeVerdict.Hinges : HingeVerdict.NotSettled;
            if (last)
                break;
            // At the pace of this round the passes left do not settle it, and paces fall.
            var now = (Robust: between <= ε, Missing: between <= ε ? regret.High - ε : ε - regret.Low);
            last = round >= FirstRoundOfPace && now.Robust == before.Robust && now.Missing > PassesAfter(round) / rounds[round].Free * Math.Max(0, before.Missing - now.Missing);
            before = now;
        }
        return new Hinge(about, verdict, regret, verdict == HingeVerdict.Robust ? [] : Changes(context, there, cancellation));
    }

    // Passes of a world's own decisions that are left after a round.
    static double PassesAfter(int round) => rounds[(round + 1)..].Sum(r => r.Free);

    static Bracket Regret(Bracket known, PlanBounds free, PlanBounds tied)
    {
        var low = Math.Max(known.Low, tied.Lower - free.Upper - free.Pruned);
        return new Bracket(low, Math.Max(low, Math.Min(known.High, tied.Upper - free.Lower + free.Pruned)));
    }

    static ImmutableArray<(string, double, double)> Changes(AnswerContext context, World there, CancellationToken cancellation)
    {
        var terms = there.Programme.Terms;
        var tally = new WaitTally(terms, new LegendIndex(there.Programme.Programme.Legends), 0, terms.Waits);
        there.Policy.Simulate(Paths, context.PathSeed, (in SimulationStep step) => tally.Add(step), cancellation: cancellation);
        var pairs = context.Plan.Offers.Where(o => terms.World.Market.Offers.Any(known => known.Id == o.Offer)).Select(o =>
        {
            var mean = tally.Mean(o.Offer);
            return (o.Offer, Here: o.Quantity, There: (terms.World.Market.Offer(o.Offer) is Rental ? mean.RentLevel : mean.Quantity) * Programme.UnitScale);
        }).ToList();
        var largest = pairs.Select(p => Math.Max(p.Here, p.There)).DefaultIfEmpty(0).Max();
        return [.. pairs.Where(p => Math.Abs(p.Here - p.There) > Math.Max(0.5, 0.02 * largest)).OrderByDescending(p => Math.Abs(p.Here - p.There)).Select(p => (p.Offer, p.Here, p.There))];
    }
}
