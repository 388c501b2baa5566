using System.Globalization;

namespace Sluice.Runs;

/// <summary>Numbers as Chinese readers write them: by ten thousands (万) and hundred millions (亿).</summary>
static class ChineseNumbers
{
    /// <summary>Money with three significant digits and the name of the currency behind it.</summary>
    public static string Money(double money, string currency) => $"{(money < 0 ? "−" : "")}{Short(Math.Abs(money))}{Name(currency)}";

    /// <summary>Three significant digits; from ten thousand on with 万 or 亿.</summary>
    public static string Short(double value)
    {
        var size = Math.Abs(value);
        return size >= 99_950_000 ? Three(value / 1e8) + " 亿" : size >= 9_999.5 ? Three(value / 1e4) + " 万" : value.ToString("0", CultureInfo.InvariantCulture);
    }

    static string Three(double value)
    {
        var size = Math.Abs(value);
        var digits = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
        var step = size >= 1_000 ? Math.Pow(10, Math.Floor(Math.Log10(size)) - 2) : 1;
        return size >= 1_000 ? (Math.Round(value / step) * step).ToString("0", CultureInfo.InvariantCulture)
            : value.ToString(digits == 0 ? "0" : "0." + new string('#', digits), CultureInfo.InvariantCulture);
    }

    /// <summary>Name of a currency.</summary>
    public static string Name(string currency) => currency switch
    {
        "USD" => "美元",
        "CNY" => "元",
        "EUR" => "欧元",
        "AED" => "迪拉姆",
        "SGD" => "新加坡元",
        "JPY" => "日元",
        _ => " " + currency,
    };
}
