using System.Collections.Immutable;
using Sluice.Cli.Screens;
using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Tests.Cli;

public class PlanScreenTests
{
    static readonly DateOnly day = new(2025, 8, 21);

    static DecisionRecord Decision(string title, string action, double quantity, double planned, string reason, double? low = null, double? high = null, DateOnly? by = null, params string[] conflicts) => new()
    {
        Offer = title, Part = "part", Title = title, Span = "2025-08-21 to 2025-11-30", FirstPeriod = 0, Action = action, Quantity = quantity, Planned = planned,
        Low = low, High = high, SurelyLow = null, SurelyHigh = null, Unit = "units", By = by, Reason = reason, Verdict = "unknown", Conflicts = [.. conflicts],
    };

    static readonly PlanRecord record = new()
    {
        Case = "H20, August 2025", AsOf = day, AtlasHorizon = new(2026, 8, 26), RulesChanging = 2, Viewpoint = "Northstar",
        Stance = ImmutableSortedDictionary<string, string>.Empty.Add("cac", "follow"), Told = ImmutableSortedDictionary<string, string>.Empty.Add("cac", "pause"),
        With = [], Version = "0.1.0", Seed = 7, InputDigest = "00", Stopped = "gap", Passes = 100,
        Bounds = new(3_764_000_000, 3_772_000_000, "statistical 97.5 %", .002, 8_000_000, 100_000, true),
        StakeInterval = new(70_000_000, 90_000_000), Stake = 80_000_000, Indifference = 16_000_000, States = 192, Stages = 13,
        Decisions =
        [
            Decision("h20-stock", "pause", 0, 60_000, "CAC's request followed (pause); NDRC's request followed (refrain)", 0, 0),
            Decision("ascend-910c", "order", 27_060, 18_000, "all of the allotment; each further 1,000 saves $1.80 m", 17_000, 27_060, new(2025, 9, 30), "American guidance says otherwise"),
            Decision("rent-mainland", "cut", 1_250, 5_000, "enough: one more would cost what it saves"),
        ],
        Next = [new("cac", "bar", .264, new(2025, 11, 30), [new("ascend-910c", 30_000, 22_000, "units")])],
        Cost = new(3_770_000_000, 4_450_000_000, "USD"),
        Unserved = [new("inference", "Q1 2026", 10_000, 20_000, 250_000, "H20e")],
        Rests = new(46, 33, 1, 0, 200, 34), Notes = ["Port 33,000 H20e of training to cann during the wait."],
    };

    static string[] Screen(int width)
    {
        var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        PlanScreen.Write(console, record, "runs/2025-08-21T000000-plan");
        return writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Every_line_fits_the_screen_and_none_has_colour(int width) =>
        Assert.All(Screen(width), line =>
        {
            Assert.InRange(line.Length, 0, width);
            Assert.DoesNotContain('\u001b', line);
        });

    [Fact]
    public void The_decision_comes_first_with_its_reason_and_the_conflict()
    {
        var screen = Screen(120).ToList();
        var heads = screen.FindIndex(l => l.StartsWith("Decide now", StringComparison.Ordinal));
        Assert.InRange(heads, 2, 5);
        Assert.Contains("60k  pause", screen[heads + 1]);
        Assert.Contains("CAC's request followed (pause)", screen[heads + 1]);
        var ascend = string.Join(' ', screen.Skip(heads + 2).Take(3).Select(l => l.Trim()));
        Assert.Contains("order 27k", ascend);
        Assert.Contains("17k…27k", ascend);
        Assert.Contains("30 Sep", ascend);
        Assert.Contains("laws conflict: counsel", ascend);
    }

    [Fact]
    public void On_a_narrow_screen_the_reason_stands_below_the_decision()
    {
        var screen = Screen(80).ToList();
        var row = screen.FindIndex(l => l.StartsWith("h20-stock", StringComparison.Ordinal));
        Assert.StartsWith("    CAC's request followed", screen[row + 1]);
    }

    [Fact]
    public void The_first_line_says_how_far_the_atlas_knows_and_the_last_that_it_is_no_advice()
    {
        var screen = Screen(120);
        Assert.Contains("atlas knows to 26 Aug 2026, 2 rules change by then", screen[0]);
        Assert.Equal("Not legal or investment advice.", screen[^1]);
    }

    [Fact]
    public void A_stake_that_the_gap_forbids_to_state_is_called_not_settled()
    {
        var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 120;
        PlanScreen.Write(console, record with { Stake = null, StakeInterval = new(0, 39_000_000) }, "runs");
        Assert.Contains("stake $0 to $39.0 m, not settled", writer.ToString());
    }
}
