using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sluice.Cases;
using Sluice.Reading;
using Sluice.Simulation;

namespace Sluice.Bench;

/// <summary>
/// The market at the size that is promised: 10,000 replications × 36 months × 10 buyers × 10 parts; what the steady loop allocates; and a plain
/// loop over arrays that does the same arithmetic as often and keeps as many series.
/// </summary>
internal static class MarketBench
{
    public static int Run(BenchArguments arguments)
    {
        var (replications, parties, threads) = (arguments.Count("replications", 10_000), arguments.Count("parties", 10), arguments.Count("threads", 2));
        var world = World(parties);
        var options = new MarketOptions { Replications = replications, Threads = threads };
        var model = MarketCompiler.Compile(world, options);
        MarketSimulation.Run(model, options with { Replications = 64 });
        var (wall, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var run = MarketSimulation.Run(model, options);
        var (runWall, runProcessor) = (wall.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
        var bands = run.Bands();
        var (allWall, allProcessor) = (wall.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);

        // On one thread a second run of twice the replications allocates what its table of values takes, and the steady loop nothing.
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        var allocated = Allocated(model, options with { Threads = 1, Replications = 640 }) - Allocated(model, options with { Threads = 1, Replications = 320 });
        var table = 320.0 * model.Months * bands.Length * sizeof(float) + 320.0 * bands.Length * sizeof(long);
        processor = Process.GetCurrentProcess().TotalProcessorTime;
        var check = PlainLoop.Run(replications, model.Months, parties, parties);
        var plain = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        var perCell = (allocated - table) / (320.0 * model.Months);
        Console.WriteLine(arguments.Json
            ? string.Create(CultureInfo.InvariantCulture, $"{{\"name\": \"market\", \"replications\": {replications}, \"months\": {model.Months}, \"parties\": {parties}, \"parts\": {parties}, \"series\": {bands.Length}, \"seconds\": {allWall:0.00}, \"loopSeconds\": {runWall:0.00}, \"processorSeconds\": {allProcessor:0.00}, \"loopProcessorSeconds\": {runProcessor:0.00}, \"plainProcessorSeconds\": {plain:0.00}, \"ratio\": {runProcessor / plain:0.00}, \"bytesPerReplicationMonth\": {perCell:0.0}, \"peakMb\": {peak:0}, \"unitsError\": {run.UnitsError}, \"moneyError\": {run.MoneyError}}}")
            : string.Create(CultureInfo.InvariantCulture, $"market: {replications} × {model.Months} months × {parties} buyers × {parties} parts, {bands.Length} series: {allWall:0.00} s with bands ({allProcessor:0.00} s of processor; loop {runProcessor:0.00} s), plain loop {plain:0.00} s, ratio {runProcessor / plain:0.00}; {perCell:0.0} bytes allocated per replication and month beyond the table of values; peak {peak:0} MB; errors {run.UnitsError} and {run.MoneyError} (plain loop: check {check:0})"));
        return run.UnitsError == 0 && run.MoneyError == 0 ? 0 : 1;
    }

    static double Allocated(MarketModel model, MarketOptions options)
    {
        var before = GC.GetTotalAllocatedBytes(true);
        MarketSimulation.Run(model, options);
        return GC.GetTotalAllocatedBytes(true) - before;
    }

    // So many kinds of buyers and so many parts, half of them domestic, under a licence, an ask and shared capacity, numbers drawn.
    static Case World(int parties)
    {
        var part = (int i) => $"part-{i:00}";
        var text = new StringBuilder("start: 2025-01-01\nstands: {licence: open, ask: none}\nbuyers:\n");
        for (var i = 0; i < parties; i++)
            text.Append(CultureInfo.InvariantCulture, $"  buyer-{i:00}: {{groups: [{(i % 2 == 0 ? "large" : "other")}], firms: {i + 1}, demand: {{serve: {{level: {{value: {50 + 10 * i}k H20e, between: {40 + 8 * i}k to {60 + 12 * i}k H20e}}, growth: {{value: 5 % per month, between: 3 to 7 % per month}}, slowing: 2 %}}, train: {{level: {30 + 5 * i}k H20e, growth: 3 % per month}}}}, fleet: {{part-00: {20 + i}k units, part-01: {i}k units}}, foresight: 4 months, patience: 9 months, compliance: {{value: 80 %, between: 60 to 100 %}}, when-asked: {{cut: 10 %, defer: 40 %}}, premium: {10 * i} %, porting: {{serve: {{ported: 5k H20e, rate: 2k H20e per month, learning: 10 %}}}}}}\n");
        text.Append("makers: {maker-a: {returns: 1 month}, maker-b: {}}\ncapacities:\n  fab-a: {kind: foundry, rate: {2025-01-01: 120k units per month}}\n  fab-b: {kind: foundry, rate: {2025-01-01: 70k units per month}}\n  memory: {kind: memory, rate: {2025-01-01: 200k units per month}}\nlines:\n");
        for (var i = 0; i < parties; i++)
            text.Append(CultureInfo.InvariantCulture, $"  {part(i)}: {{part: {part(i)}, maker: maker-{(i % 2 == 0 ? "a" : "b")}, price: {{value: {8000 + 700 * i} USD, between: {7000 + 600 * i} to {9000 + 800 * i} USD}}, fit-out: 50 %, deposit: 30 %, stock: 5k units, wafers: {{capacity: fab-{(i % 2 == 0 ? "a" : "b")}, rate: {{2025-01-01: {{value: {20 + i}k units per month, between: {15 + i}k to {25 + i}k units per month}}}}, lead: 3 months, stop: 1 month, restart: 3 months, cost: 2 000 USD}}, back-end: {{capacity: memory, rate: {{2025-01-01: 30k units per month}}, lead: 1 month, cost: 2 000 USD}}}}\n");
        var speeds = string.Join(", ", Enumerable.Range(0, parties).Select(i => string.Create(CultureInfo.InvariantCulture, $"{part(i)}: {0.5 + 0.1 * i}")));
        var files = MemorySource.Empty
            .With("case.yaml", "case: bench\nas-of: 2025-08-21\nperiods: months to 2025-11\ncurrency: USD\nviewpoint: buyer\nparties: {buyer: {country: CN}}\ndiscount: 10 % per year\nwait: 1 month\n")
            .With("parts.yaml", "parts:\n" + string.Concat(Enumerable.Range(0, parties).Select(i => $"  {part(i)}: {{maker: maker-{(i % 2 == 0 ? "a" : "b")}, country: {(i % 2 == 0 ? "US" : "CN")}, stack: {(i % 2 == 0 ? "cuda" : "cann")}, drawn: 1 kW}}\n")))
            .With("places.yaml", "home: {country: CN}\n")
            .With("workloads.yaml", $"workloads:\n  serve: {{equivalent: H20e, reference: part-00, compute-bound: 30 %, precision: [fp8], efficiency: {{}}, speed: {{{speeds}}}, shortage: {{rest: {{price: 10 USD per H20e-month}}}}}}\n  train: {{equivalent: H20e, reference: part-00, compute-bound: 80 %, precision: [fp8], efficiency: {{}}, speed: {{{speeds}}}, shortage: {{rest: {{price: 10 USD per H20e-month}}}}}}\n")
            .With("offers.yaml", "offers:\n  one: {part: part-00, seller: maker-a, place: home, price: 1 000 USD, lead: 0 months, rate: 2k units per month, residual-life: 10 months}\n")
            .With("drivers.yaml", "drivers:\n  licence: {history: {2025-06-01: {level: shut, known: 2025-06-01}}, levels: {open: {}, shut: {effects: {stop: {stop-orders: {on: {country: US}}}, hold: {pass-deliveries: {share: 0, on: {country: US}}}}}}, moves: {shut: {from: open, to: shut, chance: 15 % per quarter}, open: {from: shut, to: open, chance: 40 % per quarter}}}\n  ask: {history: {2025-07-01: {level: none, known: 2025-07-01}}, levels: {none: {}, pause: {asks: {pause: {stop-orders: {on: {country: US, buyers: large}}}}}}, moves: {ask: {from: none, to: pause, chance: 30 % per quarter}, ease: {from: pause, to: none, chance: 20 % per quarter}}}\n")
            .With("demand.csv", "workload,period,amount\nserve,2025-08,20k H20e\nserve,2025-09,20k H20e\nserve,2025-10,20k H20e\nserve,2025-11,20k H20e\ntrain,2025-08,20k H20e\ntrain,2025-09,20k H20e\ntrain,2025-10,20k H20e\ntrain,2025-11,20k H20e\n")
            .With("habits.yaml", text.ToString());
        var loaded = CaseReader.Load(files, MemorySource.Empty, LoadOptions.None);
        return loaded.Case ?? throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics.Where(d => d.Severity == Severity.Error).Take(5)));
    }
}
