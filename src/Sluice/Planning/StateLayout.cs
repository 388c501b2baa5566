using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sluice.Planning;

/// <summary>One entry of the state that goes from period to period.</summary>
/// <param name="Kind">Kind of the column that it is.</param>
/// <param name="Subject">Offer, asset, stack or quota.</param>
/// <param name="With">Workload, where it concerns one; else empty.</param>
/// <param name="Period">Period in which units fall due; −1 where it concerns none.</param>
public readonly record struct StateKey(ChoiceKind Kind, string Subject, string With = "", int Period = -1);

/// <summary>The entries of the state that enters a period, in order.</summary>
public sealed class StateLayout
{
    readonly FrozenDictionary<StateKey, int> index;

    /// <summary>Holds the keys in the order given.</summary>
    public StateLayout(ImmutableArray<StateKey> keys)
    {
        Keys = keys;
        index = keys.Select((key, i) => (key, i)).ToFrozenDictionary(p => p.key, p => p.i);
    }

    /// <summary>Entries in order.</summary>
    public ImmutableArray<StateKey> Keys { get; }

    /// <summary>Position of an entry, or −1 where the state has none.</summary>
    public int IndexOf(StateKey key) => index.GetValueOrDefault(key, -1);
}
