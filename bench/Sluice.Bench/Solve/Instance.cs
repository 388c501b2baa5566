using System.Text.Json;

namespace Sluice.Bench;

/// <summary>A row of a folder's expected.json: files, conventions, and the value to be met.</summary>
internal sealed record Instance(
    string Name, string Format, string[] Files, string[] Conventions, double? Published, double? Verified, double? Relative, double? Absolute, string? Note)
{
    /// <summary>The value that counts: the published one where the conventions differ from those of the independent check, else the verified one where there is one.</summary>
    public double? Reference => Conventions.Length > 0 ? Published ?? Verified : Verified ?? Published;

    /// <summary>Published numbers that are not the optimum of their file, as the pages they come from say.</summary>
    private static readonly Dictionary<string, (string[] Options, string Reason)> OtherProblems = new()
    {
        ["inventory_10"] = (["--cost-to-go", "0"], "the published model bounds the cost of later stages below by 0, which the file does not say and selling stock back undercuts"),
        ["reservoir_52"] = ([], "the published number is a lower bound after 100 passes"),
    };

    /// <summary>What the published number is, where it is not the optimum of the file: options that state the published problem, none where it is a bound; and the reason.</summary>
    public (string[] Options, string Reason)? Other => Verified is null && OtherProblems.TryGetValue(Name, out var other) ? other : null;

    public bool Agrees(double value) =>
        Reference is { } known && Math.Abs(value - known) <= (Relative is { } share ? Math.Max(share, 1e-9) * Math.Abs(known) : Math.Max(Absolute ?? 0, 1e-6));

    /// <exception cref="InvalidDataException">The list is not as described in the folder's index.</exception>
    public static List<Instance> List(string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
            return [.. document.RootElement.EnumerateArray().Select(row => Of(folder, row))];
        }
        catch (Exception e) when (e is JsonException or IOException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{folder}: expected.json cannot be used: {e.Message}", e);
        }
    }

    private static Instance Of(string folder, JsonElement row)
    {
        string[] files = row.TryGetProperty("core", out var core)
            ? [core.GetString()!, row.GetProperty("time").GetString()!, row.GetProperty("stoch").GetString()!]
            : [row.GetProperty("file").GetString()!];
        var conventions = new List<string>();
        if (Text(row, "inherit") == "core") conventions.AddRange(["--inherit", "core"]);
        if (row.TryGetProperty("normalise_probabilities", out var normalise) && normalise.ValueKind == JsonValueKind.True) conventions.Add("--normalise");
        return new Instance(
            row.GetProperty("name").GetString()!, row.GetProperty("format").GetString()!, [.. files.Select(file => Path.Combine(folder, file))], [.. conventions],
            Number(row, "published"), Number(row, "verified"), Number(row, "reltol"), Number(row, "abstol"), Text(row, "note"));
    }

    private static double? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
