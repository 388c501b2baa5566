using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>The kinds of values with units. Each refuses another dimension (SLU0121), an unknown unit (SLU0120), a missing one (SLU0122) and values out of range (SLU0105).</summary>
/// <remarks>Money is converted to the currency of the case by the reader's <see cref="CurrencyTable"/> (SLU0123 without a rate). Equivalents are checked against the
/// reader's <see cref="EquivalentNames"/>, when it has them (SLU0124). Zero may stand without a unit.</remarks>
public static class Measures
{
    /// <summary>Money in the currency of the case, at least 0.</summary>
    public static Kind<double> Money { get; } = new MeasureKind("an amount of money", "2 300 USD", Dimension.Of(Dimension.Money));

    /// <summary>Money per something in the currency of the case and canonical units (time in months), at least 0: <c>MoneyPer("equivalent", "time")</c> reads <c>600 USD per H20e-quarter</c> as 200.</summary>
    /// <param name="per">Names of <see cref="Dimension"/>.</param>
    public static Kind<double> MoneyPer(params string[] per)
    {
        ArgumentNullException.ThrowIfNull(per);
        var dimension = Dimension.Of(Dimension.Money, per);
        return new MeasureKind($"an amount of {dimension}", $"600 USD per {string.Join('-', per.Select(Sample))}", dimension);
    }

    /// <summary>Price of one unit in the currency of the case, at least 0; "per unit" may be left out: <c>11 500 USD</c>.</summary>
    public static Kind<double> Price { get; } = new MeasureKind("a price", "11 500 USD", Dimension.Of(Dimension.Money, Dimension.Unit), also: Dimension.Of(Dimension.Money));

    /// <summary>A number of units (cards), at least 0: <c>36k units</c>.</summary>
    public static Kind<double> Units { get; } = new MeasureKind("a number of units", "36k units", Dimension.Of(Dimension.Unit));

    /// <summary>A number of racks, at least 0: <c>9 000 racks</c>.</summary>
    public static Kind<double> Racks { get; } = new MeasureKind("a number of racks", "9 000 racks", Dimension.Of(Dimension.Rack));

    /// <summary>An amount of compute in equivalents, at least 0: <c>160k H20e</c>.</summary>
    public static Kind<double> Equivalents { get; } = new MeasureKind("an amount of compute in equivalents", "160k H20e", Dimension.Of(Dimension.Equivalent));

    /// <summary>A length of time in months, at least 0: <c>1 quarter</c> is 3, <c>30 days</c> 30 ÷ 30.4375.</summary>
    public static Kind<double> Duration { get; } = new MeasureKind("a length of time", "1 quarter", Dimension.Of(Dimension.Time));

    /// <summary>A share from 0 to 100 %, as 0 to 1. The % is required, except at 0.</summary>
    public static Kind<double> Share { get; } = new MeasureKind("a share from 0 % to 100 %", "60 %", Dimension.None, 0, 1);

    /// <summary>A share from 0 % up, as 0 up: for surcharges that may exceed the price they stand on.</summary>
    public static Kind<double> Surcharge { get; } = new MeasureKind("a share of at least 0 %", "60 %", Dimension.None);

    /// <summary>A plain factor, both ends included.</summary>
    /// <param name="min">The least.</param>
    /// <param name="max">The greatest.</param>
    public static Kind<double> Factor(double min, double max) => Kinds.Number(min, max);

    /// <summary>Electric power in kW, at least 0: <c>180 MW</c>, <c>400 W</c>.</summary>
    public static Kind<double> Power { get; } = new MeasureKind("an electric power", "180 MW", Dimension.Of(Dimension.Power));

    /// <summary>Price of energy in the currency of the case per kWh, at least 0: <c>0.5 CNY per kWh</c>.</summary>
    public static Kind<double> PowerPrice { get; } = new MeasureKind("a price of energy", "0.5 CNY per kWh", Dimension.Of(Dimension.Money, Dimension.Energy));

    /// <summary>So many per month, at least 0: <c>RatePerMonth("unit")</c> reads <c>36k units per quarter</c> as 12 000, <c>RatePerMonth("equivalent")</c> reads <c>20k H20e per month</c>.</summary>
    /// <param name="of">A name of <see cref="Dimension"/>.</param>
    public static Kind<double> RatePerMonth(string of)
    {
        var dimension = Dimension.Of(of, Dimension.Time);
        return new MeasureKind($"a number of {(of == Dimension.Unit ? "units" : of == Dimension.Equivalent ? "equivalents" : of)} per time", $"36k {(of == Dimension.Unit ? "units" : Sample(of))} per quarter", dimension);
    }

    /// <summary>Memory in GB, at least 0.</summary>
    public static Kind<double> Memory { get; } = new MeasureKind("an amount of memory", "96 GB", Dimension.Of(Dimension.Memory));

    /// <summary>Bandwidth in GB/s, at least 0.</summary>
    public static Kind<double> Bandwidth { get; } = new MeasureKind("a bandwidth", "4 000 GB/s", Dimension.Of(Dimension.Bandwidth));

    /// <summary>Area of silicon in mm2, at least 0.</summary>
    public static Kind<double> Area { get; } = new MeasureKind("an area", "814 mm2", Dimension.Of(Dimension.Area));

    /// <summary>Speed in TFLOPS (or TOPS), at least 0.</summary>
    public static Kind<double> Speed { get; } = new MeasureKind("a speed", "148 TFLOPS", Dimension.Of(Dimension.Speed));

    /// <summary>Growth, interest or decline, above −100 %: <c>10 % per year</c>. Compounded: 1.1 in a year, 1.1^(1/12) in a month.</summary>
    public static Kind<Growth> Growth { get; } = new ShareOverTimeKind<Growth>("a growth per time", "10 % per year", -1, true, 100, Quantities.Growth.FromShare);

    /// <summary>A chance per time as a rate, from 0 to below 100 %: <c>20 % per quarter</c> is −ln(1 − 0.2) ÷ 3 per month (MODEL 3).</summary>
    public static Kind<Rate> Chance { get; } = new ShareOverTimeKind<Rate>("a chance per time, from 0 % to below 100 %", "20 % per quarter", 0, false, 1, Rate.FromChance);

    /// <summary>A median dwell as a rate, above 0: <c>median 82 days</c> is ln 2 ÷ 2.694 per month (MODEL 3).</summary>
    public static Kind<Rate> Dwell { get; } = Kinds.Phrase("median", new MeasureKind("a length of time above 0", "82 days", Dimension.Of(Dimension.Time), double.Epsilon), "").Map(Rate.FromMedian);

    private static string Sample(string measure) => measure switch
    {
        Dimension.Unit => "unit",
        Dimension.Equivalent => "H20e",
        Dimension.Time => "quarter",
        Dimension.Energy => "kWh",
        Dimension.Power => "kW",
        Dimension.Memory => "GB",
        Dimension.Bandwidth => "GB/s",
        Dimension.Area => "mm2",
        Dimension.Speed => "TFLOPS",
        _ => "USD",
    };
}
