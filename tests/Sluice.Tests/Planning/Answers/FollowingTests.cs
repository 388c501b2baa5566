using Sluice.Planning.Answers;
using Sluice.Planning.Following;
using Sluice.Reading;
using Sluice.Tests.Cases;

namespace Sluice.Tests.Planning.Answers;

public class FollowingTests
{
    const string Stop = "stop: {stop-orders: {on: {part: alpha}}}";

    static FollowingCost[] Of(Tiny tiny) => [.. Assert.NotNull(Answered.Of(tiny, AnswerName.Following).Answers.Following)];

    [Fact]
    public void Two_asks_that_stop_the_same_order_hide_each_other_and_only_their_joint_removal_frees_it()
    {
        var asked = new Tiny { Drivers = Tiny.Standing(Stop, "asks", "first") + "\n" + Tiny.Standing(Stop, "asks", "second") };
        var worth = (asked.Value - new Tiny().Value) * 1e6;
        Assert.True(worth > 1e6);
        var found = Of(asked);
        Assert.Equal([null, "first", "second", null], found.Select(f => f.Driver));
        Assert.InRange(worth, found[0].Cost.Low - 1, found[0].Cost.High + 1);
        Assert.All(found[1..3], f => Assert.InRange(f.Cost.High, 0, 1));
        Assert.InRange(worth, found[3].Cost.Low - 3, found[3].Cost.High + 3);
        // 12 thousand equivalent-months of 60: two, four and six thousand.
        Assert.Equal(12_000, found[0].Lost[0].Equivalents, 1e-6);
        Assert.Equal(0.2, found[0].Lost[0].Share, 1e-9);
    }

    [Fact]
    public void An_ask_that_nobody_feels_costs_nothing()
    {
        var found = Assert.Single(Of(new Tiny { Drivers = Tiny.Standing("stop: {stop-orders: {on: {part: beta}}}", "asks") }));
        Assert.Equal((0, 0), (found.Cost.Low, found.Cost.High));
        Assert.Equal("gate", found.Driver);
    }

    [Fact]
    public void Without_asks_there_is_nothing_to_follow() => Assert.Empty(Of(new Tiny()));

    [Fact]
    public void The_cost_of_the_small_cases_ask_holds_what_brute_force_finds()
    {
        var files = TestCases.Small.Edit("drivers.yaml", "2025-08-01: {level: none, known: 2025-08-01}", "2025-08-01: {level: pause, known: 2025-08-01}");
        var plan = Answered.Of(files, TestCases.Atlas, [AnswerName.Following], cancellation: TestContext.Current.CancellationToken);
        var found = Assert.Single(Assert.NotNull(plan.Answers.Following));
        var free = files.Load(new() { Patches = [Patch.Remove("drivers.import-gate.levels.pause.asks.pause-h20", new Place("test", 1, 1))] }).Case!;
        var worth = (SmallCase.Compile(files.Load().Case!).Value() - SmallCase.Compile(free).Value()) * 1e6;
        Assert.True(worth > 0);
        Assert.InRange(worth, found.Cost.Low - 1e-6 * Math.Abs(plan.Bounds.Lower), found.Cost.High + 1e-6 * Math.Abs(plan.Bounds.Lower));
        Assert.True(found.Cost.High - found.Cost.Low < 0.01 * Math.Abs(plan.Bounds.Lower), $"{found.Cost}");
    }
}
