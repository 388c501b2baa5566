using Sluice.Cases;
using Sluice.Planning.Buyer;
using Sluice.Reading;

namespace Sluice.Tests.Planning;

/// <summary>
/// A world as small as a rule needs: three months, no interest, one place, one workload of 20 thousand whose shortage costs 10 000 a month,
/// so that everything that can be had is bought, as early as it can be.
/// </summary>
internal sealed record Tiny
{
    public string Header { get; init; } = "";

    public string AsOf { get; init; } = "2025-09-01";

    public string Periods { get; init; } = "months to 2025-11";

    public string Wait { get; init; } = "1 month";

    public string Discount { get; init; } = "0 % per year";

    public string Places { get; init; } = "home: {country: CN}";

    /// <summary>Workloads; all demand of the first is 20 thousand unless <see cref="Demand"/> says otherwise.</summary>
    public string Workloads { get; init; } =
        "serve: {equivalent: H20e, reference: alpha, compute-bound: 30 %, precision: [fp8], efficiency: {}, speed: {alpha: 1, beta: 1}, shortage: {rest: {price: 10 000 USD per H20e-month}}}";

    public string Stacks { get; init; } = "";

    public string Offers { get; init; } = Buy();

    public string Drivers { get; init; } = "";

    public string Calendar { get; init; } = "";

    public string Fleet { get; init; } = "";

    public string OnOrder { get; init; } = "";

    public string Planned { get; init; } = "";

    public string Demand { get; init; } = "serve,2025-09,20k H20e\nserve,2025-10,20k H20e\nserve,2025-11,20k H20e";

    public double Value => Programme.Value();

    public BuyerProgramme Programme => SmallCase.Compile(Files);

    public Case World => SmallCase.Read(Files);

    public MemorySource Files => SmallCase.Files(
        ("case.yaml", $"case: Tiny\nas-of: {AsOf}\nperiods: {Periods}\ncurrency: USD\nviewpoint: buyer\nparties: {{buyer: {{country: CN}}}}\ndiscount: {Discount}\nwait: {Wait}\n{Header}\n"),
        ("parts.yaml", """
            parts:
              alpha: {maker: maker-a, country: US, stack: cuda, drawn: 1 kW}
              beta: {maker: maker-b, country: CN, stack: cann, drawn: 1 kW}
            """),
        ("places.yaml", Places + "\n"),
        ("workloads.yaml", $"workloads:\n{Indent(Workloads)}\n" + (Stacks.Length > 0 ? $"stacks:\n{Indent(Stacks)}\n" : "")),
        ("offers.yaml", $"offers:\n{Indent(Offers)}\n"),
        ("drivers.yaml", Drivers.Length > 0 ? $"drivers:\n{Indent(Drivers)}\n" : "drivers: {}\n"),
        ("calendar.yaml", Calendar.Length > 0 ? Calendar + "\n" : "{}\n"),
        ("fleet.csv", $"part,place,units,installed,retires\n{Fleet}\n"),
        ("on-order.csv", $"offer,units,due\n{OnOrder}\n"),
        ("planned.csv", $"offer,units,order-by\n{Planned}\n"),
        ("demand.csv", $"workload,period,amount\n{Demand}\n"));

    /// <summary>A purchase at 1 000, at once, 2 thousand a month, nothing paid at the order, worth less by a tenth each month.</summary>
    public static string Buy(string more = "", string id = "buy", string part = "alpha", string price = "1 000 USD", string lead = "0 months", string supply = "rate: 2k units per month") =>
        $"{id}: {{part: {part}, seller: maker-a, place: home, price: {price}, lead: {lead}, {supply}, residual-life: 10 months{(more.Length > 0 ? ", " : "")}{more}}}";

    /// <summary>A driver that stands at a level with these effects for good.</summary>
    public static string Standing(string effects, string kind = "effects", string id = "gate") =>
        $"{id}: {{history: {{2025-08-01: {{level: on, known: 2025-08-01}}}}, levels: {{on: {{{kind}: {{{effects}}}}}, off: {{}}}}}}";

    /// <summary>A driver whose level has these effects in September and those from October on.</summary>
    public Tiny Then(string first, string later) => this with
    {
        Drivers = $"gate: {{history: {{2025-08-01: {{level: one, known: 2025-08-01}}}}, levels: {{one: {{effects: {{{first}}}}}, two: {{effects: {{{later}}}}}}}}}",
        Calendar = "change: {on: 2025-09-15, jumps: {gate: {from: one, to: two, chance: 100 %}}}",
    };

    static string Indent(string text) => "  " + text.Trim().Replace("\n", "\n  ", StringComparison.Ordinal);
}
