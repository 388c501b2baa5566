using System.Globalization;

namespace Sluice.Reading;

/// <summary>The one notation for numbers: <c>1850</c>, <c>1 850</c>, <c>0.25</c>, <c>-3</c>, <c>36k</c>, <c>1.2 bn</c>, <c>3 万</c>, <c>1e-7</c>.</summary>
/// <remarks>Thousands stand apart by a plain, thin or no-break space in groups of three; the decimal point is a point; a comma is refused, because it means
/// different things in different countries. Suffixes: k 10³, M 10⁶, bn 10⁹, 万 10⁴, 亿 10⁸.</remarks>
public static class Numerals
{
    private static readonly (string Suffix, double Times)[] suffixes = [("bn", 1e9), ("k", 1e3), ("M", 1e6), ("万", 1e4), ("亿", 1e8)];

    /// <summary>Reads a number that fills the whole text, spaces around it aside.</summary>
    public static bool TryParse(string text, out double value)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryReadPrefix(text, out value, out var length) && text.AsSpan(length).Trim().IsEmpty;
    }

    /// <summary>Reads the number at the start of a text, with its suffix.</summary>
    /// <param name="text">The text; leading spaces are passed over.</param>
    /// <param name="value">The number, suffix applied.</param>
    /// <param name="length">Characters that were read.</param>
    public static bool TryReadPrefix(string text, out double value, out int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        (value, length) = (0, 0);
        var at = 0;
        while (at < text.Length && IsSpace(text[at])) at++;
        var digits = new System.Text.StringBuilder();
        if (at < text.Length && text[at] is '-' or '−' or '+') digits.Append(text[at++] == '+' ? "" : "-");
        var whole = Digits(text, at);
        if (whole == 0) return false;
        digits.Append(text, at, whole);
        at += whole;
        if (whole <= 3)
            while (IsGroup(text, at))
            {
                digits.Append(text, at + 1, 3);
                at += 4;
            }

        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            var part = 1 + Digits(text, at + 1);
            digits.Append(text, at, part);
            at += part;
        }

        var power = Exponent(text, at);
        digits.Append(text, at, power);
        at += power;
        if (at < text.Length && text[at] is '.' or ',') return false;
        value = double.Parse(digits.ToString(), CultureInfo.InvariantCulture);
        (value, length) = Suffixed(text, at, value);
        return double.IsFinite(value);
    }

    /// <summary>The number as this notation writes it, thousands apart; reading it gives the same number back.</summary>
    public static string Print(double value)
    {
        var plain = value.ToString("R", CultureInfo.InvariantCulture);
        if (plain.Contains('E', StringComparison.Ordinal)) return plain.Replace("E+", "e", StringComparison.Ordinal).Replace('E', 'e');
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var end = point < 0 ? plain.Length : point;
        var start = plain[0] == '-' ? 1 : 0;
        for (var at = end - 3; at > start; at -= 3) plain = plain.Insert(at, " ");
        return plain;
    }

    internal static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u2009' or '\u202F' or '\u3000';

    private static int Digits(string text, int from)
    {
        var at = from;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at - from;
    }

    private static bool IsGroup(string text, int at)
    {
        if (at + 3 >= text.Length || !IsSpace(text[at]) || Digits(text, at + 1) != 3) return false;
        if (at + 4 == text.Length) return true;
        var next = text[at + 4];
        return !char.IsAsciiLetter(next) || SuffixAt(text, at + 4) is not null;
    }

    private static int Exponent(string text, int at)
    {
        if (at + 1 >= text.Length || text[at] is not ('e' or 'E')) return 0;
        var sign = text[at + 1] is '-' or '+' ? 1 : 0;
        var digits = Digits(text, at + 1 + sign);
        return digits == 0 ? 0 : 1 + sign + digits;
    }

    private static (double Value, int Length) Suffixed(string text, int at, double value)
    {
        if (SuffixAt(text, at) is { } direct) return (value * direct.Times, at + direct.Suffix.Length);
        if (at < text.Length && IsSpace(text[at]) && SuffixAt(text, at + 1) is { } apart) return (value * apart.Times, at + 1 + apart.Suffix.Length);
        return (value, at);
    }

    private static (string Suffix, double Times)? SuffixAt(string text, int at)
    {
        foreach (var candidate in suffixes)
            if (string.CompareOrdinal(text, at, candidate.Suffix, 0, candidate.Suffix.Length) == 0 && EndsWord(text, at + candidate.Suffix.Length)) return candidate;
        return null;
    }

    private static bool EndsWord(string text, int at) => at >= text.Length || !char.IsAsciiLetterOrDigit(text[at]);
}
