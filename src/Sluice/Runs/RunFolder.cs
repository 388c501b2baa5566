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

    /// <summary>File of the report.</summary>
    public const string Report = "report.html";

    /// <summary>Writes <c>result.json</c>, <c>run.json</c>, the report, one CSV per table and all tables as <c>tables.xlsx</c>.</summary>
    /// <param name="under">Folder that takes the run folder; made where missing.</param>
    /// <param name="record">Result.</param>
    /// <param name="timing">Seconds and machine.</param>
    /// <param name="report">Text of <c>report.html</c>.</param>
    /// <returns>Path of the run folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(string under, PlanRecord record, TimingRecord timing, string report) =>
        Write(under, "plan", timing, new Dictionary<string, string> { [Result] = Json(record), [Report] = report }, RunTables.Of(record));

    /// <summary>Writes <c>run.json</c>, other files, one CSV per table and all tables as <c>tables.xlsx</c>.</summary>
    /// <param name="under">Folder that takes the run folder; made where missing.</param>
    /// <param name="verb">What was run; the last word of the folder's name.</param>
    /// <param name="timing">Seconds and machine.</param>
    /// <param name="files">Texts by path inside the run folder.</param>
    /// <param name="tables">Tables.</param>
    /// <returns>Path of the run folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(string under, string verb, TimingRecord timing, IReadOnlyDictionary<string, string> files, ImmutableArray<RunTable> tables)
    {
        var all = new Dictionary<string, string>(files);
        foreach (var table in tables)
            all[table.Name + ".csv"] = Csv(table);
        return Write(under, verb, timing, all, folder =>
        {
            using var book = File.Create(Path.Combine(folder, "tables.xlsx"));
            XlsxBook.Write(book, tables.Select(t => (t.Name, t.Headings, t.Rows)));
        });
    }

    /// <summary>Writes <c>result.json</c>, <c>run.json</c>, the report and one CSV per table of a simulation; each row of a CSV names the run that it comes from.</summary>
    /// <param name="under">Folder that takes the run folder; made where missing.</param>
    /// <param name="record">Result.</param>
    /// <param name="timing">Seconds and machine.</param>
    /// <param name="report">Text of <c>report.html</c>.</param>
    /// <returns>Path of the run folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(string under, MarketRecord record, TimingRecord timing, string report) => Write(under, "simulate", timing, new Dictionary<string, string>
    {
        [Result] = Json(record), [Report] = report, ["series.csv"] = MarketTables.Series(record), ["differences.csv"] = MarketTables.Differences(record),
        ["policies.csv"] = MarketTables.Policies(record), ["trial.csv"] = MarketTables.Trial(record), ["record.csv"] = MarketTables.Record(record),
    });

    /// <summary>Writes <c>run.json</c> and other files.</summary>
    /// <param name="under">Folder that takes the run folder; made where missing.</param>
    /// <param name="verb">What was run; the last word of the folder's name.</param>
    /// <param name="timing">Seconds and machine.</param>
    /// <param name="files">Texts by path inside the run folder.</param>
    /// <param name="further">Writes what is no text into the folder before it gets its name; null: nothing.</param>
    /// <returns>Path of the run folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(string under, string verb, TimingRecord timing, IReadOnlyDictionary<string, string> files, Action<string>? further = null)
    {
        ArgumentNullException.ThrowIfNull(timing);
        ArgumentNullException.ThrowIfNull(files);
        Directory.CreateDirectory(under);
        var name = Free(under, $"{timing.Started.ToString("yyyy-MM-ddTHHmmss", CultureInfo.InvariantCulture)}-{verb}");
        var temporary = Path.Combine(under, $".{name}.{Environment.ProcessId}");
        foreach (var (file, text) in files.Append(new("run.json", JsonSerializer.Serialize(timing, RunJson.Default.TimingRecord) + "\n")))
        {
            var written = Path.Combine(temporary, file);
            Directory.CreateDirectory(Path.GetDirectoryName(written)!);
            File.WriteAllText(written, text);
        }

        further?.Invoke(temporary);
        var path = Path.Combine(under, name);
        Directory.Move(temporary, path);
        return path;
    }

    /// <summary>The document of <c>--json</c>: the bytes of <c>result.json</c>.</summary>
    public static string Json(MarketRecord record) => JsonSerializer.Serialize(record, MarketJson.Default.MarketRecord) + "\n";

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

    internal static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A cell in which a number stays a number and no other text is read as a formula, quoted.</summary>
    internal static string Cell(string text) => Quoted(double.TryParse(text, CultureInfo.InvariantCulture, out _) ? text : RunTable.Guarded(text));
}
