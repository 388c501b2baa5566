using System.CommandLine.Parsing;
using System.Globalization;

namespace Sluice.Cli.Commands;

/// <summary>Options written with a unit, and days: <c>0.25%</c>, <c>30s</c>, <c>2025-08-21</c>.</summary>
static class OptionTexts
{
    /// <summary>A share above 0 and below 1, written with or without a per-cent sign: <c>0.25%</c> is 0.0025.</summary>
    public static double? Share(ArgumentResult result)
    {
        var text = result.Tokens[0].Value.Trim();
        var isPercent = text.EndsWith('%');
        if (double.TryParse(isPercent ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            var share = isPercent ? number / 100 : number;
            if (share is > 0 and < 1)
                return share;
        }
        result.AddError($"{result.Argument.Name} takes a share above 0 such as 0.25%; found '{text}'.");
        return null;
    }

    /// <summary>A day: <c>2025-08-21</c>.</summary>
    public static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"{result.Argument.Name} takes a day such as 2025-08-21; found '{text}'.");
        return null;
    }

    /// <summary>A duration in seconds, minutes or hours: <c>30s</c>, <c>2m</c>, <c>1h</c>; a plain number is seconds.</summary>
    public static TimeSpan? Duration(ArgumentResult result)
    {
        var text = result.Tokens[0].Value.Trim();
        var (scale, digits) = text.Length > 0 ? text[^1] switch
        {
            's' => (1.0, text[..^1]),
            'm' => (60.0, text[..^1]),
            'h' => (3600.0, text[..^1]),
            _ => (1.0, text),
        } : (1.0, text);
        if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && number * scale < 1e7)
            return TimeSpan.FromSeconds(number * scale);
        result.AddError($"{result.Argument.Name} takes a duration such as 30s or 2m; found '{text}'.");
        return null;
    }
}
