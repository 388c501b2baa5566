using System.Globalization;

namespace Sluice.Reading;

/// <summary>A date known to the day, the month, the quarter, the half or the year; possibly only about then.</summary>
/// <param name="From">First day it may be.</param>
/// <param name="To">Last day it may be, the same as <paramref name="From"/> when the day is known.</param>
/// <param name="About">Whether it was written with "about": the neighbouring days are possible too.</param>
public readonly record struct VagueDate(DateOnly From, DateOnly To, bool About) : IComparable<VagueDate>
{
    /// <summary>Whether one day is named, without "about".</summary>
    public bool IsExact => From == To && !About;

    /// <summary>A date known to the day.</summary>
    public static VagueDate On(DateOnly day) => new(day, day, false);

    /// <summary>Reads <c>2025-08-21</c>, <c>2025-08</c>, <c>2025-Q3</c> (or <c>Q3 2025</c>), <c>2025-H1</c>, <c>2025</c>, each also after <c>about</c>.</summary>
    public static bool TryParse(string text, out VagueDate date)
    {
        ArgumentNullException.ThrowIfNull(text);
        var about = text.StartsWith("about ", StringComparison.Ordinal);
        var plain = (about ? text[6..] : text).Trim();
        date = default;
        if (!TrySpan(plain, out var from, out var months)) return false;
        date = new(from, months == 0 ? from : from.AddMonths(months).AddDays(-1), about);
        return true;
    }

    /// <summary>Orders by first day, then last day.</summary>
    public int CompareTo(VagueDate other) => From != other.From ? From.CompareTo(other.From) : To.CompareTo(other.To);

    /// <summary>The notation that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => (About ? "about " : "") + Span();

    /// <summary>Whether <paramref name="left"/> begins before <paramref name="right"/>.</summary>
    public static bool operator <(VagueDate left, VagueDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> begins after <paramref name="right"/>.</summary>
    public static bool operator >(VagueDate left, VagueDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not begin after <paramref name="right"/>.</summary>
    public static bool operator <=(VagueDate left, VagueDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not begin before <paramref name="right"/>.</summary>
    public static bool operator >=(VagueDate left, VagueDate right) => left.CompareTo(right) >= 0;

    private string Span() => (((To.Year - From.Year) * 12) + To.Month - From.Month + 1) switch
    {
        _ when From == To => From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        12 => From.ToString("yyyy", CultureInfo.InvariantCulture),
        6 => $"{From:yyyy}-H{(From.Month + 5) / 6}",
        3 => $"{From:yyyy}-Q{(From.Month + 2) / 3}",
        _ => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };

    private static bool TrySpan(string text, out DateOnly from, out int months)
    {
        (from, months) = (default, 0);
        if (text.Length == 10) return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out from);
        if (text is ['Q', _, ' ', ..]) text = $"{text[3..]}-{text[..2]}";
        if (text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0) return false;
        var rest = text[4..];
        (var month, months) = rest switch
        {
            "" => (1, 12),
            "-H1" or " H1" => (1, 6),
            "-H2" or " H2" => (7, 6),
            ['-' or ' ', 'Q', >= '1' and <= '4'] => (((rest[2] - '1') * 3) + 1, 3),
            ['-', >= '0' and <= '1', >= '0' and <= '9'] => (int.Parse(rest.AsSpan(1), CultureInfo.InvariantCulture), 1),
            _ => (0, 0),
        };
        if (month is < 1 or > 12) return false;
        from = new(year, month, 1);
        return true;
    }
}
