using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>Two problems of SDDP.jl's documentation, trained to the lower bound that its logs print: time and solves beside the published ones.</summary>
internal static class PeerBench
{
    // As its pages print them; the bound on the cost-to-go is the one that the published models state.
    private static readonly (string Name, double Bound, long Solves, double Seconds)[] Logs = [("reservoir_52", 1010.13, 20_800, 3.05), ("inventory_10", 144_337.3, 17_080, 1.00)];

    public static int Run(string[] words)
    {
        if (words.Length == 0 || !File.Exists(Path.Combine(words[0], "expected.json")))
        {
            Console.Error.WriteLine("Name the folder of the public instances first; it holds expected.json.");
            return 2;
        }
        Console.Write(Compare(words[0], new BenchArguments(words)));
        return 0;
    }

    /// <summary>The table, in Markdown.</summary>
    public static string Compare(string folder, BenchArguments arguments)
    {
        var threads = arguments.Count("threads", Environment.ProcessorCount);
        Measurement.WarmUp();
        var page = new StringBuilder();
        page.Append("SDDP.jl's documentation prints these logs, from a machine of its own: times show an order of magnitude only. Both start from the peer's bound of 0 on the cost of later stages and end at the lower bound of its log.\n\n");
        page.Append("| problem | lower bound | ours, s | solves | µs a solve | published, s | solves | µs a solve |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var (name, bound, solves, seconds) in Logs)
        {
            var instance = Instance.List(folder).First(i => i.Name == name);
            var problem = StochOptFormat.Read(instance.Files[0]).Required;
            using (var first = new Sddp(GraphBuilder.Build(problem, 0, 0), new SddpOptions { Threads = threads })) first.Train(new StoppingRules { Passes = 2, Bound = null });
            using var policy = new Sddp(GraphBuilder.Build(problem, 0, 0), new SddpOptions { Threads = threads });
            using var stop = new CancellationTokenSource();
            var until = new Target(bound, stop);
            policy.Train(new StoppingRules { Bound = null, Time = TimeSpan.FromSeconds(60) }, until, stop.Token);
            var reached = until.Reached;
            page.Append(reached is null
                ? string.Create(CultureInfo.InvariantCulture, $"| {name} | {bound} not reached in 60 s | | | | {seconds:F2} | {solves} | {seconds / solves * 1e6:F0} |\n")
                : string.Create(CultureInfo.InvariantCulture, $"| {name} | {bound} | {reached.Elapsed.TotalSeconds:G2} | {reached.Solves} | {reached.Elapsed.TotalSeconds / reached.Solves * 1e6:G2} | {seconds:F2} | {solves} | {seconds / solves * 1e6:F0} |\n"));
        }
        return page.ToString();
    }

    private sealed class Target(double bound, CancellationTokenSource stop) : IProgress<TrainingProgress>
    {
        public TrainingProgress? Reached { get; private set; }

        public void Report(TrainingProgress value)
        {
            // The logs print this many digits.
            if (Reached is not null || value.LowerBound < bound * (1 - 1e-6)) return;
            Reached = value;
            stop.Cancel();
        }
    }
}
