using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Sluice.Bench.Fuzz;
using Sluice.Cases;
using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Bench;

/// <summary>
/// Does to damaged copies of a case all that <c>sluice check</c> does, one in three of them with one of its what-ifs: <c>fuzz --case DIR --atlas DIR --count 100000 --seed 1
/// --threads 2 --patience 10</c>. Ends with 1 at the first crash, or where a copy takes longer than the seconds of patience; both are said with the seed and the number of the copy.
/// </summary>
internal static class FuzzBench
{
    public static int Run(BenchArguments arguments)
    {
        var (seed, count) = (arguments.Count("seed", 1), arguments.Count("count", 100_000));
        var hang = TimeSpan.FromSeconds(arguments.Number("patience", 10));
        var threads = arguments.Count("threads", Environment.ProcessorCount);
        var sound = MemorySource.Of(new FolderSource(arguments.Text("case") ?? "cases/h20-2025-08")).Without("README.md").Without("expected.json");
        var atlas = new HeldSource(MemorySource.Of(new FolderSource(arguments.Text("atlas") ?? "atlas")));
        var parsed = new HeldSource(sound);
        ImmutableArray<string> whatIfs = [.. sound.Paths.Where(p => p.StartsWith("whatifs/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).OfType<string>()];
        if (CaseReader.Load(parsed, atlas, LoadOptions.None).Case is null)
        {
            Console.Error.WriteLine("fuzz: the case does not load as it is");
            return 2;
        }

        var (next, done, loaded, diagnostics, slowest) = (-1, 0, 0, 0L, 0.0);
        var counts = new Lock();
        string? fault = null;
        var busy = new (int Mutation, TimeSpan Since)[threads];
        Array.Fill(busy, (-1, default));
        var clock = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, threads).Select(k => new Thread(() => Work(k)) { IsBackground = true }).ToArray();
        foreach (var worker in workers) worker.Start();
        var said = TimeSpan.Zero;
        while (!workers.All(w => w.Join(250)))
        {
            foreach (var (mutation, since) in busy)
                if (mutation >= 0 && clock.Elapsed - since > hang) fault ??= $"takes longer than {hang.TotalSeconds:0} s: mutation {mutation}";
            if (fault is not null) break;
            if (clock.Elapsed - said < TimeSpan.FromSeconds(10)) continue;
            said = clock.Elapsed;
            Console.Error.WriteLine($"{done:N0} of {count:N0}, {loaded:N0} still load, slowest {slowest:0} ms, {said.TotalSeconds:0} s");
        }

        if (fault is not null)
        {
            Console.Error.WriteLine($"seed {seed}: {fault}");
            return 1;
        }

        var summary = new { bench = "fuzz", seed, count, stillLoaded = loaded, diagnostics, threads, seconds = Math.Round(clock.Elapsed.TotalSeconds, 1), slowestMilliseconds = Math.Round(slowest) };
        Console.WriteLine(arguments.Json
            ? JsonSerializer.Serialize(summary)
            : $"{count:N0} mutations of seed {seed}: no crash, {loaded:N0} still load, {diagnostics:N0} diagnostics, slowest {slowest:0} ms, {clock.Elapsed.TotalSeconds:0} s on {threads} threads");
        return 0;

        void Work(int worker)
        {
            while (fault is null && Interlocked.Increment(ref next) is var k && k < count)
            {
                var began = clock.Elapsed;
                busy[worker] = (k, began);
                try
                {
                    Check(k);
                }
#pragma warning disable CA1031 // any exception is what is looked for
                catch (Exception crash)
#pragma warning restore CA1031
                {
                    fault ??= $"mutation {k}: {crash}";
                }

                lock (counts)
                {
                    done++;
                    slowest = Math.Max(slowest, (clock.Elapsed - began).TotalMilliseconds);
                }
            }

            busy[worker] = (-1, default);
        }

        void Check(int k)
        {
            // Each mutation has a seed of its own, so that it is the same on any number of threads.
            var own = unchecked((seed * 1_000_003) + k);
            var files = new HeldSource(new CaseMutator(sound, own).Next(), parsed);
            var options = own % 3 == 0 && !whatIfs.IsEmpty ? LoadOptions.None with { WhatIfs = [whatIfs[(k / 3) % whatIfs.Length]] } : LoadOptions.None;
            var read = CaseReader.Load(files, atlas, options);
            if (read.Case is null && read.Errors == 0) throw new InvalidOperationException("no case, and no reason said");
            if (read.Case is { } world)
            {
                try
                {
                    _ = CaseOutlook.Reachable(world);
                }
                catch (OutlookTooLargeException)
                {
                    // said by the command, which goes on
                }
            }

            _ = CheckReport.Of(read, null).ToJson();
            lock (counts)
            {
                if (read.Case is not null) loaded++;
                diagnostics += read.Diagnostics.Length;
            }
        }
    }
}
