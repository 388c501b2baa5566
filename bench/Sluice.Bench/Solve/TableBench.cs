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
            var (folder, only, repeat, options) = Options(words);
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
                var (auto, trouble) = Solve(instance, Methods[0], repeat, options);
                if (auto is null)
                {
                    left.Add($"{instance.Name}: {trouble}");
                    continue;
                }
                var (equivalent, decomposition) = (Solve(instance, Methods[1], repeat, options).Document, Solve(instance, Methods[2], repeat, options).Document);
                if (!Line(instance, auto, equivalent, decomposition, left, options)) disagree++;
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

    // "--only PART,…" keeps instances whose name has one of the parts; "--repeat N" takes the fastest of N runs of each method; other options go to solve.
    private static (string Folder, string[] Only, int Repeat, string[] Options) Options(string[] words)
    {
        if (words.Length == 0 || words[0].StartsWith("--", StringComparison.Ordinal)) throw new InvalidDataException("Name the folder of the instances first; it holds expected.json.");
        var others = words[1..].ToList();
        var only = Take(others, "--only")?.Split(',') ?? [];
        var repeat = Take(others, "--repeat") is { } text ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : throw new InvalidDataException($"--repeat is {text}; expected a whole number above 0.") : 1;
        return (words[0], only, repeat, [.. others]);
    }

    private static string? Take(List<string> words, string option)
    {
        var at = words.IndexOf(option);
        if (at < 0) return null;
        if (at + 1 == words.Count) throw new InvalidDataException($"{option} needs a value.");
        var value = words[at + 1];
        words.RemoveRange(at, 2);
        return value;
    }

    private static bool Line(Instance instance, JsonObject auto, JsonObject? equivalent, JsonObject? decomposition, List<string> left, string[] options)
    {
        var value = SolveProcess.Number(auto, "value");
        var (mine, others) = (SolveProcess.Number(auto, "seconds") ?? 0, new[] { SolveProcess.Number(equivalent, "seconds"), SolveProcess.Number(decomposition, "seconds") }.OfType<double>().ToList());
        var agrees = value is { } number && instance.Reference is not null ? instance.Agrees(number) : (bool?)null;
        var reason = agrees == false && instance.Other is { } other ? AsPublished(instance, auto, other, options) : null;
        if (reason is not null)
        {
            left.Add($"{instance.Name}: {reason}");
            agrees = true;
        }
        Console.WriteLine(string.Join(
            " | ", "| " + instance.Name, Show(value, "G10"), Show(instance.Published, "G10"), Show(instance.Verified, "G10"), agrees switch { true when reason is not null => "yes, see below", true => "yes", false => "**no**", null => "" },
            (string?)auto["method"], Show(mine, "F3"), Show(SolveProcess.Number(equivalent, "seconds"), "F3"), Show(SolveProcess.Number(decomposition, "seconds"), "F3"),
            others.Count > 0 ? Show(mine / others.Min(), "F2") : "", (string?)auto["solves"]?.ToString(), Show(SolveProcess.Number(auto, "peakMb"), "F0"), Show(SolveProcess.Number(equivalent, "peakMb"), "F0")) + " |");
        return agrees ?? true;
    }

    // Why a published number that is not the file's optimum agrees all the same; null when it does not.
    private static string? AsPublished(Instance instance, JsonObject auto, (string[] Options, string Reason) other, string[] options)
    {
        var known = instance.Published!.Value;
        if (other.Options.Length == 0) return SolveProcess.Number(auto, "lower") >= known ? $"{other.Reason}; the optimum is above it" : null;
        // Where a stated bound does not hold, the lower bound is the optimum of the published problem and the upper one the cost of its policy.
        var value = SolveProcess.Number(Solve(instance, Methods[0], 1, [.. other.Options, .. options]).Document, "lower");
        return value is { } number && instance.Agrees(number) ? $"{other.Reason}; with {string.Join(' ', other.Options)} ours is {Show(number, "G10")}" : null;
    }

    private static (JsonObject? Document, string Trouble) Solve(Instance instance, string method, int repeat, string[] options)
    {
        (JsonObject? Document, string Trouble) best = default;
        for (var k = 0; k < repeat; k++)
        {
            var (document, trouble, _) = SolveProcess.Run(["solve", .. instance.Files, .. instance.Conventions, "--json", "--method", method, .. options]);
            if (k == 0 || SolveProcess.Number(document, "seconds") < SolveProcess.Number(best.Document, "seconds")) best = (document, trouble);
            if (document is null) break;
        }
        return best;
    }

    private static string Show(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
