using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>
/// What the levels of all drivers do, as plain numbers per joint state and offer, asset, workload or place. Effects are interpreted here
/// and nowhere else; planning and simulation read only this.
/// </summary>
/// <param name="Offers">[state][offer], offers in the order of the market.</param>
/// <param name="Use">[state][asset] stops of use; assets are (part, place) pairs in the order of <paramref name="Assets"/>.</param>
/// <param name="Assets">Pairs of part and place that occur in the fleet or in an offer, in ordinal order.</param>
/// <param name="Demand">[state][workload] factor on demand.</param>
/// <param name="Energy">[state][place] factor on the price of energy.</param>
/// <param name="Quotas">Quotas that occur in any level, in ordinal order of their ids.</param>
/// <param name="Notes">What could not be judged, or does nothing.</param>
public sealed record Conditions(
    ImmutableArray<ImmutableArray<OfferConditions>> Offers, ImmutableArray<ImmutableArray<UseConditions>> Use, ImmutableArray<Asset> Assets,
    ImmutableArray<double[]> Demand, ImmutableArray<double[]> Energy, ImmutableArray<QuotaConditions> Quotas, ImmutableArray<ConditionNote> Notes);

/// <summary>A part at a place.</summary>
/// <param name="Part">Part.</param>
/// <param name="Site">Place.</param>
public sealed record Asset(string Part, string Site);

/// <summary>Conditions of one offer in one joint state.</summary>
/// <param name="Launched">Whether the offer is open at all.</param>
/// <param name="OrderShare">Share of supply that may be ordered: 0 where orders are stopped, below 1 where an ask is followed in part.</param>
/// <param name="OrderCap">Most units per month; infinite where not capped.</param>
/// <param name="PassShare">Share of due units that passes, product of all.</param>
/// <param name="WaitingShare">Share of waiting units that passes per month, product of all; 0 at a shut gate.</param>
/// <param name="LapseShare">Share of due units that lapses at the refund; what neither passes nor lapses waits.</param>
/// <param name="DelayShare">Share of due units that moves to the next period, largest of all.</param>
/// <param name="DeliveryCap">Most units delivered per month.</param>
/// <param name="DeliveryInAll">Most units delivered in all while this runs; infinite where not capped.</param>
/// <param name="PriceFactor">Factor on the price, product of all.</param>
/// <param name="Levies">Levies in force.</param>
/// <param name="SupplyFactor">Factor on supply, product of all.</param>
/// <param name="Bundle">Domestic units needed for each foreign one, largest of all; 0: none.</param>
/// <param name="From">By name of the field: every effect that set it, in the order of the drivers.</param>
public sealed record OfferConditions(
    bool Launched, double OrderShare, double OrderCap, double PassShare, double WaitingShare, double LapseShare, double DelayShare,
    double DeliveryCap, double DeliveryInAll, double PriceFactor, ImmutableArray<LevyConditions> Levies, double SupplyFactor, double Bundle,
    ImmutableSortedDictionary<string, ImmutableArray<Provenance>> From);

/// <summary>A levy in force.</summary>
/// <param name="Rate">Share of the price.</param>
/// <param name="Payer">Party that pays it.</param>
/// <param name="PassedOn">Share of it that the buyer bears.</param>
/// <param name="From">Where it is stated.</param>
public sealed record LevyConditions(double Rate, string Payer, double PassedOn, Provenance From);

/// <summary>Stops of use of one asset in one joint state.</summary>
/// <param name="Usable">[workload] share of all units that may be used at it.</param>
/// <param name="NewBarred">[workload] whether units received now may not be used at it while this lasts; an ask followed in part bars them too.</param>
/// <param name="From">Where the stops are stated.</param>
public sealed record UseConditions(ImmutableArray<double> Usable, ImmutableArray<bool> NewBarred, ImmutableArray<Provenance> From);

/// <summary>A quota on orders.</summary>
/// <param name="Id">Driver and name of the effect, for example <c>us-export.ration</c>; with the level between them where levels differ in what they select.</param>
/// <param name="Opening">Units left at the as-of date for the viewpoint.</param>
/// <param name="Grant">[state] units granted per month while the level lasts.</param>
/// <param name="InForce">[state] whether orders draw on it.</param>
/// <param name="Offers">Offers that draw on it, by index.</param>
/// <param name="From">Where it is stated.</param>
public sealed record QuotaConditions(
    string Id, double Opening, ImmutableArray<double> Grant, ImmutableArray<bool> InForce, ImmutableArray<int> Offers, Provenance From);
