using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>Terms on which the viewpoint can get compute at a place: a <see cref="Purchase"/> or a <see cref="Rental"/>.</summary>
/// <param name="Id">Name of the offer.</param>
/// <param name="Seller">Party that is paid.</param>
/// <param name="Site">Where it is used.</param>
/// <param name="From">First day on which it can be ordered; null: from the start.</param>
/// <param name="At">Where the offer stands in its file.</param>
public abstract record Offer(string Id, string Seller, Ref Site, Given<DateOnly>? From, Place At)
{
    /// <summary>Whether the price holds tax. Carried for readers; nothing is computed from it.</summary>
    public Tax Tax { get; init; }

    /// <summary>Remark for readers.</summary>
    public string? Note { get; init; }
}

/// <summary>Whether prices hold tax.</summary>
public enum Tax
{
    /// <summary>They do not.</summary>
    Out,

    /// <summary>They do.</summary>
    In,
}

/// <summary>An offer to buy units of a part.</summary>
/// <param name="Id">Name of the offer.</param>
/// <param name="Part">What is bought.</param>
/// <param name="Seller">Party that is paid.</param>
/// <param name="Site">Where it is used.</param>
/// <param name="Price">Money per unit, before fit-out and without tax.</param>
/// <param name="FitOut">Server, network and racks on top, as a share of the price.</param>
/// <param name="Lead">Months from order to usable delivery.</param>
/// <param name="Supply">Most units per month, by first day on which the rate holds; the entry without a day holds from the start.</param>
/// <param name="Quote">Units that orders draw on until a day; later orders draw on <paramref name="Supply"/>.</param>
/// <param name="Deposit">Share of the price paid at the order.</param>
/// <param name="Cancel">Terms of cancelling; null: none.</param>
/// <param name="Receipt">Whether units that arrive may be left.</param>
/// <param name="Holding">Share of balance and fit-out per month, paid for units left at an open gate.</param>
/// <param name="Ramp">Productive share of new units in their first month.</param>
/// <param name="Fill">Random share of due units that comes, per month; empty: all come.</param>
/// <param name="FillWith">Offer whose draw this one shares.</param>
/// <param name="Life">Service life in months, over which the unit keeps a residual value.</param>
/// <param name="Domestic">Whether it counts as domestic where a bundle asks for domestic units.</param>
/// <param name="From">First day on which it can be ordered.</param>
/// <param name="Launch">Whether the offer is shut until a level launches it.</param>
/// <param name="At">Where the offer stands in its file.</param>
public sealed record Purchase(
    string Id, Ref Part, string Seller, Ref Site, Given<double> Price, Given<double> FitOut, Given<double> Lead,
    ImmutableArray<SupplyStep> Supply, Quote? Quote, Given<double> Deposit, Cancellation? Cancel, Receipt Receipt, Given<double>? Holding,
    Given<double> Ramp, ImmutableArray<FillShare> Fill, Ref? FillWith, Given<double> Life, bool Domestic, Given<DateOnly>? From, Launch Launch, Place At)
    : Offer(Id, Seller, Site, From, At);

/// <summary>An offer to rent compute for workloads.</summary>
/// <param name="Id">Name of the offer.</param>
/// <param name="Workloads">Workloads that it can serve.</param>
/// <param name="Seller">Party that is paid.</param>
/// <param name="Site">Where it runs.</param>
/// <param name="Price">Money per equivalent and month.</param>
/// <param name="Limit">Most equivalents rented at one time, by first day on which the limit holds.</param>
/// <param name="Notice">Months for which what is given up is still paid.</param>
/// <param name="Opening">Equivalents rented at the as-of date.</param>
/// <param name="From">First day on which it can be rented.</param>
/// <param name="At">Where the offer stands in its file.</param>
public sealed record Rental(
    string Id, ImmutableArray<Ref> Workloads, string Seller, Ref Site, Given<double> Price, ImmutableArray<SupplyStep> Limit,
    Given<double> Notice, Given<double> Opening, Given<DateOnly>? From, Place At)
    : Offer(Id, Seller, Site, From, At)
{
    /// <summary>Whether it runs under the viewpoint's own law. Carried for readers; bundles count units only.</summary>
    public bool Domestic { get; init; }
}

/// <summary>A rate or limit that holds from a day on.</summary>
/// <param name="From">First day; null: from the start.</param>
/// <param name="Value">Units per month of a purchase; equivalents of a rental.</param>
public sealed record SupplyStep(DateOnly? From, Given<double> Value);

/// <summary>An allotment with a date.</summary>
/// <param name="Quantity">Units.</param>
/// <param name="Until">Last day on which an order may draw on it.</param>
public sealed record Quote(Given<double> Quantity, DateOnly Until);

/// <summary>Terms of cancelling an order.</summary>
/// <param name="Notice">Months before delivery at which the right ends, counted back from the first day of the period in which the units are due.</param>
/// <param name="Refund">Money per unit given back; at most the deposit.</param>
public sealed record Cancellation(Given<double> Notice, Given<double> Refund);

/// <summary>One outcome of the random fill of an offer.</summary>
/// <param name="Name">Name of the outcome.</param>
/// <param name="Share">Share of due units that comes, per month.</param>
/// <param name="Chance">Probability, 0 to 1.</param>
public sealed record FillShare(string Name, double Share, Given<double> Chance);

/// <summary>What the buyer may do with units that arrive.</summary>
public enum Receipt
{
    /// <summary>Units may be left; left at an open gate they pay a holding cost.</summary>
    Optional,

    /// <summary>The balance of passing units falls due whether they are taken or not.</summary>
    TakeOrPay,
}

/// <summary>Whether an offer stands open from its first day.</summary>
public enum Launch
{
    /// <summary>Open from its first day.</summary>
    Open,

    /// <summary>Shut until a level of a driver launches it.</summary>
    ByEffect,
}
