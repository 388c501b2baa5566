using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>What a level does to orders, deliveries, use, cost, supply or demand of what it selects. Interpreted once, in Conditions.</summary>
/// <param name="Name">Name of the effect in its level.</param>
/// <param name="On">What it touches.</param>
/// <param name="Provenance">Where it is stated.</param>
public abstract record Effect(string Name, Selector On, Provenance Provenance);

/// <summary>No new orders.</summary>
public sealed record StopOrders(string Name, Selector On, Provenance Provenance) : Effect(Name, On, Provenance);

/// <summary>New orders up to a rate, units per month.</summary>
public sealed record CapOrders(string Name, Selector On, Given<double> Rate, Provenance Provenance) : Effect(Name, On, Provenance);

/// <summary>Orders draw on a quota: an opening amount and a rate per month while the level lasts. A shared quota counts by a share.</summary>
public sealed record Quota(string Name, Selector On, Given<double> Amount, Given<double> Rate, QuotaPer Per, Given<double>? Share, Provenance Provenance)
    : Effect(Name, On, Provenance);

/// <summary>Whom a quota binds.</summary>
public enum QuotaPer
{
    /// <summary>Each firm by itself.</summary>
    Firm,

    /// <summary>All buyers of the viewpoint's country together.</summary>
    Country,

    /// <summary>All buyers of the viewpoint's group together.</summary>
    Group,
}

/// <summary>Deliveries up to a rate, units per month, and up to an amount in all.</summary>
public sealed record CapDeliveries(string Name, Selector On, Given<double>? Rate, Given<double>? InAll, Provenance Provenance) : Effect(Name, On, Provenance);

/// <summary>A share of the units that fall due passes; the rest waits or lapses. Waiting units pass at a share per month.</summary>
public sealed record PassDeliveries(string Name, Selector On, Given<double> Share, Rest Rest, Given<double>? PerMonth, Provenance Provenance)
    : Effect(Name, On, Provenance);

/// <summary>What becomes of due units that do not pass.</summary>
public enum Rest
{
    /// <summary>They wait at the gate.</summary>
    Waits,

    /// <summary>They lapse at the offer's refund.</summary>
    Lapses,
}

/// <summary>A share of the units due in a period moves to the next.</summary>
public sealed record DelayDeliveries(string Name, Selector On, Given<double> Share, Provenance Provenance) : Effect(Name, On, Provenance);

/// <summary>Due units go back at the offer's refund.</summary>
public sealed record CancelOrders(string Name, Selector On, Provenance Provenance) : Effect(Name, On, Provenance);

/// <summary>Foreign units need domestic ones: x domestic units for each foreign unit.</summary>
public sealed record Bundle(string Name, Selector On, Given<double> Ratio, Provenance Provenance) : Effect(Name, On, Provenance);

/// <summary>Units may not be used: new ones, all, or a share.</summary>
public sealed record StopUse(string Name, Selector On, UseStopped What, Given<double>? Share, Provenance Provenance) : Effect(Name, On, Provenance);

/// <summary>Which units a stop of use touches.</summary>
public enum UseStopped
{
    /// <summary>Units received while the stop is in force.</summary>
    New,

    /// <summary>All units.</summary>
    All,

    /// <summary>A share of all units.</summary>
    Share,
}

/// <summary>A levy on the price, paid by a party and passed on in part.</summary>
public sealed record Levy(string Name, Selector On, Given<double> Rate, string Payer, Given<double> PassedOn, Provenance Provenance)
    : Effect(Name, On, Provenance);

/// <summary>A factor on the price.</summary>
public sealed record PriceFactor(string Name, Selector On, Given<double> Times, Provenance Provenance) : Effect(Name, On, Provenance);

/// <summary>A factor on the energy price.</summary>
public sealed record EnergyPriceFactor(string Name, Selector On, Given<double> Times, Provenance Provenance) : Effect(Name, On, Provenance);

/// <summary>A factor on what sellers supply.</summary>
public sealed record SupplyFactor(string Name, Selector On, Given<double> Times, Provenance Provenance) : Effect(Name, On, Provenance);

/// <summary>A factor on demand.</summary>
public sealed record DemandFactor(string Name, Selector On, Given<double> Times, Provenance Provenance) : Effect(Name, On, Provenance);

/// <summary>Offers of the selected kind open.</summary>
public sealed record LaunchOffers(string Name, Selector On, Provenance Provenance) : Effect(Name, On, Provenance);
