using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Optimization;

namespace Sluice.Planning.Buyer;

/// <summary>
/// Questions about the wait: each is another programme of the first stages that shares all later ones with the plan, so that a few passes
/// answer it.
/// </summary>
sealed class WaitQuestions(BuyerProgramme programme, Sddp policy, SddpOptions options, PlanBounds bounds, double indifference, ulong boundSeed, ulong pathSeed)
{
    const int MostPasses = 12;
    const int QuantityPaths = 200;
    const int PassesPerPrice = 6;
    const int MostPassesPerPrice = 36;

    // A gap of this share of the cost is none.
    const double Exact = 1e-8;

    /// <summary>V(nothing ordered or rented more during the wait) − V: money, clipped at 0.</summary>
    public Bracket Stake(CancellationToken cancellation)
    {
        var question = Question.Nothing(programme.World.Market.Offers.Select(o => o.Id));
        using var asked = Ask(question);
        var branch = asked.Branch;
        Settle(branch, double.PositiveInfinity, cancellation);
        var upper = branch.EstimateUpperBound(new BoundOptions { Seed = boundSeed }, cancellation).Value * Programme.MoneyScale;
        var lower = branch.LowerBound * Programme.MoneyScale;
        var least = Math.Max(0, lower - bounds.Upper);
        return new Bracket(least, Math.Max(least, upper - bounds.Lower));
    }

    /// <summary>
    /// Bounds on the optimum under a question: the lower in money, the upper as estimated. It is trained until it is known as well as the plan itself, or
    /// the passes are used up.
    /// </summary>
    public (double Lower, UpperBound Upper) Value(Question question, BoundOptions by, CancellationToken cancellation)
    {
        using var asked = Ask(question);
        for (var pass = PassesPerPrice; ; pass += PassesPerPrice)
        {
            asked.Branch.Train(new StoppingRules { Passes = PassesPerPrice, Bound = null }, cancellation: cancellation);
            cancellation.ThrowIfCancellationRequested();
            var upper = asked.Branch.EstimateUpperBound(by, cancellation);
            var lower = asked.Branch.LowerBound;
            if (pass >= MostPassesPerPrice || (upper.Value - lower) * Programme.MoneyScale <= Math.Max(bounds.Upper - bounds.Lower, Exact * Math.Abs(bounds.Lower)))
                return (lower * Programme.MoneyScale, upper);
        }
    }

    /// <summary>Quantities whose lower bound does not exceed the plan's upper bound by more than the indifference.</summary>
    public Bracket? Possibly(Offer offer, double quantity, double most, CancellationToken cancellation)
    {
        if (most <= 0)
            return new Bracket(quantity, quantity);
        var allowed = bounds.Upper + indifference;
        var low = Edge(q => Lower(Question.Most(offer.Id, q), offer, allowed, cancellation), 0, quantity / Programme.UnitScale, allowed);
        var pinnable = offer is Rental || !programme.DrawsOnPool(offer.Id);
        var high = pinnable
            ? Edge(s => Lower(Question.Least(offer.Id, s), offer, allowed, cancellation), 1, 0, allowed)
            : default((double Lower, double Quantity)?);
        return new Bracket(Math.Min(quantity, low?.Quantity ?? quantity), Math.Max(quantity, high?.Quantity ?? quantity));
    }

    /// <summary>Quantities whose upper bound does not exceed the plan's lower bound by more than the indifference; null where the gap forbids to say.</summary>
    public Bracket? Surely(Offer offer, double quantity, double most, CancellationToken cancellation)
    {
        if (bounds.Upper - bounds.Lower > indifference)
            return null;
        if (most <= 0)
            return new Bracket(quantity, quantity);
        var allowed = bounds.Lower + indifference;
        var low = Surest(offer, allowed, [Question.Most(offer.Id, 0), Question.Most(offer.Id, quantity / 2 / Programme.UnitScale)], cancellation);
        var high = offer is Rental || !programme.DrawsOnPool(offer.Id)
            ? Surest(offer, allowed, [Question.Least(offer.Id, 1), Question.Least(offer.Id, 0.5)], cancellation) : null;
        return new Bracket(Math.Min(quantity, low ?? quantity), Math.Max(quantity, high ?? quantity));
    }

    double? Surest(Offer offer, double allowed, ImmutableArray<Question> outward, CancellationToken cancellation)
    {
        foreach (var question in outward)
        {
            using var asked = Ask(question);
            Settle(asked.Branch, allowed, cancellation);
            if (asked.Branch.LowerBound * Programme.MoneyScale > allowed)
                continue;
            if (asked.Branch.EstimateUpperBound(new BoundOptions { Seed = boundSeed }, cancellation).Value * Programme.MoneyScale <= allowed)
                return QuantityOf(asked, offer, cancellation);
        }
        return null;
    }

    /// <summary>
    /// The farthest setting, between <paramref name="end"/> and <paramref name="inside"/>, that is still allowed: cost is convex in the
    /// setting, so the chord through two settings that are too dear points at the next one.
    /// </summary>
    static (double Lower, double Quantity)? Edge(Func<double, (double Lower, double Quantity)> lowerAt, double end, double inside, double allowed)
    {
        const int steps = 3;
        var setting = end;
        var (outer, outerSetting) = (lowerAt(setting), setting);
        if (outer.Lower <= allowed)
            return outer;
        var (good, goodSetting) = (default((double Lower, double Quantity)?), inside);
        for (var i = 0; i < steps && Math.Abs(outerSetting - goodSetting) > 0.02 * Math.Abs(end - inside); i++)
        {
            setting = (outerSetting + goodSetting) / 2;
            var middle = lowerAt(setting);
            if (middle.Lower <= allowed)
                (good, goodSetting) = (middle, setting);
            else
                (outer, outerSetting) = (middle, setting);
        }
        return good;
    }

    (double Lower, double Quantity) Lower(Question question, Offer offer, double allowed, CancellationToken cancellation)
    {
        using var asked = Ask(question);
        Settle(asked.Branch, allowed, cancellation);
        var lower = asked.Branch.LowerBound * Programme.MoneyScale;
        return (lower, lower <= allowed ? QuantityOf(asked, offer, cancellation) : double.NaN);
    }

    /// <summary>A question with the branch that answers it; disposing it frees the branch.</summary>
    sealed record Asked(Sddp Branch, Programme Wait) : IDisposable
    {
        public void Dispose() => Branch.Dispose();
    }

    Asked Ask(Question question)
    {
        var wait = programme.CompileWait(question);
        // A wait as long as the horizon leaves no stage to share.
        var branch = programme.Waits < wait.Graph.Stages.Length
            ? policy.Branch(wait.Graph.Stages[..programme.Waits], wait.Graph.InitialState) : new Sddp(wait.Graph, options);
        return new Asked(branch, wait);
    }

    /// <summary>Trains until the bound moves by less than 2 % of the indifference, or is beyond what is allowed.</summary>
    void Settle(Sddp branch, double allowed, CancellationToken cancellation)
    {
        var last = double.NegativeInfinity;
        for (var pass = 0; pass < MostPasses; pass += 2)
        {
            cancellation.ThrowIfCancellationRequested();
            branch.Train(new StoppingRules { Passes = 2, Bound = null }, cancellation: cancellation);
            var lower = branch.LowerBound * Programme.MoneyScale;
            if (lower > allowed || lower - last < 0.02 * indifference)
                return;
            last = lower;
        }
    }

    double QuantityOf(Asked asked, Offer offer, CancellationToken cancellation)
    {
        var tally = new WaitTally(programme.Terms, new LegendIndex(asked.Wait.Legends), 0, programme.Waits);
        asked.Branch.Simulate(QuantityPaths, pathSeed, (in SimulationStep step) =>
        {
            if (step.Stage < programme.Waits)
                tally.Add(step);
        }, cancellation: cancellation);
        var mean = tally.Mean(offer.Id);
        return (offer is Rental ? mean.RentLevel : mean.Quantity) * Programme.UnitScale;
    }
}
