using Sluice.Outlooks;

namespace Sluice.Planning.Worlds;

/// <summary>Whether two worlds have the same numbers, wherever they are stated: then they are one world and need no plan of their own.</summary>
static class SameConditions
{
    /// <summary>Whether every joint state does the same to every offer, asset, workload and place.</summary>
    public static bool Are(Conditions one, Conditions other) =>
        one.Offers.Length == other.Offers.Length && one.Assets.SequenceEqual(other.Assets) && one.Quotas.Length == other.Quotas.Length
        && one.Offers.Zip(other.Offers).All(p => p.First.Length == p.Second.Length && p.First.Zip(p.Second).All(o => Same(o.First, o.Second)))
        && one.Use.Zip(other.Use).All(p => p.First.Zip(p.Second).All(u => u.First.Usable.SequenceEqual(u.Second.Usable) && u.First.NewBarred.SequenceEqual(u.Second.NewBarred)))
        && one.Demand.Zip(other.Demand).All(p => p.First.AsSpan().SequenceEqual(p.Second)) && one.Energy.Zip(other.Energy).All(p => p.First.AsSpan().SequenceEqual(p.Second))
        && one.Quotas.Zip(other.Quotas).All(p => Same(p.First, p.Second));

    /// <summary>Whether two outlooks have the same states and chances.</summary>
    public static bool Are(OutlookChain one, OutlookChain other) =>
        one.Root == other.Root && one.States.Length == other.States.Length && one.Alive.Length == other.Alive.Length
        && one.States.Zip(other.States).All(p => p.First.Levels.SequenceEqual(p.Second.Levels) && p.First.Recent.SequenceEqual(p.Second.Recent))
        && one.Alive.Zip(other.Alive).All(p => p.First.SequenceEqual(p.Second))
        && one.Transition.Zip(other.Transition).All(p => p.First.Cast<double>().SequenceEqual(p.Second.Cast<double>()));

    static bool Same(OfferConditions a, OfferConditions b) =>
        a with { From = b.From, Levies = b.Levies } == b && a.Levies.Select(l => (l.Rate, l.Payer, l.PassedOn)).SequenceEqual(b.Levies.Select(l => (l.Rate, l.Payer, l.PassedOn)));

    static bool Same(QuotaConditions a, QuotaConditions b) =>
        a.Id == b.Id && a.Opening == b.Opening && a.Grant.SequenceEqual(b.Grant) && a.InForce.SequenceEqual(b.InForce) && a.Offers.SequenceEqual(b.Offers);
}
