using System.Diagnostics;
using System.Text.Json;
using Sluice.Bench.Fuzz;
using Sluice.Cases;
using Sluice.Reading;

namespace Sluice.Bench;

/// <summary>Loads damaged copies of a case: <c>fuzz --case DIR --atlas DIR --count 100000 --seed 1</c>. Ends with 1 at the first crash, which it prints.</summary>
internal static class FuzzBench
{
    public static int Run(BenchArguments arguments)
    {
        var seed = arguments.Count("seed", 1);
        var count = arguments.Count("count", 100_000);
        var sound = MemorySource.Of(new FolderSource(arguments.Text("case") ?? "cases/h20-2025-08"));
        var atlas = MemorySource.Of(new FolderSource(arguments.Text("atlas") ?? "atlas"));
        var mutator = new CaseMutator(sound, seed);
        CaseReader.Load(sound, atlas, LoadOptions.None);
        var (loaded, slowest, clock) = (0, 0.0, Stopwatch.StartNew());
        for (var i = 0; i < count; i++)
        {
            var files = mutator.Next();
            var began = clock.Elapsed;
            try
            {
                if (CaseReader.Load(files, atlas, LoadOptions.None).Case is not null) loaded++;
            }
            catch (Exception fault)
            {
                Console.Error.WriteLine($"mutation {i} of seed {seed}: {fault}");
                return 1;
            }

            slowest = Math.Max(slowest, (clock.Elapsed - began).TotalMilliseconds);
        }

        var summary = new { bench = "fuzz", seed, count, stillLoaded = loaded, seconds = Math.Round(clock.Elapsed.TotalSeconds, 1), slowestMilliseconds = Math.Round(slowest) };
        Console.WriteLine(arguments.Json ? JsonSerializer.Serialize(summary) : $"{count} mutations of seed {seed}: no crash, {loaded} still load, slowest {slowest:0} ms");
        return 0;
    }
}
