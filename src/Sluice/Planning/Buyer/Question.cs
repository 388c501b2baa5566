using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sluice.Planning.Buyer;

/// <summary>
/// What a question forbids or demands during the wait: nothing at all for the plan itself. <c>AtMost</c> opens an allowance, a state that
/// lives inside the wait only; <c>AtLeast</c> is a pin: a share of what could be ordered in every node of the wait.
/// </summary>
/// <param name="AtMost">Most thousands over the wait, by offer.</param>
/// <param name="AtLeast">Share of each node's most, 0 to 1, by offer.</param>
public sealed record Question(FrozenDictionary<string, double> AtMost, FrozenDictionary<string, double> AtLeast)
{
    /// <summary>Forbids and demands nothing.</summary>
    public static Question None { get; } = new(FrozenDictionary<string, double>.Empty, FrozenDictionary<string, double>.Empty);

    /// <summary>Amounts that are pinned period by period, by offer: what is ordered, or the level of a rental. A node that cannot have as much has its most.</summary>
    public FrozenDictionary<string, Pin> Exactly { get; init; } = FrozenDictionary<string, Pin>.Empty;

    /// <summary>
    /// The joint decision of a plan over the wait, mean over the nodes of each period. Orders that draw on a pool are pinned from above only, so that
    /// every row can be met; what is given back stays free.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="programme">The programme in which it is pinned.</param>
    public static Question Decided(BuyerPlan plan, BuyerProgramme programme) => None with
    {
        Exactly = plan.Offers.Where(o => programme.World.Market.Offers.Any(known => known.Id == o.Offer)).ToFrozenDictionary(o => o.Offer, o => new Pin(
            [.. o.ByPeriod.Select(q => q / Programme.UnitScale)],
            programme.World.Market.Offer(o.Offer) is Market.Purchase && programme.DrawsOnPool(o.Offer) ? PinSide.AtMost : PinSide.Both)),
    };

    /// <summary>At most that much of an offer over the wait.</summary>
    public static Question Most(string offer, double thousands) =>
        new(new Dictionary<string, double> { [offer] = thousands }.ToFrozenDictionary(), FrozenDictionary<string, double>.Empty);

    /// <summary>At least that share of what could be ordered in every node of the wait.</summary>
    public static Question Least(string offer, double share) =>
        new(FrozenDictionary<string, double>.Empty, new Dictionary<string, double> { [offer] = share }.ToFrozenDictionary());

    /// <summary>Nothing at all of these offers over the wait.</summary>
    public static Question Nothing(IEnumerable<string> offers) =>
        new(offers.ToFrozenDictionary(o => o, _ => 0.0), FrozenDictionary<string, double>.Empty);
}

/// <summary>Amounts pinned period by period.</summary>
/// <param name="Thousands">[period of the wait] thousands.</param>
/// <param name="Side">Whether it is also demanded.</param>
public sealed record Pin(ImmutableArray<double> Thousands, PinSide Side)
{
    // A demand is a thousandth of a unit less than the pin: pins on a pool may add up to all of it.
    const double Slack = 1e-6;

    /// <summary>Bounds in a period and node where so much is possible.</summary>
    public (double Least, double Most) Bounds(int period, double possible)
    {
        // A mean over paths may be a rounding below 0.
        var amount = Math.Clamp(Thousands[period], 0, Math.Max(0, possible));
        return (Side == PinSide.Both ? Math.Max(0, amount - Slack) : 0, amount);
    }
}

/// <summary>Sides from which a pin holds.</summary>
public enum PinSide
{
    /// <summary>From above and below.</summary>
    Both,

    /// <summary>From above.</summary>
    AtMost,
}
