using System.Globalization;
using MiniExcelLibs;

namespace Sluice.Reading;

/// <summary>Reads the cells of the first sheet of a workbook. With <see cref="XlsxBook"/> the only place that knows the spreadsheet library.</summary>
internal static class XlsxCells
{
    /// <summary>The rows that are not blank; null when the workbook cannot be opened.</summary>
    public static List<IReadOnlyList<Cell>>? Read(string file, Stream workbook, Diagnostics into)
    {
        try
        {
            return Rows(file, workbook);
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException or System.Xml.XmlException or FormatException or KeyNotFoundException or NullReferenceException)
        {
            into.Add(FileMessages.Workbook(file));
            return null;
        }
    }

    private static List<IReadOnlyList<Cell>> Rows(string file, Stream workbook)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        var line = 0;
        foreach (IDictionary<string, object?> row in workbook.Query(useHeaderRow: false, excelType: ExcelType.XLSX))
        {
            line++;
            var cells = row.Values.Select((value, i) => new Cell(Text(value), value is string, new(file, line, i + 1))).ToList();
            while (cells.Count > 0 && cells[^1].Text.Length == 0) cells.RemoveAt(cells.Count - 1);
            if (cells.Count > 0) rows.Add(cells);
        }

        return rows;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()?.Trim() ?? "",
    };
}
