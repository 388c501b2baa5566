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

    /// <summary>Three significant figures: values that were searched for.</summary>
    public static double Three(double value)
    {
        if (value == 0 || !double.IsFinite(value))
            return value;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return Clean(unit >= 1 ? Math.Round(value / unit) * unit : Math.Round(value, (int)Math.Round(-Math.Log10(unit))));
    }

    static double Clean(double value) => value + 0.0;
}
