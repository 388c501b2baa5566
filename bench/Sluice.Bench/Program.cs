using Sluice.Bench;

// Each bench is one command; results for machines with --json.
var benches = new Dictionary<string, Func<string[], int>>
{
    ["lattice"] = words => LatticeBench.Run(new BenchArguments(words)),
    ["solve"] = SolveBench.Run,
    ["table"] = TableBench.Run,
};

if (args.Length == 0 || !benches.TryGetValue(args[0], out var bench))
{
    Console.Error.WriteLine($"usage: Sluice.Bench <{string.Join('|', benches.Keys)}> [--name value ...] [--json]");
    return 2;
}
return bench(args[1..]);
