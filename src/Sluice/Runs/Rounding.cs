namespace Sluice.Runs;

/// <summary>Figures are never finer than what is known of them: money to thousands, quantities to three digits or so.</summary>
static class Rounding
{
    /// <summary>Money to the nearest thousand.</summary>
    public static double Money(double value) => Clean(Math.Round(value / 1_000) * 1_000);

    /// <summary>Quantities: to 10 from 1,000 on, to 1 below.</summary>
    public static double Quantity(double value) => Clean(Math.Abs(value) >= 1_000 ? Math.Round(value / 10) * 10 : Math.Round(value));

    /// <summary>Shares and chances to four decimals.</summary>
    public static double Share(double value) => Clean(Math.Round(value, 4));

    /// <summary>Rates, factors and weights to six decimals.</summary>
    public static double Rate(double value) => Clean(Math.Round(value, 6));

    static double Clean(double value) => value + 0.0;
}
