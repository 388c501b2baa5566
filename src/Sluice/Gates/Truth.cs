namespace Sluice.Gates;

/// <summary>Three values: what is not known is neither true nor false, and never counts as an all-clear.</summary>
public enum Truth
{
    /// <summary>It does not hold.</summary>
    False,

    /// <summary>What is known does not decide it.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    True,
}

/// <summary>Kleene's logic: false decides an <c>and</c>, true decides an <c>or</c>, whatever else is unknown.</summary>
static class Truths
{
    public static Truth And(this Truth one, Truth other) => one < other ? one : other;

    public static Truth Or(this Truth one, Truth other) => one > other ? one : other;

    public static Truth Not(this Truth one) => Truth.True - (int)one;

    public static Truth Of(bool holds) => holds ? Truth.True : Truth.False;
}
