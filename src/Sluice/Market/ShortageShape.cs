using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>How a <see cref="ShortageStep"/> is written.</summary>
public static class ShortageShape
{
    static readonly Field<Given<double>?> upTo = Fields.Maybe("up-to", Given.Of(Measures.Share), "share of demand at which the step ends, counted from zero", "5 %", "the last step, without end");
    static readonly Field<Given<double>> price = new("price", Given.Of(Measures.MoneyPer(Dimension.Equivalent, Dimension.Time)), "what one unserved equivalent costs over a time", "600 USD per H20e-quarter");

    /// <summary>The shape.</summary>
    public static Shape<ShortageStep> Shape { get; } = new("step of shortage", "A share of demand that may stay unserved at a price.", [upTo, price],
        row => new(row.Name, row.At(upTo), row.At(price)));
}

/// <summary>How a <see cref="MinimumService"/> is written.</summary>
public static class MinimumServiceShape
{
    static readonly Field<Given<double>> level = new("level", Given.Of(Measures.Equivalents), "equivalents that must run whatever happens", "160k H20e");
    static readonly Field<Given<double>> price = new("price", Given.Of(Measures.MoneyPer(Dimension.Equivalent, Dimension.Time)), "what one equivalent missing below that level costs; left out of the indifference", "20 000 USD per H20e-quarter");

    /// <summary>The shape.</summary>
    public static Shape<MinimumService> Shape { get; } = new("minimum service", "Service below which shortage costs a price of its own.", [level, price],
        row => new(row.At(level), row.At(price)));
}
