namespace Sluice.Runs;

/// <summary>A table of a result, as it is written to CSV and to a sheet of <c>tables.xlsx</c>.</summary>
/// <param name="Name">Name of the file or sheet, for example <c>decisions</c>.</param>
/// <param name="Headings">Headings.</param>
/// <param name="Rows">Rows; a cell is text, a number, a day or null.</param>
public sealed record RunTable(string Name, ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<object?>> Rows)
{
    internal static RunTable Of<T>(string name, IEnumerable<T> rows, params (string Heading, Func<T, object?> Cell)[] columns) =>
        new(name, [.. columns.Select(c => c.Heading)], [.. rows.Select(row => ImmutableArray.CreateRange(columns.Select(c => Guarded(c.Cell(row)))))]);

    /// <summary>Keeps a spreadsheet from reading text as a formula: an apostrophe in front of what begins like one.</summary>
    /// <remarks>OWASP, CSV injection.</remarks>
    static object? Guarded(object? cell) => cell is string { Length: > 0 } text && (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠') ? "'" + text : cell;
}
