using Sluice.Planning;
using Sluice.Planning.Answers;

namespace Sluice.Tests.Planning.Answers;

public class FlowsTests
{
    [Fact]
    public void What_the_viewpoint_pays_less_what_it_receives_is_the_expected_cost() => RandomCase.Each(12, world =>
    {
        var plan = Answered.Of(world, AnswerName.Flows);
        var flows = Assert.NotNull(plan.Answers.Flows);
        var net = flows.Sum(f => f.Payer == "buyer" ? f.Expected : f.Payee == "buyer" ? -f.Expected : 0);
        Assert.True(Math.Abs(net - plan.Cost.Mean) <= 1e-9 * flows.Sum(f => Math.Abs(f.Expected)) + 0.005, $"flows {net:R}, cost {plan.Cost.Mean:R}");
    });

    [Fact]
    public void A_levy_that_the_seller_bears_flows_from_the_seller_and_costs_the_buyer_nothing()
    {
        var levied = new Tiny { Drivers = Tiny.Standing("fee: {levy: {rate: 15 %, payer: maker-a, passed-on: 0 %, on: {part: alpha}}}") };
        var plan = Answered.Of(levied, AnswerName.Flows);
        // Two thousand a month for three months at 1 000 each, of which the seller hands on 15 %.
        var levy = Assert.Single(Assert.NotNull(plan.Answers.Flows), f => f.Kind == CostKind.Levy);
        Assert.Equal(("maker-a", "gate"), (levy.Payer, levy.Payee));
        SmallCase.AssertClose(0.15 * 6e6, levy.Expected);
        SmallCase.AssertClose(new Tiny().Value, levied.Value);
    }
}
