using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>Dates on the axis of calendar months: a month is 1, a day 1 ÷ the days of its month.</summary>
internal static class CalendarMonths
{
    /// <summary>Mean days of a month.</summary>
    public const double MeanDays = 30.4375;

    /// <summary>Number of the calendar month, counted from year 0.</summary>
    public static int Index(DateOnly day) => day.Year * 12 + day.Month - 1;

    /// <summary>First day of a month.</summary>
    public static DateOnly First(int month) => new(month / 12, month % 12 + 1, 1);

    /// <summary>First day of the next month.</summary>
    public static DateOnly Next(DateOnly day) => First(Index(day) + 1);

    /// <summary>Place of the start of a day on the axis.</summary>
    public static double Position(DateOnly day) => Index(day) + (day.Day - 1.0) / DateTime.DaysInMonth(day.Year, day.Month);

    /// <summary>Months between two days of one calendar month, or from a day to the first of the next.</summary>
    public static double Within(DateOnly from, DateOnly to) =>
        (double)(to.DayNumber - from.DayNumber) / DateTime.DaysInMonth(from.Year, from.Month);

    /// <summary>Middle day of a vague date.</summary>
    public static DateOnly Middle(VagueDate date) => date.From.AddDays((date.To.DayNumber - date.From.DayNumber) / 2);
}

/// <summary>Whole calendar months in which something acts: from <paramref name="First"/> up to, without, <paramref name="After"/>.</summary>
internal readonly record struct MonthWindow(int First, int After)
{
    /// <summary>[from, from + months) with both ends rounded to the nearest month end; one that would vanish covers the month of its start.</summary>
    public static MonthWindow Rounded(DateOnly from, double months)
    {
        const int forever = 120_000;
        var start = CalendarMonths.Position(from);
        var first = (int)Math.Floor(start + 0.5);
        var after = (int)Math.Floor(start + Math.Min(months, forever) + 0.5);
        return after > first ? new(first, after) : new(CalendarMonths.Index(from), CalendarMonths.Index(from) + 1);
    }

    /// <summary>Whether it acts in a month.</summary>
    public bool Contains(int month) => First <= month && month < After;
}
