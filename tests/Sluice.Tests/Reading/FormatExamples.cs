namespace Sluice.Tests.Reading;

/// <summary>The examples that fix the format of cases and atlas.</summary>
internal static class FormatExamples
{
    public const string Case = """
        # case.yaml
        case: H20, August 2025
        as-of: 2025-08-21
        periods: months to 2025-12, then 8 quarters     # 13 stages
        currency: USD
        rates: {CNY: {per: USD, value: 7.18, on: 2025-08-21}}
        viewpoint: northstar
        stance: {cac: follow, ndrc-nvidia: follow}
        told: {cac: pause}
        wait: 1 quarter
        indifference: 0.25 % of planned outlay
        discount: 10 % per year
        risk: none
        atlas: [parts, us-rules, cn-measures, sources]
        """;

    public const string Workloads = """
        workloads:
          inference:
            equivalent: H20e                             # one reference part's work at this workload
            reference: nvidia-h20
            compute-bound: 30 %
            precision: [fp8, int8, fp16]
            efficiency: {cuda: 1, cann: 0.8, neuware: 0.6}
            speed: {nvidia-h20: 1}
            shortage: {first: {up-to: 5 %, price: 600 USD per H20e-quarter}, next: {up-to: 30 %, price: 1 850 USD per H20e-quarter}, rest: {price: 5 700 USD per H20e-quarter}}
            minimum-service: {level: 160k H20e, price: 20 000 USD per H20e-quarter}
        stacks:
          cann: {ported: {inference: 30k H20e}, porting: {inference: {price: 40 USD per H20e, rate: 20k H20e per month, delay: 1 month}}}
        """;

    public const string Offers = """
        offers:
          h20-stock:   {part: nvidia-h20, seller: nvidia, place: mainland, price: 11 500 USD, tax: out, fit-out: 60 %, lead: 1 quarter, rate: 36k units per quarter,
                        deposit: 30 %, cancel: {until: 30 days before delivery, refund: 2 300 USD}, receipt: optional, ramp: 70 % in the first month}
          ascend-910c: {part: huawei-ascend-910c, seller: huawei, place: mainland, price: 15 500 USD, fit-out: 30 %, lead: 2 quarters, quote: {quantity: 18k units, until: 2025-09-30}, deposit: 30 %, cancel: none, receipt: take-or-pay,
                        rate: 13k units per quarter, fill: {all: 40 %, half: 40 %, tenth: 20 %}}   # fill
          rent-mainland: {rent: [inference], place: mainland, price: 2 400 USD per H20e-quarter, rate: 20k H20e, notice: 1 month}
        """;

    public const string Drivers = """
        drivers:
          us-export:
            gate: {authorities: [bis, white-house], form: licence, side: export}
            history: {2025-04-09: {level: closed, known: 2025-04-15, claims: [h20-licence-required]}, 2025-08-08: {level: licensed, known: 2025-08-08, claims: [licences-issued]}}
            recent: {after: [open], window: 2 quarters}
            levels:
              closed:   {effects: {no-h20: {stop-orders: {on: {part: nvidia-h20}}}, shut: {pass-deliveries: {share: 0, rest: waits, on: {part: nvidia-h20}}}}}
              licensed: {effects: {share: {levy: {rate: 15 %, payer: nvidia, passed-on: 0 %, on: {part: nvidia-h20}}}}}
            moves:
              shut: {from: licensed, to: closed, chance: 10 % per quarter}
              open: {from: closed, to: licensed, chance: 12 % per quarter, because: {president-hints: {event: trump-may-allow, times: 1.5, for: 2 quarters}}}
          cac:
            gate: {authorities: [cac], backed-by: [miit], form: guidance, side: import, ground: security}
            history: {about 2025-07-31: {level: ask, known: 2025-08-12, claims: [notices-ask-reasons]}, about 2025-07-22: {level: pause, known: 2025-08-20, claims: [cac-asked-to-pause]}}
            levels:                                     # in the order of the atlas's ladder
              none: {}
              ask: {}
              pause: {asks: {pause-h20: {stop-orders: {on: {part: nvidia-h20, buyers: large-platform}}}}}
              enforced: {keep: true, effects: {operations: {stop-use: {what: 20 %, on: {country: US, buyers: large-platform}}}}}
            moves:
              answer: {from: ask, to: pause, dwell: median 82 days, when: {us-export: recent}}
              tighten: {from: pause, to: bar, chance: 20 % per quarter, because: {remark: {event: lutnick-remark, link: officials-took-offence, times: 1.5, from: 2025-07-15, for: 2 quarters}}}
          ndrc-nvidia: {…}                              # its own ask
        """;

    public const string Atlas = """
        parts:
          nvidia-h20: {maker: nvidia, country: US, jurisdiction: us, process: TSMC 4N, datacentre: yes, stack: cuda, dense: {fp8: 296, fp16: 148, int8: 296}, die-area: {value: 814 mm2}, memory: 96 GB, bandwidth: 4000 GB/s, interconnect: 900 GB/s,
            tdp: {value: 400 W, src: [tweak-h20], others: {cctv: 550 W}}, us-sale-from: …, sold-without-licence: {CN: 2024-01 to 2025-04-09}}
          nvidia-rtx-pro-6000d: {bandwidth: {below: 1400 GB/s}}
        rules:
          us-2023-10-17:
            {kind: rule, issuer: bis, known: 2023-10-17, effective: 2023-11-17, ended: none, basis: [fr-2023-23055],
             scope: {subject: us-jurisdiction, to: {in: [D1, D4, D5, MO], not-in: [A5, A6]}, or: {hq: [D5, MO]}},
             classes: {3A090.a: {any: {speed: tpp >= 4800, dense: {all: [tpp >= 1600, pd >= 5.92]}}}, 3A090.b: {any: {…}}},
             not: {not-datacentre: {all: [datacentre = no, tpp < 4800]}},
             exceptions: {NAC: {for: …, give: notice 25 days}, ACA: {…}}, policy: {d5: {when: …, give: denial}, other: {give: approval}}}
          us-2025-04-09-letters: {kind: letter, to-makers: [nvidia, amd, intel], named: [nvidia-h20, amd-mi308], known: 2025-04-15, effective: 2025-04-09, classes: {letter: {any: {bw: bandwidth >= 1400, io: interconnect >= 1100, sum: bandwidth + interconnect >= 1700}}}, basis: {existence: [nvda-8k], numbers: [ft-intel]}}
        measures:
          cn-2025-07-cac-pause: {issuer: cac, form: window-guidance, audience: {large-platform: 3, state-funded: 4}, on: {part: nvidia-h20}, ground: security, effective: about 2025-07-22, known: 2025-08-20, ended: not-found, claims: [cac-asked-to-pause]}
        """;
}
