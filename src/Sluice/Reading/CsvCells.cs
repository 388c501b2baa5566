using CsvHelper;

namespace Sluice.Reading;

/// <summary>Reads the cells of a CSV text with their positions. The only file that knows the CSV library.</summary>
/// <remarks>The library recovers from bad quotation marks by default and reads on; here the first one is reported and ends the table. It gives lines but no columns,
/// so columns are counted from the raw record. Lines that begin with <c>#</c> are comments.</remarks>
internal static class CsvCells
{
    /// <summary>The rows that are not blank; null after a fault of quotation.</summary>
    public static List<IReadOnlyList<Cell>>? Read(string file, string text, Diagnostics into)
    {
        var malformed = false;
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            CommentPrefix = '#',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            OnMalformedRecord = _ => malformed = true,
        });
        var rows = new List<IReadOnlyList<Cell>>();
        while (reader.Read())
        {
            var cells = Cells(reader, file, out var fault);
            if (malformed)
            {
                into.Add(FileMessages.TableQuote(fault));
                return null;
            }

            if (cells.Any(cell => cell.Text.Length > 0)) rows.Add(cells);
        }

        return rows;
    }

    private static List<Cell> Cells(CsvReader reader, string file, out Place fault)
    {
        var cells = new List<Cell>(reader.FieldCount);
        var (line, column) = ((int)reader.LineNumber, 1);
        fault = new(file, line, column);
        var blamed = false;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var raw = System.Text.Encoding.UTF8.GetString(reader.GetRawSpan(i));
            var margin = raw.Length - raw.TrimStart(' ', '\t').Length;
            var at = new Place(file, line, column + margin);
            var quoted = margin < raw.Length && raw[margin] == '"';
            if (!blamed && raw.Contains('"', StringComparison.Ordinal) && !IsWellQuoted(raw.Trim(' ', '\t'))) (fault, blamed) = (at, true);
            cells.Add(new(reader.GetString(i), quoted, at));
            var breaks = raw.AsSpan().Count('\n');
            (line, column) = breaks == 0 ? (line, column + raw.Length + 1) : (line + breaks, raw.Length - raw.LastIndexOf('\n') + 1);
        }

        return cells;
    }

    private static bool IsWellQuoted(string raw) =>
        raw.Length >= 2 && raw[0] == '"' && raw[^1] == '"' && !raw[1..^1].Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal);
}
