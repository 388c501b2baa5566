using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Reading;
using Sluice.Simulation;
using Sluice.Tests.Cases;
using Sluice.Tests.Planning;

namespace Sluice.Tests.Simulation;

/// <summary>Markets for tests: that of the founding case, one small enough to be computed by hand, and random ones.</summary>
static class Markets
{
    public static MarketOptions Few { get; } = new() { Replications = 48, Threads = 2 };

    public static Case Founding(LoadOptions? options = null) => Read(TestCases.Founding, TestCases.Atlas, options);

    public static Case Read(IFileSource files, IFileSource atlas, LoadOptions? options = null)
    {
        var loaded = CaseReader.Load(files, atlas, options ?? LoadOptions.None);
        Assert.True(loaded.Case is not null, string.Join('\n', loaded.Diagnostics.Where(d => d.Severity == Severity.Error)));
        Assert.NotNull(loaded.Case.Habits);
        return loaded.Case;
    }

    public static MarketRun Run(this Case world, MarketOptions? options = null) => MarketSimulation.Run(MarketCompiler.Compile(world, options ?? Few), options ?? Few);

    /// <summary>Runs with drivers put to levels: <c>us-export=closed@2025-08</c>.</summary>
    public static MarketRun Run(this Case world, params string[] path) => world.Run(Few with { Path = [.. path.Select(Forced)] });

    public static ForcedLevel Forced(string text) => text.Split('=', '@') is [var driver, var level, var month] ? new(driver, level, DateOnly.Parse(month + "-01")) : throw new ArgumentException(text);

    /// <summary>Mean over replications of the sum over months, from the first to the last.</summary>
    public static double Sum(this MarketRun run, int series, string from, string to) => Months(run, from, to).Sum(t => run.Mean(series, t));

    /// <summary>Mean over replications and months.</summary>
    public static double Average(this MarketRun run, int series, string from, string to) => Months(run, from, to).Average(t => run.Mean(series, t));

    static IEnumerable<int> Months(MarketRun run, string from, string to)
    {
        int Of(string month) => DateOnly.Parse(month + "-01") is var day ? (day.Year - run.Model.Start.Year) * 12 + day.Month - run.Model.Start.Month : 0;
        return Enumerable.Range(Of(from), Of(to) - Of(from) + 1);
    }

    /// <summary>One buyer of a thousand, one line of three hundred a month, nothing left to chance.</summary>
    public static MemorySource OneBuyer(string driver = "", string buyer = "", string maker = "", string line = "") => new Tiny { Drivers = driver }.Files.With("habits.yaml", $$$"""
        start: 2025-09-01
        buyers:
          all: {demand: {serve: {level: 1k H20e}}, foresight: 1 month, patience: 100 months{{{buyer}}}}
        makers:
          maker-a: {memory: 1 month, cover: 0 months, patience: 1 month, write-down: 120 months{{{maker}}}}
        lines:
          alpha:
            part: alpha
            maker: maker-a
            price: 1 000 USD
            deposit: 30 %
            running: no
            stock: 100 units
            wafers: {rate: {2025-01-01: 300 units per month}, lead: 1 month, cost: 100 USD}
            back-end: {rate: {2025-01-01: 300 units per month}, lead: 1 month, cost: 50 USD}{{{line}}}
        """);

    /// <summary>A random market on a random case: two parts, three buyers, shared capacity, effects and asks of every kind.</summary>
    public static Case Random(int seed)
    {
        var r = new Random(seed);
        string N(double least, double most, int digits = 2) => Math.Round(least + (most - least) * r.NextDouble(), digits).ToString(System.Globalization.CultureInfo.InvariantCulture);
        string Between(string unit, double least, double most) => $"{{value: {N((least + most) / 2, (least + most) / 2)}{unit}, between: {N(least, least)} to {N(most, most)}{unit}}}";
        string Buyer(string id) => $"  {id}: {{firms: {r.Next(1, 9)}, demand: {{serve: {{level: {Between("k H20e", 1, 9)}, growth: {N(0, 9)} % per month, slowing: {N(0, 5)} %}}}}, fleet: {{alpha: {N(0, 3)}k units, beta: {N(0, 2)}k units}}, "
            + $"foresight: {r.Next(1, 6)} months, patience: {r.Next(1, 12)} months, compliance: {Between(" %", 20, 100)}, when-asked: {{cut: {N(0, 60, 0)} %, defer: {N(0, 100, 0)} %}}, foreign: {N(0, 100, 0)} %, premium: {N(0, 60, 0)} %, "
            + $"porting: {{serve: {{ported: {N(0, 2)}k H20e, rate: {N(0, 0.5)}k H20e per month, learning: {N(0, 20, 0)} %}}}}}}";
        string Stage(string capacity) => $"{{capacity: {capacity}, takes: {N(.3, 2)}, rate: {{2025-01-01: {Between("k units per month", 0.1, 2)}}}, lead: {r.Next(1, 5)} months, stop: {r.Next(0, 3)} months, restart: {r.Next(0, 5)} months, cost: {N(0, 300, 0)} USD}}";
        string Line(string id) => $"  {id}: {{part: {id}, maker: maker-{(id == "alpha" ? "a" : "b")}, price: {Between(" USD", 500, 9000)}, fit-out: {N(0, 80, 0)} %, deposit: {N(0, 100, 0)} %, refund: {N(0, 100, 0)} %, "
            + $"clearance: {r.Next(0, 3)} months, running: {(r.Next(2) == 0 ? "yes" : "no")}, stock: {N(0, 3)}k units, dies: {N(0, 1)}k units, wafers: {Stage("fab")}, back-end: {Stage("pack")}}}";
        var habits = "start: 2025-09-01\nbuyers:\n" + string.Join('\n', new[] { "first", "second", "third" }.Select(Buyer))
            + $"\nmakers:\n  maker-a: {{memory: {r.Next(1, 4)} months, patience: {r.Next(1, 3)} months, returns: {r.Next(1, 4)} months, write-down: {r.Next(0, 9)} months, quarter-ends: {r.Next(1, 13)}}}\n  maker-b: {{}}\n"
            + $"capacities:\n  fab: {{kind: foundry, rate: {{2025-01-01: {N(.2, 3)}k units per month}}}}\n  pack: {{kind: memory, rate: {{2025-01-01: {N(.2, 3)}k units per month}}}}\n"
            + "lines:\n" + Line("alpha") + "\n" + Line("beta") + "\n";
        return Read(RandomCase.Of(seed).Files.With("habits.yaml", habits), MemorySource.Empty);
    }
}
