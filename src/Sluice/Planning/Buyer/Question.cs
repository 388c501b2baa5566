using System.Collections.Frozen;

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
