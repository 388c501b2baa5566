using System.Collections.Immutable;
using Sluice.Outlooks;

namespace Sluice.Planning.News;

/// <summary>Finds drivers that change nothing: none of their levels does anything, and no other driver looks at them.</summary>
static class Idle
{
    /// <summary>Whether conditions are the same in any two joint states that differ only in this driver, and no move waits for it.</summary>
    public static bool Is(OutlookChain chain, Conditions conditions, int driver)
    {
        var id = chain.Drivers[driver].Id;
        if (chain.Drivers.Any(d => d.Id != id && d.Moves.Any(m => m.When.Any(w => w.Driver.Id == id))))
            return false;
        return Enumerable.Range(0, chain.States.Length).GroupBy(s => Others(chain.States[s], driver)).All(same =>
            same.Skip(1).All(s => Same(conditions, same.First(), s)));
    }

    static string Others(JointState state, int driver) =>
        string.Join(' ', Enumerable.Range(0, state.Levels.Length).Where(d => d != driver).Select(d => $"{state.Levels[d]}{(state.Recent[d] ? "r" : "")}"));

    static bool Same(Conditions conditions, int one, int other) =>
        conditions.Offers[one].Zip(conditions.Offers[other]).All(p => Same(p.First, p.Second))
        && conditions.Use[one].Zip(conditions.Use[other]).All(p => p.First.Usable.SequenceEqual(p.Second.Usable) && p.First.NewBarred.SequenceEqual(p.Second.NewBarred))
        && conditions.Demand[one].AsSpan().SequenceEqual(conditions.Demand[other])
        && conditions.Energy[one].AsSpan().SequenceEqual(conditions.Energy[other])
        && conditions.Quotas.All(q => q.Grant[one] == q.Grant[other] && q.InForce[one] == q.InForce[other]);

    static bool Same(OfferConditions one, OfferConditions other) =>
        (one with { From = other.From, Levies = other.Levies }) == other
        && one.Levies.Select(l => (l.Rate, l.Payer, l.PassedOn)).SequenceEqual(other.Levies.Select(l => (l.Rate, l.Payer, l.PassedOn)));
}
