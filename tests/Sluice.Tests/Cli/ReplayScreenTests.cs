using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Planning.Buyer;
using Sluice.Runs;
using Sluice.Runs.Replays;
using Sluice.Tests.Planning;

namespace Sluice.Tests.Cli;

public class ReplayScreenTests
{
    static readonly DateOnly day = new(2025, 9, 1);

    static ReplayDate Date(DateOnly on, string action, double quantity, params ChangeCause[] causes) => new()
    {
        AsOf = on, InputDigest = "00", Stopped = "passes", Bounds = new(1e9, 1.1e9, "statistical 97.5 %", .1, 1e8, 0, false), Levels = [new("us-export-of-a-long-name", "licensed", "history"), new("gate", "pause", "told")],
        Decisions = [new() { Offer = "buy", Part = "alpha", Title = "buy", Span = "", FirstPeriod = 0, Action = action, Quantity = quantity, Planned = 2_000, Low = null, High = null, SurelyLow = null, SurelyHigh = null, Unit = "units", By = null, Reason = "", Verdict = "", Conflicts = [] }],
        Changed = causes.Length > 0 ? ["buy"] : [], ChangedBecause = [.. causes], OtherNews = [.. Enumerable.Range(0, 5).Select(i => new ChangeCause($"claim-{i}", $"drivers.gate.moves.move-{i}", "1.0 % per quarter", "2.0 % per quarter", []))], Forecasts = [],
    };

    static string[] Screen(int width)
    {
        var world = new Tiny().World;
        var question = new ReplayQuestion([day, day.AddMonths(1)], day, day.AddMonths(1), new(1, 0), new PlanOptions { Passes = 40 }, new RunHeader("0.1.0", 7, []));
        var writer = new StringWriter();
        var screen = new ReplayScreen(Consoles.Plain(writer, width), world, question, Wording.English);
        screen.Begin();
        screen.Show(Date(day, "order", 2_000));
        screen.Show(Date(day.AddMonths(1), "pause", 0, new ChangeCause("it-shut", "drivers.gate.history.2025-09-10", "open", "shut", ["buy"])));
        screen.End(new ReplayRecord
        {
            Case = "Tiny", Viewpoint = "buyer", BookOf = day, KnownTo = day.AddMonths(3), AtlasHorizon = day, From = day, Until = day, Every = "month", With = [], Currency = "USD", Version = "0.1.0", Seed = 7, Passes = 40,
            Stopped = "cancelled", Dates = [Date(day, "order", 2_000)], Scores = new(.5, .9, .6, 1, 4, "n = 4: too few to say anything of skill."), HindsightScores = new(null, null, null, null, 0, "No forecast can be scored."),
            Realised = [new("sluice", day, 1e9), new("habit", day, 1.2e9)], Notes = ["The book stays."],
        }, "runs/2025-09-01T000000-replay");
        return writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Every_line_fits_the_screen(int width) => Assert.All(Screen(width), line => Assert.InRange(line.Length, 0, width - 1));

    [Fact]
    public void It_shows_what_changed_why_and_what_is_said_of_skill()
    {
        var screen = string.Join(' ', Screen(120).Select(l => l.Trim()));
        Assert.Contains("buy: order 2,000 units → pause 0 units", screen);
        Assert.Contains("because it-shut, drivers.gate.history.2025-09-10 open → shut: buy", screen);
        Assert.Contains("and 2 more in result.json", screen);
        Assert.Contains("gate pause (told)", screen);
        Assert.Contains("too few to say anything of skill", screen);
        Assert.Contains("Stopped: 1 of 2 dates are done.", screen);
        Assert.Contains("the book stays that of 1 Sep 2025", screen);
        Assert.Contains("this plan $1.00 bn; as planned before +$200 m", screen);
    }
}
