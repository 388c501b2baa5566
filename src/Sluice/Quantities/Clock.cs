using System.Collections.Immutable;
using System.Globalization;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>The periods of a case: blocks on calendar boundaries from the as-of date on, the first a stub unless that date begins a block (MODEL 1).</summary>
/// <remarks>Time is counted in months along the calendar: a day of August is 1/31 month, of September 1/30, so that periods are whole numbers of months and only the
/// stub is a fraction: days left, the as-of date included, ÷ days in the month. A first block that is counted has its stub besides: <c>8 quarters</c> from
/// 21 August is the rest of Q3 and eight quarters.</remarks>
public sealed class Clock
{
    private Clock(DateOnly asOf, ImmutableArray<Period> periods) => (AsOf, Periods) = (asOf, periods);

    /// <summary>The as-of date, first day of the first period.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The periods in order; at least one.</summary>
    public ImmutableArray<Period> Periods { get; }

    /// <summary>The last day of the last period.</summary>
    public DateOnly Horizon => Periods[^1].End;

    /// <summary>Months from the as-of date to the end of the last period.</summary>
    public double Months => Periods[^1].EndMonth;

    /// <summary>Makes the clock of a plan.</summary>
    /// <param name="asOf">The as-of date.</param>
    /// <param name="plan">The blocks.</param>
    /// <param name="into">Receives diagnostic SLU0131 when a block does not fit the calendar.</param>
    /// <returns>The clock, or null after a diagnostic.</returns>
    public static Clock? Make(DateOnly asOf, PeriodPlan plan, Diagnostics into)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(into);
        var periods = ImmutableArray.CreateBuilder<Period>();
        var start = asOf;
        foreach (var block in plan.Blocks)
        {
            var begin = Begin(start, block.Length);
            if (begin != start && periods.Count > 0)
            {
                into.Add(QuantityMessages.PeriodBoundary(plan.At, block.Text, start, $"inside a {block.Length.ToString().ToLowerInvariant()}; let the block before it end on {begin.AddDays(-1):yyyy-MM-dd} or {begin.AddMonths((int)block.Length).AddDays(-1):yyyy-MM-dd}"));
                return null;
            }

            var last = block.To ?? begin.AddMonths((int)block.Length * (block.Count!.Value + (begin == start ? 0 : 1))).AddDays(-1);
            if (last < start || Begin(last.AddDays(1), block.Length) != last.AddDays(1))
            {
                into.Add(QuantityMessages.PeriodBoundary(plan.At, block.Text, start, last < start ? $"after its end, {last:yyyy-MM-dd}" : $"and {last:yyyy-MM-dd} ends no {block.Length.ToString().ToLowerInvariant()}"));
                return null;
            }

            for (; start <= last; start = periods[^1].End.AddDays(1))
            {
                var end = Begin(start, block.Length).AddMonths((int)block.Length).AddDays(-1);
                periods.Add(new(periods.Count, start, end, MonthsBetween(asOf, start), MonthsBetween(start, end.AddDays(1)), Label(start, block.Length)));
            }
        }

        return new(asOf, periods.ToImmutable());
    }

    /// <summary>Months from the as-of date to the beginning of a day; negative before it.</summary>
    public double MonthsTo(DateOnly day) => MonthsBetween(AsOf, day);

    /// <summary>The period in which a day lies, and the share of the period that has elapsed when the day begins (0 on its first day); null outside the horizon.</summary>
    public (Period Period, double Elapsed)? At(DateOnly day)
    {
        foreach (var period in Periods)
            if (day >= period.Start && day <= period.End) return (period, MonthsBetween(period.Start, day) / period.Months);
        return null;
    }

    /// <summary>The period of a label (<c>2025-08</c>, <c>2026-Q1</c>, <c>2027</c>, or as printed), or of a first day; null when the clock has none.</summary>
    public Period? Find(string labelOrFirstDay)
    {
        foreach (var period in Periods)
            if (period.Label == labelOrFirstDay) return period;
        if (!VagueDate.TryParse(labelOrFirstDay, out var span) || span.About) return null;
        foreach (var period in Periods)
            if (period.Start == span.From && (span.From == span.To || span.To == period.End)) return period;
        return span.From < AsOf && span.To == Periods[0].End ? Periods[0] : null;
    }

    /// <summary>The period in which a time lies, in months from the as-of date, and the share of it that has elapsed; null outside the horizon.</summary>
    public (Period Period, double Elapsed)? At(double months)
    {
        foreach (var period in Periods)
            if (months >= period.StartMonth && months < period.EndMonth) return (period, (months - period.StartMonth) / period.Months);
        return null;
    }

    /// <summary>Months along the calendar from the beginning of one day to the beginning of another.</summary>
    public static double MonthsBetween(DateOnly from, DateOnly to) =>
        (((to.Year - from.Year) * 12) + to.Month - from.Month) + Elapsed(to) - Elapsed(from);

    private static double Elapsed(DateOnly day) => (day.Day - 1) / (double)DateTime.DaysInMonth(day.Year, day.Month);

    private static DateOnly Begin(DateOnly day, PeriodLength length) => new(day.Year, day.Month - ((day.Month - 1) % (int)length), 1);

    private static string Label(DateOnly start, PeriodLength length) => length switch
    {
        PeriodLength.Month => start.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        PeriodLength.Quarter => $"Q{(start.Month + 2) / 3} {start.Year}",
        _ => start.Year.ToString(CultureInfo.InvariantCulture),
    };
}
