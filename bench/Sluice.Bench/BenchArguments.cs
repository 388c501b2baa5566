using System.Globalization;

namespace Sluice.Bench;

/// <summary>Named values of a bench: <c>--name value</c>, and switches without a value.</summary>
internal sealed class BenchArguments(string[] arguments)
{
    /// <summary>True when the results are wanted as one JSON line.</summary>
    public bool Json => arguments.Contains("--json");

    public string? Text(string name)
    {
        var at = Array.IndexOf(arguments, "--" + name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    public double Number(string name, double otherwise) =>
        Text(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public int Count(string name, int otherwise) => (int)Number(name, otherwise);
}
