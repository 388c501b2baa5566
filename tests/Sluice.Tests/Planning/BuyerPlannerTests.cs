using Sluice.Cases;
using Sluice.Planning.Buyer;
using Sluice.Runs;

namespace Sluice.Tests.Planning;

public class BuyerPlannerTests
{
    static readonly PlanOptions quick = new() { Passes = 8, Stop = StopRule.PassesOnly, Threads = 1, Paths = 60 };

    static BuyerPlan Plan(Tiny world, PlanOptions options, IProgress<PlanProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var planner = new BuyerPlanner(world.Programme, options);
        return planner.Plan(progress, cancellation: cancellation);
    }

    static string Bytes(Case world, PlanOptions options) => RunFolder.Json(FoundingPlan.Record(world, CaseOutlook.Of(world), options));

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(40)]
    public void A_small_case_gives_the_same_bytes_on_one_thread_on_two_and_again(int seed)
    {
        var world = RandomCase.Of(seed).World;
        var one = Bytes(world, quick);
        Assert.Equal(one, Bytes(world, quick));
        Assert.Equal(one, Bytes(world, quick with { Threads = 2 }));
    }

    [Fact]
    public void The_founding_case_gives_the_same_bytes_on_one_thread_and_on_two()
    {
        var few = quick with { Passes = 2, Depth = PlanDepth.Decisions };
        Assert.Equal(RunFolder.Json(FoundingPlan.Record(FoundingPlan.World, FoundingPlan.Outlook, few)),
            RunFolder.Json(FoundingPlan.Record(FoundingPlan.World, FoundingPlan.Outlook, few with { Threads = 2 })));
    }

    [Fact]
    public void Ranges_contain_the_advice_and_the_stake_is_an_interval_from_zero_up() => RandomCase.Each(12, world =>
    {
        var plan = Plan(world, quick with { Passes = 25 }, cancellation: TestContext.Current.CancellationToken);
        Assert.True(plan.Stake.Low >= 0 && plan.Stake.Low <= plan.Stake.High + 1e-6, $"stake {plan.Stake}, bounds {plan.Bounds}");
        Assert.True(plan.Bounds.Lower <= plan.Bounds.Upper + 1e-6 * Math.Abs(plan.Bounds.Upper), $"bounds {plan.Bounds}");
        foreach (var offer in plan.Offers)
        {
            var possibly = Assert.NotNull(offer.Possibly);
            var advice = offer.Offer == "rent" ? offer.RentLevel : offer.Quantity;
            Assert.InRange(advice, possibly.Low - 1e-6, possibly.High + 1e-6);
            if (offer.Surely is { } surely)
                Assert.InRange(advice, surely.Low - 1e-6, surely.High + 1e-6);
        }
    });

    [Fact]
    public void The_stake_holds_what_nothing_ordered_during_the_wait_costs_more() => RandomCase.Each(8, world =>
    {
        var programme = world.Programme;
        var plan = Plan(world, quick with { Passes = 40 }, cancellation: TestContext.Current.CancellationToken);
        var nothing = programme.CompileWait(Question.Nothing(world.World.Market.Offers.Select(o => o.Id)));
        var stake = (Optimization.DeterministicEquivalent.Solve(nothing.Graph).Value - programme.Value()) * 1e6;
        var slack = 1e-3 * (Math.Abs(plan.Bounds.Lower) + 1e6);
        Assert.InRange(stake, plan.Stake.Low - slack, plan.Stake.High + slack);
    });

    [Fact]
    public void Cancelling_while_it_trains_keeps_the_best_so_far()
    {
        using var source = new CancellationTokenSource();
        var plan = Plan(RandomCase.Of(5), quick with { Passes = 500, Stop = StopRule.PassesOnly }, new Told(p =>
        {
            if (p.Passes >= 5)
                source.Cancel();
        }), source.Token);
        Assert.Equal("cancelled", plan.Stopped);
        Assert.InRange(plan.Passes, 5, 6);
        Assert.Equal(3, plan.Offers.Length);
        Assert.True(double.IsFinite(plan.Cost.Mean));
    }

    [Theory]
    [InlineData("pricing the stake")]
    [InlineData("ranging rent")]
    [InlineData("looking at what may come next")]
    public void Cancelling_after_training_keeps_the_plan_without_what_was_not_asked_yet(string step)
    {
        using var source = new CancellationTokenSource();
        var plan = Plan(RandomCase.Of(5), quick, new Told(p =>
        {
            if (p.Step == step)
                source.Cancel();
        }), source.Token);
        Assert.Equal("cancelled", plan.Stopped);
        Assert.Equal(8, plan.Passes);
        Assert.Equal(step == "looking at what may come next", plan.Offers.First(o => o.Offer == "rent").Possibly is not null);
        Assert.Empty(plan.Next);
    }

    [Fact]
    public void No_cycle_earns_in_the_founding_case() => Assert.Empty(CycleCheck.Of(FoundingPlan.World, FoundingPlan.Outlook));

    [Fact]
    public void The_founding_case_decides_something_with_all_gates_open()
    {
        var check = OpenGatesCheck.Of(FoundingPlan.World, FoundingPlan.Outlook.Standing);
        Assert.Empty(check.Findings);
        Assert.All(check.UnservedInAll, share => Assert.InRange(share, 0, .3));
    }

    sealed class Told(Action<PlanProgress> tell) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => tell(value);
    }
}
