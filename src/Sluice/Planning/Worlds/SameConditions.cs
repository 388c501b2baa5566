using System.Collections.Immutable;
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

    /// <summary>Whether two joint states do the same to every offer, asset, workload and place.</summary>
    public static bool Are(Conditions conditions, int one, int other) =>
        conditions.Offers[one].Zip(conditions.Offers[other]).All(p => Same(p.First, p.Second))
        && conditions.Use[one].Zip(conditions.Use[other]).All(p => p.First.Usable.SequenceEqual(p.Second.Usable) && p.First.NewBarred.SequenceEqual(p.Second.NewBarred))
        && conditions.Demand[one].AsSpan().SequenceEqual(conditions.Demand[other]) && conditions.Energy[one].AsSpan().SequenceEqual(conditions.Energy[other])
        && conditions.Quotas.All(q => q.Grant[one] == q.Grant[other] && q.InForce[one] == q.InForce[other]);

    /// <summary>[joint state] the first that does the same for the same reasons.</summary>
    public static ImmutableArray<int> Alike(Conditions conditions)
    {
        var (alike, firsts) = (new int[conditions.Offers.Length], new Dictionary<int, List<int>>());
        for (var s = 0; s < alike.Length; s++)
        {
            // Few states share a hash and are not alike: what a state does is compared with next to none in full.
            var hash = Hash(conditions, s);
            if (!firsts.TryGetValue(hash, out var candidates))
                firsts[hash] = candidates = [];
            var at = candidates.FindIndex(f => Are(conditions, f, s) && SameReasons(conditions, f, s));
            if (at < 0)
                candidates.Add(s);
            alike[s] = at < 0 ? s : candidates[at];
        }
        return [.. alike];
    }

    static int Hash(Conditions conditions, int state)
    {
        var hash = new HashCode();
        foreach (var offer in conditions.Offers[state])
            foreach (var number in (ReadOnlySpan<double>)[offer.OrderShare, offer.OrderCap, offer.PassShare, offer.WaitingShare, offer.DelayShare, offer.PriceFactor, offer.SupplyFactor, offer.Bundle, offer.From.Count])
                hash.Add(number);
        foreach (var factor in conditions.Demand[state])
            hash.Add(factor);
        foreach (var use in conditions.Use[state])
            hash.Add(use.From.Length);
        return hash.ToHashCode();
    }

    static bool SameReasons(Conditions conditions, int one, int other) =>
        conditions.Offers[one].Zip(conditions.Offers[other]).All(p => p.First.Levies.Select(l => l.From).SequenceEqual(p.Second.Levies.Select(l => l.From))
            && p.First.From.Count == p.Second.From.Count && p.First.From.Zip(p.Second.From).All(f => f.First.Key == f.Second.Key && f.First.Value.SequenceEqual(f.Second.Value)))
        && conditions.Use[one].Zip(conditions.Use[other]).All(p => p.First.From.SequenceEqual(p.Second.From));

    /// <summary>
    /// How far two outlooks are apart: 0 where they are the same, else the largest total variation distance between their joint states in any period; 2 where they begin
    /// elsewhere.
    /// </summary>
    public static double Distance(OutlookChain one, OutlookChain other)
    {
        if (Key(one.States[one.Root]) != Key(other.States[other.Root]) || one.Alive.Length != other.Alive.Length)
            return 2;
        var largest = 0.0;
        for (var t = 0; t < one.Alive.Length; t++)
        {
            var chances = one.Alive[t].Select((s, i) => (Key(one.States[s]), one.Probability[t][i])).ToDictionary();
            for (var i = 0; i < other.Alive[t].Length; i++)
                chances[Key(other.States[other.Alive[t][i]])] = chances.GetValueOrDefault(Key(other.States[other.Alive[t][i]])) - other.Probability[t][i];
            largest = Math.Max(largest, chances.Values.Sum(Math.Abs) / 2);
        }
        return largest;
    }

    static string Key(JointState state) => string.Join(',', state.Levels) + string.Concat(state.Recent.Select(r => r ? '+' : '-'));

    static bool Same(OfferConditions a, OfferConditions b) =>
        a with { From = b.From, Levies = b.Levies } == b && a.Levies.Select(l => (l.Rate, l.Payer, l.PassedOn)).SequenceEqual(b.Levies.Select(l => (l.Rate, l.Payer, l.PassedOn)));

    static bool Same(QuotaConditions a, QuotaConditions b) =>
        a.Id == b.Id && a.Opening == b.Opening && a.Grant.SequenceEqual(b.Grant) && a.InForce.SequenceEqual(b.InForce) && a.Offers.SequenceEqual(b.Offers);
}
