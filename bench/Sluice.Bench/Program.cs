using Sluice.Bench;

// Each bench is one command; results for machines with --json.
var benches = new Dictionary<string, Func<string[], int>>
{
    ["lattice"] = words => TrainingBench.Run("lattice", () => Lattice32.Build(), new BenchArguments(words), 0.0015),
    ["founding"] = words => TrainingBench.Run("founding", () => FoundingBench.Build(new BenchArguments(words)), new BenchArguments(words), 0.0025),
    ["answers"] = words => AnswersBench.Run(new BenchArguments(words)),
    ["warm"] = words => WarmBench.Run(new BenchArguments(words)),
    ["fuzz"] = words => FuzzBench.Run(new BenchArguments(words)),
    ["solve"] = SolveBench.Run,
    ["table"] = TableBench.Run,
    ["growth"] = GrowthBench.Run,
    ["peer"] = PeerBench.Run,
    ["refresh"] = words => RefreshBench.Run(new BenchArguments(words)),
    ["cancel"] = CancelBench.Run,
    ["leak"] = words => LeakBench.Run(new BenchArguments(words)),
    ["inner"] = words => InnerBench.Run(new BenchArguments(words)),
    ["market"] = words => MarketBench.Run(new BenchArguments(words)),
    ["gates"] = words => GatesBench.Run(new BenchArguments(words)),
};

if (args.Length == 0 || !benches.TryGetValue(args[0], out var bench))
{
    Console.Error.WriteLine($"usage: Sluice.Bench <{string.Join('|', benches.Keys)}> [--name value ...] [--json]");
    return 2;
}
return bench(args[1..]);
