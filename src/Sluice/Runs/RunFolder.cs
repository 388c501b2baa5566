using System.Globalization;
using System.Text;
using System.Text.Json;
using Sluice.Reading;

namespace Sluice.Runs;

/// <summary>
/// A folder of results: everything is written under a temporary name and the folder renamed at the end, so that a run folder that exists
/// is whole.
/// </summary>
public static class RunFolder
{
    /// <summary>File of the result.</summary>
    public const string Result = "result.json";

    /// <summary>Writes <c>result.json</c>, <c>run.json</c>, one CSV per table and all tables as <c>tables.xlsx</c>.</summary>
    /// <param name="under">Folder that takes the run folder; made where missing.</param>
    /// <param name="record">Result.</param>
    /// <param name="timing">Seconds and machine.</param>
    /// <param name="report">Text of <c>report.html</c>.</param>
    /// <returns>Path of the run folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(string under, PlanRecord record, TimingRecord timing, string report)
    {
        Directory.CreateDirectory(under);
        var name = Free(under, $"{timing.Started.ToString("yyyy-MM-ddTHHmmss", CultureInfo.InvariantCulture)}-plan");
        var temporary = Path.Combine(under, $".{name}.{Environment.ProcessId}");
        Directory.CreateDirectory(temporary);
        File.WriteAllText(Path.Combine(temporary, Result), Json(record));
        File.WriteAllText(Path.Combine(temporary, "run.json"), JsonSerializer.Serialize(timing, RunJson.Default.TimingRecord) + "\n");
        File.WriteAllText(Path.Combine(temporary, "report.html"), report);
        var tables = RunTables.Of(record);
        foreach (var table in tables)
            File.WriteAllText(Path.Combine(temporary, table.Name + ".csv"), Csv(table));
        using (var book = File.Create(Path.Combine(temporary, "tables.xlsx")))
            XlsxBook.Write(book, tables.Select(t => (t.Name, t.Headings, t.Rows)));
        var path = Path.Combine(under, name);
        Directory.Move(temporary, path);
        return path;
    }

    /// <summary>Writes one file beside a result, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteFile(string path, string text)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The document of <c>--json</c>: the bytes of <c>result.json</c>.</summary>
    public static string Json(PlanRecord record) => JsonSerializer.Serialize(record, RunJson.Default.PlanRecord) + "\n";

    /// <summary>Reads a result back.</summary>
    /// <param name="file">A <c>result.json</c>.</param>
    /// <exception cref="IOException">The file cannot be read, or is no result of a plan; the message says where and why.</exception>
    public static PlanRecord Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), RunJson.Default.PlanRecord) ?? throw new IOException($"{file} holds no result.");
        }
        catch (JsonException fault)
        {
            throw new IOException($"{file}:{fault.LineNumber + 1}:{fault.BytePositionInLine + 1}: this is no result of sluice plan{(fault.Path is { Length: > 1 } at ? $" (at {at})" : "")}.", fault);
        }
    }

    static string Free(string under, string name)
    {
        var free = name;
        for (var i = 2; Directory.Exists(Path.Combine(under, free)); i++)
            free = $"{name}-{i}";
        return free;
    }

    static string Csv(RunTable table)
    {
        var text = new StringBuilder();
        foreach (var row in table.Rows.Select(r => r.Select(Text)).Prepend(table.Headings))
            text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        return text.ToString();
    }

    static string Text(object? cell) => cell switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Quotes where the format asks for it (RFC 4180).</summary>
    static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
