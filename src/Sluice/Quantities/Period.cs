namespace Sluice.Quantities;

/// <summary>One period of a clock.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="StartMonth">When it starts, in months from the as-of date; 0 for the first.</param>
/// <param name="Months">How long it is, in months: 1 for a month, 3 for a quarter, days left ÷ days in the month for a stub.</param>
/// <param name="Label">How tables head it: <c>Aug 2025</c>, <c>Q1 2026</c>, <c>2027</c>.</param>
public sealed record Period(int Index, DateOnly Start, DateOnly End, double StartMonth, double Months, string Label)
{
    /// <summary>When it ends, in months from the as-of date.</summary>
    public double EndMonth => StartMonth + Months;

    /// <summary>The label.</summary>
    public override string ToString() => Label;
}
