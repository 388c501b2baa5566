using Sluice.Bench;

// Each bench is one command; results for machines with --json.
var benches = new Dictionary<string, Func<BenchArguments, int>>
{
    ["lattice"] = a => TrainingBench.Run("lattice", () => Lattice32.Build(), a, 0.0015),
    ["gates"] = GatesBench.Run,
    ["founding"] = a => TrainingBench.Run("founding", () => FoundingBench.Build(a), a, 0.0025),
};

if (args.Length == 0 || !benches.TryGetValue(args[0], out var bench))
{
    Console.Error.WriteLine($"usage: Sluice.Bench <{string.Join('|', benches.Keys)}> [--name value ...] [--json]");
    return 2;
}
return bench(new BenchArguments(args[1..]));
