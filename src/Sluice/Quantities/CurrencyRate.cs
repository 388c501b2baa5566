using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>What a currency is worth: <c>CNY: {per: USD, value: 7.18, on: 2025-08-21}</c>, 7.18 CNY for one USD.</summary>
/// <param name="Per">The other currency, an ISO code.</param>
/// <param name="Value">How many of this currency one of <paramref name="Per"/> is, from 0.0001 to 1 000 000.</param>
/// <param name="On">The day of the rate.</param>
public sealed record CurrencyRate(string Per, double Value, DateOnly On)
{
    private static readonly Field<string> per = new("per", CurrencyTable.Code, "the currency of which one is worth so many", "USD");
    private static readonly Field<double> value = new("value", Kinds.Number(0.0001, 1_000_000), "how many of this currency one of the other is worth", "7.18");
    private static readonly Field<DateOnly> on = new("on", Kinds.Date, "the day of the rate", "2025-08-21");

    /// <summary>Reads <c>{per, value, on}</c>.</summary>
    public static Shape<CurrencyRate> Shape { get; } = new("currency rate", "What a currency is worth in another.", [per, value, on],
        row => new(row.At(per), row.At(value), row.At(on)));
}
