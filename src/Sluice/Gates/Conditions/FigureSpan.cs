using System.Globalization;
using Sluice.Quantities;

namespace Sluice.Gates.Conditions;

/// <summary>What a figure may be: from one end to another. No rounding anywhere; thresholds are compared as written.</summary>
/// <param name="Low">Low end, included.</param>
/// <param name="High">High end.</param>
/// <param name="Open">Whether the high end itself is left out, as in <c>below 1400 GB/s</c>.</param>
readonly record struct FigureSpan(double Low, double High, OpenEnd Open = OpenEnd.Closed)
{
    /// <summary>Nothing is known: anything from zero up.</summary>
    public static FigureSpan Anything { get; } = new(0, double.PositiveInfinity, OpenEnd.Open);

    /// <summary>Exactly one value.</summary>
    public static FigureSpan Exactly(double value) => new(value, value);

    /// <summary>What a fact leaves possible. A figure with a value and a range of its own is taken as the range.</summary>
    public static FigureSpan Of(Fact fact) => fact switch
    {
        { Low: null, High: { } high, Value: null } => new(0, high, OpenEnd.Open),
        { Low: { } low, High: null, Value: null } => new(low, double.PositiveInfinity, OpenEnd.Open),
        { Low: { } low, High: { } high } => new(low, high),
        { Value: { } value } => Exactly(value),
        _ => Anything,
    };

    /// <summary>The larger of two figures that are both present; what is known of one alone where the other is missing.</summary>
    public static FigureSpan Larger(FigureSpan? one, FigureSpan other) => one is not { } first ? other
        : new(Math.Max(first.Low, other.Low), Math.Max(first.High, other.High), first.High > other.High ? first.Open : other.High > first.High ? other.Open : first.Open & other.Open);

    /// <summary>Performance per area: anything where either is not known.</summary>
    public static FigureSpan Density(FigureSpan tpp, FigureSpan area) => tpp == Anything || area == Anything ? Anything : new(tpp.Low / area.High, tpp.High / area.Low, tpp.Open);

    /// <summary>The figure times a positive number.</summary>
    public FigureSpan Times(double factor) => new(Low * factor, High * factor, Open);

    /// <summary>Whether exactly one value is possible.</summary>
    public bool IsExact => Low.Equals(High);

    /// <summary>Both figures together.</summary>
    public static FigureSpan operator +(FigureSpan one, FigureSpan other) => new(one.Low + other.Low, one.High + other.High, one.Open | other.Open);

    /// <summary>The span that holds both.</summary>
    public FigureSpan With(FigureSpan other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High), High > other.High ? Open : other.High > High ? other.Open : Open & other.Open);

    /// <summary>Whether all, none or some of it keep a bound.</summary>
    public Truth Keeps(BoundKind bound, double value) => bound switch
    {
        BoundKind.AtLeast => Low >= value ? Truth.True : High < value || (High.Equals(value) && Open == OpenEnd.Open) ? Truth.False : Truth.Unknown,
        BoundKind.Above => Low > value ? Truth.True : High <= value ? Truth.False : Truth.Unknown,
        BoundKind.Below => Keeps(BoundKind.AtLeast, value).Not(),
        BoundKind.AtMost => Keeps(BoundKind.Above, value).Not(),
        _ => throw new ArgumentException($"{bound} is no bound.", nameof(bound)),
    };

    /// <summary>As printed: <c>2368</c>, <c>below 1400</c>, <c>4493 to 5520</c>.</summary>
    public override string ToString() =>
        IsExact ? Print(Low)
        : double.IsPositiveInfinity(High) ? Low > 0 ? $"at least {Print(Low)}" : "not known"
        : Low <= 0 ? $"{(Open == OpenEnd.Open ? "below" : "at most")} {Print(High)}"
        : $"{Print(Low)} to {Print(High)}";

    static string Print(double value) => value.ToString(value >= 100 ? "0.##" : "0.###", CultureInfo.InvariantCulture);
}

/// <summary>Whether the high end of a span belongs to it.</summary>
[Flags]
enum OpenEnd
{
    /// <summary>It does.</summary>
    Closed = 0,

    /// <summary>It does not.</summary>
    Open = 1,
}

/// <summary>How a figure is held against a number.</summary>
enum BoundKind
{
    /// <summary>&gt;=</summary>
    AtLeast,

    /// <summary>&gt;</summary>
    Above,

    /// <summary>&lt;</summary>
    Below,

    /// <summary>&lt;=</summary>
    AtMost,
}
