using System.Text;
using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>Bytes into text: by byte order mark, by what the page declares, else UTF-8, else the usual Chinese encoding.</summary>
static partial class PageDecoder
{
    const int Head = 4096;

    /// <summary>The text, without zero characters.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = Encoded(bytes) is { } encoding ? encoding.GetString(bytes) : Guessed(bytes);
        if (text.StartsWith('\uFEFF')) text = text[1..];
        return text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
    }

    static Encoding? Encoded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        var declared = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]));
        return declared.Success ? Named(declared.Groups[1].Value) : null;
    }

    static string Guessed(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.AsSpan().Count('\uFFFD');
        return broken > 2 && broken * 50 > text.Length && Named("gb18030") is { } chinese ? chinese.GetString(bytes) : text;
    }

    static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[""']?([A-Za-z0-9_-]{3,20})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
