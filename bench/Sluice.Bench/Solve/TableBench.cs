using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Bench;

/// <summary>All instances of a folder: ours, published, agreement, times of every method on the same threads, memory. Each run is a process of its own.</summary>
internal static class TableBench
{
    private static readonly string[] Methods = ["auto", "equivalent", "decomposition"];

    public static int Run(string[] words)
    {
        try
        {
            var (folder, only, options) = Options(words);
            var left = new List<string>();
            var disagree = 0;
            Console.WriteLine("| instance | ours | published | verified | agrees | method | auto, s | equivalent, s | decomposition, s | auto ÷ better | solves | MB | equivalent MB |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
            foreach (var instance in Instance.List(folder))
            {
                if (only.Length > 0 && !only.Any(part => instance.Name.Contains(part, StringComparison.Ordinal))) continue;
                if (instance.Format == "MSPFormat")
                {
                    left.Add($"{instance.Name}: MSPFormat is not read");
                    continue;
                }
                var (auto, trouble) = Solve(instance, Methods[0], options);
                if (auto is null)
                {
                    left.Add($"{instance.Name}: {trouble}");
                    continue;
                }
                var (equivalent, decomposition) = (Solve(instance, Methods[1], options).Document, Solve(instance, Methods[2], options).Document);
                if (!Line(instance, auto, equivalent, decomposition)) disagree++;
            }
            Console.WriteLine();
            foreach (var line in left) Console.WriteLine("- " + line);
            return disagree == 0 ? 0 : 1;
        }
        catch (InvalidDataException e)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }

    // "--only PART,…" keeps instances whose name has one of the parts; other options go to solve.
    private static (string Folder, string[] Only, string[] Options) Options(string[] words)
    {
        if (words.Length == 0 || words[0].StartsWith("--", StringComparison.Ordinal)) throw new InvalidDataException("Name the folder of the instances first; it holds expected.json.");
        var at = Array.IndexOf(words, "--only");
        if (at < 0) return (words[0], [], words[1..]);
        if (at + 1 == words.Length) throw new InvalidDataException("--only needs a value.");
        return (words[0], words[at + 1].Split(','), [.. words[1..at], .. words[(at + 2)..]]);
    }

    private static bool Line(Instance instance, JsonObject auto, JsonObject? equivalent, JsonObject? decomposition)
    {
        var value = SolveProcess.Number(auto, "value");
        var (mine, others) = (SolveProcess.Number(auto, "seconds") ?? 0, new[] { SolveProcess.Number(equivalent, "seconds"), SolveProcess.Number(decomposition, "seconds") }.OfType<double>().ToList());
        var agrees = value is { } number && instance.Reference is not null ? instance.Agrees(number) : (bool?)null;
        Console.WriteLine(string.Join(
            " | ", "| " + instance.Name, Show(value, "G10"), Show(instance.Published, "G10"), Show(instance.Verified, "G10"), agrees switch { true => "yes", false => "**no**", null => "" },
            (string?)auto["method"], Show(mine, "F3"), Show(SolveProcess.Number(equivalent, "seconds"), "F3"), Show(SolveProcess.Number(decomposition, "seconds"), "F3"),
            others.Count > 0 ? Show(mine / others.Min(), "F2") : "", (string?)auto["solves"]?.ToString(), Show(SolveProcess.Number(auto, "peakMb"), "F0"), Show(SolveProcess.Number(equivalent, "peakMb"), "F0")) + " |");
        return agrees ?? true;
    }

    private static (JsonObject? Document, string Trouble) Solve(Instance instance, string method, string[] options)
    {
        var (document, trouble, _) = SolveProcess.Run(["solve", .. instance.Files, .. instance.Conventions, "--json", "--method", method, .. options]);
        return (document, trouble);
    }

    private static string Show(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
