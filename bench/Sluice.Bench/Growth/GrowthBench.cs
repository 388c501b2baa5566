using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>
/// How time and memory grow with the size of a problem, beside those of the equivalent: two families of public instances and lattices. With <c>--docs FOLDER</c> it
/// rewrites growth.md and its figures there. Each run is a process of its own. With <c>--rows FILE</c> what was measured is kept there and not measured again, so that the
/// work can be done in slices: <c>--only FAMILY</c>.
/// </summary>
internal static class GrowthBench
{
    // The smallest show where the equivalent ceases to be faster.
    private static readonly (int States, int Stages)[] Lattices =
        [(10, 2), (50, 2), (10, 3), (20, 3), (50, 3), (10, 4), (20, 4), (10, 5), (50, 5), (200, 5), (10, 10), (20, 10), (50, 10), (100, 10), (200, 10), (50, 20), (200, 20), (10, 40), (50, 40), (200, 40)];

    private static readonly JsonSerializerOptions Lines = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    // Where rows are kept from run to run.
    private static string? kept;

    public static int Run(string[] words)
    {
        var arguments = new BenchArguments(words);
        if (arguments.Text("states") is not null) return OneLattice(arguments);
        if (words.Length == 0 || words[0].StartsWith("--", StringComparison.Ordinal) || !File.Exists(Path.Combine(words[0], "expected.json")))
        {
            Console.Error.WriteLine("Name the folder of the public instances first; it holds expected.json. Options: --docs FOLDER, --ceiling SECONDS, --rows FILE, --only 4node|stormg2|lattice.");
            return 2;
        }
        var ceiling = arguments.Number("ceiling", 60);
        (kept, var only) = (arguments.Text("rows"), arguments.Text("only"));
        var rows = kept is not null && File.Exists(kept) ? File.ReadLines(kept).Select(line => JsonSerializer.Deserialize<Row>(line, Lines)!).ToList() : [];
        var smps = Path.GetDirectoryName(Instance.List(words[0]).First(i => i.Name == "4node-512").Files[0])!;
        var temporary = Directory.CreateTempSubdirectory("sluice-growth");
        try
        {
            if (only is null or "4node") FourNodes(smps, temporary.FullName, ceiling, rows);
            if (only is null or "stormg2") Storms(smps, ceiling, rows);
            if (only is null or "lattice") Stocks(ceiling, rows);
        }
        finally
        {
            temporary.Delete(true);
        }
        if (arguments.Text("docs") is { } docs) new GrowthPage(rows, ceiling, PeerBench.Compare(words[0], arguments)).Write(docs);
        return 0;
    }

    private static void FourNodes(string smps, string temporary, double ceiling, List<Row> rows)
    {
        string File(string name) => Path.Combine(smps, name);
        foreach (var scenarios in (int[])[8, 32, 128, 512, 2048, 8192, 32768])
        {
            var stoch = File($"4node-{scenarios}.sto");
            if (scenarios > 512)
            {
                stoch = Path.Combine(temporary, $"4node-{scenarios}.sto");
                System.IO.File.WriteAllText(stoch, FourNode.Split(File("4node-512.sto"), scenarios / 512));
            }
            Both("4node", scenarios, ceiling, rows, ["solve", File("4node.cor"), File("4node.tim"), stoch]);
        }
    }

    private static void Storms(string smps, double ceiling, List<Row> rows)
    {
        foreach (var scenarios in (int[])[8, 27, 125])
            Both("stormg2", scenarios, ceiling, rows, ["solve", .. new[] { "stormg2.cor", "stormg2.tim", $"stormg2-{scenarios}.sto" }.Select(name => Path.Combine(smps, name))]);
    }

    private static void Stocks(double ceiling, List<Row> rows)
    {
        foreach (var (states, stages) in Lattices)
        {
            var nodes = 1 + (states * (stages - 1));
            Add(rows, "lattice", nodes, $"{states} × {stages}", "SDDP to 1 %", Words("decomposition"), ceiling);
            var size = StochasticProblem.Of(StockLattice.Build(states, stages)).EquivalentSize;
            if (size.Entries <= new EquivalentOptions().MaximumEntries) Add(rows, "lattice", nodes, $"{states} × {stages}", "equivalent", Words("equivalent"), ceiling);
            else Say(rows, new Row("lattice", nodes, $"{states} × {stages}", "equivalent", null, null, null, $"does not fit: {size.Entries.ToString("0.0e+0", CultureInfo.InvariantCulture)} entries"));

            string[] Words(string method) => ["growth", "--states", $"{states}", "--stages", $"{stages}", "--method", method, "--ceiling", ceiling.ToString(CultureInfo.InvariantCulture)];
        }
    }

    // An equivalent larger than one that was stopped is not tried.
    private static void Both(string family, int scenarios, double ceiling, List<Row> rows, string[] words)
    {
        foreach (var method in (string[])["decomposition", "equivalent"])
        {
            if (rows.Exists(row => row.Family == family && row.Method == method && row.Seconds is null && row.Size < scenarios)) Say(rows, new Row(family, scenarios, $"{scenarios}", method, null, null, null, "not tried: a smaller one was stopped"));
            else Add(rows, family, scenarios, $"{scenarios}", method, [.. words, "--json", "--method", method, "--time", ceiling.ToString(CultureInfo.InvariantCulture), "--entries", "1e8"], ceiling);
        }
    }

    private static void Add(List<Row> rows, string family, double size, string name, string method, string[] words, double ceiling)
    {
        if (rows.Exists(row => row.Family == family && row.Name == name && row.Method == method)) return;
        var (document, trouble, code) = SolveProcess.Run(words);
        var (seconds, megabytes, value) = (SolveProcess.Number(document, "seconds"), SolveProcess.Number(document, "peakMb"), SolveProcess.Number(document, "value"));
        Say(rows, code == 0
            ? new Row(family, size, name, method, seconds, megabytes, value, "")
            : new Row(family, size, name, method, null, megabytes, null, code == 3 ? $"stopped after {ceiling} s" : trouble));
    }

    private static void Say(List<Row> rows, Row row)
    {
        rows.RemoveAll(other => other.Family == row.Family && other.Name == row.Name && other.Method == row.Method);
        rows.Add(row);
        if (kept is not null) File.WriteAllLines(kept, rows.Select(each => JsonSerializer.Serialize(each, Lines)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Family,-8} {row.Name,-9} {row.Method,-14} {row.Seconds,8:F3} s {row.Megabytes,7:F0} MB  {row.Value:G9} {row.Note}"));
    }

    // One lattice by one method, in this process.
    private static int OneLattice(BenchArguments arguments)
    {
        var graph = StockLattice.Build(arguments.Count("states", 10), arguments.Count("stages", 10));
        var ceiling = TimeSpan.FromSeconds(arguments.Number("ceiling", 60));
        Measurement.WarmUp();
        using (var first = new Sddp(StockLattice.Build(2, 3))) first.Train(new StoppingRules { RelativeGap = 0.01 });
        var clock = Stopwatch.GetTimestamp();
        double value;
        bool done;
        if (arguments.Text("method") == "equivalent")
        {
            var solution = Equivalent.Solve(StochasticProblem.Of(graph), new EquivalentOptions { Time = ceiling });
            (value, done) = (solution.Value, solution.Status == ModelStatus.Optimal);
        }
        else
        {
            using var policy = new Sddp(graph, new SddpOptions { Threads = arguments.Count("threads", Environment.ProcessorCount) });
            var result = policy.Train(new StoppingRules { RelativeGap = 0.01, Time = ceiling });
            (value, done) = (result.LowerBound, result.Reason == StopReason.Gap);
        }
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new { value = double.IsFinite(value) ? value : (double?)null, seconds, peakMb = process.PeakWorkingSet64 / 1e6 }));
        return done ? 0 : 3;
    }

    /// <summary>One run: a null time says that it did not end, and the note why.</summary>
    internal sealed record Row(string Family, double Size, string Name, string Method, double? Seconds, double? Megabytes, double? Value, string Note);
}
