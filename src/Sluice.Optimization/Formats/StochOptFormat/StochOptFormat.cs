using System.IO.Compression;
using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>Reads and writes StochOptFormat, a JSON format for policy graphs with subproblems in MathOptFormat.</summary>
/// <remarks>
/// Dowson and others, https://odow.github.io/StochOptFormat (version 1.0), and the version 0.1 that came before it. Products of a random variable with another
/// variable are read from quadratic terms. Scenarios for validation and other members are passed over. Cyclic graphs are read, but no method here takes them.
/// </remarks>
public static class StochOptFormat
{
    private const int MostBytes = 1 << 30;

    /// <summary>Reads a file, gzip or plain. A file in which anything is wrong gives issues, not exceptions.</summary>
    /// <param name="file">File, usually ending in .sof.json or .sof.json.gz.</param>
    public static FormatReading Read(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var issues = new IssueList();
        if (Bytes(file, issues) is not { } bytes || PlacedJson.Parse(file, bytes, issues) is not { } top) return new FormatReading(null, issues.All);
        var problem = issues.Errors > 0 ? null : new StochOptReader(file, issues).Read(top, Path.GetFileName(file).Split('.')[0]);
        return new FormatReading(issues.Errors > 0 ? null : problem, issues.All);
    }

    /// <summary>Writes a problem as version 1.0; gzip when the name ends in .gz.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="file">File to write.</param>
    /// <exception cref="NotSupportedException">The noise of a node has too many joint outcomes to list, or a bound that is finite under one outcome and infinite under another.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(StochasticProblem problem, string file)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(file);
        using var plain = File.Create(file);
        using Stream stream = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(plain, CompressionLevel.Optimal) : plain;
        Write(problem, stream);
    }

    /// <summary>Writes a problem as version 1.0, plain.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="stream">Stream to write to; it stays open.</param>
    /// <exception cref="NotSupportedException">As for a file.</exception>
    public static void Write(StochasticProblem problem, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(stream);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        new StochOptWriter(problem, json).Write();
    }

    private static byte[]? Bytes(string file, IssueList issues)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            if (bytes is not [0x1f, 0x8b, ..]) return bytes;
            using var unpacked = new MemoryStream();
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            for (var read = gzip.Read(buffer); read > 0; read = gzip.Read(buffer))
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length <= MostBytes) continue;
                issues.Error(file, 0, 0, $"The file unpacks to more than {MostBytes} bytes.");
                return null;
            }
            return unpacked.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            issues.Error(file, 0, 0, $"The file cannot be read: {e.Message}");
            return null;
        }
    }
}
