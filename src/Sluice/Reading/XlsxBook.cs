using System.Collections.Immutable;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Sluice.Reading;

/// <summary>Writes tables as a workbook, one sheet a table.</summary>
public static class XlsxBook
{
    /// <summary>Writes a workbook.</summary>
    /// <param name="into">Receives the bytes of the <c>.xlsx</c> file.</param>
    /// <param name="sheets">Sheets in order: name (at most 31 characters, none of <c>[]:*?/\</c>), headings, rows of cells. A cell is text, a number, a day or nothing.</param>
    /// <exception cref="ArgumentException">A row has more cells than there are headings.</exception>
    public static void Write(Stream into, IEnumerable<(string Name, ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<object?>> Rows)> sheets)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(sheets);
        var book = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, headings, rows) in sheets)
            book.Add(name, Sheet(headings, rows));
        into.SaveAs(book, configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None, AutoFilter = false });
    }

    static System.Data.DataTable Sheet(ImmutableArray<string> headings, ImmutableArray<ImmutableArray<object?>> rows)
    {
        // A table with typed columns keeps its headings where it has no rows.
        var table = new System.Data.DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var heading in headings)
            table.Columns.Add(heading, typeof(object));
        foreach (var row in rows)
            table.Rows.Add([.. row.Select(cell => Cell(cell) ?? DBNull.Value)]);
        return table;
    }

    static object? Cell(object? cell) => cell switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => cell,
    };
}
