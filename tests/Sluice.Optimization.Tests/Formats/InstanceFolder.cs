using System.Text.Json;

namespace Sluice.Optimization.Tests;

/// <summary>A row of the public instances' list.</summary>
public sealed record PublicInstance(string Name, string[] Files, SmpsOptions Options, bool Cyclic, bool HasIntegers, double? Known, double Tolerance);

/// <summary>The folder of public instances beside the repository; tests that need it are skipped where it is missing.</summary>
internal static class InstanceFolder
{
    private static readonly Lazy<List<PublicInstance>> Listed = new(List);

    internal static bool IsThere => Path is not null;

    internal const string Missing = "The folder ../shared/instances with expected.json is not beside the repository.";

    private static string? Path { get; } = Find();

    internal static IReadOnlyList<PublicInstance> All => Listed.Value;

    internal static PublicInstance Named(string name)
    {
        Assert.SkipUnless(IsThere, Missing);
        return All.Single(instance => instance.Name == name);
    }

    internal static StochasticProblem Read(PublicInstance instance)
    {
        var reading = instance.Files.Length == 3
            ? Smps.Read(instance.Files[0], instance.Files[1], instance.Files[2], instance.Options)
            : StochOptFormat.Read(instance.Files[0]);
        return reading.Required;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "Sluice.slnx"))) continue;
            var instances = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder.FullName, "..", "shared", "instances"));
            return File.Exists(System.IO.Path.Combine(instances, "expected.json")) ? instances : null;
        }
        return null;
    }

    private static List<PublicInstance> List()
    {
        if (Path is null) return [];
        using var document = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(Path, "expected.json")));
        // "electric" stands in the list twice, once as MSPFormat, which is not read.
        return [.. document.RootElement.EnumerateArray().Where(row => row.GetProperty("format").GetString() != "MSPFormat").Select(Of)];
    }

    private static PublicInstance Of(JsonElement row)
    {
        string[] names = row.TryGetProperty("core", out var core)
            ? [core.GetString()!, row.GetProperty("time").GetString()!, row.GetProperty("stoch").GetString()!]
            : [row.GetProperty("file").GetString()!];
        var options = new SmpsOptions
        {
            Inherit = Text(row, "inherit") == "core" ? ScenarioInheritance.Core : ScenarioInheritance.Parent,
            Probabilities = row.TryGetProperty("normalise_probabilities", out var normalise) && normalise.ValueKind == JsonValueKind.True
                ? ProbabilityHandling.Normalise
                : ProbabilityHandling.AsWritten,
        };
        var (published, verified) = (Number(row, "published"), Number(row, "verified"));
        var known = options == new SmpsOptions() ? verified ?? published : published ?? verified;
        var tolerance = Number(row, "reltol") is { } share ? Math.Max(share, 1e-9) * Math.Abs(known ?? 0) : Math.Max(Number(row, "abstol") ?? 0, 1e-6);
        return new PublicInstance(
            row.GetProperty("name").GetString()!, [.. names.Select(name => System.IO.Path.Combine(Path!, name))], options,
            row.TryGetProperty("stages", out var stages) && stages.ValueKind == JsonValueKind.String || row.GetProperty("name").GetString()!.StartsWith("infinite", StringComparison.Ordinal),
            row.TryGetProperty("mip", out var mip) && mip.ValueKind == JsonValueKind.True || Number(row, "integers") > 0, known, tolerance);
    }

    private static double? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
