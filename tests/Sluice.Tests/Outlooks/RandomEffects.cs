using CsCheck;
using Sluice.Outlooks;
using static Sluice.Tests.Outlooks.MarketSketch;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Outlooks;

/// <summary>Up to six effects of any kind on offers, on everything or on one maker.</summary>
internal static class RandomEffects
{
    public static Gen<Effect[]> Any { get; } = One().Array[0, 6];

    /// <summary>Numbers of an offer.</summary>
    public static double[] Numbers(OfferConditions offer) =>
        [
            offer.Launched ? 1 : 0, offer.OrderShare, offer.OrderCap, offer.PassShare, offer.WaitingShare, offer.LapseShare, offer.DelayShare,
            offer.DeliveryCap, offer.DeliveryInAll, offer.PriceFactor, offer.Levies.Sum(l => l.Rate), offer.SupplyFactor, offer.Bundle,
        ];

    static Gen<Effect> One() =>
        from kind in Gen.Int[0, 9]
        from share in Gen.Double[0, 1]
        from maker in Gen.Int[0, 2]
        select Make(kind, share, Select(maker: maker == 0 ? null : maker == 1 ? "nvidia" : "huawei"));

    static Effect Make(int kind, double share, Selector on) => kind switch
    {
        0 => new StopOrders("e", on, At("e")),
        1 => new CapOrders("e", on, Given(100 * share), At("e")),
        2 => new CapDeliveries("e", on, Given(100 * share), Given(1000 * share), At("e")),
        3 => new PassDeliveries("e", on, Given(share), Rest.Waits, null, At("e")),
        4 => new PassDeliveries("e", on, Given(share), Rest.Lapses, Given(share), At("e")),
        5 => new DelayDeliveries("e", on, Given(share), At("e")),
        6 => new CancelOrders("e", on, At("e")),
        7 => new Bundle("e", on, Given(share), At("e")),
        8 => new Levy("e", on, Given(share), "seller", Given(0.0), At("e")),
        _ => new PriceFactor("e", on, Given(1 + share), At("e")),
    };
}
