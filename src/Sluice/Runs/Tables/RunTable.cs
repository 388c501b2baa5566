namespace Sluice.Runs;

/// <summary>A table of a result, as it is written to CSV and to a sheet of <c>tables.xlsx</c>.</summary>
/// <param name="Name">Name of the file or sheet, for example <c>decisions</c>.</param>
/// <param name="Headings">Headings.</param>
/// <param name="Rows">Rows; a cell is text, a number, a day or null.</param>
public sealed record RunTable(string Name, ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<object?>> Rows)
{
    internal static RunTable Of<T>(string name, IEnumerable<T> rows, params (string Heading, Func<T, object?> Cell)[] columns) =>
        new(name, [.. columns.Select(c => c.Heading)], [.. rows.Select(row => ImmutableArray.CreateRange(columns.Select(c => Guarded(c.Cell(row)))))]);

    static object? Guarded(object? cell) => cell is string text ? Guarded(text) : cell;

    /// <summary>Keeps a spreadsheet from reading text as a formula: an apostrophe in front of what begins like one.</summary>
    /// <remarks>OWASP, CSV injection.</remarks>
    internal static string Guarded(string text)
    {
        var printable = Printable(text);
        return printable is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + printable : printable;
    }

    /// <summary>Terminal commands and marks that turn the direction of writing become U+FFFD: a file is shown on consoles, and XML takes no control characters.</summary>
    static string Printable(string text) =>
        text.Any(IsUnfit) ? string.Concat(text.Select(c => IsUnfit(c) ? '\uFFFD' : c)) : text;

    static bool IsUnfit(char c) => (char.IsControl(c) && c is not ('\t' or '\r' or '\n')) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';
}
