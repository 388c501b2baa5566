using Sluice.Optimization;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Planning.Waiting;

namespace Sluice.Tests.Planning.Answers;

public class WaitingTests
{
    /// <summary>V under a question less V over the extensive form, money.</summary>
    static double Brute(BuyerProgramme programme, Question question) => (DeterministicEquivalent.Solve(programme.CompileWait(question).Graph).Value - programme.Value()) * 1e6;

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(17)]
    [InlineData(40)]
    [InlineData(171843)]
    [InlineData(542313)]
    public void The_price_of_waiting_equals_brute_force(int seed)
    {
        var world = RandomCase.Of(seed);
        var programme = world.Programme;
        var size = Math.Abs(programme.Value()) * 1e6 + 1e6;
        // Long enough that the plan is exact to a part in a hundred thousand: its own gap is the rest.
        var plan = Answered.Of(world.Files, Sluice.Reading.MemorySource.Empty, [AnswerName.Waiting],
            new PlanOptions { Passes = 400, Stop = StopRule.PassesOnly, Threads = 1, Paths = 60, Depth = PlanDepth.Decisions }, cancellation: TestContext.Current.CancellationToken);
        foreach (var price in Assert.NotNull(plan.Answers.Waiting).Where(p => p.Against == Against.Nothing))
        {
            var brute = Brute(programme, Question.Most(price.Offer, 0));
            Assert.InRange(brute, price.Between.Low - 1e-6 * size, price.Between.High + 1e-6 * size);
            Assert.InRange(plan.Bounds.GapMoney, 0, 1e-5 * size);
            Assert.True(Math.Abs(brute - price.Estimate!.Value) <= 1e-6 * size + plan.Bounds.GapMoney, $"{price}: brute force {brute:R}, size {size:R}, plan {plan.Bounds}");
        }
    }

    [Fact]
    public void A_price_is_never_negative_and_its_estimate_lies_between_its_bounds() => RandomCase.Each(10, world =>
        Assert.All(Assert.NotNull(Answered.Of(world, AnswerName.Waiting).Answers.Waiting), price =>
        {
            Assert.InRange(price.Between.Low, 0, price.Between.High);
            if (price.Estimate is { } estimate)
                Assert.InRange(estimate, price.Between.Low, price.Between.High);
        }));

    [Fact]
    public void Where_nothing_is_advised_the_planned_amount_now_is_priced()
    {
        var dear = new Tiny { Offers = Tiny.Buy(price: "130 000 USD"), Planned = "buy,1k,2025-09-20" };
        var price = Assert.Single(Assert.NotNull(Answered.Of(dear, AnswerName.Waiting).Answers.Waiting));
        Assert.Equal(Against.Planned, price.Against);
        // A thousand at 130 000, worth seven tenths at the end, serve three months at 10 000.
        SmallCase.AssertClose(1_000 * (130_000 * .3 - 30_000), price.Estimate!.Value);
        Assert.InRange(Brute(dear.Programme, Question.Least("buy", 0.5)), price.Between.Low - 1, price.Between.High + 1);
    }

    [Fact]
    public void What_cannot_be_ordered_costs_nothing_to_wait_for()
    {
        var shut = new Tiny { Drivers = Tiny.Standing("it: {stop-orders: {on: {part: alpha}}}"), Planned = "buy,1k,2025-09-20" };
        var price = Assert.Single(Assert.NotNull(Answered.Of(shut, AnswerName.Waiting).Answers.Waiting));
        Assert.Equal((0, 0, 0), (price.Between.Low, price.Between.High, price.Estimate));
    }

    [Fact]
    public void Cancelled_half_way_what_was_priced_stays_and_the_rest_is_said_to_be_missing()
    {
        using var source = new CancellationTokenSource();
        var plan = Answered.Of(RandomCase.Of(5).Files, Sluice.Reading.MemorySource.Empty, [AnswerName.Waiting, AnswerName.Flows, AnswerName.Unknowns], progress: new Answered.Told(p =>
        {
            if (p.Step.Contains("(2 of 3)", StringComparison.Ordinal))
                source.Cancel();
        }), cancellation: source.Token);
        Assert.NotNull(plan.Answers.Flows);
        Assert.Single(Assert.NotNull(plan.Answers.Waiting));
        Assert.Null(plan.Answers.Unknowns);
        Assert.Equal([AnswerName.Waiting, AnswerName.Unknowns], plan.Answers.Missing.Select(m => m.Name));
        Assert.Equal("cancelled", plan.Stopped);
    }
}
