using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;

namespace Sluice.Reading;

/// <summary>Reads the cells of a sheet of a workbook. With <see cref="XlsxBook"/> the only place that knows the spreadsheet library.</summary>
internal static class XlsxCells
{
    /// <summary>Bytes that a workbook may unpack to: more is no table of a case, and a small file can hold any number of them.</summary>
    private const long MostUnpacked = 64 << 20;

    /// <summary>Names of the sheets, in order; null when the workbook cannot be opened.</summary>
    public static IReadOnlyList<string>? Sheets(string file, Stream workbook, Diagnostics into) => Opened<IReadOnlyList<string>>(file, workbook, into, () => workbook.GetSheetNames());

    /// <summary>The rows that are not blank; null when the workbook cannot be opened.</summary>
    /// <param name="file">The file's name for positions.</param>
    /// <param name="workbook">The workbook.</param>
    /// <param name="into">Receives the fault.</param>
    /// <param name="sheet">Name of the sheet; null: the first, and positions name none.</param>
    public static List<IReadOnlyList<Cell>>? Read(string file, Stream workbook, Diagnostics into, string? sheet = null) => Opened(file, workbook, into, () => Rows(file, workbook, sheet));

    private static T? Opened<T>(string file, Stream workbook, Diagnostics into, Func<T> read) where T : class
    {
        try
        {
            long unpacked;
            using (var zip = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true))
                unpacked = zip.Entries.Sum(e => e.Length);
            workbook.Position = 0;
            if (unpacked <= MostUnpacked) return read();
            into.Add(FileMessages.WorkbookTooLarge(file, unpacked >> 20, MostUnpacked >> 20));
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException or System.Xml.XmlException or FormatException or KeyNotFoundException or NullReferenceException)
        {
            into.Add(FileMessages.Workbook(file));
            return null;
        }
    }

    private static List<IReadOnlyList<Cell>> Rows(string file, Stream workbook, string? sheet)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        var line = 0;
        foreach (IDictionary<string, object?> row in workbook.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX))
        {
            line++;
            var cells = row.Select(cell => new Cell(Text(cell.Value), cell.Value is string, new(file, line, Number(cell.Key)) { Sheet = sheet })).ToList();
            while (cells.Count > 0 && cells[^1].Text.Length == 0) cells.RemoveAt(cells.Count - 1);
            if (cells.Count > 0) rows.Add(cells);
        }

        return rows;
    }

    /// <summary>Number of a column: A is 1, AA is 27.</summary>
    private static int Number(string letters) => letters.Aggregate(0, (number, letter) => number * 26 + letter - 'A' + 1);

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()?.Trim() ?? "",
    };
}
