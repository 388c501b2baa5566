using System.Globalization;

namespace Sluice.Runs;

/// <summary>Money in words: <c>$81 m</c>, <c>$3.17 bn</c>.</summary>
public static class MoneyWords
{
    /// <summary>Three significant digits, with m or bn.</summary>
    public static string Of(double money, string currency)
    {
        var sign = money < 0 ? "−" : "";
        var size = Math.Abs(money);
        var (value, unit) = size >= 999.5e6 ? (size / 1e9, " bn") : size >= 1e4 ? (size / 1e6, " m") : (size, "");
        var digits = unit.Length == 0 ? 0 : value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return $"{sign}{Symbol(currency)}{value.ToString("N" + digits, CultureInfo.InvariantCulture)}{unit}";
    }

    internal static string Symbol(string currency) => currency switch
    {
        "USD" => "$",
        "CNY" => "¥",
        "EUR" => "€",
        _ => currency + " ",
    };
}
