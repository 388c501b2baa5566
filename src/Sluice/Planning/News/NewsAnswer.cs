using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Planning.Answers;

namespace Sluice.Planning.News;

/// <summary>What it would be worth to know a driver's level at the end of the wait before deciding.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Price">V − V(knowing): the difference of what the two policies cost, money, 0 or more.</param>
/// <param name="Low">Low end of what the bounds allow, 0 or more.</param>
/// <param name="High">High end.</param>
public sealed record NewsPrice(string Driver, double Price, double Low, double High);

/// <summary>
/// The price of early news, driver by driver: V less the optimum of the same risk of the same joint outcomes when decisions during the wait may
/// depend on where the driver stands when it ends. Budget: at most twelve passes for each level of each driver, fewer for an unlikely level, over the
/// plan's own later stages.
/// </summary>
sealed class NewsAnswer : IAnswer
{
    /// <summary>Most passes for a level.</summary>
    public int MostPasses { get; init; } = 12;

    public AnswerName Name => AnswerName.News;

    public PlanAnswers Compute(AnswerContext context, PlanAnswers soFar, CancellationToken cancellation)
    {
        if (!context.Bounds.IsBound)
            return soFar.Without(Name, "the plan is averse to risk: costs along paths are then no bound, and a price of news would be finer than what is known");
        var drivers = Enumerable.Range(0, context.Terms.Chain.Drivers.Length).ToList();
        var (found, whole) = context.Each(drivers, d => $"pricing news of {context.Terms.Chain.Drivers[d].Id}", d => PriceOf(context, d, cancellation), cancellation);
        var answers = soFar with { News = [.. found.OrderByDescending(n => n.Price).ThenBy(n => n.Driver, StringComparer.Ordinal)] };
        return whole ? answers : answers.Without(Name, $"cancelled after {found.Length} of {drivers.Count} drivers");
    }

    NewsPrice PriceOf(AnswerContext context, int driver, CancellationToken cancellation)
    {
        var id = context.Terms.Chain.Drivers[driver].Id;
        var copies = NewsWorlds.Of(context.Terms, context.Programme.Programme.Graph, driver);
        if (copies.Length < 2 || Idle.Is(context.Terms.Chain, context.Terms.Conditions, driver))
            return new NewsPrice(id, 0, 0, 0);
        var plan = context.Policy.EstimateUpperBound(new BoundOptions { Seed = context.BoundSeed }, cancellation);
        var (lower, mean, upper) = (0.0, 0.0, 0.0);
        foreach (var copy in copies)
        {
            using var knowing = context.Policy.Branch(copy.Early, context.Programme.Programme.Graph.InitialState, cancellation);
            Settle(context, knowing, copy.Chance, cancellation);
            // A level of one in a hundred weighs a hundredth: fewer paths show as much of it.
            var paths = Math.Max(4, (int)Math.Ceiling(40 * Math.Min(1, 2 * copy.Chance)));
            var bound = knowing.EstimateUpperBound(new BoundOptions { Seed = context.BoundSeed, Paths = paths, MaximumPaths = 4 * paths }, cancellation);
            (lower, mean, upper) = (lower + copy.Chance * knowing.LowerBound, mean + copy.Chance * bound.Mean, upper + copy.Chance * bound.Value);
        }
        // Training the copies has sharpened the plan's later stages too, and every bound that the plan ever had still holds.
        var (least, most) = (Math.Max(context.Bounds.Lower, context.Policy.LowerBound * Programme.MoneyScale), Math.Min(context.Bounds.Upper, plan.Value * Programme.MoneyScale));
        var low = Math.Max(0, least - upper * Programme.MoneyScale);
        var high = Math.Max(low, most - lower * Programme.MoneyScale);
        return new NewsPrice(id, Math.Clamp((plan.Mean - mean) * Programme.MoneyScale, low, high), low, high);
    }

    /// <summary>Trains until the level's share of the price moves by less than 2 % of the indifference.</summary>
    void Settle(AnswerContext context, Sddp knowing, double chance, CancellationToken cancellation)
    {
        var last = double.NegativeInfinity;
        for (var pass = 0; pass < MostPasses; pass += 2)
        {
            cancellation.ThrowIfCancellationRequested();
            knowing.Train(new StoppingRules { Passes = 2, Bound = null }, cancellation: cancellation);
            var lower = chance * knowing.LowerBound * Programme.MoneyScale;
            if (lower - last < 0.02 * context.Indifference)
                return;
            last = lower;
        }
    }
}
