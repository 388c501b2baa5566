using System.Net;
using System.Text;

namespace Sluice.Evidence.Intake;

/// <summary>Keeps pages from the parser that no person wrote: nested or loaded with attributes so that any parser would take minutes.</summary>
static class HtmlGuard
{
    const int Deepest = 400;
    const int MostAttributes = 500;

    static readonly HashSet<string> flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "hr", "img", "input", "meta", "link", "li", "td", "tr", "th", "dt", "dd", "option", "source", "col", "wbr", "area", "base", "embed", "param", "track",
        "tbody", "thead", "tfoot", "path", "rect", "circle", "use", "html", "head", "body",
    };

    /// <summary>Why the page is not parsed; null: it is.</summary>
    public static string? Refusal(string text)
    {
        var depth = 0;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var closes = at + 1 < text.Length && text[at + 1] == '/';
            var end = at + (closes ? 2 : 1);
            var from = end;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
            if (end == from || flat.Contains(text[from..end])) continue;
            var close = text.IndexOf('>', end);
            var tag = text.AsSpan(end, (close < 0 ? text.Length : close) - end);
            if (tag.Count('=') > MostAttributes || (tag.Length > 20_000 && tag.Count(' ') > 4 * MostAttributes)) return "a tag has hundreds of attributes";
            if (closes) depth = Math.Max(0, depth - 1);
            else if (tag.Length == 0 || tag[^1] != '/') depth++;
            if (depth > Deepest) return $"its tags are nested more than {Deepest} deep";
        }

        return null;
    }

    /// <summary>The text without tags, scripts and styles; paragraphs become lines.</summary>
    public static string Stripped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('<', at);
            plain.Append(text, at, (open < 0 ? text.Length : open) - at);
            if (open < 0) break;
            var close = text.IndexOf('>', open);
            if (close < 0) break;
            var name = text.AsSpan(open + 1, Math.Min(7, close - open - 1));
            at = close + 1;
            foreach (var hidden in new[] { "script", "style" })
                if (name.StartsWith(hidden, StringComparison.OrdinalIgnoreCase))
                    at = text.IndexOf("</" + hidden, close, StringComparison.OrdinalIgnoreCase) is var end and >= 0 ? end : text.Length;
            plain.Append(name.Length > 0 && (name.StartsWith("p", StringComparison.OrdinalIgnoreCase) || name.StartsWith("/p", StringComparison.OrdinalIgnoreCase) || name.StartsWith("br", StringComparison.OrdinalIgnoreCase)) ? '\n' : ' ');
        }

        return WebUtility.HtmlDecode(plain.ToString());
    }
}
