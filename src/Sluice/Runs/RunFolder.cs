using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sluice.Runs;

/// <summary>
/// A folder of results: everything is written under a temporary name and the folder renamed at the end, so that a run folder that exists
/// is whole.
/// </summary>
public static class RunFolder
{
    /// <summary>Writes <c>result.json</c>, <c>run.json</c> and one CSV per table.</summary>
    /// <param name="under">Folder that takes the run folder; made where missing.</param>
    /// <param name="record">Result.</param>
    /// <param name="timing">Seconds and machine.</param>
    /// <returns>Path of the run folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(string under, PlanRecord record, TimingRecord timing) => Write(under, "plan", timing, new Dictionary<string, string>
    {
        ["result.json"] = Json(record), ["decisions.csv"] = DecisionsCsv(record), ["unserved.csv"] = UnservedCsv(record),
    });

    /// <summary>Writes <c>result.json</c>, <c>run.json</c> and one CSV per table of a simulation; each row of a CSV names the run that it comes from.</summary>
    /// <param name="under">Folder that takes the run folder; made where missing.</param>
    /// <param name="record">Result.</param>
    /// <param name="timing">Seconds and machine.</param>
    /// <returns>Path of the run folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(string under, MarketRecord record, TimingRecord timing) => Write(under, "simulate", timing, new Dictionary<string, string>
    {
        ["result.json"] = Json(record), ["series.csv"] = MarketTables.Series(record), ["differences.csv"] = MarketTables.Differences(record),
        ["policies.csv"] = MarketTables.Policies(record), ["record.csv"] = MarketTables.Record(record),
    });

    /// <summary>The document of <c>--json</c>: the bytes of <c>result.json</c>.</summary>
    public static string Json(MarketRecord record) => JsonSerializer.Serialize(record, MarketJson.Default.MarketRecord) + "\n";

    /// <summary>The document of <c>--json</c>: the bytes of <c>result.json</c>.</summary>
    public static string Json(PlanRecord record) => JsonSerializer.Serialize(record, RunJson.Default.PlanRecord) + "\n";

    /// <summary>Writes <c>run.json</c> and other files.</summary>
    /// <param name="under">Folder that takes the run folder; made where missing.</param>
    /// <param name="verb">What was run; the last word of the folder's name.</param>
    /// <param name="timing">Seconds and machine.</param>
    /// <param name="files">Texts by path inside the run folder.</param>
    /// <returns>Path of the run folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(string under, string verb, TimingRecord timing, IReadOnlyDictionary<string, string> files)
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

        var path = Path.Combine(under, name);
        Directory.Move(temporary, path);
        return path;
    }

    static string Free(string under, string name)
    {
        var free = name;
        for (var i = 2; Directory.Exists(Path.Combine(under, free)); i++)
            free = $"{name}-{i}";
        return free;
    }

    static string DecisionsCsv(PlanRecord record)
    {
        var text = new StringBuilder("offer,part,title,span,action,quantity,planned,low,high,surely-low,surely-high,unit,by,reason,verdict,conflicts\n");
        foreach (var d in record.Decisions)
            text.AppendJoin(',', new[]
            {
                d.Offer, d.Part ?? "", d.Title, d.Span, d.Action, Number(d.Quantity), Number(d.Planned), Number(d.Low), Number(d.High),
                Number(d.SurelyLow), Number(d.SurelyHigh), d.Unit, d.By?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", d.Reason, d.Verdict,
                string.Join("; ", d.Conflicts),
            }.Select(Cell)).Append('\n');
        return text.ToString();
    }

    static string UnservedCsv(PlanRecord record)
    {
        var text = new StringBuilder("workload,period,expected,tail90,demand,unit\n");
        foreach (var u in record.Unserved)
            text.AppendJoin(',', new[] { u.Workload, u.Period, Number(u.Expected), Number(u.Tail90), Number(u.Demand), u.Unit }.Select(Cell)).Append('\n');
        return text.ToString();
    }

    internal static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Quotes where the format asks for it, and keeps a spreadsheet from reading text as a formula.</summary>
    internal static string Cell(string text)
    {
        var guarded = text.Length > 0 && (text[0] is '=' or '+' or '@' or '\t' or '\r' || (text[0] == '-' && !double.TryParse(text, CultureInfo.InvariantCulture, out _)))
            ? "'" + text : text;
        return guarded.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    }
}
