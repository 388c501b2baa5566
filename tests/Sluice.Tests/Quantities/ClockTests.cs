using CsCheck;
using Sluice.Quantities;
using Sluice.Reading;
using Sluice.Tests.Reading;

namespace Sluice.Tests;

public class ClockTests
{
    private static readonly DateOnly asOf = new(2025, 8, 21);

    [Fact]
    public void The_founding_case_has_thirteen_periods_and_the_first_is_eleven_days_of_august()
    {
        var clock = Make("months to 2025-12, then 8 quarters", asOf).Clock!;
        Assert.Equal(["Aug 2025", "Sep 2025", "Oct 2025", "Nov 2025", "Dec 2025", "Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026", "Q1 2027", "Q2 2027", "Q3 2027", "Q4 2027"], clock.Periods.Select(p => p.Label));
        Assert.Equal((asOf, new DateOnly(2025, 8, 31), 0.0), (clock.Periods[0].Start, clock.Periods[0].End, clock.Periods[0].StartMonth));
        Assert.Equal(11.0 / 31, clock.Periods[0].Months, 1e-12);
        Assert.All(clock.Periods[1..5], p => Assert.Equal(1, p.Months, 1e-12));
        Assert.All(clock.Periods[5..], p => Assert.Equal(3, p.Months, 1e-12));
        Assert.Equal(new DateOnly(2027, 12, 31), clock.Horizon);
        Assert.Equal((11.0 / 31) + 28, clock.Months, 1e-12);
    }

    [Fact]
    public void A_date_lies_in_one_period_with_the_share_of_it_that_is_over()
    {
        var clock = Make("months to 2025-12, then 8 quarters", asOf).Clock!;
        Is(asOf, "Aug 2025", 0);
        Is(new(2025, 9, 16), "Sep 2025", 0.5);
        Is(new(2026, 2, 15), "Q1 2026", 0.5);
        Is(new(2026, 4, 1), "Q2 2026", 0);
        Assert.Null(clock.At(new DateOnly(2025, 8, 20)));
        Assert.Null(clock.At(new DateOnly(2028, 1, 1)));

        void Is(DateOnly day, string label, double elapsed)
        {
            Assert.Equal((label, elapsed), (clock.At(day)!.Value.Period.Label, Math.Round(clock.At(day)!.Value.Elapsed, 12)));
            var byTime = clock.At(clock.MonthsTo(day) + 1e-9)!.Value;
            Assert.Equal((label, elapsed), (byTime.Period.Label, Math.Round(byTime.Elapsed, 6)));
        }
    }

    [Theory]
    [InlineData("8 quarters", "2025-08-21", 9, "Q3 2025")]
    [InlineData("8 quarters", "2025-10-01", 8, "Q4 2025")]
    [InlineData("3 months", "2025-08-01", 3, "Aug 2025")]
    [InlineData("quarters to 2026-Q1, then years to 2027", "2025-08-21", 3, "Q3 2025")]
    [InlineData("months to 2025-09", "2025-09-30", 1, "Sep 2025")]
    public void A_counted_first_block_has_its_stub_besides(string text, string from, int count, string first)
    {
        var (clock, read) = Make(text, DateOnly.Parse(from));
        if (text.Contains("years", StringComparison.Ordinal))
        {
            Assert.Equal(["1:4 SLU0131"], read.Faults);
            return;
        }

        Assert.Equal((count, first), (clock!.Periods.Length, clock.Periods[0].Label));
    }

    [Theory]
    [InlineData("monthly until 2026", "SLU0130")]
    [InlineData("months to 2025-12 then 8 quarters", "SLU0130")]
    [InlineData("0 quarters", "SLU0130")]
    [InlineData("8", "SLU0130")]
    [InlineData("months to about 2025-12", "SLU0130")]
    [InlineData("months to 2025-11, then 8 quarters", "SLU0131")]
    [InlineData("months to 2025-07", "SLU0131")]
    [InlineData("quarters to 2025-11", "SLU0131")]
    [InlineData("months to 2025-12-15", "SLU0131")]
    public void Periods_off_the_grammar_or_the_calendar_are_refused(string text, string code)
    {
        var (clock, read) = Make(text, asOf);
        Assert.Null(clock);
        Assert.Equal([$"1:4 {code}"], read.Faults);
    }

    [Fact]
    public void Quarters_off_the_calendar_name_the_ends_that_would_fit()
    {
        var (_, read) = Make("months to 2025-11, then 8 quarters", asOf);
        Assert.Equal("'8 quarters' would begin on 2025-12-01, inside a quarter; let the block before it end on 2025-09-30 or 2025-12-31.", read.Message);
    }

    [Fact]
    public void Time_along_the_calendar_adds_up() => Gen.Int[0, 4000].Array[3].Always(days =>
    {
        var (a, b, c) = (asOf.AddDays(days[0]), asOf.AddDays(days[1]), asOf.AddDays(days[2]));
        return Math.Abs(Clock.MonthsBetween(a, b) + Clock.MonthsBetween(b, c) - Clock.MonthsBetween(a, c)) < 1e-9 && (a < b) == (Clock.MonthsBetween(a, b) > 0);
    });

    [Fact]
    public void Periods_follow_each_other_without_gap_from_any_day() => Gen.Int[0, 800].Always(days =>
    {
        var from = asOf.AddDays(days);
        var clock = Make("6 months", from).Clock!;
        Assert.Equal(from, clock.Periods[0].Start);
        foreach (var (before, after) in clock.Periods.Zip(clock.Periods.Skip(1)))
        {
            Assert.Equal(before.End.AddDays(1), after.Start);
            Assert.Equal(before.EndMonth, after.StartMonth, 1e-9);
        }
    });

    private static (Clock? Clock, Written Read) Make(string text, DateOnly from)
    {
        var read = Written.As($"a: {text}");
        return (read.TryRead(PeriodPlan.Kind, "a", out var plan) ? Clock.Make(from, plan!, read.Diagnostics) : null, read);
    }
}
