using System.Globalization;
using Sluice.Planning.Buyer;

namespace Sluice.Tests.Planning;

/// <summary>
/// A stub and two quarters under a gate that stops orders, holds back deliveries and bars new units from one workload while it is shut, over
/// the whole tree of histories and by hand: random fill, take-or-pay, a quote, porting with delay, a levy passed on in part, a bundle,
/// prices, demand, energy and supply that depend on the level, racks.
/// </summary>
public class HandCompiledGateTests
{
    sealed record Figures(double PassShut, double PerMonth, double ForeignPrice, double DomesticPrice, double Ratio, double PassedOn, double PortPrice, double Racks, double Shortage);

    static readonly Figures middle = new(.3, .2, 5, 2.5, .5, .4, .06, 600, 1);

    [Fact]
    public void Compiler_and_hand_agree() => Agree(middle);

    [Fact]
    public void Compiler_and_hand_agree_at_a_gate_that_is_wholly_shut() => Agree(middle with { PassShut = 0, PerMonth = 0 });

    [Fact]
    public void Compiler_and_hand_agree_wherever_the_limits_bind()
    {
        var random = new Random(11);
        double Vary(double around) => Math.Round(around * Math.Pow(3, 2 * random.NextDouble() - 1), 4);
        for (var i = 0; i < 16; i++)
            Agree(new(i % 3 == 0 ? 0 : Math.Round(random.NextDouble(), 3), i % 4 == 0 ? 0 : Math.Round(random.NextDouble(), 3), Vary(5), Vary(2.5), Vary(.5), Math.Round(random.NextDouble(), 3),
                Vary(.06), Vary(600), Vary(1)));
    }

    static void Agree(Figures figures) => SmallCase.AssertClose(new Tree(figures).Solve(), Compile(figures).Value());

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static BuyerProgramme Compile(Figures f) => SmallCase.Compile(SmallCase.Files(
        ("case.yaml", """
            case: A gate
            as-of: 2025-09-11
            periods: months to 2025-09, then 2 quarters
            currency: USD
            viewpoint: buyer
            parties: {buyer: {country: CN}}
            discount: 10 % per year
            wait: 1 quarter
            """),
        ("parts.yaml", """
            parts:
              gamma: {maker: maker-g, country: US, stack: cuda, drawn: 1 kW, per-rack: 16 units}
              delta: {maker: maker-d, country: CN, stack: cann, drawn: 0.9 kW, per-rack: 8 units}
            """),
        ("places.yaml", Text($"home: {{country: CN, racks: {f.Racks} racks, rack-growth: 5 % per quarter, energy: 0.1 USD per kWh}}")),
        ("workloads.yaml", Text($$"""
            workloads:
              serve:
                equivalent: H20e
                reference: gamma
                compute-bound: 30 %
                precision: [fp8]
                efficiency: {}
                speed: {gamma: 1, delta: 0.7}
                shortage: {first: {up-to: 10 %, price: {{900 * f.Shortage}} USD per H20e-quarter}, rest: {price: {{3000 * f.Shortage}} USD per H20e-quarter} }
              train:
                equivalent: H20e
                reference: gamma
                compute-bound: 50 %
                precision: [fp8]
                efficiency: {}
                speed: {gamma: 1, delta: 0.3}
                shortage: {rest: {price: {{2400 * f.Shortage}} USD per H20e-quarter} }
            stacks:
              cann: {ported: {serve: 0.4k H20e}, porting: {serve: {price: {{f.PortPrice * 1000}} USD per H20e, rate: 0.3k H20e per month, delay: 1 month} } }
            """)),
        ("offers.yaml", Text($$"""
            offers:
              foreign: {part: gamma, seller: maker-g, place: home, price: {{f.ForeignPrice * 1000}} USD, fit-out: 20 %, lead: 1 month, rate: 0.9k units per month,
                        deposit: 30 %, cancel: {until: 30 days before delivery, refund: 1000 USD}, receipt: optional, holding: 1 % per month,
                        ramp: 60 % in the first month, residual-life: 24 months}
              home-made: {part: delta, seller: maker-d, place: home, price: {{f.DomesticPrice * 1000}} USD, fit-out: 10 %, lead: 2 months, rate: 0.5k units per month,
                         quote: {quantity: 0.8k units, until: 2025-09-30}, deposit: 50 %, cancel: none, receipt: take-or-pay,
                         ramp: 50 % in the first month, fill: {all: 40 %, half: 40 %, tenth: 20 %}, domestic: yes, residual-life: 20 months}
            """)),
        ("fleet.csv", "part,place,units\ngamma,home,3k\n"),
        ("on-order.csv", "offer,units,due\nforeign,1k,2025-10-20\nhome-made,0.6k,2025-09-21\n"),
        ("demand.csv", "workload,period,amount\nserve,2025-09,3k H20e\nserve,2025-Q4,3.5k H20e\nserve,2026-Q1,5k H20e\ntrain,2025-09,1k H20e\ntrain,2025-Q4,1.2k H20e\ntrain,2026-Q1,1.5k H20e\n"),
        ("drivers.yaml", Text($$"""
            drivers:
              gate:
                history: {2025-08-01: {level: open, known: 2025-08-01} }
                levels:
                  open:
                    effects:
                      share: {levy: {rate: 15 %, payer: maker-g, passed-on: {{f.PassedOn * 100}} %, on: {part: gamma} } }
                      pair: {bundle: {ratio: {{f.Ratio}}, on: {part: gamma} } }
                      dear: {price: {times: 1.2, on: {part: delta} } }
                  shut:
                    effects:
                      orders: {stop-orders: {on: {part: gamma} } }
                      customs: {pass-deliveries: {share: {{f.PassShut * 100}} %, rest: waits, per-month: {{f.PerMonth * 100}} %, on: {part: gamma} } }
                      bar: {stop-use: {what: new, on: {part: gamma, workload: serve} } }
                      slack: {demand: {times: 0.9, on: {workload: serve} } }
                      power: {energy-price: {times: 1.3} }
                      short: {supply: {times: 0.5, on: {part: delta} } }
                moves:
                  close: {from: open, to: shut, chance: 30 % per quarter}
                  open: {from: shut, to: open, chance: 20 % per quarter}
            """))));

    /// <summary>All histories of level and fill; every node of it written out.</summary>
    sealed class Tree(Figures f)
    {
        static readonly double[] start = [0, 2.0 / 3, 11.0 / 3], months = [2.0 / 3, 3, 3];
        static readonly (double Share, double Chance)[] fills = [(1, .4), (.5, .4), (.1, .2)];
        static readonly double ρ = Math.Log(1.1) / 12;
        static readonly double[] discount = [1, Math.Exp(-ρ * 2 / 3), Math.Exp(-ρ * 11 / 3), Math.Exp(-ρ * 20 / 3)];

        readonly HandProgramme lp = new();

        /// <summary>Columns that a node leaves to the next; −1 where there is none.</summary>
        sealed record Left(int ForeignDue1, int ForeignDue2, int Held, int Stock, int Barred, int HomeDue1, int HomeDue2, int HomeStock, int Ported, int PortDue1,
            int PortDue2, int Credit);

        public double Solve()
        {
            Write(0, "open", 1, null);
            return lp.Solve();
        }

        static double Chance(string from, string to, double span)
        {
            var (close, open) = (-Math.Log(.7) / 3, -Math.Log(.8) / 3);
            var leaves = from == "open" ? close : open;
            var moved = leaves / (close + open) * (1 - Math.Exp(-(close + open) * span));
            return from == to ? 1 - moved : moved;
        }

        void Write(int t, string level, double probability, Left? before)
        {
            foreach (var (share, chance) in fills)
            {
                var left = WriteNode(t, level == "shut", 1 - Math.Pow(1 - share, months[t]), probability * chance, before);
                if (t < 2)
                    foreach (var next in new[] { "open", "shut" })
                        Write(t + 1, next, probability * chance * Chance(level, next, months[t]), left);
            }
        }

        Left WriteNode(int t, bool shut, double fill, double probability, Left? before)
        {
            var d = probability * discount[t];
            var later = before ?? new(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
            double Worth(double life) => 1 - (1 - Math.Exp(-ρ * (20.0 / 3 - start[t]))) / (1 - Math.Exp(-ρ * life));

            // Foreign: one month on the way. Ordered in the stub it comes in the first quarter for 8/9, in the second for 1/9; ordered in the first
            // quarter 2/3 there and 1/3 in the second; later a part would come beyond the end. One thousand in hand, due on 20 October.
            var levied = shut ? 1 : 1 + .15 * f.PassedOn;
            var order = t < 2 ? lp.Add(d * .3 * f.ForeignPrice * levied, shut ? 0 : .9 * months[t]) : -1;
            var inHand = 19.0 / 31 / 3;
            var refund = Math.Min(1, .3 * f.ForeignPrice);
            var cancelFirst = -1;                                     // 2/3 of a month before the first quarter is less than 30 days
            var cancelSecond = t < 2 ? lp.Add(-d * refund) : -1;
            var (foreignDue1, foreignDue2) = (t == 0 ? lp.Add(0) : -1, t < 2 ? lp.Add(0) : -1);
            if (t == 0)
            {
                lp.Equal(1 - inHand, (foreignDue1, 1), (order, -8.0 / 9), (cancelFirst, 1));
                lp.Equal(inHand, (foreignDue2, 1), (order, -1.0 / 9), (cancelSecond, 1));
                lp.AtMost(inHand, (cancelSecond, 1));
            }
            if (t == 1)
            {
                lp.Equal(0, (foreignDue2, 1), (later.ForeignDue2, -1), (order, -1.0 / 3), (cancelSecond, 1));
                lp.AtMost(0, (cancelSecond, 1), (later.ForeignDue2, -1));
            }
            var due = t == 1 ? later.ForeignDue1 : later.ForeignDue2;
            var flow = t == 1 ? 2.0 / 3 : 0;
            var (receive, held) = (-1, -1);
            if (t > 0)
            {
                var payable = .7 * f.ForeignPrice * levied + .2 * f.ForeignPrice;
                receive = lp.Add(d * payable - d * Worth(24) * f.ForeignPrice * 1.2);
                held = lp.Add(t == 2 ? -probability * discount[3] * refund : 0);
                var back = lp.Add(-d * refund);
                lp.AtMost(0, (back, 1), (later.Held, -1));
                lp.Equal(0, (held, 1), (receive, 1), (back, 1), (later.Held, -1), (due, -1), (order, -flow));
                var left = lp.Add(d * .01 * months[t] * payable);
                var (pass, wait) = shut ? (f.PassShut, 1 - Math.Pow(1 - f.PerMonth, months[t])) : (1, 1);
                lp.Equal(0, (receive, 1), (left, 1), (back, wait), (later.Held, -wait), (due, -pass), (order, -flow * pass));
            }

            // Home-made: two months on the way; the quote of 0.8 in the stub, then 0.5 a month, half of it while the gate is shut. Ordered in the stub
            // 5/9 come in the first quarter and 4/9 in the second; ordered in the first quarter 1/3 there and 2/3 in the second. 0.6 in hand, due
            // on 21 September: half in the stub, half in the first quarter. What does not come is due again in the next period.
            var dear = shut ? 1 : 1.2;
            var homeOrder = t < 2 ? lp.Add(d * .5 * f.DomesticPrice * dear, t == 0 ? .8 : shut ? .75 : 1.5) : -1;
            var homePass = lp.Add(d * .5 * f.DomesticPrice * dear);
            var lowest = t == 0 ? 1.2 : 1;
            var homeReceive = lp.Add(d * .1 * f.DomesticPrice * dear - d * Worth(20) * f.DomesticPrice * lowest * 1.1);
            lp.AtMost(0, (homeReceive, 1), (homePass, -1));
            var (homeDue1, homeDue2) = (t == 0 ? lp.Add(0) : -1, t < 2 ? lp.Add(0) : -1);
            if (t == 0)
            {
                lp.Equal(.3 * fill, (homePass, 1));
                lp.Equal(.3 + .3 * (1 - fill), (homeDue1, 1), (homeOrder, -5.0 / 9));
                lp.Equal(0, (homeDue2, 1), (homeOrder, -4.0 / 9));
            }
            else if (t == 1)
            {
                lp.Equal(0, (homePass, 1), (later.HomeDue1, -fill), (homeOrder, -fill / 3));
                lp.Equal(0, (homeDue2, 1), (later.HomeDue2, -1), (homeOrder, -2.0 / 3 - (1 - fill) / 3), (later.HomeDue1, fill - 1));
            }
            else
            {
                lp.Equal(0, (homePass, 1), (later.HomeDue2, -fill));
            }

            // For each foreign unit so many home-made ones, counted from the 0.6 in hand.
            var credit = lp.Add(0);
            lp.AtMost(t == 0 ? .6 : 0, (credit, 1), (later.Credit, -1), (homeOrder, -1), (order, shut ? 0 : f.Ratio));

            // Stock: foreign units received while the gate is shut are barred from serving until it opens.
            var (stock, barred, homeStock) = (lp.Add(0), lp.Add(0, shut ? double.PositiveInfinity : 0), lp.Add(0));
            lp.Equal(0, (stock, 1), (later.Stock, -1), (later.Barred, shut ? 0 : -1), (receive, shut ? 0 : -1));
            lp.Equal(0, (barred, 1), (later.Barred, shut ? -1 : 0), (receive, shut ? -1 : 0));
            lp.Equal(0, (homeStock, 1), (later.HomeStock, -1), (homeReceive, -1));
            var energy = d * months[t] * 730.5 * .1 * (shut ? 1.3 : 1) / 1000;
            int Use(double kiloWatt) => lp.Add(energy * kiloWatt);
            var (serve, train, trainBarred, homeServe) = (Use(1), Use(1), Use(1), Use(.9));
            var newShare = t == 0 ? 1 : 1.0 / 3;                      // how much of the period is the first month
            lp.AtMost(3, (serve, 1), (train, 1), (stock, -1), (receive, shut ? 0 : .4 * newShare));
            lp.AtMost(0, (trainBarred, 1), (barred, -1), (receive, shut ? .4 * newShare : 0));
            lp.AtMost(0, (homeServe, 1), (homeStock, -1), (homeReceive, .5 * newShare));
            lp.AtMost(f.Racks / 1000 * Math.Pow(1.05, (start[t] + months[t] / 2) / 3), (serve, 1.0 / 16), (train, 1.0 / 16), (trainBarred, 1.0 / 16), (homeServe, 1.0 / 8));

            // Porting takes a month: started in the stub 8/9 are there in the first quarter and all in the second; in a quarter 2/3 at once.
            var port = lp.Add(d * f.PortPrice, .3 * months[t]);
            var (ported, portDue1, portDue2) = (lp.Add(0), t == 0 ? lp.Add(0) : -1, t < 2 ? lp.Add(0) : -1);
            if (t == 0)
            {
                lp.Equal(.4, (ported, 1));
                lp.Equal(0, (portDue1, 1), (port, -8.0 / 9));
                lp.Equal(0, (portDue2, 1), (port, -1.0 / 9));
            }
            else
            {
                lp.Equal(0, (ported, 1), (later.Ported, -1), (t == 1 ? later.PortDue1 : later.PortDue2, -1), (port, -2.0 / 3));
                if (t == 1)
                    lp.Equal(0, (portDue2, 1), (later.PortDue2, -1), (port, -1.0 / 3));
            }
            lp.AtMost(0, (homeServe, .7), (ported, -1));

            // Demand: shortage of serving 10 % at 900 a quarter and then 3000, of training 2400.
            var serving = new[] { 3, 3.5, 5 }[t] * (shut ? .9 : 1);
            var scale = d * months[t] * f.Shortage / 3;
            var (first, rest, lack) = (lp.Add(scale * .9, .1 * serving), lp.Add(scale * 3), lp.Add(scale * 2.4));
            lp.AtLeast(serving, (serve, 1), (homeServe, .7), (first, 1), (rest, 1));
            lp.AtLeast(new[] { 1, 1.2, 1.5 }[t], (train, 1), (trainBarred, 1), (lack, 1));
            return new(foreignDue1, foreignDue2, held, stock, barred, homeDue1, homeDue2, homeStock, ported, portDue1, portDue2, credit);
        }
    }
}
