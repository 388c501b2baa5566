using System.Collections.Immutable;

namespace Sluice.Reading;

/// <summary>Reads tables into the same nodes as YAML: each row is a map, entered under its key columns joined by <c>@</c>.</summary>
/// <remarks>Headings are keys, cells are values; an empty cell is a key left out. A cell of the form <c>[a, b]</c> is a list. A heading of the form <c>quote.until</c> is
/// the key <c>until</c> of the map <c>quote</c>; beside a column <c>lead</c> the columns <c>lead.between</c> and <c>lead.basis</c> speak of its value.</remarks>
public static class Tables
{
    private static readonly ImmutableArray<string> aboutTheValue = ["between", "basis", "judgement", "hindsight", "confidence"];

    /// <summary>Reads a CSV text: commas, quotation marks as in RFC 4180, first row headings, lines that begin with <c>#</c> comments.</summary>
    /// <param name="file">The file's name for positions.</param>
    /// <param name="text">Its text.</param>
    /// <param name="rootPath">Path of the table.</param>
    /// <param name="keyColumns">The columns that tell rows apart; one whose cells may be empty ends in a question mark, one that names the row and is no key of it in a colon.</param>
    /// <param name="into">Receives the faults: diagnostics SLU0008, SLU0009, SLU0020 to SLU0028.</param>
    /// <param name="valueColumn">The column that the columns <c>between</c>, <c>basis</c>, <c>judgement</c> and <c>hindsight</c> speak of, if any: they are folded
    /// into it, as in <c>amount: {value: …, between: …}</c>.</param>
    /// <returns>The rows; null when there is no table to speak of.</returns>
    public static Map? ReadCsv(string file, string text, string rootPath, IReadOnlyList<string> keyColumns, Diagnostics into, string? valueColumn = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        if (text.StartsWith('\uFEFF')) text = text[1..];
        if (!TextCheck.Passes(file, text, into)) return null;
        return CsvCells.Read(file, text, into) is { } rows ? Build(file, rows, rootPath, keyColumns, valueColumn, mayBeShort: false, into) : null;
    }

    /// <summary>Reads the bytes of a CSV file, which must be UTF-8.</summary>
    /// <inheritdoc cref="ReadCsv(string, string, string, IReadOnlyList{string}, Diagnostics, string)"/>
    public static Map? ReadCsv(string file, ReadOnlySpan<byte> bytes, string rootPath, IReadOnlyList<string> keyColumns, Diagnostics into, string? valueColumn = null) =>
        TextCheck.Decode(file, bytes, into) is { } text ? ReadCsv(file, text, rootPath, keyColumns, into, valueColumn) : null;

    /// <summary>Reads the first sheet of a workbook. Positions are row and column of the sheet. Dates become 2025-08-21; numbers lose their format, so write units and % as text.</summary>
    /// <param name="file">The file's name for positions.</param>
    /// <param name="workbook">The workbook, .xlsx.</param>
    /// <param name="rootPath">Path of the table.</param>
    /// <param name="keyColumns">The columns that tell rows apart; one whose cells may be empty ends in a question mark, one that names the row and is no key of it in a colon.</param>
    /// <param name="into">Receives the faults: diagnostics SLU0021 to SLU0027.</param>
    /// <param name="valueColumn">The column that <c>between</c>, <c>basis</c>, <c>judgement</c> and <c>hindsight</c> speak of, if any.</param>
    /// <returns>The rows; null when there is no table to speak of.</returns>
    public static Map? ReadXlsx(string file, Stream workbook, string rootPath, IReadOnlyList<string> keyColumns, Diagnostics into, string? valueColumn = null)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(into);
        return XlsxCells.Read(file, workbook, into) is { } rows ? Build(file, rows, rootPath, keyColumns, valueColumn, mayBeShort: true, into) : null;
    }

    /// <summary>Reads a sheet of a workbook of several tables; positions name the sheet.</summary>
    /// <param name="file">The file's name for positions.</param>
    /// <param name="workbook">The workbook, .xlsx.</param>
    /// <param name="sheet">Name of the sheet, as written there.</param>
    /// <param name="rootPath">Path of the table.</param>
    /// <param name="keyColumns">The columns that tell rows apart, as in <see cref="ReadXlsx"/>.</param>
    /// <param name="into">Receives the faults: diagnostics SLU0021 to SLU0027.</param>
    /// <param name="valueColumn">The column that <c>between</c>, <c>basis</c>, <c>judgement</c> and <c>hindsight</c> speak of, if any.</param>
    /// <returns>The rows; null where the sheet is blank, which is no fault, or cannot be read.</returns>
    public static Map? ReadSheet(string file, Stream workbook, string sheet, string rootPath, IReadOnlyList<string> keyColumns, Diagnostics into, string? valueColumn = null)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(into);
        return XlsxCells.Read(file, workbook, into, sheet) is { Count: > 0 } rows ? Build(file, rows, rootPath, keyColumns, valueColumn, mayBeShort: true, into) : null;
    }

    /// <summary>Names of the sheets of a workbook, in order; null where it cannot be opened, which is a fault.</summary>
    /// <param name="file">The file's name for positions.</param>
    /// <param name="workbook">The workbook, .xlsx.</param>
    /// <param name="into">Receives the fault, diagnostic SLU0021.</param>
    public static IReadOnlyList<string>? Sheets(string file, Stream workbook, Diagnostics into)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(into);
        return XlsxCells.Sheets(file, workbook, into);
    }

    private static Map? Build(string file, List<IReadOnlyList<Cell>> rows, string rootPath, IReadOnlyList<string> keyColumns, string? valueColumn, bool mayBeShort, Diagnostics into)
    {
        if (rows.Count == 0)
        {
            into.Add(FileMessages.EmptyTable(file));
            return null;
        }

        var headings = rows[0];
        if (!AreSound(headings, keyColumns, into)) return null;
        var entries = ImmutableArray.CreateBuilder<Entry>(rows.Count - 1);
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var cells in rows.Skip(1))
        {
            if (cells.Count > headings.Count) into.Add(FileMessages.StrayCell(cells[headings.Count].At, cells[headings.Count].Text, cells.Count, headings.Count));
            if (cells.Count < headings.Count && !mayBeShort) into.Add(FileMessages.ShortRow(cells[0].At, cells.Count, headings.Count));
            if (Key(headings, cells, keyColumns, into) is not { } key) continue;
            if (places.TryAdd(key, cells[0].At)) entries.Add(new(key, cells[0].At, Row(headings, cells, Node.Join(rootPath, key), key, keyColumns, valueColumn)));
            else into.Add(FileMessages.TwoRows(cells[0].At, key, [.. keyColumns.Select(Heading)], places[key]));
        }

        return new Map(entries.ToImmutable(), Place.StartOf(file), rootPath);
    }

    private static bool AreSound(IReadOnlyList<Cell> headings, IReadOnlyList<string> keyColumns, Diagnostics into)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < headings.Count; i++)
        {
            if (headings[i].Text.Length == 0) into.Add(FileMessages.NoHeading(headings[i].At, i + 1));
            else if (!columns.TryAdd(headings[i].Text, i + 1)) into.Add(FileMessages.HeadingTwice(headings[i].At, headings[i].Text, columns[headings[i].Text]));
        }

        var missing = keyColumns.Where(column => !MayBeEmpty(column)).Select(Heading).Where(column => !columns.ContainsKey(column)).ToList();
        foreach (var column in missing) into.Add(FileMessages.KeyColumn(headings[0].At, column, [.. columns.Keys]));
        return missing.Count == 0;
    }

    private static bool MayBeEmpty(string keyColumn) => keyColumn[^1] == '?';

    private static bool OnlyNames(string keyColumn) => keyColumn[^1] == ':';

    private static string Heading(string keyColumn) => keyColumn.TrimEnd('?', ':');

    private static string? Key(IReadOnlyList<Cell> headings, IReadOnlyList<Cell> cells, IReadOnlyList<string> keyColumns, Diagnostics into)
    {
        var parts = new List<string>(keyColumns.Count);
        var isWhole = true;
        foreach (var column in keyColumns)
            for (var i = 0; i < headings.Count; i++)
            {
                if (headings[i].Text != Heading(column)) continue;
                if (i < cells.Count && cells[i].Text.Length > 0) parts.Add(cells[i].Text);
                else if (!MayBeEmpty(column))
                {
                    into.Add(FileMessages.KeyCell(i < cells.Count ? cells[i].At : cells[0].At, Heading(column)));
                    isWhole = false;
                }

                break;
            }

        return isWhole ? string.Join('@', parts) : null;
    }

    private static Map Row(IReadOnlyList<Cell> headings, IReadOnlyList<Cell> cells, string path, string key, IReadOnlyList<string> keyColumns, string? valueColumn)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>(cells.Count);
        var about = ImmutableArray.CreateBuilder<Entry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(cells.Count, headings.Count); i++)
        {
            var heading = headings[i];
            if (cells[i].Text.Length == 0 || heading.Text.Length == 0 || !names.Add(heading.Text) || keyColumns.Any(k => OnlyNames(k) && Heading(k) == heading.Text)) continue;
            var isAbout = valueColumn is not null && aboutTheValue.Contains(heading.Text);
            (isAbout ? about : entries).Add(new(heading.Text, heading.At, Value(cells[i], Node.Join(isAbout ? Node.Join(path, valueColumn!) : path, heading.Text))));
        }

        if (about.Count > 0) Fold(entries, about, valueColumn!, path);
        Nest(entries, path);
        return new Map(entries.ToImmutable(), cells[0].At, path) { Name = key };
    }

    /// <summary>Puts <c>quote.until</c> into the map <c>quote</c>; where a column <c>quote</c> stands beside it, its cell becomes the <c>value</c> of that map.</summary>
    private static void Nest(ImmutableArray<Entry>.Builder entries, string path)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Key.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot)) continue;
            var (nested, outer) = (entries[i], entries[i].Key[..dot]);
            var (key, whole) = (nested.Key[(dot + 1)..], Node.Join(path, outer));
            var inner = nested with { Key = key, Value = nested.Value.Moved(Node.Join(whole, key), key) };
            var at = -1;
            for (var j = 0; j < entries.Count && at < 0; j++)
                if (entries[j].Key == outer) at = j;
            if (at < 0)
            {
                entries[i] = new(outer, nested.KeyAt, new Map([inner], nested.Value.At, whole));
                continue;
            }

            var map = entries[at].Value as Map ?? new Map([new("value", entries[at].KeyAt, entries[at].Value.Moved(Node.Join(whole, "value"), "value"))], entries[at].Value.At, whole);
            entries[at] = entries[at] with { Value = map.With(inner) };
            entries.RemoveAt(i--);
        }
    }

    private static void Fold(ImmutableArray<Entry>.Builder entries, ImmutableArray<Entry>.Builder about, string valueColumn, string path)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Key != valueColumn) continue;
            var (at, whole) = (entries[i].Value.At, Node.Join(path, valueColumn));
            about.Insert(0, new("value", entries[i].KeyAt, entries[i].Value.Moved(Node.Join(whole, "value"), "value")));
            entries[i] = entries[i] with { Value = new Map(about.ToImmutable(), at, whole) };
            return;
        }
    }

    private static Node Value(Cell cell, string path) => cell.Text is ['[', .. var inside, ']']
        ? new Sequence([.. inside.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Node (item) => new Scalar(item, false, cell.At, path))], cell.At, path)
        : new Scalar(cell.Text, cell.Quoted, cell.At, path);
}
