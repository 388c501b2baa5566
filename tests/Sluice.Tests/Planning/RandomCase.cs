using System.Globalization;
using CsCheck;

namespace Sluice.Tests.Planning;

/// <summary>Small cases drawn at random: two or three periods, two purchases and a rental on random terms, a driver of two levels with random effects.</summary>
internal static class RandomCase
{
    /// <summary>Checks a law on so many of them; a failure names the seed.</summary>
    public static void Each(int cases, Action<Tiny> law) => Gen.Int[1, 1_000_000].Always(seed => law(Of(seed)), draws: cases);

    /// <summary>With the seed, for laws that draw more.</summary>
    public static void Each(int cases, Action<Tiny, Random> law) => Gen.Int[1, 1_000_000].Always(seed => law(Of(seed), new Random(seed)), draws: cases);

    public static Tiny Of(int seed)
    {
        var r = new Random(seed);
        string N(double least, double most, int digits = 3) => Math.Round(least + (most - least) * r.NextDouble(), digits).ToString(CultureInfo.InvariantCulture);
        string One(params string[] of) => of[r.Next(of.Length)];
        string Offer(string id, string part, bool domestic) =>
            $"{id}: {{part: {part}, seller: maker-a, place: home, price: {N(500, 9000, 0)} USD, fit-out: {N(0, 80, 0)} %, lead: {N(0, 2)} months, rate: {N(.2, 3)}k units per month, "
            + $"deposit: {N(0, 100, 0)} %, {One("cancel: none", $"cancel: {{until: {N(0, 1.2)} months before delivery, refund: {N(0, 2000, 0)} USD}}")}, "
            + $"{One("receipt: take-or-pay", $"receipt: optional, holding: {N(1.6, 4)} % per month")}, ramp: {N(30, 100, 0)} % in the first month, residual-life: {N(4, 30, 0)} months"
            + One("", ", fill: {all: 50 %, third: 50 %}") + One("", $", quote: {{quantity: {N(.5, 2)}k units, until: 2025-09-20}}") + (domestic ? ", domestic: yes" : "") + "}";
        string Effect(string name) => name + ": " + One(
            "{stop-orders: {on: {part: alpha}}}", $"{{cap-orders: {{rate: {N(0, 2)}k units per month, on: {{country: US}}}}}}", $"{{quota: {{amount: {N(0, 2)}k units, rate: {N(0, 1)}k units per month, on: {{part: alpha}}}}}}",
            $"{{cap-deliveries: {{rate: {N(0, 1)}k units per month, on: {{part: {One("alpha", "beta")}}}}}}}", $"{{cap-deliveries: {{in-all: {N(0, 2)}k units, on: {{part: {One("alpha", "beta")}}}}}}}",
            $"{{pass-deliveries: {{share: {N(0, 100, 0)} %, rest: {One("waits", "lapses")}, per-month: {N(0, 100, 0)} %, on: {{part: {One("alpha", "beta")}}}}}}}",
            $"{{pass-deliveries: {{share: 0 %, on: {{part: {One("alpha", "beta")}}}}}}}", $"{{delay-deliveries: {{share: {N(0, 100, 0)} %, on: {{part: {One("alpha", "beta")}}}}}}}",
            $"{{cancel-orders: {{on: {{part: {One("alpha", "beta")}}}}}}}", $"{{bundle: {{ratio: {N(0, 2)}, on: {{part: alpha}}}}}}", $"{{stop-use: {{what: {One("new", "all", "30 %")}, on: {{part: {One("alpha", "beta")}}}}}}}",
            $"{{levy: {{rate: {N(0, 40, 0)} %, payer: maker-a, passed-on: {N(0, 100, 0)} %, on: {{part: alpha}}}}}}", $"{{price: {{times: {N(.5, 2)}, on: {{part: {One("alpha", "beta")}}}}}}}",
            $"{{energy-price: {{times: {N(.5, 2)}}}}}", $"{{supply: {{times: {N(0, 2)}}}}}".Replace("}}", $", on: {{part: {One("alpha", "beta")}}}}}}}", StringComparison.Ordinal),
            $"{{demand: {{times: {N(.5, 1.5)}}}}}");
        string Effects(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => Effect("e" + i)));
        var (periods, labels) = (new[] { ("months to 2025-10", "2025-09 2025-10"), ("months to 2025-11", "2025-09 2025-10 2025-11"), ("months to 2025-09, then 2 quarters", "2025-09 2025-Q4 2026-Q1") })[r.Next(3)];
        return new Tiny
        {
            Periods = periods,
            AsOf = One("2025-09-01", "2025-09-11"),
            Discount = $"{N(0, 20, 1)} % per year",
            Header = One("", $"budget: {{amount: {N(1e6, 3e7, 0)} USD, overrun: {N(.1, 2)}}}"),
            Places = $"home: {{country: CN, energy: 0.1 USD per kWh, power: {N(3, 20)} MW}}",
            Workloads = $"serve: {{equivalent: H20e, reference: alpha, compute-bound: 30 %, precision: [fp8], efficiency: {{}}, speed: {{alpha: 1, beta: {N(.2, 2)}}}, "
                + $"shortage: {{first: {{up-to: 15 %, price: {N(100, 900, 0)} USD per H20e-month}}, rest: {{price: {N(900, 3000, 0)} USD per H20e-month}}}}, minimum-service: {{level: {N(0, 3)}k H20e, price: 9 000 USD per H20e-month}}}}",
            Stacks = One("", $"cann: {{ported: {{serve: {N(0, 2)}k H20e}}, porting: {{serve: {{price: {N(10, 500, 0)} USD per H20e, rate: {N(.1, 2)}k H20e per month, delay: {N(0, 2)} months}}}}}}"),
            Offers = Offer("foreign", "alpha", false) + "\n" + Offer("home-made", "beta", true)
                + $"\nrent: {{rent: [serve], place: home, price: {N(100, 3000, 0)} USD per H20e-month, rate: {N(0, 3)}k H20e, opening: {N(0, 2)}k H20e, notice: {N(0, 2)} months}}",
            Fleet = $"alpha,home,{N(0, 6)}k,2024-01-01,",
            OnOrder = $"foreign,{N(0, 2)}k,2025-{One("09-20", "10-05", "10-25")}\nhome-made,{N(0, 2)}k,2025-{One("09-20", "10-05", "10-25")}",
            Demand = string.Join('\n', labels.Split(' ').Select(label => $"serve,{label},{N(3, 9)}k H20e")),
            Drivers = $"gate: {{history: {{2025-08-01: {{level: one, known: 2025-08-01}}}}, levels: {{one: {{effects: {{{Effects(r.Next(3))}}}}}, two: {{effects: {{{Effects(1 + r.Next(3))}}}}}}}, "
                + $"moves: {{go: {{from: one, to: two, chance: {N(5, 80, 0)} % per quarter}}, back: {{from: two, to: one, chance: {N(5, 80, 0)} % per quarter}}}}}}",
        };
    }
}
