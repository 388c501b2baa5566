using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Sluice.Bench;

/// <summary>A run of this program in a process of its own, so that memory and compiled code are not shared between runs.</summary>
internal static class SolveProcess
{
    /// <summary>The document that the run prints, null when it prints none; the last line of its errors; its exit code.</summary>
    public static (JsonObject? Document, string Trouble, int Code) Run(params IEnumerable<string> words)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet") start.ArgumentList.Add(typeof(SolveProcess).Assembly.Location);
        foreach (var word in words) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var trouble = error.Result.Trim().Split('\n')[^1];
        return (output.Length == 0 ? null : JsonNode.Parse(output)!.AsObject(), trouble, process.ExitCode);
    }

    public static double? Number(JsonObject? document, string name) => document?[name] is JsonValue value ? (double?)value : null;
}
