using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>A number with its unit.</summary>
/// <param name="Value">The number, in the unit.</param>
/// <param name="UpTo">Upper end where a range is named; null: none.</param>
/// <param name="Unit">Currency by ISO 4217, %, units, W, GB and the like.</param>
public sealed record FoundNumber(double Value, double? UpTo, string Unit);

/// <summary>Finds numbers that have a unit, English and Chinese.</summary>
static partial class NumberFinder
{
    public static ImmutableArray<FoundNumber> In(string text)
    {
        var found = new List<(int At, FoundNumber Number)>();
        foreach (Match m in English().Matches(text)) Add(m);
        foreach (Match m in Chinese().Matches(text)) Add(m);
        return [.. found.OrderBy(f => f.At).Select(f => f.Number).Take(12)];

        void Add(Match m)
        {
            if (found.Any(f => f.At == m.Index)) return;
            var unit = Unit(m);
            var scale = Scale(m.Groups["s2"].Success && m.Groups["s2"].Length > 0 ? m.Groups["s2"].Value : m.Groups["s"].Value);
            if (unit.Length == 0 || Number(m.Groups["a"].Value) is not { } low) return;
            var first = m.Groups["s"].Success && m.Groups["s"].Length > 0 ? Scale(m.Groups["s"].Value) : scale;
            found.Add((m.Index, new(low * first, Number(m.Groups["b"].Value) * scale, unit)));
        }
    }

    static string Unit(Match m)
    {
        var written = (m.Groups["cur"].Length > 0 ? m.Groups["cur"].Value : m.Groups["u"].Value).Trim().ToLowerInvariant();
        return written switch
        {
            "$" or "us$" or "usd" or "dollars" or "dollar" or "美元" or "us dollars" => "USD",
            "¥" or "rmb" or "cny" or "yuan" or "元" or "人民币" or "元人民币" or "rmb yuan" => "CNY",
            "€" or "euros" or "eur" or "欧元" => "EUR",
            "£" => "GBP",
            "%" or "per cent" or "percent" or "percentage points" or "个百分点" => "%",
            "" => "",
            "w" or "watts" or "瓦" => "W",
            "kw" or "千瓦" or "kilowatts" => "kW",
            "mw" or "megawatts" or "兆瓦" => "MW",
            "gb" => "GB",
            "tb" => "TB",
            "gb/s" => "GB/s",
            "tflops" => "TFLOPS",
            "nanometre" or "nanometer" or "nm" or "纳米" => "nm",
            _ => "units",
        };
    }

    static double? Number(string text) =>
        text.Length > 0 && double.TryParse(text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    static double Scale(string word) => word.Trim().ToLowerInvariant() switch
    {
        "k" or "thousand" or "千" => 1e3,
        "万" => 1e4,
        "百万" or "m" or "mn" or "million" => 1e6,
        "千万" => 1e7,
        "亿" or "億" => 1e8,
        "bn" or "b" or "billion" or "十亿" => 1e9,
        "tn" or "trillion" or "万亿" => 1e12,
        _ => 1,
    };

    const string Figure = @"\d{1,3}(?:[,\u00A0 ]\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d{1,4})?";

    [GeneratedRegex(@"(?<![\w.])(?<cur>US\$|\$|€|£|¥|RMB\s?|CNY\s?)(?<a>" + Figure + @")(?:\s?(?<s>thousand|million|billion|trillion|bn|mn|tn|[mbk])\b)?(?:\s?(?:to|-|–|and)\s?(?:US\$|\$|€|£|¥|RMB\s?)?(?<b>" + Figure + @")\s?(?<s2>thousand|million|billion|trillion|bn|mn|tn|[mbk])?\b)?|(?<![\w.,$€£¥-])(?<a>" + Figure + @")(?:\s?(?:to|-|–)\s?(?<b>" + Figure + @"))?(?:\s(?<s>thousand|million|billion|trillion))?\s?-?(?<u>%|per cent\b|percent\b|percentage points\b|US dollars\b|dollars?\b|yuan\b|RMB\b|euros\b|(?:(?:\w+[\s-]){0,3}?)(?:chips?|units?|cards?|GPUs?|processors?|accelerators?|wafers?|servers?|racks?|boards?|modules?)\b|(?:kW|MW|W|GB/s|GB|TB|TFLOPS|nm)\b|(?:kilo|mega)?watts?\b|nanomet(?:er|re)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"(?<![\w.])(?<a>" + Figure + @")\s?(?<s>万亿|千万|百万|十亿|万|亿|千)?(?:\s?(?:至|到|-|–|~|~)\s?(?<b>" + Figure + @")\s?(?<s2>万亿|千万|百万|十亿|万|亿|千)?)?\s?多?余?(?<u>美元|元人民币|人民币|欧元|元|%|个百分点|片|枚|块|张|颗|台|套|万张|兆瓦|千瓦|瓦|GB|纳米)", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();
}
