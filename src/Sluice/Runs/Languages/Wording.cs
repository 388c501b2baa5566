using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Sluice.Runs;

/// <summary>
/// Says a result in a language: words from one table, money, quantities, shares and days as its readers write them. The English text is the
/// key; a text that the table does not have is said as it is.
/// </summary>
public sealed partial class Wording
{
    /// <summary>English.</summary>
    public static Wording English { get; } = new(Language.English);

    /// <summary>Chinese.</summary>
    public static Wording Chinese { get; } = new(Language.Chinese);

    /// <summary>Letters that a template must have beside its slots before it is taken for the pattern of a sentence.</summary>
    const int LeastWords = 5;

    readonly FrozenDictionary<string, string> words;
    readonly Lazy<ImmutableArray<(Regex English, string Other)>> templates;

    Wording(Language language)
    {
        Language = language;
        words = language == Language.Chinese ? WordTable.Chinese.ToFrozenDictionary(w => w.English, w => w.Chinese, StringComparer.Ordinal) : FrozenDictionary<string, string>.Empty;
        templates = new(() => [.. words.Where(w => Slot().Replace(w.Key, "").Trim().Length >= LeastWords && w.Key.Contains('{', StringComparison.Ordinal)).OrderByDescending(w => Slot().Replace(w.Key, "").Length)
            .ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => (new Regex("^" + Slot().Replace(Regex.Escape(w.Key).Replace("\\{", "{", StringComparison.Ordinal), "(?<s$1>[^;]+?)") + "$", RegexOptions.CultureInvariant), w.Value))]);
    }

    /// <summary>The wording of a language.</summary>
    public static Wording Of(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>Its tag for HTML: <c>en</c> or <c>zh-CN</c>.</summary>
    public string Tag => Language == Language.Chinese ? "zh-CN" : "en";

    /// <summary>What stands between clauses.</summary>
    public string Semicolon => Language == Language.Chinese ? "；" : "; ";

    /// <summary>What stands between items.</summary>
    public string Comma => Language == Language.Chinese ? "、" : ", ";

    /// <summary>A word or text.</summary>
    public string this[string english]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(english);
            return words.GetValueOrDefault(english, english);
        }
    }

    /// <summary>Whether the table has the text; always true in English.</summary>
    public bool Has(string english) => Language == Language.English || words.ContainsKey(english);

    /// <summary>A text with its slots filled, <c>{0}</c> first.</summary>
    public string Say(string english, params ReadOnlySpan<object?> slots) => string.Format(CultureInfo.InvariantCulture, this[english], slots);

    /// <summary>
    /// A sentence that a record holds in English: said by the entry of the table that it fits, slots carried over and said in turn. What fits
    /// none is left as it is.
    /// </summary>
    public string Prose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Language == Language.English || words.ContainsKey(text)) return this[text];
        // Four digits alone are a number as well as a year.
        if (text.Contains(' ', StringComparison.Ordinal) && Period(text) is var period && period != text) return period;
        if (DateOnly.TryParseExact(text + " 2000", "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");
        if (DateOnly.TryParseExact(text, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dated)) return Day(dated);
        foreach (var (english, other) in templates.Value)
            if (english.Match(text) is { Success: true } match)
                return Slot().Replace(other, slot => Prose(match.Groups["s" + slot.Groups[1].Value].Value));
        return text.Contains("; ", StringComparison.Ordinal) ? string.Join(Semicolon, text.Split("; ").Select(Prose)) : text;
    }

    /// <summary>
    /// Words for an assumption, made of its path: <c>h20-stock: lead</c>, <c>h20-stock：交期</c>. Fields of the format are said in the language, names that the case chose
    /// stay.
    /// </summary>
    public string Title(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Language == Language.English) return text;
        var (head, rest) = text.IndexOf(": ", StringComparison.Ordinal) is var at and > 0 ? (text[..at] + "：", text[(at + 2)..]) : ("", text);
        return head + string.Join(Comma, rest.Split(", ").Select(part => this[part]));
    }

    /// <summary>Money with three significant digits: <c>$81.0 m</c>, <c>8100 万美元</c>.</summary>
    public string Money(double money, string currency) => Language == Language.Chinese ? ChineseNumbers.Money(money, currency) : MoneyWords.Of(money, currency);

    /// <summary>What money on an axis is divided by, and the name of its unit: 1e6 and <c>$ m</c>, 1e8 and <c>亿美元</c>.</summary>
    /// <param name="largest">Largest money on the axis.</param>
    /// <param name="currency">ISO 4217.</param>
    public (double By, string Unit) MoneyScale(double largest, string currency)
    {
        if (Language == Language.Chinese)
            return Math.Abs(largest) >= 1e8 ? (1e8, "亿" + ChineseNumbers.Name(currency)) : (1e4, "万" + ChineseNumbers.Name(currency));
        return Math.Abs(largest) >= 1e9 ? (1e9, MoneyWords.Symbol(currency).Trim() + " bn") : (1e6, MoneyWords.Symbol(currency).Trim() + " m");
    }

    /// <summary>A quantity with three significant digits: <c>27,000</c>, <c>2.7 万</c>.</summary>
    public string Quantity(double quantity)
    {
        var size = Math.Abs(quantity);
        var step = size < 1_000 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(size)) - 2);
        var rounded = Math.Round(quantity / step) * step + 0.0;
        var text = Language == Language.Chinese && Math.Abs(rounded) >= 10_000 ? ChineseNumbers.Short(rounded) : rounded.ToString("N0", CultureInfo.InvariantCulture);
        return text.Replace('-', '−');
    }

    /// <summary>Two quantities beside each other: with three significant digits, or with all of them where those would read the same.</summary>
    public (string A, string B) Quantities(double? a, double? b)
    {
        var (here, there) = (Text(a), Text(b));
        return here == there && a is { } first && b is { } second && first != second ? (Exact(first), Exact(second)) : (here, there);

        string Text(double? quantity) => quantity is { } value ? Quantity(value) : "–";
        static string Exact(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>Money with its sign: <c>+$3.58 m</c>.</summary>
    public string SignedMoney(double money, string currency) => (money > 0 ? "+" : "") + Money(money, currency);

    /// <summary>A share in whole per cent; below ten per cent with one decimal.</summary>
    public string Share(double share)
    {
        var percent = Math.Abs(share * 100);
        var text = (share * 100).ToString(percent is < 9.95 and > 0 ? "0.#" : "0", CultureInfo.InvariantCulture).Replace('-', '−');
        return percent is > 0 and < 0.05 ? Language == Language.Chinese ? "<0.1%" : "<0.1 %" : Language == Language.Chinese ? text + "%" : text + " %";
    }

    /// <summary>A day: <c>21 Aug 2025</c>, <c>2025年8月21日</c>.</summary>
    public string Day(DateOnly day) => Language == Language.Chinese
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日") : day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The label of a period: <c>Aug 2025</c>, <c>Q1 2026</c> or <c>2027</c>.</summary>
    public string Period(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (Language == Language.English) return label;
        if (DateOnly.TryParseExact(label, "MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return string.Create(CultureInfo.InvariantCulture, $"{month.Year}年{month.Month}月");
        return Quarter().Match(label) is { Success: true } q ? $"{q.Groups[2].Value}年{"一二三四"[q.Groups[1].Value[0] - '1']}季度"
            : label.Length == 4 && label.All(char.IsAsciiDigit) ? label + "年" : label;
    }

    /// <summary>A count of things, with the noun in the singular where there is one: <c>1 claim</c>, <c>3 claims</c>, <c>3 条信息点</c>.</summary>
    public string Count(int n, string noun)
    {
        ArgumentNullException.ThrowIfNull(noun);
        return Language == Language.Chinese ? Say("{0} " + noun, n) : $"{n.ToString(CultureInfo.InvariantCulture)} {noun}{(n == 1 ? "" : "s")}";
    }

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"^Q([1-4]) (\d{4})$")]
    private static partial Regex Quarter();
}
