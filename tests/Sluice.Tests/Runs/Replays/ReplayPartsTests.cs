using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Outlooks;
using Sluice.Reading;
using Sluice.Runs.Replays;
using Sluice.Tests.Planning;

namespace Sluice.Tests.Runs.Replays;

public class ReplayPartsTests
{
    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("month", "2025-07-31", "2025-11-15", "2025-07-31 2025-08-31 2025-09-30 2025-10-31")]
    [InlineData("quarter", "2025-07-15", "2026-01-15", "2025-07-15 2025-10-15 2026-01-15")]
    [InlineData("week", "2025-07-15", "2025-07-28", "2025-07-15 2025-07-22")]
    [InlineData("10d", "2025-07-15", "2025-08-04", "2025-07-15 2025-07-25 2025-08-04")]
    [InlineData("month", "2025-07-15", "2025-07-14", "")]
    public void Dates_go_by_steps_to_the_last_day(string every, string from, string until, string expected) =>
        Assert.Equal(expected, string.Join(' ', ReplayStep.Read(every)!.Value.Dates(Day(from), Day(until)).Select(d => d.ToString("yyyy-MM-dd"))));

    [Theory]
    [InlineData("fortnight")]
    [InlineData("0d")]
    [InlineData("-3d")]
    [InlineData("d")]
    [InlineData("")]
    public void Other_steps_are_refused(string every) => Assert.Null(ReplayStep.Read(every));

    [Fact]
    public void A_step_of_a_day_over_years_is_cut_before_memory_is() => Assert.Equal(ReplayStep.MostDates + 1, ReplayStep.Read("1d")!.Value.Dates(Day("2000-01-01"), Day("2030-01-01")).Length);

    static Driver Gate(string history) => SmallCase.Read(new Tiny { Drivers = $"gate: {{history: {{{history}}}, levels: {{open: {{}}, half: {{}}, shut: {{}}}}}}" }.Files).Drivers[0];

    [Fact]
    public void What_came_true_is_seen_from_today()
    {
        var gate = Gate("2025-08-01: {level: open, known: 2025-08-01}, 2025-09-10: {level: shut, known: 2025-12-01}, 2025-10-01: {level: half, known: 2025-10-25, until: 2025-10-20}");
        Assert.Null(PastLevels.On(gate, Day("2025-07-31")));
        Assert.Equal(["open", "shut", "half", "shut"], new[] { "2025-09-09", "2025-09-10", "2025-10-20", "2025-10-21" }.Select(d => gate.Levels[PastLevels.On(gate, Day(d))!.Value].Id));
    }

    [Fact]
    public void Base_rates_count_changes_over_months_known_by_the_day()
    {
        var gate = Gate("2025-03-01: {level: open, known: 2025-03-01}, 2025-05-01: {level: shut, known: 2025-05-01}, 2025-08-01: {level: open, known: 2025-09-15}");
        Assert.Equal((1 + .5) / 6, LevelForecasts.BaseRate([gate], Day("2025-09-01")), 12);            // March to August; the third entry is not known yet
        Assert.Equal((2 + .5) / 7, LevelForecasts.BaseRate([gate], Day("2025-10-01")), 12);
    }

    static LevelForecast Forecast(bool hindsight, string? came, params double[] chances)
    {
        ImmutableArray<LevelChance> levels = [.. chances.Select((c, i) => new LevelChance("level-" + i, c))];
        return new("gate", Day("2025-11-01"), levels, [.. levels.Select(l => l with { Chance = 1.0 / chances.Length })], came, hindsight);
    }

    [Fact]
    public void Scores_by_hand()
    {
        var scores = Scoring.Of([Forecast(false, "level-0", .7, .2, .1), Forecast(false, "level-1", .5, .5), Forecast(false, null, 1, 0), Forecast(true, "level-0", 1, 0)], hindsight: false);
        Assert.Equal(2, scores.N);
        Assert.Equal((.09 + .04 + .01 + .25 + .25) / 2, scores.Brier!.Value, 4);
        Assert.Equal(-(Math.Log(.7) + Math.Log(.5)) / 2, scores.Log!.Value, 4);
        Assert.Equal((4 / 9.0 + 1 / 9.0 + 1 / 9.0 + .5) / 2, scores.BaseRateBrier!.Value, 4);
        Assert.Contains("too few to say anything of skill", scores.Says);
    }

    [Fact]
    public void Skill_is_spoken_of_only_where_there_are_many_and_never_with_hindsight()
    {
        Assert.Contains("better than base rates", Scoring.Of(Enumerable.Repeat(Forecast(false, "level-0", .9, .1), 30), hindsight: false).Says);
        Assert.Contains("not better", Scoring.Of(Enumerable.Repeat(Forecast(false, "level-1", .9, .1), 30), hindsight: false).Says);
        Assert.Contains("too few", Scoring.Of(Enumerable.Repeat(Forecast(false, "level-0", .9, .1), 29), hindsight: false).Says);
        Assert.Contains("no test", Scoring.Of(Enumerable.Repeat(Forecast(true, "level-0", .9, .1), 30), hindsight: true).Says);
        Assert.Equal(new ReplayScores(null, null, null, null, 0, "No forecast can be scored."), Scoring.Of([], hindsight: false));
    }

    [Fact]
    public void A_forecast_that_called_the_outcome_impossible_has_a_finite_score() =>
        Assert.Equal(-Math.Log(1e-6), Scoring.Of([Forecast(false, "level-1", 1, 0)], hindsight: false).Log!.Value, 4);
}
