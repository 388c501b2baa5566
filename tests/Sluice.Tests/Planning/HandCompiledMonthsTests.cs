using System.Globalization;
using Sluice.Planning.Buyer;

namespace Sluice.Tests.Planning;

/// <summary>
/// Three months without news, compiled by hand: lead times inside and across periods, cancelling, holding, a rental with notice, steps of
/// shortage, minimum service, power, energy, a fleet that retires. Thousands of units, millions of money.
/// </summary>
public class HandCompiledMonthsTests
{
    /// <summary>Figures that are varied.</summary>
    sealed record Figures(double FastPrice, double SlowPrice, double Refund, double Holding, double RentPrice, double Notice, double Power, double Shortage, double FastRate);

    static readonly Figures middle = new(2.0, 3.0, .5, .02, .4, .5, 9.2, 1, 1.5);

    [Fact]
    public void Compiler_and_hand_agree() => Agree(middle);

    [Fact]
    public void Compiler_and_hand_agree_wherever_the_limits_bind()
    {
        var random = new Random(5);
        double Vary(double around) => Math.Round(around * Math.Pow(3, 2 * random.NextDouble() - 1), 4);
        for (var i = 0; i < 60; i++)
            Agree(new(Vary(2.0), Vary(3.0), Vary(.5), Math.Round(.01 + .05 * random.NextDouble(), 4), Vary(.4), Math.Round(1.5 * random.NextDouble(), 3), Vary(9.2), Vary(1), Vary(1.5)));
    }

    static void Agree(Figures figures) => SmallCase.AssertClose(ByHand(figures), Compile(figures).Value());

    static BuyerProgramme Compile(Figures f) => SmallCase.Compile(SmallCase.Files(
        ("case.yaml", """
            case: Three months
            as-of: 2025-09-01
            periods: months to 2025-11
            currency: USD
            viewpoint: buyer
            parties: {buyer: {country: CN}}
            discount: 12 % per year
            wait: 1 month
            """),
        ("parts.yaml", """
            parts:
              alpha: {maker: maker-a, country: US, stack: cuda, dense: {fp8: 300}, bandwidth: 4000 GB/s, drawn: 0.8 kW}
              beta: {maker: maker-b, country: US, stack: cuda, dense: {fp8: 480}, bandwidth: 8000 GB/s, drawn: 1.2 kW}
            """),
        ("places.yaml", Text($"home: {{country: CN, power: {f.Power} MW, power-growth: 1 % per month, energy: 0.08 USD per kWh}}")),
        ("workloads.yaml", Text($$"""
            workloads:
              serve:
                equivalent: H20e
                reference: alpha
                compute-bound: 30 %
                precision: [fp8]
                efficiency: {cuda: 1}
                speed: {alpha: 1}
                shortage:
                  first: {up-to: 10 %, price: {{300 * f.Shortage}} USD per H20e-month}
                  next: {up-to: 25 %, price: {{900 * f.Shortage}} USD per H20e-month}
                  rest: {price: {{2000 * f.Shortage}} USD per H20e-month}
                minimum-service: {level: 9k H20e, price: {{9000 * f.Shortage}} USD per H20e-month}
            """)),
        ("offers.yaml", Text($$"""
            offers:
              fast: {part: alpha, seller: maker-a, place: home, price: {{f.FastPrice * 1000}} USD, fit-out: 50 %, lead: 0.4 months, rate: {{f.FastRate}}k units per month,
                     deposit: 30 %, cancel: {until: 30 days before delivery, refund: {{f.Refund * 1000}} USD}, receipt: optional, holding: {{f.Holding * 100}} % per month,
                     ramp: 70 % in the first month, residual-life: 24 months}
              slow: {part: beta, seller: maker-b, place: home, price: {{f.SlowPrice * 1000}} USD, fit-out: 40 %, lead: 1.25 months, rate: 2k units per month,
                     deposit: 40 %, cancel: {until: 30 days before delivery, refund: 1500 USD}, receipt: optional, holding: 1.5 % per month,
                     ramp: 60 % in the first month, residual-life: 30 months}
              rent: {rent: [serve], place: home, price: {{f.RentPrice * 1000}} USD per H20e-month, rate: 1k H20e, opening: 0.5k H20e, notice: {{f.Notice}} months}
            """)),
        ("fleet.csv", "part,place,units,installed,retires\nalpha,home,9k,2024-01-01,\nalpha,home,1k,2024-02-01,2025-10-16\n"),
        ("on-order.csv", "offer,units,due\nslow,2k,2025-10-11\nfast,0.3k,2025-09-16\n"),
        ("demand.csv", "workload,period,amount\nserve,2025-09,11k H20e\nserve,2025-10,13k H20e\nserve,2025-11,15k H20e\n")));

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static double ByHand(Figures f)
    {
        var lp = new HandProgramme();
        var ρ = Math.Log(1.12) / 12;
        var discount = new[] { 1, Math.Exp(-ρ), Math.Exp(-2 * ρ), Math.Exp(-3 * ρ) };
        double Credit(int t, double life, double worth) =>
            discount[t] * worth * (1 - (1 - Math.Exp(-ρ * (3 - t))) / (1 - Math.Exp(-ρ * life)));

        // The fast offer: ordered now, 0.4 months on the way, so 0.6 of it comes in the month itself and 0.4 in the next. Not in November:
        // a part would come in December. 0.3 in hand, due on 16 September: half now, half in October.
        var fastRefund = Math.Min(f.Refund, .3 * f.FastPrice);
        var fastOrder = new[] { lp.Add(.3 * f.FastPrice, f.FastRate), lp.Add(discount[1] * .3 * f.FastPrice, f.FastRate) };
        var fastCancel = lp.Add(-fastRefund, .15);                    // October's half, given back in September
        int[] fastReceive = new int[3], fastHeld = new int[3], fastBack = new int[3];
        for (var t = 0; t < 3; t++)
        {
            var payable = .7 * f.FastPrice + .5 * f.FastPrice;
            fastReceive[t] = lp.Add(discount[t] * payable - Credit(t, 24, 1.5 * f.FastPrice));
            fastHeld[t] = lp.Add(discount[t] * f.Holding * payable - (t == 2 ? discount[3] * fastRefund : 0));
            fastBack[t] = lp.Add(-discount[t] * fastRefund);
        }
        lp.Equal(.15, (fastHeld[0], 1), (fastReceive[0], 1), (fastBack[0], 1), (fastOrder[0], -.6));
        lp.Equal(.15, (fastHeld[1], 1), (fastReceive[1], 1), (fastBack[1], 1), (fastHeld[0], -1), (fastOrder[0], -.4), (fastOrder[1], -.6), (fastCancel, 1));
        lp.Equal(0, (fastHeld[2], 1), (fastReceive[2], 1), (fastBack[2], 1), (fastHeld[1], -1), (fastOrder[1], -.4));
        lp.AtMost(0, (fastBack[0], 1));
        lp.AtMost(0, (fastBack[1], 1), (fastHeld[0], -1));
        lp.AtMost(0, (fastBack[2], 1), (fastHeld[1], -1));

        // The slow offer: 1.25 months on the way, 0.75 of a September order in October and 0.25 in November; 2 in hand, due on 11 October.
        const double october = 2 * 21.0 / 31, november = 2 * 10.0 / 31;
        var slowRefund = Math.Min(1.5, .4 * f.SlowPrice);
        var slowOrder = lp.Add(.4 * f.SlowPrice, 2);
        var cancelOctober = lp.Add(-slowRefund, october);
        var cancelNovember = lp.Add(-slowRefund, november);
        var cancelLate = lp.Add(-discount[1] * slowRefund);           // November's, given back in October
        int[] slowReceive = [-1, 0, 0], slowHeld = [-1, 0, 0];
        for (var t = 1; t < 3; t++)
        {
            var payable = .6 * f.SlowPrice + .4 * f.SlowPrice;
            slowReceive[t] = lp.Add(discount[t] * payable - Credit(t, 30, 1.4 * f.SlowPrice));
            slowHeld[t] = lp.Add(discount[t] * .015 * payable - (t == 2 ? discount[3] * slowRefund : 0));
        }
        var slowBack = lp.Add(-discount[2] * slowRefund);
        var dueNovember = lp.Add(0);                                  // still due in November when October begins
        lp.Equal(october, (slowHeld[1], 1), (slowReceive[1], 1), (slowOrder, -.75), (cancelOctober, 1));
        lp.Equal(november, (dueNovember, 1), (slowOrder, -.25), (cancelNovember, 1));
        lp.AtMost(0, (cancelLate, 1), (dueNovember, -1));
        lp.Equal(0, (slowHeld[2], 1), (slowReceive[2], 1), (slowBack, 1), (slowHeld[1], -1), (dueNovember, -1), (cancelLate, 1));
        lp.AtMost(0, (slowBack, 1), (slowHeld[1], -1));

        // Use: alpha 10 in September, in October 9 and half a month of the tenth (15 of 31 days), then 9.
        double[] fleet = [10, 9 + 15.0 / 31, 9];
        double[] demand = [11, 13, 15];
        const double speedB = 1 / (.3 * 300 / 480 + .7 * 4000 / 8000);
        var (stockA, stockB, rent) = (-1, -1, -1);
        for (var t = 0; t < 3; t++)
        {
            var useA = lp.Add(discount[t] * 730.5 * .8 * .08 / 1000);
            var useB = lp.Add(discount[t] * 730.5 * 1.2 * .08 / 1000);
            var (nowA, nowB) = (lp.Add(0), lp.Add(0));
            lp.Equal(0, (nowA, 1), (stockA, -1), (fastReceive[t], -1));
            lp.Equal(0, (nowB, 1), (stockB, -1), (slowReceive[t], -1));
            lp.AtMost(fleet[t], (useA, 1), (nowA, -1), (fastReceive[t], .3));
            lp.AtMost(0, (useB, 1), (nowB, -1), (slowReceive[t], .4));
            lp.AtMost(f.Power * Math.Pow(1.01, t + .5), (useA, .8), (useB, 1.2));

            // Rent: what is given up is paid for the notice and serves for as much of it as lies in the month; with it no more runs at one time
            // than can be rented.
            var level = lp.Add(discount[t] * f.RentPrice, 1);
            var give = lp.Add(discount[t] * f.RentPrice * f.Notice);
            var more = lp.Add(0, 1);
            var serves = Math.Min(1, f.Notice);
            lp.Equal(t == 0 ? .5 : 0, (level, 1), (give, 1), (more, -1), (rent, -1));
            lp.AtMost(t == 0 ? .5 : 0, (give, 1), (rent, -1));
            lp.AtMost(1, (level, 1), (give, serves));

            // Shortage: 10 % at 300, to 25 % at 900, more at 2000, all above the minimum service of 9; below that at 9000.
            var lack = demand[t] - 9;
            var (tenth, quarter) = (Math.Min(lack, .1 * demand[t]), Math.Min(lack, .25 * demand[t]));
            var scale = discount[t] * f.Shortage;
            var first = lp.Add(scale * .3, tenth);
            var next = lp.Add(scale * .9, quarter - tenth);
            var rest = lp.Add(scale * 2, lack - quarter);
            var below = lp.Add(scale * 9);
            lp.AtLeast(demand[t], (useA, 1), (useB, speedB), (level, 1), (give, serves), (first, 1), (next, 1), (rest, 1), (below, 1));
            (stockA, stockB, rent) = (nowA, nowB, level);
        }
        return lp.Solve();
    }
}
