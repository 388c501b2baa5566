using System.Globalization;

namespace Sluice.Optimization;

/// <summary>A word of a line and the character at which it starts, from 1.</summary>
internal readonly record struct SmpsWord(string Text, int Column)
{
    internal bool Is(string other) => string.Equals(Text, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Name without quotes, so that 'ROOT' and ROOT are the same.</summary>
    internal string Unquoted => Text.Length > 1 && Text[0] == '\'' && Text[^1] == '\'' ? Text[1..^1] : Text;

    /// <summary>Reads a number; Fortran's D exponents and Inf are allowed.</summary>
    internal bool TryNumber(out double value)
    {
        if (Text.TrimStart('+', '-').ToUpperInvariant() is "INF" or "INFINITY")
        {
            value = Text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }
        return double.TryParse(Text.Replace('D', 'E').Replace('d', 'e'), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && !double.IsNaN(value);
    }
}

/// <summary>A line that is neither empty nor a comment.</summary>
internal sealed record SmpsLine(int Number, bool IsHeader, SmpsWord[] Words)
{
    internal SmpsWord this[int k] => Words[k];

    internal int Count => Words.Length;

    internal bool Starts(string section) => IsHeader && Words[0].Is(section);
}
