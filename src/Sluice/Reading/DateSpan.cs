namespace Sluice.Reading;

/// <summary>A stretch of days, both ends included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct DateSpan(DateOnly From, DateOnly To)
{
    /// <summary>Reads <c>2024-01 to 2025-04-09</c>: from the first day of the one to the last day of the other; a single date stands for all its days.</summary>
    public static bool TryParse(string text, out DateSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        span = default;
        var parts = text.Split(" to ", StringSplitOptions.TrimEntries);
        if (parts.Length > 2 || !VagueDate.TryParse(parts[0], out var first) || !VagueDate.TryParse(parts[^1], out var last)) return false;
        span = new(first.From, last.To);
        return span.From <= span.To;
    }

    /// <summary>Whether the day lies inside.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>Both days.</summary>
    public override string ToString() => $"{From:yyyy-MM-dd} to {To:yyyy-MM-dd}";
}
