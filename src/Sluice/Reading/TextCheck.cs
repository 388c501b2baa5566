using System.Text;

namespace Sluice.Reading;

/// <summary>What every text file must be before it is parsed: UTF-8, without zero bytes and invisible characters.</summary>
internal static class TextCheck
{
    private static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file, without byte order mark, or null after a diagnostic.</summary>
    public static string? Decode(string file, ReadOnlySpan<byte> bytes, Diagnostics into)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        if (bytes.Contains((byte)0))
        {
            into.Add(FileMessages.Binary(file));
            return null;
        }

        var sound = SoundLength(bytes);
        if (sound == bytes.Length) return strict.GetString(bytes);
        into.Add(FileMessages.NotUtf8(Position(file, strict.GetString(bytes[..sound]), int.MaxValue)));
        return null;
    }

    /// <summary>Whether a text is free of zero and invisible characters; reports the first of them.</summary>
    public static bool Passes(string file, string text, Diagnostics into)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsInvisible(text, i)) continue;
            into.Add(text[i] == '\0' ? FileMessages.Binary(file) : FileMessages.Invisible(Position(file, text, i), text[i]));
            return false;
        }

        return true;
    }

    private static bool IsInvisible(string text, int i) => text[i] switch
    {
        '\t' or '\n' or '\r' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') => true,
        '\u200B' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' => true,
        var c when char.IsHighSurrogate(c) => i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]),
        var c when char.IsLowSurrogate(c) => i == 0 || !char.IsHighSurrogate(text[i - 1]),
        _ => false,
    };

    private static int SoundLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var used) != System.Buffers.OperationStatus.Done) break;
            at += used;
        }

        return at;
    }

    private static Place Position(string file, string text, int index)
    {
        var before = text.AsSpan(0, Math.Min(index, text.Length));
        return new(file, before.Count('\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1);
    }
}
