using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>Converts money into the currency of the case. A service of the <see cref="Reader"/>: without it no money can be read.</summary>
public sealed class CurrencyTable
{
    private readonly Dictionary<string, double> worth = new(StringComparer.Ordinal);

    /// <summary>A table of rates. Chains are followed in both directions: with CNY per USD and USD per EUR every pair of the three converts.</summary>
    /// <param name="currency">The currency of the case, an ISO code.</param>
    /// <param name="rates">Rates by code.</param>
    public CurrencyTable(string currency, IReadOnlyDictionary<string, CurrencyRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        Currency = currency;
        worth[currency] = 1;
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var code in rates.Keys.Order(StringComparer.Ordinal))
            {
                var rate = rates[code];
                if (worth.TryGetValue(rate.Per, out var perWorth) && worth.TryAdd(code, perWorth / rate.Value)) grown = true;
                if (worth.TryGetValue(code, out var codeWorth) && worth.TryAdd(rate.Per, codeWorth * rate.Value)) grown = true;
            }
        }
    }

    /// <summary>An ISO 4217 code, three capitals. Diagnostic SLU0120.</summary>
    public static Kind<string> Code { get; } = new CurrencyCodeKind();

    /// <summary>The currency of the case.</summary>
    public string Currency { get; }

    /// <summary>The codes that can be converted, in ordinal order.</summary>
    public IEnumerable<string> Codes => worth.Keys.Order(StringComparer.Ordinal);

    /// <summary>What one of the currency is worth in that of the case.</summary>
    public bool TryWorth(string code, out double inCaseCurrency) => worth.TryGetValue(code, out inCaseCurrency);
}
