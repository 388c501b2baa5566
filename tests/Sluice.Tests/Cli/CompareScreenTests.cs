using System.Collections.Immutable;
using Sluice.Cli.Screens;
using Sluice.Runs;
using Sluice.Runs.Comparison;

namespace Sluice.Tests.Cli;

public class CompareScreenTests
{
    static ComparedPlan Side(params ImmutableArray<string> with) => new("H20, August 2025", "Northstar", new(2025, 8, 21), new(2026, 8, 26), with, null, "0.1.0", 7, "00", "passes", 200,
        new(3_764e6, 3_772e6, "statistical 97.5 %", .002, 8e6, 0, true), 16e6);

    static readonly CompareRecord record = new()
    {
        A = Side(), B = Side("open-gate"), Currency = "USD", JointGap = 16e6,
        Decisions = [new("h20-stock", "pause", "order", DifferenceVerdict.Settled), new("ascend-910c", "order", "cut", DifferenceVerdict.NotSettled)],
        Quantities =
        [
            new("h20-stock", 0, 96_000, "units", new(0, 96), new(80_000, 96_000), DifferenceVerdict.Settled), new("a-rental-with-a-long-name-that-does-not-fit-a-narrow-screen-at-all", 10, null, "H20e", null, null, DifferenceVerdict.Estimate),
            .. Enumerable.Range(1, 5).Select(q => new QuantityDifference($"inference unserved in Q{q} 2026", 1000 * q, 900 * q, "H20e", null, null, DifferenceVerdict.Estimate)),
        ],
        Money = [new("expected cost", 3_770e6, 3_600e6, -190e6, -150e6, DifferenceVerdict.Settled), new("one path in ten above", 4_450e6, 4_440e6, null, null, DifferenceVerdict.NotSettled)],
        Same = new(3, 20, 1), Notes = ["Two seeds, 7 and 8: means and tails are drawn on other paths, which alone moves them."],
    };

    static string[] Screen(int width, CompareRecord shown, ComparedRows rows = ComparedRows.Differences)
    {
        var writer = new StringWriter();
        CompareScreen.Write(Consoles.Plain(writer, width), shown, "runs/2025-08-21T000000-compare", rows);
        return writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Every_line_fits_and_the_verdict_is_never_cut(int width)
    {
        var screen = Screen(width, record);
        Assert.All(screen, line => Assert.InRange(line.Length, 0, width));
        Assert.Contains(screen, l => l.StartsWith("h20-stock", StringComparison.Ordinal) && l.Contains("pause") && l.EndsWith("settled", StringComparison.Ordinal));
        Assert.Contains(screen, l => l.Contains("96,000  units", StringComparison.Ordinal));
        Assert.Contains(screen, l => l.Contains("not settled"));
    }

    [Fact]
    public void It_opens_with_which_costs_more()
    {
        Assert.Contains("B costs between $150 m and $190 m less than A: settled.", Screen(120, record));
        var open = record with { Money = [new("expected cost", 3_770e6, 3_760e6, -26e6, 6e6, DifferenceVerdict.NotSettled)] };
        Assert.Contains(Screen(120, open), l => l.StartsWith("Whether A or B costs more is not settled: B − A lies between −$26.0 m and +$6.00 m.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_the_same_is_folded_and_counted_and_most_periods_with_it()
    {
        var screen = Screen(120, record);
        Assert.Contains("24 rows are the same in both (3 of decisions, 20 of quantities, 1 of money); --all shows them.", screen);
        Assert.Contains("inference unserved in 2 periods more (--all)", screen);
        Assert.DoesNotContain(Screen(120, record, ComparedRows.All), l => l.Contains("--all", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_that_differs_is_said_in_two_words() =>
        Assert.Contains("Nothing differs.", Screen(80, record with { Decisions = [], Quantities = [], Money = [] }));
}
