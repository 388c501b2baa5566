namespace Sluice.Reading;

/// <summary>A position in a file that was read: where a value, a key or a fault stands.</summary>
/// <param name="File">Path relative to the case, or to the atlas with the prefix <c>atlas/</c>, always with forward slashes.</param>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">Column in UTF-16 units, counted from 1. In a workbook (<c>.xlsx</c>) the number of the spreadsheet column.</param>
public readonly record struct Place(string File, int Line, int Column) : IComparable<Place>
{
    /// <summary>Sheet of a workbook of several tables; null: the file holds one.</summary>
    public string? Sheet { get; init; }

    /// <summary>The beginning of a file, for faults that concern the file as a whole.</summary>
    public static Place StartOf(string file) => new(file, 1, 1);

    /// <summary>Orders by file and sheet (ordinal), then line, then column.</summary>
    public int CompareTo(Place other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        if (byFile != 0) return byFile;
        var bySheet = string.CompareOrdinal(Sheet, other.Sheet);
        if (bySheet != 0) return bySheet;
        var byLine = Line.CompareTo(other.Line);
        return byLine != 0 ? byLine : Column.CompareTo(other.Column);
    }

    /// <summary>The position as compilers print it: <c>drivers.yaml:14:9</c>; in a workbook with the name of the cell: <c>demand.xlsx:2:3 (C2)</c>, <c>book.xlsx:2:3 (demand!C2)</c>.</summary>
    public override string ToString() => File is not null && File.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? $"{File}:{Line}:{Column} ({(Sheet is null ? "" : Sheet + "!")}{Letters(Column)}{Line})" : $"{File}:{Line}:{Column}";

    /// <summary>Letters of a spreadsheet column: 1 is A, 27 is AA.</summary>
    private static string Letters(int column) => column <= 0 ? "" : Letters((column - 1) / 26) + (char)('A' + (column - 1) % 26);

    /// <summary>Whether <paramref name="left"/> stands before <paramref name="right"/>.</summary>
    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> stands after <paramref name="right"/>.</summary>
    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not stand after <paramref name="right"/>.</summary>
    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not stand before <paramref name="right"/>.</summary>
    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;
}
