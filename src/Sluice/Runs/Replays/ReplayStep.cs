using System.Globalization;

namespace Sluice.Runs.Replays;

/// <summary>How far apart the dates of a replay are: a month, a week, a quarter, or so many days.</summary>
/// <param name="Months">Months; 0 where days count.</param>
/// <param name="Days">Days; 0 where months count.</param>
public readonly record struct ReplayStep(int Months, int Days)
{
    /// <summary>Most dates of one replay.</summary>
    public const int MostDates = 60;

    /// <summary>Reads <c>month</c>, <c>week</c>, <c>quarter</c> or <c>14d</c>; null for anything else.</summary>
    public static ReplayStep? Read(string text) => text switch
    {
        "month" => new(1, 0),
        "quarter" => new(3, 0),
        "week" => new(0, 7),
        [.., 'd'] when int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3_660 => new(0, days),
        _ => null,
    };

    /// <summary>The dates from the first to at most the last. Months keep the day of the first, or the last of a shorter month.</summary>
    /// <param name="from">First date.</param>
    /// <param name="until">Last day on which a date may fall.</param>
    public ImmutableArray<DateOnly> Dates(DateOnly from, DateOnly until)
    {
        var dates = ImmutableArray.CreateBuilder<DateOnly>();
        for (var n = 0; dates.Count <= MostDates; n++)
        {
            var date = Months > 0 ? from.AddMonths(n * Months) : from.AddDays(n * Days);
            if (date > until) break;
            dates.Add(date);
        }

        return dates.ToImmutable();
    }

    /// <inheritdoc/>
    public override string ToString() => (Months, Days) switch
    {
        (1, _) => "month",
        (3, _) => "quarter",
        (0, 7) => "week",
        _ => $"{Days}d",
    };
}
