using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>How <see cref="Effect"/>s are written: a map with one key, the kind of effect.</summary>
public static class EffectShapes
{
    static readonly Kind<double> factor = Kinds.Number(0, 1000);

    static readonly Field<Selector> on = new("on", SelectorShape.Shape, "what it touches", "{part: nvidia-h20}");
    static readonly Field<Selector> onAny = new Field<Selector>("on", SelectorShape.Shape, "what it touches", "{country: CN}").Optional(Selector.Everything, "everything");
    static readonly Field<Given<double>> share = new("share", Given.Of(Measures.Share), "share of the units that fall due", "50 %");
    static readonly Field<Given<double>> times = new("times", Given.Of(factor), "factor", "1.5");

    static readonly Shape<StopOrders> stopOrders = new("stop-orders", "No new orders.", [on], row => new(Name(row), row.At(on), row.Provenance));

    static readonly Field<Given<double>> orderRate = new("rate", Given.Of(Measures.RatePerMonth(Dimension.Unit)), "most units ordered per time", "5k units per quarter");
    static readonly Shape<CapOrders> capOrders = new("cap-orders", "New orders up to a rate.", [orderRate, on], row => new(Name(row), row.At(on), row.At(orderRate), row.Provenance));

    static readonly Field<Given<double>> amount = new("amount", Given.Of(Measures.Units), "units left at the as-of date", "20k units");
    static readonly Field<Given<double>> grant = new Field<Given<double>>("rate", Given.Of(Measures.RatePerMonth(Dimension.Unit)), "units granted per time while the level lasts", "10k units per quarter").Optional(Given.Default(0.0), "0");
    static readonly Field<QuotaPer> per = new Field<QuotaPer>("per", Kinds.Choice(("firm", QuotaPer.Firm), ("country", QuotaPer.Country), ("group", QuotaPer.Group)), "whom it binds", "firm").Optional(QuotaPer.Firm, "firm");
    static readonly Field<Given<double>?> quotaShare = Fields.Maybe("share", Given.Of(Measures.Share), "the viewpoint's share of a quota that several draw on", "16.7 %", "the viewpoint's share of market");
    static readonly Shape<Quota> quota = new("quota", "Orders draw on an amount that grows while the level lasts.", [amount, grant, per, quotaShare, on],
        row => new(Name(row), row.At(on), row.At(amount), row.At(grant), row.At(per), row.At(quotaShare), row.Provenance));

    static readonly Field<Given<double>?> deliveryRate = Fields.Maybe("rate", Given.Of(Measures.RatePerMonth(Dimension.Unit)), "most units delivered per time", "5k units per quarter", "not capped");
    static readonly Field<Given<double>?> inAll = Fields.Maybe("in-all", Given.Of(Measures.Units), "most units delivered in all", "60k units", "not capped");
    static readonly Shape<CapDeliveries> capDeliveries = new("cap-deliveries", "Deliveries up to a rate, and up to an amount in all.", [deliveryRate, inAll, on], row =>
    {
        if (!row.Has(deliveryRate) && !row.Has(inAll)) row.Reject(deliveryRate, "'rate', 'in-all' or both", "the cap has neither");
        return new(Name(row), row.At(on), row.At(deliveryRate), row.At(inAll), row.Provenance);
    });

    static readonly Field<Rest> rest = new Field<Rest>("rest", Kinds.Choice(("waits", Rest.Waits), ("lapses", Rest.Lapses)), "what becomes of units that do not pass", "waits").Optional(Rest.Waits, "waits");
    static readonly Field<Given<double>?> perMonth = Fields.Maybe("per-month", Given.Of(Measures.Share), "share of waiting units that passes in a month", "30 %", "as 'share'");
    static readonly Shape<PassDeliveries> passDeliveries = new("pass-deliveries", "A share of the units that fall due passes; 0 is a shut gate.", [share, rest, perMonth, on],
        row => new(Name(row), row.At(on), row.At(share), row.At(rest), row.At(perMonth), row.Provenance));

    static readonly Shape<DelayDeliveries> delayDeliveries = new("delay-deliveries", "A share of the units due in a period moves to the next.", [share, on],
        row => new(Name(row), row.At(on), row.At(share), row.Provenance));

    static readonly Shape<CancelOrders> cancelOrders = new("cancel-orders", "Due units go back at the offer's refund.", [on], row => new(Name(row), row.At(on), row.Provenance));

    static readonly Field<Given<double>> ratio = new("ratio", Given.Of(factor), "domestic units for each foreign one", "1");
    static readonly Shape<Bundle> bundle = new("bundle", "Foreign units need domestic ones beside them.", [ratio, on], row => new(Name(row), row.At(on), row.At(ratio), row.Provenance));

    static readonly Field<Stop> what = new("what", new StopKind(), "new units, all units, or a share of all", "new");
    static readonly Shape<StopUse> stopUse = new("stop-use", "Units may not be used.", [what, on],
        row => new(Name(row), row.At(on), row.At(what).What, row.At(what).Share, row.Provenance));

    static readonly Field<Given<double>> levyRate = new("rate", Given.Of(Measures.Share), "share of the price", "15 %");
    static readonly Field<string> payer = new("payer", Kinds.Name("party").Map(p => p.Id), "party that pays it", "nvidia");
    static readonly Field<Given<double>> passedOn = new Field<Given<double>>("passed-on", Given.Of(Measures.Share), "share of it that the buyer bears", "0 %").Optional(Given.Default(0.0), "0 %");
    static readonly Shape<Levy> levy = new("levy", "A share of the price that a party pays to a state.", [levyRate, payer, passedOn, on],
        row => new(Name(row), row.At(on), row.At(levyRate), row.At(payer), row.At(passedOn), row.Provenance));

    static readonly Shape<PriceFactor> price = new("price", "A factor on the price.", [times, on], row => new(Name(row), row.At(on), row.At(times), row.Provenance));
    static readonly Shape<EnergyPriceFactor> energyPrice = new("energy-price", "A factor on the price of energy.", [times, onAny], row => new(Name(row), row.At(onAny), row.At(times), row.Provenance));
    static readonly Shape<SupplyFactor> supply = new("supply", "A factor on what sellers supply.", [times, on], row => new(Name(row), row.At(on), row.At(times), row.Provenance));
    static readonly Shape<DemandFactor> demand = new("demand", "A factor on demand.", [times, onAny], row => new(Name(row), row.At(onAny), row.At(times), row.Provenance));

    static readonly Field<System.Collections.Immutable.ImmutableArray<Ref>> offers = new("offer", Kinds.ListOf(Kinds.Name("offer")), "offers that open; they are shut until a level opens them", "b30a");
    static readonly Shape<LaunchOffers> launch = new("launch", "Offers open while the level lasts.", [offers],
        row => new(Name(row), Selector.Everything with { Offers = [.. row.At(offers).Select(o => o.Id)] }, row.Provenance));

    /// <summary>Every shape of an effect, in the order of the reference.</summary>
    public static IReadOnlyList<IShape> All { get; } =
        [stopOrders, capOrders, quota, capDeliveries, passDeliveries, delayDeliveries, cancelOrders, bundle, stopUse, levy, price, energyPrice, supply, demand, launch];

    /// <summary>An effect: <c>{stop-orders: {on: {part: nvidia-h20}}}</c>.</summary>
    public static Kind<Effect> Kind { get; } = Kinds.OneOf("effect",
        Kinds.Case<Effect, StopOrders>("stop-orders", stopOrders), Kinds.Case<Effect, CapOrders>("cap-orders", capOrders), Kinds.Case<Effect, Quota>("quota", quota),
        Kinds.Case<Effect, CapDeliveries>("cap-deliveries", capDeliveries), Kinds.Case<Effect, PassDeliveries>("pass-deliveries", passDeliveries),
        Kinds.Case<Effect, DelayDeliveries>("delay-deliveries", delayDeliveries), Kinds.Case<Effect, CancelOrders>("cancel-orders", cancelOrders),
        Kinds.Case<Effect, Bundle>("bundle", bundle), Kinds.Case<Effect, StopUse>("stop-use", stopUse), Kinds.Case<Effect, Levy>("levy", levy),
        Kinds.Case<Effect, PriceFactor>("price", price), Kinds.Case<Effect, EnergyPriceFactor>("energy-price", energyPrice), Kinds.Case<Effect, SupplyFactor>("supply", supply),
        Kinds.Case<Effect, DemandFactor>("demand", demand), Kinds.Case<Effect, LaunchOffers>("launch", launch));

    /// <summary>The effect stands in a map of one entry: its name is that of the entry above.</summary>
    static string Name(Row row)
    {
        var above = row.Path[..Math.Max(0, row.Path.Length - row.Name.Length - 1)];
        return above[(above.LastIndexOf('.') + 1)..];
    }
}
