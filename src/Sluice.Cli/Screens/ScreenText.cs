using System.Globalization;
using System.Text;

namespace Sluice.Cli.Screens;

/// <summary>
/// The one place that makes text fit for a console. What a page, a case or a command line says may hold terminal commands, marks that turn the
/// direction of writing, or a megabyte on one line; none of it reaches the console.
/// </summary>
static class ScreenText
{
    /// <summary>Longest text of one field on a screen.</summary>
    public const int Longest = 600;

    const char Shown = '\uFFFD';

    /// <summary>The text with every control character, direction mark, invisible character and broken surrogate shown as �; line breaks stay.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = 0;
        while (clean < text.Length && IsFit(text, clean) && !char.IsSurrogate(text[clean])) clean++;
        if (clean == text.Length) return text;
        var fit = new StringBuilder(text.Length).Append(text, 0, clean);
        for (var i = clean; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) && IsFit(text, i)) fit.Append(text[i]).Append(text[++i]);
            else fit.Append(char.IsSurrogate(text[i]) || !IsFit(text, i) ? Shown : text[i]);
        return fit.ToString();
    }

    /// <summary>The text clean, on one line, cut where it is longer than a field may be.</summary>
    public static string Field(string? text, int longest = Longest)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var cut = text.Length <= longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1), "…");
        return Clean(cut.ReplaceLineEndings(" ").Replace('\t', ' '));
    }

    /// <summary>Columns that the text takes: two for East Asian wide characters.</summary>
    public static int Width(string text) => Spectre.Console.Markup.Remove(Spectre.Console.Markup.Escape(text)) is { } plain ? plain.EnumerateRunes().Sum(WidthOf) : 0;

    /// <summary>The text cut to so many columns, with an ellipsis where something was left out, and filled up with spaces.</summary>
    public static string Fit(string text, int columns)
    {
        var width = Width(text);
        if (width <= columns) return text + new string(' ', columns - width);
        var kept = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (used + WidthOf(rune) > columns - 1) break;
            kept.Append(rune.ToString());
            used += WidthOf(rune);
        }

        return kept.Append('…').Append(' ', columns - 1 - used).ToString();
    }

    /// <summary>The text in lines of at most so many columns, broken at spaces and between East Asian characters.</summary>
    public static IEnumerable<string> Wrap(string text, int columns)
    {
        var line = new StringBuilder();
        var (used, breakAt, usedAtBreak) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var width = WidthOf(rune);
            if (used + width > Math.Max(2, columns))
            {
                var at = rune.Value == ' ' || breakAt == 0 ? line.Length : breakAt;
                yield return line.ToString(0, at).TrimEnd();
                used = at == line.Length ? 0 : used - usedAtBreak;
                line.Remove(0, at);
                (breakAt, usedAtBreak) = (0, 0);
                if (rune.Value == ' ' && line.Length == 0) continue;
            }

            line.Append(rune.ToString());
            used += width;
            if (rune.Value == ' ' || width == 2) (breakAt, usedAtBreak) = (line.Length, used);
        }

        if (line.Length > 0) yield return line.ToString().TrimEnd();
    }

    static int WidthOf(Rune rune) => rune.Value switch
    {
        < 0x1100 => CharUnicodeInfo.GetUnicodeCategory(rune.Value) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : 1,
        <= 0x115F or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    };

    static bool IsFit(string text, int i) => text[i] switch
    {
        '\n' => true,
        '\r' => i + 1 < text.Length && text[i + 1] == '\n',
        < ' ' or (>= '\u007F' and <= '\u009F') => false,
        '\u00AD' or '\u061C' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u180E' or '\u3164' or '\uFFA0' => false,
        (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFFF0' and <= '\uFFFB') => false,
        // Tags and variation selectors of the supplementary planes hide text as well.
        '\uDB40' => false,
        _ => true,
    };
}
