using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Optimization;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.Waiting;

/// <summary>What waiting with an offer costs.</summary>
/// <param name="Offer">Offer.</param>
/// <param name="Against">What the advice is held against.</param>
/// <param name="Between">What the bounds allow: [LB' − UB, UB' − LB] clipped at 0, money; the high end infinite where there is no bound.</param>
/// <param name="Estimate">Difference on common paths with control variates, inside <paramref name="Between"/>; null where there is none.</param>
public sealed record WaitingPrice(string Offer, Against Against, Bracket Between, double? Estimate);

/// <summary>What the advice is held against.</summary>
public enum Against
{
    /// <summary>Nothing of the offer during the wait.</summary>
    Nothing,

    /// <summary>The planned amount now, where nothing is advised.</summary>
    Planned,
}

/// <summary>
/// The price of waiting, offer by offer: V(no order of it during the wait) − V, through an allowance that opens at 0. Where nothing is
/// advised: V(the planned amount now) − V, through a pin. Budget for each offer: 6 passes and 80 paths, again until it is known as well as the plan, at
/// most six times; the stages after the wait are shared with the plan.
/// </summary>
sealed class WaitingAnswer : IAnswer
{
    const int Paths = 80;

    public AnswerName Name => AnswerName.Waiting;

    public PlanAnswers Compute(AnswerContext context, PlanAnswers soFar, CancellationToken cancellation)
    {
        if (!context.Bounds.IsBound)
            return soFar.Without(Name, "the cost along paths is no bound under aversion to risk");
        var by = new BoundOptions { Seed = context.BoundSeed, Paths = Paths, MaximumPaths = Paths, Method = BoundMethod.Paths };
        double? mean = null;
        var (prices, whole) = context.Each(context.Plan.Offers, o => $"pricing the wait for {o.Offer}", o => Price(context, o, by, () => mean ??= MeanOf(context, by, cancellation), cancellation), cancellation);
        var answered = soFar with { Waiting = prices };
        return whole ? answered : answered.Without(Name, $"cancelled after {prices.Length} of {context.Plan.Offers.Length} offers");
    }

    static double MeanOf(AnswerContext context, BoundOptions by, CancellationToken cancellation) =>
        context.Policy.EstimateUpperBound(by, cancellation).Mean * Programme.MoneyScale;

    static WaitingPrice Price(AnswerContext context, OfferPlan plan, BoundOptions by, Func<double> mean, CancellationToken cancellation)
    {
        var nothingAdvised = plan.Ordered < Tiny;
        if (nothingAdvised && plan.Planned < Tiny || plan.Most < Tiny)
            // The plan itself orders none of it: to forbid it changes nothing.
            return new WaitingPrice(plan.Offer, Against.Nothing, new Bracket(0, 0), 0);
        var offer = context.Programme.World.Market.Offer(plan.Offer);
        if (!nothingAdvised)
            return Priced(Against.Nothing, Question.Most(plan.Offer, 0));
        if (offer is Purchase && context.Programme.DrawsOnPool(plan.Offer))
            return new WaitingPrice(plan.Offer, Against.Planned, new Bracket(0, double.PositiveInfinity), null);
        return Priced(Against.Planned, Question.Least(plan.Offer, Math.Min(1, plan.Planned / plan.Most)));

        WaitingPrice Priced(Against against, Question question)
        {
            var (lower, upper) = context.Questions.Value(question, by, cancellation);
            var bounds = context.Bounds;
            var low = Math.Max(0, lower - bounds.Upper);
            var high = Math.Max(low, upper.Value * Programme.MoneyScale - bounds.Lower);
            return new WaitingPrice(plan.Offer, against, new Bracket(low, high), Math.Clamp(upper.Mean * Programme.MoneyScale - mean(), low, high));
        }
    }

    // Units or equivalents below which nothing is ordered.
    const double Tiny = 0.5;
}
