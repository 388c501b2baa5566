using Sluice.Outlooks;
using Sluice.Evidence;
using Sluice.Planning.Buyer;

namespace Sluice.Tests.Planning;

public class OpenGatesCheckTests
{
    static readonly Tiny plain = new();

    const string Gate = "gate: {authorities: [cac], form: guidance, side: import}, ";

    static OpenGatesCheck Check(Tiny world)
    {
        var read = world.World;
        var supports = Supports.Weigh(read.Evidence, read.Evidence.Weights[0], read.Header.AsOf, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty);
        return OpenGatesCheck.Of(read, Standings.At(read.Drivers, read.Header.AsOf, read.Header.Told, supports));
    }

    static Tiny Shut(string gate) => plain with
    {
        Drivers = $"gate: {{{gate}history: {{2025-08-01: {{level: shut, known: 2025-08-01}}}}, levels: {{shut: {{effects: {{it: {{stop-orders: {{on: {{part: alpha}}}}}}}}}}, part: {{effects: {{it: {{cap-orders: {{rate: 1k units per month, on: {{part: alpha}}}}}}}}}}, open: {{}}}}}}",
    };

    [Fact]
    public void Without_news_it_costs_what_the_plan_costs() => SmallCase.AssertClose(plain.Value * 1e6, Check(plain).Cost);

    [Fact]
    public void Gates_stand_open_whatever_their_level_now() => SmallCase.AssertClose(plain.Value * 1e6, Check(Shut(Gate)).Cost);

    [Fact]
    public void What_is_no_gate_stays_where_it_stands() => SmallCase.AssertClose(Shut("").Value * 1e6, Check(Shut("")).Cost);

    [Fact]
    public void It_agrees_with_the_programme_over_fill_lead_rent_porting_and_opening_states()
    {
        var rich = plain with
        {
            Discount = "10 % per year",
            Offers = Tiny.Buy("deposit: 30 %, cancel: {until: 1 month before delivery, refund: 100 USD}, receipt: optional, holding: 1 % per month", lead: "0.4 months") + "\n"
                + Tiny.Buy("ramp: 50 % in the first month", "other", "beta", lead: "1.2 months")
                + "\nrent: {rent: [serve], place: home, price: 3 000 USD per H20e-month, rate: 2k H20e, opening: 1k H20e, notice: 1 month}",
            Stacks = "cann: {ported: {serve: 1k H20e}, porting: {serve: {price: 200 USD per H20e, rate: 3k H20e per month, delay: 0.3 months}}}",
            Fleet = "alpha,home,5k,2024-01-01,", OnOrder = "buy,1k,2025-09-11\nother,1k,2025-10-05",
        };
        SmallCase.AssertClose(rich.Value * 1e6, Check(rich).Cost);
    }

    [Fact]
    public void Random_fill_counts_by_its_mean()
    {
        var filled = plain with { Offers = Tiny.Buy("fill: {all: 50 %, none: 50 %}", supply: "rate: 0k units per month"), OnOrder = "buy,1k,2025-11-01" };
        SmallCase.AssertClose(filled.Value * 1e6, Check(filled).Cost);
    }

    [Fact]
    public void It_tells_what_stays_unserved_and_that_everything_stands_at_its_cap()
    {
        var check = Check(plain);
        Assert.Equal([.9, .8, .7], check.Unserved[0], (x, y) => Math.Abs(x - y) < 1e-9);
        Assert.Equal(.8, check.UnservedInAll[0], 1e-9);
        Assert.Equal([new NothingDecided()], check.Findings);
    }

    [Fact]
    public void Where_something_is_left_in_reserve_something_is_decided() => Assert.Empty(Check(plain with { Demand = "serve,2025-09,1k H20e\nserve,2025-10,1k H20e\nserve,2025-11,1k H20e" }).Findings);

    [Fact]
    public void A_minimum_service_that_cannot_be_met_is_found()
    {
        var strict = plain with { Workloads = plain.Workloads.Replace("}}}", "}}, minimum-service: {level: 5k H20e, price: 90 000 USD per H20e-month}}", StringComparison.Ordinal) };
        var unmet = Check(strict).Findings.OfType<MinimumServiceUnmet>().ToList();
        Assert.Equal([("Sep 2025", 3_000.0), ("Oct 2025", 1_000.0)], unmet.Select(u => (u.Period, Math.Round(u.Lacks, 6))));
    }
}
