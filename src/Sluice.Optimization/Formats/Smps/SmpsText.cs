using System.Text;

namespace Sluice.Optimization;

/// <summary>The lines of an MPS, time or stoch file.</summary>
/// <remarks>
/// Words are split at blanks. A file whose names contain blanks is read again by the fixed columns of MPS: 2–3, 5–12, 15–22, 25–36, 40–47 and 50–61.
/// </remarks>
internal sealed class SmpsText
{
    private static readonly (int Start, int End)[] Fields = [(1, 3), (4, 12), (14, 22), (24, 36), (39, 47), (49, 61)];

    private SmpsText(string file, List<SmpsLine> lines) => (File, Lines) = (file, lines);

    internal string File { get; }

    internal IReadOnlyList<SmpsLine> Lines { get; }

    internal static SmpsText? Read(string file, bool fixedColumns, IssueList issues)
    {
        try
        {
            return Split(file, System.IO.File.ReadAllText(file, Encoding.Latin1), fixedColumns);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            issues.Error(file, 0, 0, $"The file cannot be read: {e.Message}");
            return null;
        }
    }

    internal static SmpsText Split(string file, string text, bool fixedColumns)
    {
        var lines = new List<SmpsLine>();
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.TrimEnd();
            if (line.IsEmpty || line[0] == '*' || line.Trim().IsEmpty) continue;
            var header = !char.IsWhiteSpace(line[0]);
            lines.Add(new SmpsLine(number, header, fixedColumns && !header ? ByColumns(line) : ByBlanks(line)));
        }
        return new SmpsText(file, lines);
    }

    private static SmpsWord[] ByBlanks(ReadOnlySpan<char> line)
    {
        var words = new List<SmpsWord>();
        for (var at = 0; at < line.Length;)
        {
            while (at < line.Length && char.IsWhiteSpace(line[at])) at++;
            var start = at;
            while (at < line.Length && !char.IsWhiteSpace(line[at])) at++;
            if (at > start) words.Add(new SmpsWord(line[start..at].ToString(), start + 1));
        }
        return [.. words];
    }

    private static SmpsWord[] ByColumns(ReadOnlySpan<char> line)
    {
        var words = new List<SmpsWord>();
        foreach (var (start, end) in Fields)
        {
            if (start >= line.Length) break;
            var field = line[start..Math.Min(end, line.Length)];
            if (!field.Trim().IsEmpty) words.Add(new SmpsWord(field.Trim().ToString(), start + 1));
        }
        return [.. words];
    }
}
