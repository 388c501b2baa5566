using Sluice.Optimization;
using Sluice.Planning.Buyer;

namespace Sluice.Tests.Planning.Answers;

public class DecidedTests
{
    [Fact]
    public void The_decision_of_the_founding_case_can_be_pinned_whatever_happens_in_the_wait()
    {
        var programme = FoundingPlan.Compile();
        var options = new PlanOptions { Passes = 6, Stop = StopRule.PassesOnly, Depth = PlanDepth.Decisions, Paths = 200 };
        using var planner = new BuyerPlanner(programme, options);
        var plan = planner.Plan(cancellation: TestContext.Current.CancellationToken);
        using var pinned = new Sddp(programme.CompileWait(Question.Decided(plan, programme)).Graph);
        pinned.Train(new StoppingRules { Passes = 6, Bound = null }, cancellation: TestContext.Current.CancellationToken);
        Assert.True(double.IsFinite(pinned.LowerBound));
    }

    [Fact]
    public void A_mean_that_is_a_rounding_below_nothing_pins_nothing()
    {
        var bounds = new Pin([-4.9e-15], PinSide.Both).Bounds(0, 14);
        Assert.Equal((0.0, 0.0), bounds);
    }
}
