using Sluice.Planning;
using Sluice.Planning.Answers;

namespace Sluice.Tests.Planning.Answers;

public class WhyTests
{
    [Fact]
    public void Supply_that_is_all_bought_binds_on_every_path_and_one_more_saves_what_paper_says()
    {
        var causes = Assert.NotNull(Answered.Of(new Tiny(), AnswerName.Why).Answers.Causes);
        var supply = causes.Where(c => c.Limit.Kind == LimitKind.Supply).ToDictionary(c => c.Limit.Period);
        // One more in September serves three months at 10 000 and costs 1 000 less the 700 that it is worth at the end.
        SmallCase.AssertClose(3 * 10_000 - (1_000 - 700), supply[0].OneMoreSaves);
        SmallCase.AssertClose(1 * 10_000 - (1_000 - 900), supply[2].OneMoreSaves);
        Assert.All(supply.Values, c => Assert.Equal(1, c.Probability));
    }

    [Fact]
    public void An_order_that_a_gate_stops_names_the_gate_on_the_paths_on_which_it_does()
    {
        // Whether orders are stopped from October on is a coin's throw.
        var stopped = new Tiny
        {
            Drivers = "gate: {history: {2025-08-01: {level: off, known: 2025-08-01}}, levels: {off: {}, on: {effects: {it: {stop-orders: {on: {part: alpha}}}}}}}",
            Calendar = "change: {on: 2025-09-15, jumps: {gate: {from: off, to: on, chance: 50 %}}}",
        };
        var causes = Assert.NotNull(Answered.Of(stopped, AnswerName.Why).Answers.Causes);
        var gate = Assert.Single(causes, c => c.Limit is { Kind: LimitKind.Gate, Subject: "buy", Period: 1 });
        Assert.StartsWith("drivers.gate.levels.on.effects.it", Assert.Single(gate.Limit.From).Path, StringComparison.Ordinal);
        Assert.InRange(gate.Probability, 0.2, 0.8);
        // One more in October serves two months at 10 000 and costs 1 000 less the 800 that it is worth at the end.
        SmallCase.AssertClose(gate.Probability * (2 * 10_000 - (1_000 - 800)), gate.OneMoreSaves);
    }

    [Fact]
    public void A_limit_that_does_not_bind_is_no_cause() =>
        Assert.Empty(Assert.NotNull(Answered.Of(new Tiny { Offers = Tiny.Buy(supply: "rate: 900k units per month") }, AnswerName.Why).Answers.Causes));
}
