using System.Collections.Immutable;

namespace Sluice.Tests.Cases;

/// <summary>Slips that people make, and files that nobody should have to read.</summary>
static class BrokenCases
{
    public static ImmutableArray<BrokenCase> All { get; } = [.. Syntax(), .. Values(), .. Keys(), .. Tables(), .. References(), .. Drivers(), .. Terms(), .. Evidence(), .. Habits(), .. Several()];

    static IEnumerable<BrokenCase> Syntax() =>
    [
        Broken("an unclosed quotation mark").Edit("case.yaml", "case: A small case ", "case: \"A small case ").Expect("SLU0001", "case.yaml", "\"A small case"),
        Broken("an unclosed bracket").Edit("offers.yaml", "rent: [inference]", "rent: [inference").Expect("SLU0001", "offers.yaml", "[inference"),
        Broken("something between a list and the next name").Edit("offers.yaml", "rent: [inference]", "rent: [inference]  *a ").Expect("SLU0002", "offers.yaml", "*a").ExpectAt("SLU0001", "offers.yaml", 33, 1),
        Broken("an anchor and an alias").Edit("offers.yaml", "fit-out: 60 %", "fit-out: &f 60 %").Edit("offers.yaml", "ramp: 70 % in the first month", "ramp: *f").Expect("SLU0002", "offers.yaml", "&f").Expect("SLU0002", "offers.yaml", "*f"),
        Broken("a tag").Edit("offers.yaml", "fit-out: 60 %", "fit-out: !!float 60 %").Expect("SLU0003", "offers.yaml", "!!float"),
        Broken("a merge key").Edit("places.yaml", "  country: CN", "  <<: {country: CN}\n  country: CN").Expect("SLU0004", "places.yaml", "<<"),
        Broken("a second document").Add("places.yaml", "---\nother: {country: CN}\n").Expect("SLU0005", "places.yaml", "---"),
        Broken("a name twice in one map", "the first is at").Edit("places.yaml", "  country: CN", "  power: 10 MW\n  country: CN").Expect("SLU0006", "places.yaml", "power: 20 MW"),
        Broken("a hundred thousand brackets").Write("places.yaml", $"home: {new string('[', 100_000)}").ExpectAt("SLU0007", "places.yaml", 1, 38),
        Broken("an invisible character").Edit("places.yaml", "country: CN", "country: C\u200BN").Expect("SLU0008", "places.yaml", "\u200B"),
        Broken("zero bytes").Edit("places.yaml", "country: CN", "country: C\0N").Expect("SLU0009", "places.yaml", ""),
        Broken("a file that is a list").Write("offers.yaml", "- h20\n").Expect("SLU0011", "offers.yaml", ""),
        Broken("a list of things with parts").Edit("offers.yaml", "rent: [inference]", "rent: [{inference: 1}]").Expect("SLU0012", "offers.yaml", "{inference: 1}"),
        Broken("an empty file of offers", "no 'offers'").Write("offers.yaml", "").Expect("SLU0606", "case.yaml", ""),
        Broken("one line of ten megabytes").Write("places.yaml", $"home: {{country: CN, remark: {new string('x', 10_000_000)}}}").Expect("SLU0101", "places.yaml", "remark"),
        Broken("no case at all", "no case.yaml").Delete("case.yaml").Expect("SLU0601", "case.yaml", ""),
        Broken("a file that no case has", "Did you mean 'calendar.yaml'?").Write("calender.yaml", "a: {on: 2025-11-10}\n").Expect("SLU0603", "calender.yaml", ""),
    ];

    static IEnumerable<BrokenCase> Habits() =>
    [
        Broken("a line of a maker without habits", "Did you mean 'nvidia'?").Edit("habits.yaml", "    maker: nvidia", "    maker: nvidea").Expect("SLU0201", "habits.yaml", "nvidea"),
        Broken("a level that a driver does not have").Add("habits.yaml", "stands: {import-gate: pawse}\n").Expect("SLU0301", "habits.yaml", "pawse"),
        Broken("a line on the terms of a rental").Edit("habits.yaml", "    offer: h20 ", "    offer: rent ").Expect("SLU0433", "habits.yaml", "rent "),
        Broken("a reported figure of months that are not simulated").Add("habits.yaml", "record: {early: {series: nvda-licensed-parts, item: H20, period: FY2026-Q3, measure: revenue, from: 2025-02-01, to: 2025-04-01}}\n").Expect("SLU0434", "habits.yaml", "2025-02-01"),
    ];

    static IEnumerable<BrokenCase> Values() =>
    [
        Broken("a unit that is none").Edit("offers.yaml", "3k units per quarter", "3k elephants per quarter").Expect("SLU0120", "offers.yaml", "3k elephants"),
        Broken("a length of time in units").Edit("offers.yaml", "notice: 1 month", "notice: 1 unit").Expect("SLU0121", "offers.yaml", "1 unit "),
        Broken("a number without unit").Edit("offers.yaml", "notice: 1 month", "notice: 1").ExpectAt("SLU0122", "offers.yaml", 31, 13),
        Broken("a share without per cent").Edit("offers.yaml", "fit-out: 60 %", "fit-out: 0.6").Expect("SLU0122", "offers.yaml", "0.6"),
        Broken("a currency without rate").Edit("places.yaml", "0.08 USD per kWh", "0.60 CNY per kWh").Expect("SLU0123", "places.yaml", "0.60 CNY"),
        Broken("a comma in a number", "a comma means different things").Edit("offers.yaml", "2 400 USD per H20e-quarter", "2,400 USD per H20e-quarter").Expect("SLU0104", "offers.yaml", "2,400"),
        Broken("an equivalent that no workload declares").Edit("offers.yaml", "rate: 1k H20e", "rate: 1k H200e").Expect("SLU0124", "offers.yaml", "1k H200e"),
        Broken("a chance above one").Edit("drivers.yaml", "chance: 10 % per quarter", "chance: 120 % per quarter").Expect("SLU0105", "drivers.yaml", "120 %"),
        Broken("a negative lead").Edit("offers.yaml", "notice: 1 month", "notice: -1 month").Expect("SLU0105", "offers.yaml", "-1 month"),
        Broken("negative units in a table").Edit("fleet.csv", "6k", "-6k").Expect("SLU0105", "fleet.csv", "-6k"),
        Broken("a deposit above the price").Edit("offers.yaml", "{until: 30 days before delivery, refund: 2 300 USD}", "none").Edit("offers.yaml", "receipt: optional", "receipt: take-or-pay").Edit("offers.yaml", "fit-out: 60 %", "residual-life: -5 years").Expect("SLU0105", "offers.yaml", "-5 years"),
        Broken("a range that does not hold its value").Edit("offers.yaml", "between: 10 000 to 13 000 USD", "between: 12 000 to 13 000 USD").Expect("SLU0126", "offers.yaml", "11 500 USD"),
        Broken("a range upside down").Edit("offers.yaml", "between: 10 000 to 13 000 USD", "between: 13 000 to 10 000 USD").Expect("SLU0126", "offers.yaml", "13 000 to"),
        Broken("a date in words").Edit("case.yaml", "as-of: 2025-10-01", "as-of: 1 October 2025").Expect("SLU0104", "case.yaml", "1 October"),
        Broken("periods that cannot be read").Edit("case.yaml", "periods: 4 quarters", "periods: every quarter").Expect("SLU0130", "case.yaml", "every quarter"),
        Broken("periods off the calendar").Edit("case.yaml", "periods: 4 quarters", "periods: months to 2025-11, then 4 quarters").Expect("SLU0131", "case.yaml", "months to"),
        Broken("a currency that is none", "Did you mean 'CNY'?").Edit("case.yaml", "currency: USD", "currency: RMB").Expect("SLU0120", "case.yaml", "RMB"),
        Broken("a discount without a time").Edit("case.yaml", "discount: 10 % per year", "discount: 10 %").Expect("SLU0121", "case.yaml", "10 %"),
        Broken("a wait beyond the horizon").Edit("case.yaml", "wait: 1 quarter", "wait: 3 years").Expect("SLU0429", "case.yaml", "3 years"),
        Broken("risk without a tail").Add("case.yaml", "risk: {cvar: 100 %, weight: 25 %}\n").Expect("SLU0108", "case.yaml", "100 %"),
        Broken("a country in words").Edit("places.yaml", "country: CN", "country: China").Expect("SLU0104", "places.yaml", "China"),
    ];

    static IEnumerable<BrokenCase> Keys() =>
    [
        Broken("an unknown key with a near one", "Did you mean 'price'?").Edit("offers.yaml", "price: 2 400 USD", "prize: 2 400 USD").Expect("SLU0101", "offers.yaml", "prize").Expect("SLU0102", "offers.yaml", "rent: [inference]"),
        Broken("an unknown section", "Did you mean 'offers'?").Add("offers.yaml", "ofers: {}\n").Expect("SLU0101", "offers.yaml", "ofers"),
        Broken("a missing key").Edit("workloads.yaml", "    equivalent: H20e  ", "    # equivalent: H20e  ").Expect("SLU0102", "workloads.yaml", "reference: nvidia-h20"),
        Broken("an offer that neither buys nor rents").Edit("offers.yaml", "rent: [inference]  ", "workload: inference  ").Expect("SLU0107", "offers.yaml", "workload: inference"),
        Broken("a word that is not possible", "Did you mean 'optional'?").Edit("offers.yaml", "receipt: optional", "receipt: optinal").Expect("SLU0106", "offers.yaml", "optinal"),
        Broken("an effect that is none").Edit("drivers.yaml", "{stop-orders: {on:", "{stop-order: {on:").Expect("SLU0107", "drivers.yaml", "stop-order:"),
        Broken("two effects under one name").Edit("drivers.yaml", "{pause-h20: {stop-orders: {on: {part: nvidia-h20, buyers: large-platform}}}}", "{pause-h20: {stop-orders: {on: {part: nvidia-h20}}, cancel-orders: {on: {part: nvidia-h20}}}}").Expect("SLU0107", "drivers.yaml", "cancel-orders"),
        Broken("an effect that selects nothing").Edit("drivers.yaml", "{on: {part: nvidia-h20, buyers: large-platform}}", "{}").ExpectAt("SLU0102", "drivers.yaml", 9, 47),
        Broken("both rate and supply").Edit("offers.yaml", "    rate: 3k units per quarter", "    supply: {2025-10-01: 2k units per quarter}\n    rate: 3k units per quarter").Expect("SLU0108", "offers.yaml", "{2025-10-01: 2k"),
        Broken("both chance and dwell").Edit("drivers.yaml", "        chance: 10 % per quarter", "        dwell: median 5 months\n        chance: 10 % per quarter").Expect("SLU0108", "drivers.yaml", "median 5"),
        Broken("growth without power").Edit("places.yaml", "power: 20 MW", "power-growth: 2 % per month").Expect("SLU0108", "places.yaml", "2 % per month"),
        Broken("a stance that is none").Edit("case.yaml", "{import-gate: follow}", "{import-gate: ignore}").Expect("SLU0107", "case.yaml", "ignore"),
        Broken("a plain value for a map").Edit("workloads.yaml", "efficiency: {cuda: 1, cann: {value: 0.7, between: 0.5 to 1, judgement: \"A new stack in its first year.\"}}", "efficiency: high").Expect("SLU0103", "workloads.yaml", "high"),
        Broken("a figure without bound").Edit("parts.yaml", "    drawn: 1.8 kW", "    bandwidth: {src: [epoch]}\n    drawn: 1.8 kW").Expect("SLU0108", "parts.yaml", "{src: [epoch]}"),
        Broken("a number format that is none").Edit("parts.yaml", "    drawn: 1.8 kW", "    dense: {fp15: 100}\n    drawn: 1.8 kW").Expect("SLU0106", "parts.yaml", "fp15"),
    ];

    static IEnumerable<BrokenCase> Tables() =>
    [
        Broken("two rows for one period").Add("demand.csv", "inference,2026-Q1,9k H20e,\n").Expect("SLU0023", "demand.csv", "inference,2026-Q1,9k"),
        Broken("one period under two labels").Add("demand.csv", "inference,2026-01-01,9k H20e,\n").Expect("SLU0411", "demand.csv", "2026-01-01"),
        Broken("a period that is missing", "2026-Q3").Edit("demand.csv", "inference,2026-Q3,12k H20e,9k to 17k H20e\n", "").Expect("SLU0412", "demand.csv", ""),
        Broken("a label that is no period", "2026-Q5").Edit("demand.csv", "2026-Q3", "2026-Q5").Expect("SLU0410", "demand.csv", "2026-Q5").Expect("SLU0412", "demand.csv", ""),
        Broken("a month where the case has quarters").Edit("demand.csv", "2026-Q3", "2026-08").Expect("SLU0410", "demand.csv", "2026-08").Expect("SLU0412", "demand.csv", ""),
        Broken("a row of another year").Add("demand.csv", "inference,2024-Q4,5k H20e,\n").Expect("SLU0413", "demand.csv", "2024-Q4"),
        Broken("a stray cell").Edit("fleet.csv", "2029-12-31", "2029-12-31,a remark").Expect("SLU0021", "fleet.csv", "a remark"),
        Broken("a row that is too short").Edit("planned.csv", "h20,2k,2025-12-31", "h20,2k").ExpectAt("SLU0028", "planned.csv", 2, 1).ExpectAt("SLU0026", "planned.csv", 2, 1),
        Broken("an unclosed mark in a table").Edit("planned.csv", "h20,2k", "\"h20,2k").Expect("SLU0020", "planned.csv", "\"h20"),
        Broken("an unknown column").Edit("planned.csv", "offer,units,order-by", "offer,unit,order-by").ExpectAt("SLU0101", "planned.csv", 1, 7).ExpectAt("SLU0102", "planned.csv", 2, 1).ExpectAt("SLU0102", "planned.csv", 3, 1),
        Broken("a missing key column").Edit("planned.csv", "offer,units,order-by", "offr,units,order-by").ExpectAt("SLU0025", "planned.csv", 1, 1),
        Broken("an empty table").Write("planned.csv", "").Expect("SLU0024", "planned.csv", ""),
        Broken("a workbook that is none").Delete("planned.csv").Write("planned.xlsx", "not a workbook").Expect("SLU0027", "planned.xlsx", ""),
        Broken("a table in two files").Write("planned.xlsx", "not a workbook").Expect("SLU0605", "planned.xlsx", ""),
        Broken("an order that was due in the past").Write("on-order.csv", "offer,units,due\nh20,1k,2025-09-15\n").Expect("SLU0414", "on-order.csv", "2025-09-15"),
        Broken("a plan for the past").Edit("planned.csv", "2025-12-31", "2025-06-30").Expect("SLU0415", "planned.csv", "2025-06-30"),
        Broken("units that are not installed yet").Edit("fleet.csv", "2025-01-31", "2025-11-30").ExpectAt("SLU0416", "fleet.csv", 2, 1),
        Broken("units that leave before they come").Edit("fleet.csv", "2029-12-31", "2024-12-31").Expect("SLU0108", "fleet.csv", "2024-12-31"),
        Broken("a rental on order").Write("on-order.csv", "offer,units,due\nrent,1k,2025-11-15\n").Expect("SLU0417", "on-order.csv", "rent,1k"),
    ];

    static IEnumerable<BrokenCase> References() =>
    [
        Broken("an unknown part", "Did you mean 'nvidia-h20'?").Edit("offers.yaml", "part: nvidia-h20", "part: nvidia-h2o").Expect("SLU0201", "offers.yaml", "nvidia-h2o"),
        Broken("a fleet at an unknown place").Edit("fleet.csv", "home", "hame").Expect("SLU0201", "fleet.csv", "hame"),
        Broken("a rental of an unknown workload").Edit("offers.yaml", "rent: [inference]", "rent: [training]").Expect("SLU0201", "offers.yaml", "training"),
        Broken("a plan with an unknown offer", "Did you mean 'h20'?").Edit("planned.csv", "h20,2k", "h2o,2k").Expect("SLU0201", "planned.csv", "h2o"),
        Broken("an efficiency of an unknown stack", "Did you mean 'cuda'?").Edit("workloads.yaml", "{cuda: 1,", "{cudda: 1,").Expect("SLU0201", "workloads.yaml", "cudda").Expect("SLU0425", "offers.yaml", "nvidia-h20"),
        Broken("a reason with an unknown claim", "Did you mean 'notices-sent'?").Edit("drivers.yaml", "event: notices-sent", "event: notice-sent").Expect("SLU0201", "drivers.yaml", "notice-sent").Expect("SLU0501", "evidence.yaml", "notices-sent:"),
        Broken("a basis with an unknown claim").Edit("offers.yaml", "fit-out: 60 %", "fit-out: {value: 60 %, basis: [server-price]}").Expect("SLU0201", "offers.yaml", "server-price"),
        Broken("a report of an unknown source", "Did you mean 'bloomberg'?").Edit("evidence.yaml", "source: bloomberg", "source: blomberg").Expect("SLU0201", "evidence.yaml", "blomberg"),
        Broken("a claim heard in an unknown report").Edit("evidence.yaml", "heard: {bloomberg-2025-08-12:", "heard: {bloomberg-2025-08-13:").Expect("SLU0201", "evidence.yaml", "bloomberg-2025-08-13").Expect("SLU0502", "evidence.yaml", "bloomberg-2025-08-12"),
        Broken("a stance on an unknown driver").Edit("case.yaml", "{import-gate: follow}", "{import-gat: follow}").Expect("SLU0201", "case.yaml", "import-gat:"),
        Broken("an unknown group of buyers", "Did you mean 'large-platform'?").Edit("case.yaml", "groups: [large-platform]", "groups: [large-platforms]").Expect("SLU0201", "case.yaml", "large-platforms"),
        Broken("a verdict on an unknown offer").Edit("verdicts.yaml", "rent:\n", "rnt:\n").Expect("SLU0201", "verdicts.yaml", "rnt:").Expect("SLU0701", "offers.yaml", "rent:\n"),
        Broken("a viewpoint that is not described", "Did you mean 'us'?").Edit("case.yaml", "viewpoint: us", "viewpoint: uss").Expect("SLU0201", "case.yaml", "uss").Expect("SLU0428", "case.yaml", "uss"),
        Broken("a section of the atlas that does not exist", "Did you mean 'parts'?").Edit("case.yaml", "atlas: [parts, sources]", "atlas: [part, sources]").Expect("SLU0106", "case.yaml", "part,"),
        Broken("a fill shared with an offer that has none").Edit("offers.yaml", "receipt: optional", "fill-with: ascend-910c\n    receipt: optional").Expect("SLU0422", "offers.yaml", "ascend-910c\n    receipt"),
    ];

    static IEnumerable<BrokenCase> Drivers() =>
    [
        Broken("a move from an unknown level", "Did you mean 'pause'?").Edit("drivers.yaml", "from: pause", "from: pauze").Expect("SLU0301", "drivers.yaml", "pauze"),
        Broken("a move from a level to itself").Edit("drivers.yaml", "to: pause ", "to: none # itself ").Expect("SLU0108", "drivers.yaml", "none # itself"),
        Broken("a history with an unknown level").Edit("drivers.yaml", "{level: none, known: 2025-08-01}", "{level: nothing, known: 2025-08-01}").Expect("SLU0301", "drivers.yaml", "2025-08-01:"),
        Broken("a history that knows only the future").Edit("drivers.yaml", "known: 2025-08-01", "known: 2025-11-01").Expect("SLU0306", "drivers.yaml", "gate: {authorities"),
        Broken("a history that ends before it begins").Edit("drivers.yaml", "known: 2025-08-01", "known: 2025-08-01, until: 2025-07-01").Expect("SLU0305", "drivers.yaml", "2025-08-01:"),
        Broken("a history named by no date").Edit("drivers.yaml", "2025-08-01: {", "summer: {").Expect("SLU0104", "drivers.yaml", "summer"),
        Broken("two standings at once").Edit("drivers.yaml", "      2025-08-01: {level: none, known: 2025-08-01}", "      2025-08-01: {level: none, known: 2025-08-01}\n      about 2025-08-01: {level: pause, known: 2025-08-01}").Expect("SLU0305", "drivers.yaml", "about"),
        Broken("a condition on the driver itself").Edit("drivers.yaml", "        chance: 10 % per quarter", "        when: {import-gate: none}\n        chance: 10 % per quarter").Expect("SLU0303", "drivers.yaml", "import-gate: none"),
        Broken("a flag that is never set").Edit("drivers.yaml", "        chance: 10 % per quarter", "        when: {lines: recent}\n        chance: 10 % per quarter")
            .Add("drivers.yaml", "  lines: {history: {2025-08-01: {level: off, known: 2025-08-01}}, levels: {off: {}}}\n").Expect("SLU0304", "drivers.yaml", "recent}"),
        Broken("a flag set by an unknown move").Edit("drivers.yaml", "    levels:\n", "    recent: {after: [opens], window: 2 quarters}\n    levels:\n").Expect("SLU0302", "drivers.yaml", "[opens]"),
        Broken("a reason without event").Edit("drivers.yaml", "            event: notices-sent", "            # event: notices-sent").Expect("SLU0102", "drivers.yaml", "times: 1.3").Expect("SLU0501", "evidence.yaml", "notices-sent:"),
        Broken("a claim that is basis and reason").Edit("drivers.yaml", "judgement: \"Your own odds.\"", "basis: [notices-sent]").Expect("SLU0307", "drivers.yaml", "notices-sent   "),
        Broken("levels out of order").Edit("drivers.yaml", "      none: {}\n", "").Edit("drivers.yaml", "    moves:\n", "      none: {}\n    moves:\n").Expect("SLU0308", "drivers.yaml", "{}\n    moves"),
        Broken("being told an unknown level").Add("case.yaml", "told: {import-gate: pauze}\n").Expect("SLU0301", "case.yaml", "pauze"),
        Broken("a stance on what asks nothing").Edit("drivers.yaml", "{asks: {pause-h20:", "{effects: {pause-h20:").Expect("SLU0309", "case.yaml", "import-gate: follow"),
        Broken("an event on an unknown move").Write("calendar.yaml", "summit: {on: 2025-11-10, moves: {import-gate: {eaze: {times: 3, for: 1 month}}}}\n").Expect("SLU0302", "calendar.yaml", "eaze"),
        Broken("a jump to an unknown level").Write("calendar.yaml", "summit: {on: 2025-11-10, jumps: {import-gate: {from: none, to: pauze, chance: 10 %}}}\n").Expect("SLU0301", "calendar.yaml", "pauze"),
        Broken("a shared quota without share").Edit("drivers.yaml", "{stop-orders: {on: {part: nvidia-h20, buyers: large-platform}}}", "{quota: {amount: 10k units, per: country, on: {part: nvidia-h20}}}").Expect("SLU0430", "drivers.yaml", "{amount: 10k"),
        Broken("a bound on an unknown figure", "Did you mean 'tpp'?").Edit("drivers.yaml", "{part: nvidia-h20, buyers: large-platform}", "{spec: {ttp: at least 4800}}").Expect("SLU0101", "drivers.yaml", "ttp"),
        Broken("a share of use without per cent").Edit("drivers.yaml", "{stop-orders: {on:", "{stop-use: {what: old, on:").Expect("SLU0104", "drivers.yaml", "old"),
    ];

    static IEnumerable<BrokenCase> Terms() =>
    [
        Broken("chances of a fill that do not sum to one", "80 %").Edit("offers.yaml", "receipt: take-or-pay", "fill: {all: 40 %, half: 40 %}").Expect("SLU0401", "offers.yaml", "{all: 40"),
        Broken("a fill of an unknown share").Edit("offers.yaml", "receipt: take-or-pay", "fill: {all: 40 %, plenty: 60 %}").Expect("SLU0106", "offers.yaml", "plenty"),
        Broken("steps of shortage that grow cheaper").Edit("workloads.yaml", "price: 900 USD", "price: 5 000 USD").Expect("SLU0402", "workloads.yaml", "4 000 USD"),
        Broken("two last steps of shortage").Edit("workloads.yaml", "{up-to: 10 %, price: 900 USD per H20e-quarter}", "{price: 900 USD per H20e-quarter}").Expect("SLU0108", "workloads.yaml", "little:"),
        Broken("a refund above the deposit").Edit("offers.yaml", "refund: 2 300 USD", "refund: 9 000 USD").Expect("SLU0420", "offers.yaml", "9 000 USD"),
        Broken("an option that does nothing").Edit("offers.yaml", "{until: 30 days before delivery, refund: 2 300 USD}", "none").Expect("SLU0421", "offers.yaml", "optional"),
        Broken("storage cheaper than interest").Edit("offers.yaml", "receipt: optional", "receipt: optional\n    holding: 0.1 % per month").Expect("SLU0423", "offers.yaml", "0.1 % per"),
        Broken("a quote that has lapsed").Edit("offers.yaml", "receipt: optional", "receipt: optional\n    quote: {quantity: 1k units, until: 2025-06-30}").Expect("SLU0424", "offers.yaml", "2025-06-30"),
        Broken("an offer that serves nothing").Edit("workloads.yaml", ", cann: {value: 0.7, between: 0.5 to 1, judgement: \"A new stack in its first year.\"}", "").Expect("SLU0425", "offers.yaml", "huawei-ascend-910c"),
        Broken("a part that draws no power").Edit("parts.yaml", "    drawn: 1.8 kW", "    {} # drawn: 1.8 kW").Expect("SLU0426", "offers.yaml", "huawei-ascend-910c"),
        Broken("more service than is wanted").Add("workloads.yaml", "    minimum-service: {level: 9k H20e, price: 20 000 USD per H20e-quarter}\n").Expect("SLU0427", "workloads.yaml", "9k H20e"),
        Broken("a viewpoint that does not buy").Edit("case.yaml", "    country: CN", "    kind: maker\n    country: CN").Expect("SLU0428", "case.yaml", "us        "),
        Broken("an offer without verdict").Write("verdicts.yaml", "h20: {us-export: {verdict: unknown, why: Not looked at.}}\nascend-910c: {cn-import: {verdict: no-requirement, why: Made in China.}}\n").Expect("SLU0701", "offers.yaml", "rent:\n"),
        Broken("a licence that no driver sets").Edit("verdicts.yaml", "verdict: unknown", "verdict: licence").Expect("SLU0702", "verdicts.yaml", "us-export"),
        Broken("a supply named by no day").Edit("offers.yaml", "rate: 3k units per quarter", "supply: {soon: 3k units per quarter}").Expect("SLU0104", "offers.yaml", "soon"),
    ];

    static IEnumerable<BrokenCase> Evidence() =>
    [
        Broken("a claim that nothing rests on").Add("evidence.yaml", "  rumour: {who: analysts, does: whisper, when: 2025, credibility: 4, heard: {bloomberg-2025-08-12: {certainty: unverified}}}\n").Expect("SLU0501", "evidence.yaml", "rumour"),
        Broken("a report in which nothing was heard").Edit("evidence.yaml", "reports:\n", "reports:\n  reuters-2025-08-12: {source: reuters, published: 2025-08-12}\n").Expect("SLU0502", "evidence.yaml", "reuters-2025-08-12"),
        Broken("a claim heard nowhere").Edit("evidence.yaml", "{bloomberg-2025-08-12: {said-by: people familiar, certainty: reported}}", "{}").Expect("SLU0504", "evidence.yaml", "who:").Expect("SLU0502", "evidence.yaml", "bloomberg-2025-08-12"),
        Broken("a report that repeats itself").Edit("evidence.yaml", "certainty: reported}", "certainty: reported, in: [bloomberg-2025-08-12]}").Expect("SLU0503", "evidence.yaml", "bloomberg-2025-08-12]"),
        Broken("a grade that does not exist").Edit("evidence.yaml", "credibility: 3", "credibility: 7").Expect("SLU0105", "evidence.yaml", "7"),
        Broken("hindsight that is not marked").Edit("offers.yaml", "fit-out: 60 %", "fit-out: {value: 60 %, basis: [later]}")
            .Add("evidence.yaml", "  later: {who: nvidia, does: print a price, when: 2025-12, credibility: 2, heard: {reuters-2025-12-01: {certainty: firm}}}\n")
            .Edit("evidence.yaml", "reports:\n", "reports:\n  reuters-2025-12-01: {source: reuters, published: 2025-12-01}\n").Expect("SLU0505", "offers.yaml", "{value: 60 %"),
        Broken("a dispute with one side").Add("evidence.yaml", "disputes: {one: {sides: {only: [notices-sent]}}}\n").Expect("SLU0108", "evidence.yaml", "{only:"),
        Broken("a claim on two sides").Add("evidence.yaml", "disputes: {two: {sides: {asked: [notices-sent], told: [notices-sent]}}}\n").Expect("SLU0506", "evidence.yaml", "notices-sent]}}}"),
        Broken("a dispute settled for a side that it does not have").Add("evidence.yaml", "disputes: {two: {sides: {sent: [notices-sent], not: []}, resolved: maybe}}\n").Expect("SLU0108", "evidence.yaml", "maybe"),
    ];

    static IEnumerable<BrokenCase> Several() =>
    [
        Broken("several faults in several files at once").Edit("case.yaml", "wait: 1 quarter", "wait: 1").Edit("offers.yaml", "fit-out: 60 %", "fit-out: sixty").Edit("offers.yaml", "receipt: optional", "receipt: perhaps")
            .Edit("places.yaml", "power: 20 MW", "power: 20").Edit("drivers.yaml", "from: pause", "from: pauze").Edit("demand.csv", "7k H20e,6k", "seven,6k")
            .ExpectAt("SLU0122", "case.yaml", 12, 7).Expect("SLU0104", "offers.yaml", "sixty").Expect("SLU0106", "offers.yaml", "perhaps").Expect("SLU0122", "places.yaml", "20  ")
            .Expect("SLU0301", "drivers.yaml", "pauze").Expect("SLU0104", "demand.csv", "seven"),
        Broken("a fault of syntax ends its own file only").Edit("offers.yaml", "rent: [inference]", "rent: [inference").Edit("places.yaml", "power: 20 MW", "power: 20").Expect("SLU0001", "offers.yaml", "[inference").Expect("SLU0122", "places.yaml", "20  "),
    ];

    static BrokenCase Broken(string name, string because = "") => new(name, because);
}
