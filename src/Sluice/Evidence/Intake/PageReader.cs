using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>Reads a saved page or text. Never fails: the worst page gives no blocks.</summary>
public static partial class PageReader
{
    /// <summary>Longest text that is read; the rest is left out and said to be.</summary>
    public const int Longest = 3_000_000;

    /// <summary>Longest block; longer ones are no paragraphs.</summary>
    internal const int LongestBlock = 20_000;

    /// <summary>Reads the bytes of a file.</summary>
    public static Page Read(ReadOnlySpan<byte> bytes) => Read(PageDecoder.Decode(bytes[..Math.Min(bytes.Length, 4 * Longest)]));

    /// <summary>Reads a text, as a page where it looks like HTML.</summary>
    public static Page Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var notes = ImmutableArray.CreateBuilder<string>();
        if (text.Length > Longest)
        {
            text = text[..Longest];
            notes.Add($"only the first {Longest:N0} characters were read");
        }

        if (!IsHtml(text)) return PlainPage.Read(text, notes.ToImmutable());
        if (HtmlGuard.Refusal(text) is not { } why) return HtmlPage.Read(text, notes.ToImmutable());
        notes.Add($"the page was read as plain text: {why}");
        return PlainPage.Read(HtmlGuard.Stripped(text), notes.ToImmutable());
    }

    static bool IsHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 20_000)).ToString();
        return Doctype().IsMatch(head) || Tags().Count(head) >= 3;
    }

    [GeneratedRegex(@"\A\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,50})?<(?:!doctype\s+html|html\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Doctype();

    [GeneratedRegex(@"</?(?:p|div|span|h[1-6]|a|body|head|meta|article|section|br|li|ul|table|script)\b[^<>]{0,400}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
